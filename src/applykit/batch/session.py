"""A batch from its options to its reports: the one call behind `applykit batch`."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from applykit import __version__, pipeline
from applykit.batch.executors import Executor
from applykit.batch.inputs import read_caseload
from applykit.batch.ledger import Ledger, open_ledger
from applykit.batch.model import Caseload, Opening, Pair
from applykit.batch.plan import Plan, all_pairs, content_hash, make_plan, read_pairs, top_pairs
from applykit.batch.progress import Progress
from applykit.batch.reports import refuse_foreign_folder, write_reports
from applykit.batch.run import Found, RunResult, find_all_requirements, moment_now, run_plan
from applykit.batch.work import Files, Setting, tools_for
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded, write_file


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What the user asked for; paths as typed."""

    clients: str
    postings: str
    out: str
    date: datetime.date | None = None
    design: str = "classic"
    lexicon_files: tuple[str, ...] = ()
    pairs: str | None = None
    top: int | None = None
    overwrite: bool = False
    retry: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of it, for the command line to tell."""

    plan: Plan
    run: RunResult | None
    problems: tuple[Problem, ...]
    folder: Path


def run_batch(options: BatchOptions, *, executor: Executor, progress: Progress, today: datetime.date) -> BatchResult:
    """Read, plan, write, report. Raises ApplykitError where nothing can be done at all."""
    folder = Path(options.out).absolute()
    refuse_foreign_folder(folder)
    caseload = read_caseload(options.clients, options.postings)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open_ledger(folder) as ledger:
        setting = make_setting(options, ledger, today=today)
        found: Found = {}
        problems: tuple[Problem, ...] = ()
        pairs = choose_pairs(options, caseload, setting, found, executor, progress)
        plan = make_plan(pairs, list(ledger.rows()), folder=folder, overwrite=options.overwrite, retry=options.retry)
        if options.dry_run:
            return BatchResult(plan, None, caseload.problems, folder)
        ledger.keep_names(caseload)
        found, problems = requirements_for(plan, caseload, setting, found, executor, progress)
        result = run_plan(
            plan,
            caseload,
            found,
            setting,
            folder=folder,
            ledger=ledger,
            executor=executor,
            progress=progress,
            now=moment_now,
        )
        problems = (*caseload.problems, *problems)
        ledger.keep_problems(problems)
        write_reports(folder, ledger)
    return BatchResult(plan, result, problems, folder)


def make_setting(options: BatchOptions, ledger: Ledger, *, today: datetime.date) -> Setting:
    """The setting; without --date the day of the folder's first run, so that a resumed run changes nothing."""
    date = options.date.isoformat() if options.date else ledger.meta("date") or today.isoformat()
    ledger.set_meta("date", date)
    design = Path(options.design)
    return Setting(
        date=date,
        design=options.design if not design.is_dir() else "",
        design_files=pack(design) if design.is_dir() else (),
        lexicon_files=tuple(entry for file in options.lexicon_files for entry in pack(Path(file))),
    )


def pack(place: Path) -> Files:
    """A file, or the files of a folder, by value and in the order of their names."""
    files = sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else [place]
    return tuple((file.name, read_bounded(file, OFFICE_LIMIT)) for file in files)


def setting_key(setting: Setting) -> str:
    """The hash of everything besides profile and posting that a document depends on."""
    return content_hash(__version__, setting.date, pipeline.fingerprint(tools_for(setting)))


def choose_pairs(
    options: BatchOptions,
    caseload: Caseload,
    setting: Setting,
    found: Found,
    executor: Executor,
    progress: Progress,
) -> tuple[Pair, ...]:
    """The pairs asked for: from a file, the best postings for each client, or all."""
    key = setting_key(setting)
    if options.pairs:
        path = Path(options.pairs)
        return read_pairs(path, read_bounded(path, OFFICE_LIMIT), caseload, setting=key)
    if options.top:
        from applykit.batch.rank import rank_caseload

        found.update(find_all_requirements(caseload.openings, setting, executor, progress)[0])
        ranking = rank_caseload(caseload, found, setting, executor=executor, progress=progress)
        return top_pairs(caseload, ranking.scores_by_pair(), most=options.top, setting=key)
    return all_pairs(caseload, setting=key)


def requirements_for(
    plan: Plan, caseload: Caseload, setting: Setting, found: Found, executor: Executor, progress: Progress
) -> tuple[Found, tuple[Problem, ...]]:
    """The requirements of every posting that the plan needs and that has not been read yet."""
    needed = {pair.opening for pair in plan.todo}
    openings = [item for item in caseload.openings if item.id in needed and item.content not in found]
    fresh, problems = find_all_requirements(openings, setting, executor, progress)
    return found | fresh, problems


WRITERS = {".xlsx", ".csv", ".json"}


def rank_files(
    clients: str,
    postings: str,
    out: str,
    *,
    date: datetime.date,
    lexicon_files: tuple[str, ...],
    executor: Executor,
    progress: Progress,
) -> tuple[tuple[Problem, ...], int]:
    """Rank a caseload into a file; returns the inputs' problems and the number of pairs. Raises ApplykitError."""
    from applykit.batch.matrix import write_csv, write_json, write_matrix
    from applykit.batch.rank import rank_caseload

    ending = Path(out).suffix.casefold()
    if ending not in WRITERS:
        raise ApplykitError(Problem("has an ending that cannot be written.", "Use .xlsx, .csv or .json.", file=out))
    caseload = read_caseload(clients, postings)
    files = tuple(entry for file in lexicon_files for entry in pack(Path(file)))
    setting = Setting(date=date.isoformat(), design="classic", lexicon_files=files)
    found, problems = find_all_requirements(caseload.openings, setting, executor, progress)
    ranking = rank_caseload(caseload, found, setting, executor=executor, progress=progress)
    people = [client.name for client in caseload.clients]
    positions = [label_of(opening) for opening in caseload.openings]
    if ending == ".xlsx":
        data = write_matrix(ranking, people=people, positions=positions)
    else:
        data = write_csv(ranking) if ending == ".csv" else write_json(ranking)
    write_file(out, data, private=True)
    return (*caseload.problems, *problems), ranking.scores.size


def label_of(opening: Opening) -> str:
    """Position and employer, or the id where the posting tells neither."""
    return ", ".join(part for part in (opening.posting.title, opening.posting.employer) if part) or opening.id
