"""`applykit keywords`: what postings ask for, as tables or as JSON Lines."""

import json
import sys
from typing import TYPE_CHECKING

import click

from applykit.cli.options import lexicon_option, say_problems
from applykit.cli.table import format_table
from applykit.errors import ApplykitError

if TYPE_CHECKING:  # the stages are imported when the command runs, so that --help is quick
    from applykit.posting import Posting
    from applykit.requirements import Requirement


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines: one object a posting, exact spans and quotes.")
@click.option("--explain", is_flag=True, help="Say for every requirement which rule, section and term made it one.")
@lexicon_option
def keywords(files: tuple[str, ...], as_json: bool, explain: bool, lexicon_files: tuple[str, ...]) -> None:
    """Show what each posting asks for, with level, kind and the posting's own words. `-` reads stdin.

    Exit code 2 only when no file could be read; what was wrong with a file is said on stderr.
    """
    from applykit import pipeline

    tools = pipeline.load_tools(lexicon_files=lexicon_files)
    failed = 0
    for file in files:
        try:
            for posting in pipeline.read_postings(file):
                show_posting(file, posting, pipeline.understand(posting, tools), as_json=as_json, explain=explain)
        except ApplykitError as error:
            failed += 1
            show_failure(file, error, as_json=as_json)
    if failed == len(files):
        sys.exit(2)


def show_posting(
    file: str, posting: "Posting", requirements: "tuple[Requirement, ...]", *, as_json: bool, explain: bool
) -> None:
    """One posting as a line of JSON, or as a heading and a table."""
    from applykit import records

    if as_json:
        click.echo(json.dumps(records.posting_report(posting, requirements, file=file), ensure_ascii=False))
        return
    say_problems(posting.problems)
    source = "standard input" if file == "-" else file
    heading = ", ".join(part for part in (posting.title, posting.employer) if part) or source
    plural = "" if len(requirements) == 1 else "s"
    click.echo(f"{heading}: {len(requirements)} requirement{plural}\n")
    header = ["Level", "Kind", "Asked for", "In the posting's words"] + (["Why"] if explain else [])
    rows = [
        [
            requirement.level.value,
            requirement.kind.value,
            requirement.name + ("" if requirement.origin != "finder" else " (seen by the learned finder only)"),
            " | ".join(dict.fromkeys(mention.quote for mention in requirement.mentions)),
            *(["; ".join(requirement.why)] if explain else []),
        ]
        for requirement in requirements
    ]
    click.echo(format_table(header, rows) + "\n")


def show_failure(file: str, error: ApplykitError, *, as_json: bool) -> None:
    """What was wrong with one file: in the JSON Lines for programs, on stderr for people."""
    from applykit import records

    if as_json:
        click.echo(json.dumps(records.failure_report(error.problems, file=file), ensure_ascii=False))
    say_problems(error.problems)
