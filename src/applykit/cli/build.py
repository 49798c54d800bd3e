"""`applykit build`: one posting and one profile become three documents."""

import datetime

import click

from applykit.cli.options import date_option, lexicon_option, posting_number_option, profile_option, say_problems


@click.command()
@click.argument("posting_file", metavar="POSTING")
@profile_option
@posting_number_option
@click.option("--out", "folder", default=".", show_default=True, metavar="DIR", help="Where the documents go.")
@click.option("--design", default="classic", show_default=True, metavar="NAME|DIR", help="How the documents look.")
@click.option("--overwrite", is_flag=True, help="Replace documents even where someone has changed them.")
@date_option
@lexicon_option
def build(
    posting_file: str,
    profile_file: str,
    number: int | None,
    folder: str,
    design: str,
    overwrite: bool,
    date: datetime.date,
    lexicon_files: tuple[str, ...],
) -> None:
    """Write a tailored resume, a cover letter and a gap checklist for POSTING. `-` reads stdin.

    Nothing is written that the profile does not say. A document that was changed since, or that Word has
    open, is kept, and the new one goes beside it.
    """
    from applykit import pipeline

    tools = pipeline.load_tools(lexicon_files=lexicon_files, design=design)
    posting = pipeline.read_posting(posting_file, number=number)
    loaded = pipeline.read_profile(profile_file)
    built = pipeline.build(posting, loaded.profile, tools, date=date)
    say_problems(posting.problems + loaded.problems + tools.problems)
    for path in pipeline.write(built, folder, overwrite=overwrite):
        click.echo(str(path))
