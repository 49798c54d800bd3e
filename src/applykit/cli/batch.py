"""`applykit batch`: a whole caseload, resumable."""

import datetime
from collections import Counter
from typing import Any

import click

from applykit.cli.options import lexicon_option, say_problems

STOPPED = 130  # as shells say for Ctrl-C


class RunByDefault(click.Group):
    """`batch CLIENTS POSTINGS` is `batch run CLIENTS POSTINGS`."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["run", *args]
        return super().resolve_command(ctx, args)


def running_options(command: Any) -> Any:
    """Options that say where and how the work runs."""
    options = [
        click.option(
            "--workers", type=click.IntRange(min=1), metavar="N", help="Processes; all processors by default."
        ),
        click.option(
            "--scheduler", metavar="ADDRESS", help="A Dask scheduler: tcp://localhost:8786 or tls://host:8786."
        ),
        click.option("--insecure", is_flag=True, help="Allow tcp:// to a scheduler on another machine."),
        click.option("--quiet", is_flag=True, help="No progress."),
        click.option("--verbose", is_flag=True, help="List every problem with its file; files may bear names."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def choose_executor(workers: int | None, scheduler: str | None, insecure: bool) -> Any:
    """A cluster where one is named, else processes; one process where one worker is asked for."""
    from applykit.batch import dask, executors

    if scheduler:
        dask.check_address(scheduler, insecure=insecure)
        return dask.Cluster(scheduler, insecure)
    count = workers or executors.default_workers()
    return executors.InProcess() if count == 1 else executors.Processes(count)


@click.group(cls=RunByDefault)
def batch() -> None:
    """Write applications for many clients and many postings, and go on where a stopped run was.

    \b
    applykit batch CLIENTS POSTINGS --out DIR    write everything that is missing or changed
    applykit batch status DIR                    what is done, failed, edited
    applykit batch retry DIR                     try again what failed
    applykit batch purge DIR --client ID         remove one client for good
    applykit batch run --help                    all options of the first
    """


@batch.command()
@click.argument("clients", metavar="CLIENTS")
@click.argument("postings", metavar="POSTINGS")
@click.option("--out", required=True, metavar="DIR", help="Where the applications, reports and ledger go.")
@click.option("--pairs", metavar="FILE", help="A CSV with the columns client and posting: only these pairs.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only the N best postings for each client, none that scores 0.",
)
@click.option("--least", type=click.IntRange(0, 100), metavar="SCORE", help="Only postings that reach this score.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Only postings whose file is that new."
)
@click.option("--design", default="classic", show_default=True, metavar="NAME|DIR", help="How the documents look.")
@click.option(
    "--format",
    "formats",
    default="docx",
    show_default=True,
    metavar="LIST",
    help="Also any of pdf,txt,md,html,json; Word files are always written.",
)
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on the documents; the day of the first run in DIR when left out.",
)
@click.option("--overwrite", is_flag=True, help="Write anew even what someone has edited.")
@click.option("--retry", is_flag=True, help="Try again what failed before.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done; writes nothing.")
@running_options
@lexicon_option
def run(
    date: datetime.datetime | None,
    since: datetime.datetime | None,
    workers: int | None,
    scheduler: str | None,
    insecure: bool,
    quiet: bool,
    verbose: bool,
    formats: str,
    **choices: Any,
) -> None:
    """Write applications for CLIENTS and POSTINGS.

    CLIENTS is a folder of profiles, resumes or exports, or a caseload as .xlsx or .csv; POSTINGS is a folder, a CSV
    or JSON Lines file, or a saved newsletter. Stop it at any moment and run it again: only what is missing or
    changed is written, and documents that someone has edited are kept.
    """
    from applykit.batch.session import BatchOptions
    from applykit.documents.formats import read_formats

    options = BatchOptions(
        date=date.date() if date else None,
        since=since.date() if since else None,
        formats=read_formats(formats),
        **choices,
    )
    run_and_tell(options, choose_executor(workers, scheduler, insecure), quiet=quiet, verbose=verbose)


@batch.command()
@click.argument("folder", metavar="DIR")
@running_options
def retry(folder: str, workers: int | None, scheduler: str | None, insecure: bool, quiet: bool, verbose: bool) -> None:
    """Do what failed, was interrupted or could not be read in DIR, with the inputs and options of its last run."""
    from pathlib import Path

    from applykit.batch.session import read_last_options

    options = read_last_options(Path(folder))
    run_and_tell(options, choose_executor(workers, scheduler, insecure), quiet=quiet, verbose=verbose)


def run_and_tell(options: Any, executor: Any, *, quiet: bool, verbose: bool) -> None:
    """Run, and say in a few lines what came of it; ids and counts, names only in the files."""
    from applykit.batch.progress import Progress
    from applykit.batch.session import run_batch

    try:
        result = run_batch(options, executor=executor, progress=Progress(quiet=quiet), today=datetime.date.today())
    except KeyboardInterrupt:
        click.echo("\nStopped. Run the same command again: it goes on where it was.", err=True)
        raise SystemExit(STOPPED) from None
    tell_problems(result.problems, verbose=verbose)
    plan = result.plan
    click.echo(f"To do {len(plan.todo)}, done before {len(plan.done)}, kept because edited {len(plan.edited)}.")
    if result.run is None:
        for pair in plan.todo:
            click.echo(f"{pair.client}\t{pair.opening}")
        return
    kept = f", kept because edited meanwhile {result.run.kept}" if result.run.kept else ""
    click.echo(f"Written {result.run.written}, failed {result.run.failed}{kept}.")
    click.echo(f"See summary.xlsx, counselor-report.docx and problems.csv in {result.folder}.")


def tell_problems(problems: tuple[Any, ...], *, verbose: bool) -> None:
    """How many inputs have problems; each with its file only when asked, since files may be named after people."""
    if verbose:
        say_problems(problems)
    elif problems:
        warnings = sum(problem.warning for problem in problems)
        click.echo(f"Errors in inputs {len(problems) - warnings}, warnings {warnings}; --verbose lists them.", err=True)


@batch.command()
@click.argument("folder", metavar="DIR")
@click.option("--since", metavar="YYYY-MM-DD", help="Only what was finished on or after this day.")
@click.option("--names", is_flag=True, help="Show the folders too; they bear people's names.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list with everything.")
def status(folder: str, since: str | None, names: bool, as_json: bool) -> None:
    """Tell what the ledger in DIR holds: pairs done, edited, missing, failed or interrupted, by client id."""
    import json
    from pathlib import Path

    from applykit.batch.status import read_status
    from applykit.cli.table import format_table

    rows = read_status(Path(folder), since=since)
    if as_json:
        click.echo(json.dumps([row.record() for row in rows], ensure_ascii=False, indent=1))
        return
    header = ["Client", "Posting", "State", "Score", "Folder or reason" if names else "Reason"]
    click.echo(format_table(header, [row.cells(names=names) for row in rows]))
    counts = Counter(row.state for row in rows)
    click.echo(", ".join(f"{state} {number}" for state, number in sorted(counts.items())) or "nothing yet", err=True)


@batch.command()
@click.argument("folder", metavar="DIR")
@click.option("--client", required=True, metavar="ID", help="The client's id, as `batch status` shows it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(folder: str, client: str, yes: bool) -> None:
    """Remove a client's files and ledger rows from DIR, and make the reports anew."""
    from pathlib import Path

    from applykit.batch.purge import check_client, purge_client

    check_client(client, folder=Path(folder))
    if not yes:
        click.confirm(f"This deletes the documents and rows of {client} for good. Go on?", abort=True)
    gone = purge_client(client, folder=Path(folder))
    click.echo(f"Removed {gone} applications of {client}. Take the profile out of your folder too, or it comes again.")
