"""Every client with every posting: scores and gates as arrays, equal to the pairwise report.

Each distinct thing that any posting asks for is one column (`columns.py`). A client's answer to it is judged once,
by the same functions that judge a single pair; a posting's score is then a weighted sum over its columns. Time grows
with clients × columns and with pairs, both linearly.
"""

import datetime
import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from applykit.batch.columns import (
    NO_PART,
    PARTS,
    STATES,
    Bytes,
    Judge,
    Sheet,
    Title,
    fold_groups,
    make_judge,
    make_sheet,
)
from applykit.batch.executors import Executor, Lost
from applykit.batch.model import Caseload, Client
from applykit.batch.reading_cache import Found
from applykit.batch.run import Progress, chunks, lost_problem
from applykit.batch.work import Setting, tools_for
from applykit.errors import ApplykitError
from applykit.matching.context import Context
from applykit.matching.model import Status
from applykit.matching.score import HALVES, SHARES, share_points
from applykit.requirements import Requirement

TITLE = PARTS.index("title")
CLIENTS_A_TASK = 32


@dataclass(frozen=True, slots=True)
class Ranking:
    """Scores (0–100), gates missing and gates to ask about, as arrays of clients × postings."""

    clients: tuple[str, ...]
    openings: tuple[str, ...]
    scores: Bytes
    missing: Bytes
    unknown: Bytes

    def scores_by_pair(self) -> dict[tuple[str, str], int]:
        return {
            (client, opening): int(self.scores[row, column])
            for row, client in enumerate(self.clients)
            for column, opening in enumerate(self.openings)
        }


@dataclass(frozen=True, slots=True)
class RankTask:
    """Some clients and all columns."""

    setting: Setting
    first: int
    clients: tuple[Client, ...]
    essences: tuple[Requirement, ...]
    titles: tuple[Title, ...]


def rank_caseload(
    caseload: Caseload, found: Found, setting: Setting, *, executor: Executor, progress: Progress
) -> Ranking:
    """Score every client with every posting whose requirements are in `found`; the others score 0."""
    postings = [(item.posting, found.get(item.content, ())) for item in caseload.openings]
    sheet = make_sheet(postings, tools_for(setting).lexicon)
    answers = np.zeros((len(caseload.clients), len(sheet.essences)), np.uint8)
    titles = np.zeros((len(caseload.clients), len(sheet.titles)), np.uint8)
    tasks = [
        RankTask(setting, first * CLIENTS_A_TASK, part, sheet.essences, sheet.titles)
        for first, part in enumerate(chunks(caseload.clients, CLIENTS_A_TASK))
    ]
    done = 0
    for task, result in executor.run(judge_clients, tasks):
        if isinstance(result, Lost):
            raise ApplykitError([lost_problem(client.source) for client in task.clients])
        rows = slice(task.first, task.first + len(task.clients))
        answers[rows], titles[rows] = result
        done += len(task.clients)
        progress("clients judged", done, len(caseload.clients))
    scores, missing, unknown = add_up(sheet, np.hstack([answers, fold_groups(answers, sheet.groups)]), titles)
    names = tuple(client.id for client in caseload.clients), tuple(item.id for item in caseload.openings)
    return Ranking(*names, scores, missing, unknown)


def judge_clients(task: RankTask) -> tuple[Bytes, Bytes]:
    """The answers of some clients to all columns, and to all titles, a byte each."""
    lexicon = tools_for(task.setting).lexicon
    date = datetime.date.fromisoformat(task.setting.date)
    prepared = judge_for(task.essences, task.titles, task.setting)
    rows = [
        prepared.answer(Context.gather(client.profile, lexicon, posting=None, date=date)) for client in task.clients
    ]
    return np.array([answers for answers, _ in rows]), np.array([titles for _, titles in rows])


@functools.lru_cache(maxsize=1)
def judge_for(essences: tuple[Requirement, ...], titles: tuple[Title, ...], setting: Setting) -> Judge:
    """The prepared columns; a process prepares them once a ranking."""
    return make_judge(essences, titles, tools_for(setting).lexicon)


def add_up(sheet: Sheet, answers: Bytes, titles: Bytes) -> tuple[Bytes, Bytes, Bytes]:
    """Scores and gate counts of all pairs from the packed answers; the formula of `score_matches`."""
    shape = (len(answers), len(sheet.postings))
    scores, missing, unknown = (np.zeros(shape, np.uint8) for _ in range(3))
    halves = np.array([HALVES[status] for status in STATES], np.int32)
    table = share_table()
    for number, (columns, weights, title) in enumerate(sheet.postings):
        own = answers[:, columns]
        state, gate, part = own & 3, (own >> 2 & 1).astype(bool), own >> 3
        earned, possible = sums_by_part(halves[state], np.where(gate, NO_PART, part), weights)
        if title >= 0:
            earned[:, TITLE], possible[:, TITLE] = titles[:, title], 2
        scores[:, number] = total_score(earned, possible, table)
        missing[:, number] = np.minimum(
            (gate & ((state == STATES.index(Status.MISSING)) | (state == STATES.index(Status.PARTLY)))).sum(axis=1), 255
        )
        unknown[:, number] = np.minimum((gate & (state == STATES.index(Status.UNKNOWN))).sum(axis=1), 255)
    return scores, missing, unknown


def sums_by_part(halves: NDArray[np.int32], part: NDArray[Any], weights: NDArray[np.int32]) -> tuple[Any, Any]:
    """Weighted halves earned and possible, clients × parts."""
    earned = np.zeros((len(halves), len(PARTS)), np.int64)
    possible = np.zeros((len(halves), len(PARTS)), np.int64)
    for number in range(len(PARTS)):
        counted = part == number
        earned[:, number] = (halves * counted) @ weights
        possible[:, number] = counted @ (2 * weights)
    return earned, possible


def share_table() -> NDArray[np.int64]:
    """The points of each part for every set of parts that occurs; the set is read as a binary number."""
    rows = []
    for bits in range(1 << len(PARTS)):
        present = {part: SHARES[part] for number, part in enumerate(PARTS) if bits >> number & 1}
        shares = share_points(present)
        rows.append([shares.get(part, 0) for part in PARTS])
    return np.array(rows, np.int64)


def total_score(earned: Any, possible: Any, table: NDArray[np.int64]) -> Any:
    """Points of all parts, each rounded down, added up."""
    present = (possible > 0) @ (1 << np.arange(len(PARTS)))
    return (table[present] * earned // np.maximum(possible, 1)).sum(axis=1)
