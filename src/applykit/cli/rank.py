"""`applykit rank`: every client beside every posting."""

import datetime
from typing import Any

import click

from applykit.cli.batch import choose_executor, running_options, tell_problems
from applykit.cli.options import date_option, lexicon_option


@click.command()
@click.argument("clients", metavar="CLIENTS")
@click.argument("postings", metavar="POSTINGS")
@click.option("--out", default="ranking.xlsx", show_default=True, metavar="FILE", help="Ends in .xlsx, .csv or .json.")
@date_option
@running_options
@lexicon_option
def rank(
    clients: str,
    postings: str,
    out: str,
    date: datetime.date,
    workers: int | None,
    scheduler: str | None,
    insecure: bool,
    quiet: bool,
    verbose: bool,
    lexicon_files: tuple[str, ...],
) -> None:
    """Score every client with every posting: who fits this posting, what fits this client.

    CLIENTS is a folder of profiles, a workbook or a CSV; POSTINGS a folder or a list. Scores leave out the gates,
    which are counted beside them.
    """
    from applykit.batch.progress import Progress
    from applykit.batch.ranking import rank_files

    executor: Any = choose_executor(workers, scheduler, insecure)
    problems, pairs = rank_files(
        clients,
        postings,
        out,
        date=date,
        lexicon_files=lexicon_files,
        executor=executor,
        progress=Progress(quiet=quiet),
    )
    tell_problems(problems, verbose=verbose)
    click.echo(f"Ranked {pairs} pairs: {out}")
