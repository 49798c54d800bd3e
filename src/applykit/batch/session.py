"""A batch from its options to its reports: the one call behind `applykit batch`."""

import datetime
import json
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from applykit import __version__, pipeline
from applykit.batch.choosing import Wish, choose_pairs, find_without
from applykit.batch.claim import claim_folder, refuse_claimed
from applykit.batch.disk import make_private_folder
from applykit.batch.executors import Executor, default_workers
from applykit.batch.inputs import read_caseload
from applykit.batch.ledger import Ledger, Row
from applykit.batch.ledger_file import LEDGER_NAME, open_existing_ledger, open_ledger
from applykit.batch.model import Caseload, Pair, State
from applykit.batch.pdfs import drop_stale, make_pdfs
from applykit.batch.plan import Plan, content_hash, make_plan
from applykit.batch.reading_cache import Found
from applykit.batch.reports import refuse_foreign_folder, write_reports
from applykit.batch.run import Progress, RunResult, find_all_requirements, moment_now, run_plan
from applykit.batch.work import Files, Setting, tools_for
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded


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
    least: int | None = None
    formats: tuple[str, ...] = ("docx",)
    overwrite: bool = False
    retry: bool = False
    dry_run: bool = False
    since: datetime.date | None = None
    only_failed: bool = False

    @property
    def wish(self) -> Wish:
        return Wish(self.pairs, self.top, self.least)


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
    if not options.dry_run:
        refuse_claimed(folder)
    caseload = read_caseload(options.clients, options.postings, since=options.since)
    with open_for(options, folder) as ledger, nullcontext() if options.dry_run else claim_folder(folder):
        setting = make_setting(options, ledger, today=today)
        scores, found = scores_for(options, caseload, setting, executor, progress)
        chosen = choose_pairs(options.wish, caseload, scores, setting=setting_key(setting))
        rows = list(ledger.rows())
        pairs = keep_failed(chosen, rows) if options.only_failed else chosen
        plan = make_plan(pairs, rows, folder=folder, overwrite=options.overwrite, retry=options.retry)
        if options.dry_run:
            return BatchResult(plan, None, caseload.problems, folder)
        note_run(options, setting, caseload, ledger)
        ledger.keep_without(find_without(options.wish, caseload, chosen, scores))
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
            overwrite=options.overwrite,
        )
        problems = (*caseload.problems, *problems, *bring_pdfs_up(options, folder, ledger, progress))
        ledger.keep_problems(problems)
        write_reports(folder, ledger)
    return BatchResult(plan, result, problems, folder)


def note_run(options: BatchOptions, setting: Setting, caseload: Caseload, ledger: Ledger) -> None:
    """What later commands need to know of this run: its day, its options, and everybody's names."""
    ledger.set_meta("date", setting.date)
    ledger.set_meta("options", json.dumps(asdict(absolute(options)), default=str))
    ledger.keep_names(caseload)


def bring_pdfs_up(options: BatchOptions, folder: Path, ledger: Ledger, progress: Progress) -> tuple[Problem, ...]:
    """Delete PDFs that are out of date, and make those that are missing where PDFs are asked for."""
    rows = list(ledger.rows())
    drop_stale(rows, folder, ledger)
    if "pdf" not in options.formats:
        return ()
    return make_pdfs(rows, folder, ledger, workers=default_workers(), progress=progress)


def keep_failed(pairs: Sequence[Pair], rows: Sequence[Row]) -> tuple[Pair, ...]:
    """The pairs that failed, were interrupted, or are new because a file that could not be read was mended."""
    done = {(row.pair.client, row.pair.opening) for row in rows if row.state is State.DONE}
    return tuple(pair for pair in pairs if (pair.client, pair.opening) not in done)


def open_for(options: BatchOptions, folder: Path) -> Ledger:
    """The ledger of the run; a dry run in a new folder has one in memory and leaves nothing behind."""
    if options.dry_run and not (folder / LEDGER_NAME).exists():
        return open_ledger(None)
    if not folder.is_dir():
        make_private_folder(folder, root=folder)
    return open_ledger(folder)


def absolute(options: BatchOptions) -> BatchOptions:
    """The options with whole paths, to be found again from anywhere."""
    return replace(
        options,
        clients=str(Path(options.clients).absolute()),
        postings=str(Path(options.postings).absolute()),
        out="",
        design=str(Path(options.design).absolute()) if Path(options.design).is_dir() else options.design,
        lexicon_files=tuple(str(Path(file).absolute()) for file in options.lexicon_files),
        pairs=str(Path(options.pairs).absolute()) if options.pairs else None,
    )


def read_last_options(folder: Path) -> BatchOptions:
    """The options of the last run in a folder, for trying again what failed. Raises ApplykitError."""
    with open_existing_ledger(folder) as ledger:
        text = ledger.meta("options")
    if text is None:
        raise ApplykitError(
            Problem("does not tell what its last run read.", "Use `applykit batch … --retry`.", file=str(folder))
        )
    from pydantic import TypeAdapter

    return replace(
        TypeAdapter(BatchOptions).validate_json(text),
        out=str(folder),
        retry=True,
        only_failed=True,
        overwrite=False,
    )


def make_setting(options: BatchOptions, ledger: Ledger, *, today: datetime.date) -> Setting:
    """The setting; without --date the day of the folder's first run, so that a resumed run changes nothing."""
    design = Path(options.design)
    setting = Setting(
        date=options.date.isoformat() if options.date else ledger.meta("date") or today.isoformat(),
        design=options.design if not design.is_dir() else "",
        design_files=pack(design) if design.is_dir() else (),
        lexicon_files=tuple(entry for file in options.lexicon_files for entry in pack(Path(file))),
        formats=tuple(name for name in options.formats if name not in ("docx", "pdf")),
    )
    return replace(setting, fingerprint=pipeline.fingerprint(tools_for(setting)))


def pack(place: Path) -> Files:
    """A file, or the files of a folder, by value and in the order of their names."""
    files = sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else [place]
    return tuple((file.name, read_bounded(file, OFFICE_LIMIT)) for file in files)


def setting_key(setting: Setting) -> str:
    """The hash of everything besides profile and posting that a document depends on."""
    return content_hash(__version__, setting.date, setting.fingerprint, *setting.formats)


def scores_for(
    options: BatchOptions, caseload: Caseload, setting: Setting, executor: Executor, progress: Progress
) -> tuple[dict[tuple[str, str], int], Found]:
    """Scores by client and posting id where pairs are chosen by them, with what the postings ask for; else nothing."""
    if not options.wish.needs_scores:
        return {}, {}
    from applykit.batch.rank import rank_caseload

    found, _ = find_all_requirements(caseload.openings, setting, executor, progress)
    ranking = rank_caseload(caseload, found, setting, executor=executor, progress=progress)
    return ranking.scores_by_pair(), found


def requirements_for(
    plan: Plan, caseload: Caseload, setting: Setting, found: Found, executor: Executor, progress: Progress
) -> tuple[Found, tuple[Problem, ...]]:
    """The requirements of every posting that the plan needs and that has not been read yet."""
    needed = {pair.opening for pair in plan.todo}
    openings = [item for item in caseload.openings if item.id in needed and item.content not in found]
    fresh, problems = find_all_requirements(openings, setting, executor, progress)
    return found | fresh, problems
