"""`applykit design`: how documents look, and your own Word files as designs."""

import sys

import click

from applykit.cli.table import format_table


@click.group()
def design() -> None:
    """Show the designs, start your own from one, and check Word files that you want to use as a design."""


@design.command("list")
def list_command() -> None:
    """List the packaged designs."""
    from applykit.documents import list_designs

    rows = [[item.name, item.font, item.summary] for item in list_designs()]
    click.echo(format_table(["Design", "Font", "What it is"], rows))


@design.command()
@click.argument("name")
@click.argument("folder", metavar="DIR")
@click.option("--overwrite", is_flag=True, help="Replace files that are there.")
def export(name: str, folder: str, overwrite: bool) -> None:
    """Copy the design NAME into DIR, to change its Word files and use them with `--design DIR`."""
    from applykit.documents.own import export_design

    for path in export_design(name, folder, overwrite=overwrite):
        click.echo(str(path))


@design.command()
@click.argument("path", metavar="FILE|DIR")
def check(path: str) -> None:
    """Tell which fields Word files use, which are unknown or broken, and what readers would stumble over.

    Exits 1 when a file cannot be used yet.
    """
    from applykit.documents.own import inspect_design, report_lines

    reports = inspect_design(path)
    for report in reports:
        click.echo("\n".join(report_lines(report)))
    sys.exit(0 if all(report.usable for report in reports) else 1)
