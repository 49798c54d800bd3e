"""`applykit profile`: write, check, show and share what a person can prove; imports are in `profile_import`."""

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import click

from applykit.cli.options import date_option, say_problems
from applykit.cli.profile_import import caseload, import_command
from applykit.cli.writing import out_option, overwrite_option, write_result
from applykit.errors import ApplykitError, Problem


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def profile() -> None:
    """Write a profile once, or bring the resume you have; check it, show it, share it without names."""


@profile.command()
@click.argument("out", metavar="[FILE]", default="profile.yaml")
@click.option("--example", metavar="OCCUPATION", help="Write a commented example instead of asking.")
@overwrite_option
def new(out: str, example: str | None, overwrite: bool) -> None:
    """Write a first profile to FILE (profile.yaml): a few questions, or --example for an occupation."""
    from applykit.cli.questions import ask_questions
    from applykit.profile.starters import STARTERS, example_yaml, find_starter, profile_from_answers

    if Path(out).exists() and not overwrite:
        raise ApplykitError(Problem("is already there.", "Choose another name or add --overwrite.", file=out))
    if example is not None:
        starter = find_starter(example)
        if starter is None:
            remedy = "There are: " + ", ".join(STARTERS) + "."
            raise ApplykitError(Problem(f"There is no example for {example[:60]!r}.", remedy))
        text = example_yaml(starter)
    else:
        answers, complete = ask_questions()
        text = profile_from_answers(answers)
        if not complete:
            click.echo("\nStopped early; what you answered is kept. Go on in the file itself.", err=True)
    write_result(text, out, overwrite=overwrite)


@profile.command()
@click.argument("file", metavar="PROFILE")
@click.option("--json", "as_json", is_flag=True, help="Print problems and hints as JSON.")
@date_option
def check(file: str, as_json: bool, date: datetime.date) -> None:
    """Name every problem of PROFILE with its line, and what would make it stronger.

    Exits 0 when all is well or only hints are given, 1 with warnings, 2 with errors.
    """
    from applykit.profile import load_profile
    from applykit.profile.hints import find_hints

    try:
        loaded = load_profile(Path(file))
    except ApplykitError as error:
        if as_json:
            click.echo(json.dumps({"problems": list(map(problem_record, error.problems)), "hints": []}, indent=1))
            sys.exit(2)
        raise
    hints = [hint_problem(hint, loaded) for hint in find_hints(loaded.profile, date=date)]
    if as_json:
        record = {"problems": list(map(problem_record, loaded.problems)), "hints": list(map(problem_record, hints))}
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        say_problems(loaded.problems)
        say_hints(hints)
    sys.exit(1 if loaded.problems else 0)


def hint_problem(hint: Any, loaded: Any) -> Problem:
    """A hint with its place in the file."""
    line, column = loaded.tree.place_of(hint.pointer)
    return Problem(hint.message, hint.remedy, file=loaded.file, line=line, column=column, warning=True)


def say_hints(hints: list[Problem]) -> None:
    click.echo("The profile holds." if not hints else f"The profile holds. {len(hints)} things would make it stronger:")
    for hint in hints:
        click.echo(f"  {hint}")


def problem_record(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem.message,
        "remedy": problem.remedy,
        "line": problem.line,
        "column": problem.column,
        "warning": problem.warning,
    }


@profile.command()
@click.argument("file", metavar="PROFILE")
@click.option("--json", "as_json", is_flag=True, help="Print the profile as JSON (private parts left out).")
def show(file: str, as_json: bool) -> None:
    """Print PROFILE as text; what is private is only counted."""
    from applykit.profile import load_profile
    from applykit.profile.importing.importer import profile_data
    from applykit.profile.show import show_profile

    loaded = load_profile(Path(file))
    say_problems(loaded.problems)
    if as_json:
        data = {key: value for key, value in profile_data(loaded.profile).items() if key != "private"}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        click.echo(show_profile(loaded.profile), nl=False)


@profile.command()
@out_option
@overwrite_option
def schema(out: str | None, overwrite: bool) -> None:
    """Print the JSON Schema of a profile, which editors complete from."""
    from applykit.profile.schema import profile_schema

    write_result(json.dumps(profile_schema(), ensure_ascii=False, indent=1) + "\n", out, overwrite=overwrite)


@profile.command()
@click.argument("file", metavar="PROFILE")
@out_option
@overwrite_option
def redact(file: str, out: str | None, overwrite: bool) -> None:
    """Write a copy of PROFILE with name, contact, employers and schools replaced."""
    from applykit.profile import load_profile
    from applykit.profile.emit import dump_yaml
    from applykit.profile.importing.importer import profile_data
    from applykit.profile.redact import redact_data

    loaded = load_profile(Path(file))
    note = "# A copy without names. Read it through before you share it: texts may tell more than names do.\n"
    write_result(note + dump_yaml(redact_data(profile_data(loaded.profile))), out, overwrite=overwrite)


profile.add_command(import_command)
profile.add_command(caseload)
