"""A ranking from its inputs to its file: the one call behind `applykit rank`."""

import datetime
from pathlib import Path

from applykit.batch.executors import Executor
from applykit.batch.inputs import read_caseload
from applykit.batch.matrix import write_csv, write_json, write_matrix
from applykit.batch.model import Opening
from applykit.batch.rank import rank_caseload
from applykit.batch.run import Progress, find_all_requirements
from applykit.batch.session import pack
from applykit.batch.work import Setting
from applykit.errors import ApplykitError, Problem
from applykit.files import write_file

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
