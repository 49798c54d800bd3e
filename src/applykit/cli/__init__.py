"""The command line: each command turns options into one call and prints what comes back."""

from applykit.cli.edge import main

__all__ = ["main"]
