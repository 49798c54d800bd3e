"""`applykit build`: one posting and one profile become three documents."""

import datetime
from typing import Any

import click

from applykit.cli.options import date_option, lexicon_option, posting_number_option, profile_option, say_problems
from applykit.errors import ApplykitError, Problem

RESUME_FORMATS = ["combination", "chronological", "functional", "career-change"]


def look_options(command: Any) -> Any:
    """Options that say how the documents look."""
    options = [
        click.option(
            "--design",
            default="classic",
            show_default=True,
            metavar="NAME|DIR",
            help="A design, or a folder of your own Word files.",
        ),
        click.option("--accent", default="", metavar="RRGGBB", help="Another accent colour."),
        click.option(
            "--format",
            "formats",
            default="docx",
            show_default=True,
            metavar="LIST",
            help="Any of docx,pdf,txt,md,html,json.",
        ),
        click.option("--overwrite", is_flag=True, help="Replace documents even where someone has changed them."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def content_options(command: Any) -> Any:
    """Options that say what goes into the documents."""
    options = [
        click.option("--pages", type=click.IntRange(1, 2), help="Resume pages; by the years of work when left out."),
        click.option(
            "--resume-format",
            type=click.Choice(RESUME_FORMATS),
            default=RESUME_FORMATS[0],
            show_default=True,
            help="The order of the resume.",
        ),
        click.option(
            "--address-gap", metavar="NAME", help="Speak of this gap in the letter; `main` for the most important one."
        ),
        click.option(
            "--letter-note", "notes", multiple=True, metavar="N:TEXT", help="Add a sentence of your own to paragraph N."
        ),
        click.option("--references", is_flag=True, help="Print references that have given their consent."),
        click.option("--explain", is_flag=True, help="Say why the resume shows what it shows."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("posting_file", metavar="POSTING")
@profile_option
@posting_number_option
@click.option("--out", "folder", default=".", show_default=True, metavar="DIR", help="Where the documents go.")
@look_options
@content_options
@date_option
@lexicon_option
def build(
    posting_file: str,
    profile_file: str,
    number: int | None,
    folder: str,
    design: str,
    accent: str,
    formats: str,
    overwrite: bool,
    explain: bool,
    date: datetime.date,
    lexicon_files: tuple[str, ...],
    **content: Any,
) -> None:
    """Write a tailored resume, a cover letter and a gap checklist for POSTING. `-` reads stdin.

    Nothing is written that the profile does not say. A document that was changed since, or that Word has
    open, is kept, and the new one goes beside it.
    """
    from applykit import pipeline
    from applykit.documents.formats import read_formats

    wanted = read_formats(formats)
    options = read_content_options(**content)
    tools = pipeline.load_tools(lexicon_files=lexicon_files, design=design, accent=accent)
    posting = pipeline.read_posting(posting_file, number=number)
    loaded = pipeline.read_profile(profile_file)
    built = pipeline.build(posting, loaded.profile, tools, date=date, options=options)
    documents, undone = pipeline.export(built, loaded.profile, tools, formats=wanted)
    say_problems(posting.problems + loaded.problems + tools.problems + built.problems + undone)
    if explain:
        click.echo("\n".join(built.application.resume.explanation), err=True)
    for path in pipeline.write(built, folder, overwrite=overwrite, documents=documents):
        click.echo(str(path))


def read_content_options(
    *, pages: int | None, resume_format: str, address_gap: str | None, notes: tuple[str, ...], references: bool
) -> Any:
    """The tailoring options as typed. Raises ApplykitError for a note without a paragraph."""
    from applykit.tailoring import LetterNote, ResumeFormat, TailoringOptions

    parsed = []
    for note in notes:
        number, colon, text = note.partition(":")
        if not colon or not number.isdigit() or not text.strip():
            raise ApplykitError(
                Problem(f"{note!r} names no paragraph.", 'Write it like --letter-note "2:My sentence."')
            )
        parsed.append(LetterNote(int(number), text.strip()))
    return TailoringOptions(
        pages=pages,
        format=ResumeFormat(resume_format),
        address_gap="" if address_gap == "main" else address_gap,
        letter_notes=tuple(parsed),
        references=references,
    )
