"""`applykit match`: what a profile can prove of what a posting asks for."""

import datetime
import json
import sys
from typing import TYPE_CHECKING

import click

from applykit.cli.options import date_option, lexicon_option, posting_number_option, profile_option, say_problems
from applykit.cli.table import format_table
from applykit.errors import ApplykitError, Problem

if TYPE_CHECKING:  # the stages are imported when the command runs, so that --help is quick
    from applykit.matching import Match, MatchReport


@click.command()
@click.argument("posting_file", metavar="POSTING")
@profile_option
@posting_number_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with every match and its evidence.")
@click.option("--ask", is_flag=True, help="Ask the questions that only you can answer, and count your answers in.")
@click.option("--explain", is_flag=True, help="Say for every match why its status is what it is.")
@date_option
@lexicon_option
def match(
    posting_file: str,
    profile_file: str,
    number: int | None,
    as_json: bool,
    ask: bool,
    explain: bool,
    date: datetime.date,
    lexicon_files: tuple[str, ...],
) -> None:
    """Show each requirement of POSTING beside what the profile proves, in quotes. `-` reads stdin."""
    from applykit import pipeline, records
    from applykit.matching import answer_questions

    if ask and (posting_file == "-" or not can_ask()):
        raise ApplykitError(
            Problem("--ask needs a terminal.", "Run it in one, with POSTING as a file, or leave it out.")
        )
    tools = pipeline.load_tools(lexicon_files=lexicon_files)
    posting = pipeline.read_posting(posting_file, number=number)
    loaded = pipeline.read_profile(profile_file)
    report = pipeline.compare(posting, loaded.profile, tools, date=date)
    say_problems(posting.problems + loaded.problems)
    if ask:
        report = answer_questions(report, ask_questions(questions_of(report)))
    if as_json:
        click.echo(json.dumps(records.match_report_record(report), ensure_ascii=False, indent=1))
    else:
        show_report(report, explain=explain)


def can_ask() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def questions_of(report: "MatchReport") -> tuple[str, ...]:
    """What only the person can say, each question once, gates first."""
    ordered = sorted(report.matches, key=lambda match: not match.gate)
    return tuple(dict.fromkeys(match.question for match in ordered if match.question))


def ask_questions(questions: tuple[str, ...]) -> dict[str, bool]:
    """Yes and no by question; Enter passes one over, and Ctrl-C or Ctrl-D all that are left.

    Questions and answers stay off stdout, so that the report can be piped.
    """
    answers: dict[str, bool] = {}
    choices = click.Choice(("y", "n", ""), case_sensitive=False)
    for number, question in enumerate(questions, 1):
        text = f"{number} of {len(questions)}: {question} y, n, or Enter to pass"
        try:
            said = click.prompt(text, type=choices, default="", show_default=False, show_choices=False, err=True)
        except click.Abort:
            click.echo(f"\nStopped; {len(answers)} of {len(questions)} answered.", err=True)
            break
        if said:
            answers[question] = said == "y"
    return answers


def show_report(report: "MatchReport", *, explain: bool) -> None:
    """Gates first, then everything else in the posting's order, then the score in parts."""
    header = ["Status", "Level", "Asked for", "Evidence"] + (["Why"] if explain else [])
    others = tuple(match for match in report.matches if not match.gate)
    for heading, matches in (("Gates: what decides whether to apply", report.gates), ("Everything else", others)):
        if matches:
            click.echo(f"{heading}\n")
            click.echo(format_table(header, [match_row(match, explain=explain) for match in matches]) + "\n")
    parts = ", ".join(f"{part.name} {part.earned} of {part.possible}" for part in report.score.parts)
    click.echo(f"Score {report.score.total} of 100, gates apart ({parts})")


def match_row(match: "Match", *, explain: bool) -> list[str]:
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
