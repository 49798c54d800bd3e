"""One run of a caseload: read requirements, write applications, keep the ledger, make the reports.

The parent alone writes to the disk and the ledger. A pair is noted as started, its files are written whole
under their final names, and only then is it noted as done; so a run that is killed goes on where it was.
"""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from applykit.batch.executors import Executor, Lost
from applykit.batch.folders import give_folders, make_folder_name
from applykit.batch.ledger import Ledger
from applykit.batch.model import Caseload, Client, Opening, Outcome, Pair
from applykit.batch.plan import Plan
from applykit.batch.work import ReadTask, Setting, WriteTask, read_requirements, write_applications
from applykit.errors import Problem
from applykit.files import write_file
from applykit.requirements import Requirement

READ_CHUNK = 16
WRITE_CHUNK = 8

Found = dict[str, tuple[Requirement, ...]]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did: pairs written, failed and lost."""

    written: int
    failed: int


def chunks(items: Sequence[Any], size: int) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(items), size):
        yield tuple(items[start : start + size])


def find_all_requirements(
    openings: Sequence[Opening], setting: Setting, executor: Executor, progress: Progress
) -> tuple[Found, tuple[Problem, ...]]:
    """Requirements by the posting's content hash, each posting read once, and the postings that could not be."""
    unique = list({opening.content: opening for opening in openings}.values())
    tasks = [ReadTask(setting, part) for part in chunks(unique, READ_CHUNK)]
    found: Found = {}
    problems: list[Problem] = []
    for task, result in executor.run(read_requirements, tasks):
        if isinstance(result, Lost):
            problems += [lost_problem(opening.source) for opening in task.openings]
        else:
            found.update(result)
        progress("postings read", len(found), len(unique))
    return found, tuple(sorted(problems, key=str))


def lost_problem(source: str) -> Problem:
    return Problem(
        "the process that worked on it ended each time it was tried.",
        "Try it alone; if it ends again, report it.",
        file=source,
    )


def run_plan(
    plan: Plan,
    caseload: Caseload,
    found: Found,
    setting: Setting,
    *,
    folder: Path,
    ledger: Ledger,
    executor: Executor,
    progress: Progress,
    now: Callable[[], str],
) -> RunResult:
    """Write what the plan says is to do. `now` gives the moment for the ledger alone, never for a document."""
    folders = assign_folders(plan, caseload, ledger)
    tasks = list(make_tasks(plan.todo, caseload, found, setting))
    ledger.start((pair, folders[pair_id(pair)]) for pair in plan.todo)
    note_unread(plan.todo, caseload, found, ledger, now)
    written = failed = 0
    for task, result in executor.run(write_applications, tasks):
        for outcome in result if not isinstance(result, Lost) else lost_outcomes(task):
            settle(outcome, folders[pair_id(outcome.pair)], folder=folder, ledger=ledger, moment=now())
            failed += outcome.failed
            written += not outcome.failed
        progress("applications", written + failed, len(plan.todo))
    return RunResult(written, failed + len(plan.todo) - written - failed)


def pair_id(pair: Pair) -> str:
    return f"{pair.client}/{pair.opening}"


def assign_folders(plan: Plan, caseload: Caseload, ledger: Ledger) -> dict[str, str]:
    """A folder for every pair, relative to the run's folder; names given out in earlier runs stay."""
    taken = ledger.folders()
    clients = {key: name for key, name in taken.items() if "/" not in key}
    wanted = ((client.id, make_folder_name(client.name, fallback="Client")) for client in caseload.clients)
    clients = give_folders(wanted, taken=clients)
    openings = {opening.id: opening for opening in caseload.openings}
    pairs = {key: name for key, name in taken.items() if "/" in key}
    wishes = sorted(
        (pair_id(pair), f"{clients[pair.client]}/{opening_folder(openings[pair.opening])}")
        for pair in (*plan.todo, *plan.done, *plan.edited)
    )
    pairs = give_folders(wishes, taken=pairs)
    ledger.keep_folders(clients | pairs)
    return pairs


def opening_folder(opening: Opening) -> str:
    parts = [part for part in (opening.posting.employer, opening.posting.title) if part]
    return make_folder_name(" – ".join(parts), fallback=make_folder_name(opening.id, fallback="Posting"))


def make_tasks(pairs: Sequence[Pair], caseload: Caseload, found: Found, setting: Setting) -> Iterator[WriteTask]:
    """Tasks of a few applications of one client each, so that a client's data travels seldom and never mixed."""
    openings = {opening.id: opening for opening in caseload.openings}
    by_client: dict[str, list[Pair]] = {}
    for pair in pairs:
        if openings[pair.opening].content in found:
            by_client.setdefault(pair.client, []).append(pair)
    clients: dict[str, Client] = {client.id: client for client in caseload.clients}
    for client, own in by_client.items():
        for part in chunks(own, WRITE_CHUNK):
            applications = tuple((pair, openings[pair.opening], found[openings[pair.opening].content]) for pair in part)
            yield WriteTask(setting, clients[client], applications)


def note_unread(
    pairs: Iterable[Pair], caseload: Caseload, found: Found, ledger: Ledger, now: Callable[[], str]
) -> None:
    """Pairs whose posting could not be read fail at once."""
    contents = {opening.id: opening.content for opening in caseload.openings}
    for pair in pairs:
        if contents[pair.opening] not in found:
            ledger.fail(pair, reason="The posting could not be read; see problems.csv.", moment=now())


def lost_outcomes(task: WriteTask) -> tuple[Outcome, ...]:
    """The pairs of a task whose worker ended each time."""
    return tuple(Outcome(pair, problems=(lost_problem(opening.source),)) for pair, opening, _ in task.applications)


def settle(outcome: Outcome, subfolder: str, *, folder: Path, ledger: Ledger, moment: str) -> None:
    """Put one outcome on the disk and then into the ledger, in this order."""
    if outcome.failed or outcome.summary is None:
        reason = " ".join(str(replace(problem, file=None)) for problem in outcome.problems)
        ledger.fail(outcome.pair, reason=reason, moment=moment)
        return
    target = folder / subfolder
    make_private_folder(target, root=folder)
    for name, data in outcome.files:
        write_file(target / name, data, private=True)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in outcome.files}
    ledger.finish(outcome.pair, files=hashes, summary=outcome.summary, moment=moment)


def make_private_folder(target: Path, *, root: Path) -> None:
    """Make `target` and the folders between it and `root`, readable by their owner only."""
    for folder in (*reversed([parent for parent in target.parents if root in (parent, *parent.parents)]), target):
        folder.mkdir(mode=0o700, exist_ok=True)


def moment_now() -> str:
    """The time for the ledger, in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
