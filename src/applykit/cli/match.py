"""`applykit match`: what a profile can prove of what a posting asks for."""

import datetime
import json

import click

from applykit.cli.options import date_option, lexicon_option, posting_number_option, profile_option, say_problems
from applykit.cli.table import format_table


@click.command()
@click.argument("posting_file", metavar="POSTING")
@profile_option
@posting_number_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with every match and its evidence.")
@click.option("--explain", is_flag=True, help="Say for every match why its status is what it is.")
@date_option
@lexicon_option
def match(
    posting_file: str,
    profile_file: str,
    number: int | None,
    as_json: bool,
    explain: bool,
    date: datetime.date,
    lexicon_files: tuple[str, ...],
) -> None:
    """Show each requirement of POSTING beside what the profile proves, in quotes. `-` reads stdin."""
    from applykit import pipeline, records

    tools = pipeline.load_tools(lexicon_files=lexicon_files)
    posting = pipeline.read_posting(posting_file, number=number)
    loaded = pipeline.read_profile(profile_file)
    report = pipeline.compare(posting, loaded.profile, tools, date=date)
    say_problems(posting.problems + loaded.problems)
    if as_json:
        click.echo(json.dumps(records.match_report_record(report), ensure_ascii=False, indent=1))
    else:
        show_report(report, explain=explain)


def show_report(report, *, explain: bool) -> None:  # type: ignore[no-untyped-def]
    """Gates first, then everything else in the posting's order, then the score in parts."""
    header = ["Status", "Level", "Asked for", "Evidence"] + (["Why"] if explain else [])
    others = tuple(match for match in report.matches if not match.gate)
    for heading, matches in (("Gates: what decides whether to apply", report.gates), ("Everything else", others)):
        if matches:
            click.echo(f"{heading}\n")
            click.echo(format_table(header, [match_row(match, explain=explain) for match in matches]) + "\n")
    parts = ", ".join(f"{part.name} {part.earned} of {part.possible}" for part in report.score.parts)
    click.echo(f"Score {report.score.total} of 100, gates apart ({parts})")


def match_row(match, *, explain: bool) -> list[str]:  # type: ignore[no-untyped-def]
    quotes = "; ".join(
        f"“{evidence.quote}” ({evidence.how}{', ' + evidence.note if evidence.note else ''})"
        for evidence in match.evidence
    )
    return [
        match.status.value,
        match.requirement.level.value,
        match.requirement.name,
        quotes or (match.question or "none"),
        *([match.why] if explain else []),
    ]
