"""`applykit profile import` and `caseload`: the resume or list that a person has, as profiles."""

import sys
from pathlib import Path
from typing import Any

import click

from applykit.cli.options import say_problems
from applykit.cli.writing import overwrite_option, write_result
from applykit.errors import ApplykitError, Problem


@click.command("import")
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


@click.command()
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
