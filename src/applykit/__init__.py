"""Tailored, truthful job applications from a posting and a profile.

The names below are the public interface; they are loaded when first used, so that `import applykit` is quick.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from applykit.pipeline import (
        Built,
        Tools,
        build,
        compare,
        load_tools,
        read_posting,
        read_postings,
        read_profile,
        understand,
        write,
    )

__all__ = [
    "Built",
    "Tools",
    "build",
    "compare",
    "load_tools",
    "read_posting",
    "read_postings",
    "read_profile",
    "understand",
    "write",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from the pipeline at its first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from applykit import pipeline

    return getattr(pipeline, name)
