"""Where a command's text goes: to the terminal, or to a file of its own."""

from pathlib import Path

import click

from applykit.errors import ApplykitError, Problem

out_option = click.option("--out", "-o", metavar="FILE", help="Where to write; the terminal when left out.")
overwrite_option = click.option("--overwrite", is_flag=True, help="Replace a file that is there.")


def write_result(text: str, out: str | None, *, overwrite: bool) -> None:
    """Text to the terminal, or to a file that only its owner can read."""
    from applykit.files import write_file

    if out is None or out == "-":
        click.echo(text, nl=False)
        return
    if Path(out).exists() and not overwrite:
        raise ApplykitError(Problem("is already there.", "Choose another name or add --overwrite.", file=out))
    write_file(out, text.encode("utf-8"), private=True)
    click.echo(f"Wrote {out}.", err=True)
