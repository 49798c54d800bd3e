"""One run of a caseload: read requirements, write applications, keep the ledger, make the reports.

The parent alone writes to the disk and the ledger. A pair is noted as started, its files are written whole
under their final names, and only then is it noted as done; so a run that is killed goes on where it was.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from applykit.batch.disk import WRITERS, check_room, clear_parts, hash_all, kept_names, write_pair
from applykit.batch.executors import Executor, Lost
from applykit.batch.folders import give_folders, make_folder_name
from applykit.batch.ledger import Done, Ledger, Row
from applykit.batch.model import Caseload, Client, Opening, Outcome, Pair
from applykit.batch.plan import Plan
from applykit.batch.reading_cache import Found, cache_folder, keep_known, read_known
from applykit.batch.work import ReadTask, Setting, WriteTask, read_requirements, tools_for, write_applications
from applykit.errors import ApplykitError, Problem

READ_CHUNK = 16
WRITE_CHUNK = 8

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did: pairs written, failed, and kept because someone edited them meanwhile."""

    written: int
    failed: int
    kept: int

    @property
    def count(self) -> int:
        return self.written + self.failed + self.kept

    def __add__(self, other: "RunResult") -> "RunResult":
        return RunResult(self.written + other.written, self.failed + other.failed, self.kept + other.kept)


def chunks(items: Sequence[Any], size: int) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(items), size):
        yield tuple(items[start : start + size])


def find_all_requirements(
    openings: Sequence[Opening], setting: Setting, executor: Executor, progress: Progress
) -> tuple[Found, tuple[Problem, ...]]:
    """Requirements by the posting's content hash, each posting read once, and the postings that could not be."""
    unique = {opening.content: opening for opening in openings}
    folder = cache_folder(tools_for(setting).lexicon)
    found: Found = read_known(unique, folder)
    tasks = [
        ReadTask(setting, part) for part in chunks([unique[key] for key in unique if key not in found], READ_CHUNK)
    ]
    problems: list[Problem] = []
    for task, result in executor.run(read_requirements, tasks):
        if isinstance(result, Lost):
            problems += [lost_problem(opening.source) for opening in task.openings]
        else:
            found.update(result)
            keep_known(dict(result), folder)
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
    overwrite: bool = False,
) -> RunResult:
    """Write what the plan says is to do. `now` gives the moment for the ledger alone, never for a document."""
    rows = {(row.pair.client, row.pair.opening): row for row in ledger.rows()}
    folders = assign_folders(plan, caseload, ledger)
    clear_parts(folder)
    tasks = list(make_tasks(plan.todo, caseload, found, setting))
    ledger.start((pair, folders[pair_id(pair)]) for pair in plan.todo)
    total = RunResult(0, note_unread(plan.todo, caseload, found, ledger, now), 0)
    if plan.todo:
        progress("applications", 0, len(plan.todo))
    with ThreadPoolExecutor(WRITERS) as pool:
        desk = Desk(folder, ledger, rows, folders, overwrite, pool, now)
        for task, result in executor.run(write_applications, tasks):
            total += desk.settle(result if not isinstance(result, Lost) else lost_outcomes(task))
            progress("applications", total.count, len(plan.todo))
    return total


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


def note_unread(pairs: Iterable[Pair], caseload: Caseload, found: Found, ledger: Ledger, now: Callable[[], str]) -> int:
    """Pairs whose posting could not be read fail at once; returns how many."""
    contents = {opening.id: opening.content for opening in caseload.openings}
    unread = [pair for pair in pairs if contents[pair.opening] not in found]
    for pair in unread:
        ledger.fail(pair, reason="The posting could not be read; see problems.csv.", moment=now())
    return len(unread)


def lost_outcomes(task: WriteTask) -> tuple[Outcome, ...]:
    """The pairs of a task whose worker ended each time."""
    return tuple(Outcome(pair, problems=(lost_problem(opening.source),)) for pair, opening, _ in task.applications)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where outcomes are settled: the run's folder and ledger, what was known of each pair, and its folder."""

    folder: Path
    ledger: Ledger
    rows: Mapping[tuple[str, str], Row]
    folders: Mapping[str, str]
    overwrite: bool
    pool: ThreadPoolExecutor
    now: Callable[[], str]

    def settle(self, outcomes: Sequence[Outcome]) -> RunResult:
        """Put outcomes on the disk and then into the ledger, in this order.

        What a person has edited while the run went on is kept. Raises ApplykitError where the drive takes no more.
        """
        good = [outcome for outcome in outcomes if outcome.summary is not None and not outcome.failed]
        kept = [] if self.overwrite else [outcome for outcome in good if self._is_edited(outcome)]
        good = [outcome for outcome in good if outcome not in kept]
        self.ledger.expect((outcome.pair, hash_all(outcome.files)) for outcome in good)
        done: list[Done] = []
        try:
            for outcome in good:
                done += self._write(outcome)
        finally:
            self.ledger.finish(done, moment=self.now())
        for outcome in kept:
            self.ledger.keep(outcome.pair)
        for outcome in outcomes:
            if outcome.failed:
                self._fail(outcome.pair, outcome.problems)
        return RunResult(len(done), len(outcomes) - len(done) - len(kept), len(kept))

    def _place(self, pair: Pair) -> tuple[Path, Row | None]:
        return self.folder / self.folders[pair_id(pair)], self.rows.get((pair.client, pair.opening))

    def _is_edited(self, outcome: Outcome) -> bool:
        target, row = self._place(outcome.pair)
        return bool(kept_names(outcome.files, target, row))

    def _write(self, outcome: Outcome) -> list[Done]:
        """Write one pair's files; a pair that cannot be written fails alone while others can."""
        target, row = self._place(outcome.pair)
        try:
            write_pair(outcome.files, target, root=self.folder, row=row, pool=self.pool)
        except ApplykitError as error:
            check_room(self.folder)
            self._fail(outcome.pair, error.problems)
            return []
        return [Done(outcome.pair, hash_all(outcome.files), outcome.summary)] if outcome.summary else []

    def _fail(self, pair: Pair, problems: Sequence[Problem]) -> None:
        reason = " ".join(str(replace(problem, file=None)) for problem in problems)
        self.ledger.fail(pair, reason=reason, moment=self.now())


def moment_now() -> str:
    """The time for the ledger, in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
