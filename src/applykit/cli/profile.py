"""`applykit profile`: write, check, show, import and share what a person can prove."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from applykit.cli.options import say_problems
from applykit.errors import ApplykitError, Problem

QUESTIONS = (
    ("name", "Your name"),
    ("label", "Headline, a title you hold or held (Enter to skip)"),
    ("email", "E-mail"),
    ("phone", "Phone"),
    ("place", "City and state, e.g. Dayton, OH"),
    ("job_name", "Present or last employer"),
    ("job_position", "Your title there"),
    ("job_startDate", "Since when, e.g. 2021-06 or June 2021"),
    ("job_endDate", "Until when, or present"),
    ("did_1", "One thing you did there, with a number if you can"),
    ("did_2", "Another one"),
    ("did_3", "A third one"),
    ("school_institution", "School"),
    ("school_studyType", "Degree or diploma"),
    ("school_endDate", "When finished"),
    ("credential_name", "A certificate or licence you hold"),
    ("credential_issuer", "Who issued it"),
    ("credential_expires", "When it expires"),
    ("skills", "Skills, with commas"),
)
DATES = frozenset({"job_startDate", "job_endDate", "school_endDate", "credential_expires"})


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def profile() -> None:
    """Write a profile once, or bring the resume you have; check it, show it, share it without names."""


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


@profile.command()
@click.argument("out", metavar="[FILE]", default="profile.yaml")
@click.option("--example", metavar="OCCUPATION", help="Write a commented example instead of asking.")
@overwrite_option
def new(out: str, example: str | None, overwrite: bool) -> None:
    """Write a first profile to FILE (profile.yaml): a few questions, or --example for an occupation."""
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
        text = profile_from_answers(ask_questions())
    write_result(text, out, overwrite=overwrite)


def ask_questions() -> dict[str, str]:
    """The answers of a person; Enter skips a question, dates are read in any usual form."""
    from applykit.profile.dateforms import read_date

    answers: dict[str, str] = {}
    for key, question in QUESTIONS:
        if key.startswith("job_") and key != "job_name" and not answers.get("job_name"):
            continue
        while True:
            answer = click.prompt(question, default="", show_default=False, err=True).strip()
            if key == "name" and not answer:
                click.echo("A profile needs a name.", err=True)
            elif key in DATES and answer and read_date(answer) is None:
                click.echo("That is no date: write 2021, 2021-06, June 2021 or present.", err=True)
            else:
                break
        answers[key] = (read_date(answer) or "") if key in DATES and answer else answer
    return answers


@profile.command()
@click.argument("file", metavar="PROFILE")
@click.option("--json", "as_json", is_flag=True, help="Print problems and hints as JSON.")
def check(file: str, as_json: bool) -> None:
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
    hints = [hint_problem(hint, loaded) for hint in find_hints(loaded.profile)]
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


@profile.command("import")
@click.argument("file", metavar="FILE")
@click.option(
    "--out", "-o", metavar="FILE|DIR", help="Where to write; the terminal when left out; a folder for a caseload."
)
@click.option("--merge", "merge_file", metavar="PROFILE", help="Add what is new to this profile.")
@click.option(
    "--keep", type=click.Choice(["mine", "theirs"]), help="Whose value stays where the two differ; asks otherwise."
)
@overwrite_option
def import_command(file: str, out: str | None, merge_file: str | None, keep: str | None, overwrite: bool) -> None:
    """Turn FILE into a profile: a resume (.docx, .pdf, .txt, .md), JSON Resume, RenderCV, YAMLResume, a LinkedIn
    export (ZIP or folder), or a caseload (.xlsx, .csv).

    Comments mark every guess; what found no place stays under `unplaced`. Exits 1 when something needs a look first.
    """
    from applykit.profile.importing import import_file

    people = import_file(file)
    if len(people) > 1 or people[0].row is not None:
        if merge_file:
            raise ApplykitError(Problem("A caseload is about several people.", "Import it without --merge.", file=file))
        write_caseload(people, file, out, overwrite=overwrite)
        return
    if merge_file:
        merge_into(merge_file, people[0], file, out, keep)
        return
    write_one(people[0], file, out, overwrite=overwrite)


def write_one(person: Any, file: str, out: str | None, *, overwrite: bool) -> None:
    from applykit.profile.importing import imported_yaml

    text = imported_yaml(person.draft, source=Path(file).name)
    write_result(text, out, overwrite=overwrite)
    problems = problems_of(text)
    summary = f"{person.kind}: {len(person.draft.guesses)} guesses, {len(person.draft.unplaced)} texts without a place."
    click.echo(summary, err=True)
    for doubt in person.draft.doubts:
        click.echo(f"Doubt: {doubt}", err=True)
    say_problems(problems)
    sys.exit(1 if problems or person.draft.doubts else 0)


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with imported YAML, such as an end before a start that stood so in the source."""
    from applykit.profile import load_profile

    try:
        return load_profile(text).problems
    except ApplykitError as error:
        return error.problems


def write_caseload(people: tuple[Any, ...], file: str, out: str | None, *, overwrite: bool) -> None:
    """One profile a client, named after the person."""
    from applykit.profile.importing import imported_yaml
    from applykit.profile.importing.filenames import profile_names

    if out is None:
        raise ApplykitError(
            Problem(f"holds {len(people)} clients.", "Say where to write them: --out FOLDER.", file=file)
        )
    names = profile_names([person.draft.data["basics"]["name"] for person in people])
    bad = 0
    for name, person in zip(names, people, strict=True):
        text = imported_yaml(person.draft, source=f"{Path(file).name}, row {person.row}")
        write_result(text, str(Path(out) / name), overwrite=overwrite)
        problems = problems_of(text)
        bad += bool(problems or person.draft.doubts)
        say_problems(tuple(Problem(p.message, p.remedy, file=name, line=p.line, column=p.column) for p in problems))
        for doubt in person.draft.doubts:
            click.echo(f"{name}: {doubt}", err=True)
    sys.exit(1 if bad else 0)


def merge_into(merge_file: str, person: Any, file: str, out: str | None, keep: str | None) -> None:
    """Add what is new; the file's own comments and order stay."""
    from applykit.files import write_file
    from applykit.profile.importing.merge import keep_mine, keep_theirs
    from applykit.profile.importing.mergefile import merged_text

    decide = {"mine": keep_mine, "theirs": keep_theirs}.get(keep or "", ask_conflict)
    text, added = merged_text(Path(merge_file), person.draft, decide=decide)
    problems = problems_of(text)
    if any(not problem.warning for problem in problems):
        raise ApplykitError(problems)
    write_file(out or merge_file, text.encode("utf-8"), private=True)
    click.echo(f"Wrote {out or merge_file}: {added} lines more, from {Path(file).name}.", err=True)
    say_problems(problems)


def ask_conflict(conflict: Any) -> Any:
    """Which of two values stays."""
    private = conflict.pointer.startswith("/private")
    mine, theirs = ("(private)", "(private)") if private else (conflict.mine, conflict.theirs)
    click.echo(f"{conflict.pointer}\n  mine:   {mine}\n  theirs: {theirs}", err=True)
    if not sys.stdin.isatty():
        remedy = "Say which stays: --keep mine or --keep theirs."
        raise ApplykitError(Problem(f"Both profiles have a value at {conflict.pointer}, and they differ.", remedy))
    answer = click.prompt("Keep", type=click.Choice(["mine", "theirs"]), default="mine", err=True)
    return conflict.theirs if answer == "theirs" else conflict.mine


@profile.command()
@click.argument("file", metavar="[FILE]", default="caseload.xlsx")
@click.option("--blank", is_flag=True, help="Write an empty workbook with the columns that `profile import` knows.")
@overwrite_option
def caseload(file: str, blank: bool, overwrite: bool) -> None:
    """List the clients in a caseload FILE (caseload.xlsx), or write a --blank one to fill in."""
    from applykit.files import write_file
    from applykit.profile.importing.sheets import blank_workbook

    if blank:
        if Path(file).exists() and not overwrite:
            raise ApplykitError(Problem("is already there.", "Choose another name or add --overwrite.", file=file))
        write_file(file, blank_workbook(), private=True)
        click.echo(
            f"Wrote {file}. Fill in one row a client, then `applykit profile import {file} --out FOLDER`.", err=True
        )
        return
    list_clients(file)


def list_clients(file: str) -> None:
    from applykit.cli.table import format_table
    from applykit.profile.importing import import_file

    rows = [
        [
            str(person.row or ""),
            person.draft.data["basics"]["name"],
            str(len(person.draft.data.get("work", []))),
            str(len(person.draft.data.get("certificates", []))),
            "; ".join(person.draft.doubts),
        ]
        for person in import_file(file)
    ]
    click.echo(format_table(["Row", "Name", "Jobs", "Credentials", "Doubts"], rows))
