"""`applykit batch`: a whole caseload, resumable."""

import datetime
from typing import Any

import click

from applykit.cli.options import lexicon_option, say_problems


class RunByDefault(click.Group):
    """`batch CLIENTS POSTINGS` is `batch run CLIENTS POSTINGS`."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
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
    applykit batch purge DIR --client ID         remove one client for good
    """


@batch.command()
@click.argument("clients", metavar="CLIENTS")
@click.argument("postings", metavar="POSTINGS")
@click.option("--out", required=True, metavar="DIR", help="Where the applications, reports and ledger go.")
@click.option("--pairs", metavar="FILE", help="A CSV with the columns client and posting: only these pairs.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N best postings for each client.")
@click.option("--design", default="classic", show_default=True, metavar="NAME|DIR", help="How the documents look.")
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on the documents; the day of the first run in DIR when left out.",
)
@click.option("--overwrite", is_flag=True, help="Write anew even what someone has edited.")
@click.option("--retry", is_flag=True, help="Try again what failed before.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@running_options
@lexicon_option
def run(
    clients: str,
    postings: str,
    out: str,
    date: datetime.datetime | None,
    workers: int | None,
    scheduler: str | None,
    insecure: bool,
    quiet: bool,
    **choices: Any,
) -> None:
    """Write applications for CLIENTS (a folder of profiles, a workbook or CSV) and POSTINGS (a folder or a list)."""
    from applykit.batch.progress import Progress
    from applykit.batch.session import BatchOptions, run_batch

    options = BatchOptions(clients, postings, out, date=date.date() if date else None, **choices)
    executor = choose_executor(workers, scheduler, insecure)
    result = run_batch(options, executor=executor, progress=Progress(quiet=quiet), today=datetime.date.today())
    say_problems(result.problems)
    plan = result.plan
    click.echo(f"To do {len(plan.todo)}, done before {len(plan.done)}, kept because edited {len(plan.edited)}.")
    if result.run is None:
        for pair in plan.todo:
            click.echo(f"{pair.client}\t{pair.opening}")
        return
    click.echo(f"Written {result.run.written}, failed {result.run.failed}.")
    click.echo(f"See {result.folder / 'summary.xlsx'} and {result.folder / 'problems.csv'}.")


@batch.command()
@click.argument("folder", metavar="DIR")
@click.option("--since", metavar="YYYY-MM-DD", help="Only what was finished on or after this day.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def status(folder: str, since: str | None, as_json: bool) -> None:
    """Tell what the ledger in DIR holds: pairs done, failed and edited, by client."""
    import json
    from pathlib import Path

    from applykit.batch.status import read_status
    from applykit.cli.table import format_table

    rows = read_status(Path(folder), since=since)
    if as_json:
        click.echo(json.dumps([row.record() for row in rows], ensure_ascii=False, indent=1))
        return
    click.echo(format_table(["Client", "Posting", "State", "Score", "Folder or reason"], [row.cells() for row in rows]))


@batch.command()
@click.argument("folder", metavar="DIR")
@click.option("--client", required=True, metavar="ID", help="The client's id, as `batch status` shows it.")
@click.confirmation_option(prompt="This deletes the client's documents and rows for good. Go on?")
def purge(folder: str, client: str) -> None:
    """Remove a client's files and ledger rows from DIR, and make the reports anew."""
    from pathlib import Path

    from applykit.batch.purge import purge_client

    gone = purge_client(client, folder=Path(folder))
    click.echo(f"Removed {gone} applications of {client}.")
