"""Every client with every posting: scores and gates as arrays, equal to the pairwise report.

Each distinct requirement (or group of alternatives) of all postings is one column. A client's answer to it is
judged once, by the same functions that judge a single pair, and packed into a byte; a posting's score is then
a weighted sum over its columns. Time grows with clients × columns and with pairs, both linearly.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from applykit.batch.executors import Executor, Lost
from applykit.batch.model import Caseload, Client
from applykit.batch.run import Found, Progress, chunks, lost_problem
from applykit.batch.work import Setting, tools_for
from applykit.errors import ApplykitError
from applykit.matching.context import Context
from applykit.matching.match import fold_alternatives, judge, judge_title
from applykit.matching.model import Match, Status
from applykit.matching.score import HALVES, PART_OF, SHARES, WEIGHTS, share_points
from applykit.matching.screening import make_screen
from applykit.posting.model import Place, Posting, Span
from applykit.requirements.model import Kind, Mention, Requirement

PARTS = tuple(SHARES)
TITLE = PARTS.index("title")
NO_PART = len(PARTS)
NO_TITLE = 255  # a title without a word that tells anything
STATES = tuple(Status)
CLIENTS_A_TASK = 64

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Column:
    """One distinct thing asked for: alternatives together, with what of the posting its judgement depends on."""

    group: tuple[Requirement, ...]
    title: str | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All postings as columns: for each posting its column numbers and weights, and the column of its title."""

    columns: tuple[Column, ...]
    titles: tuple[str, ...]
    postings: tuple[tuple[NDArray[np.int32], NDArray[np.int32], int], ...]


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
    columns: tuple[Column, ...]
    titles: tuple[str, ...]


def rank_caseload(
    caseload: Caseload, found: Found, setting: Setting, *, executor: Executor, progress: Progress
) -> Ranking:
    """Score every client with every posting whose requirements are in `found`; the others score 0."""
    sheet = make_sheet([(item.posting, found.get(item.content, ())) for item in caseload.openings])
    answers = np.zeros((len(caseload.clients), len(sheet.columns)), np.uint8)
    titles = np.zeros((len(caseload.clients), len(sheet.titles)), np.uint8)
    tasks = [
        RankTask(setting, first * CLIENTS_A_TASK, part, sheet.columns, sheet.titles)
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
    scores, missing, unknown = add_up(sheet, answers, titles)
    names = tuple(client.id for client in caseload.clients), tuple(item.id for item in caseload.openings)
    return Ranking(*names, scores, missing, unknown)


def make_sheet(postings: Sequence[tuple[Posting, Sequence[Requirement]]]) -> Sheet:
    """Number the distinct columns and titles of all postings, in the order in which they are first asked for."""
    columns: dict[Any, int] = {}
    kept: list[Column] = []
    titles: dict[str, int] = {}
    rows = []
    for posting, requirements in postings:
        numbers, weights = [], []
        for group in group_alternatives(requirements):
            column = bare_column(group, posting)
            key = (column.group, column.title, column.place)
            if key not in columns:
                columns[key] = len(kept)
                kept.append(column)
            numbers.append(columns[key])
            weights.append(max(WEIGHTS[one.level] for one in group))
        title = titles.setdefault(posting.title, len(titles)) if posting.title else -1
        rows.append((np.array(numbers, np.int32), np.array(weights, np.int32), title))
    return Sheet(tuple(kept), tuple(titles), tuple(rows))


def group_alternatives(requirements: Sequence[Requirement]) -> list[tuple[Requirement, ...]]:
    """Requirements with the branches of alternatives together, where the first branch stands."""
    groups: dict[Any, list[Requirement]] = {}
    for number, one in enumerate(requirements):
        groups.setdefault(one.alternative_of or number, []).append(one)
    return [tuple(group) for group in groups.values()]


def bare_column(group: Sequence[Requirement], posting: Posting) -> Column:
    """A group without what no judgement depends on: positions, reasons, scores; quotes count by their words."""
    kinds = {one.kind for one in group}
    return Column(
        tuple(bare(one, shared=len(group) > 1) for one in group),
        posting.title if Kind.EXPERIENCE in kinds else None,
        posting.place if Kind.CREDENTIAL in kinds else None,
    )


def bare(requirement: Requirement, *, shared: bool) -> Requirement:
    quotes = sorted({" ".join(mention.quote.casefold().split()) for mention in requirement.mentions})
    mentions = tuple(Mention(Span(0, 0), quote) for quote in quotes)
    return replace(requirement, mentions=mentions, why=(), score=None, alternative_of="group" if shared else None)


def judge_clients(task: RankTask) -> tuple[Bytes, Bytes]:
    """The answers of some clients to all columns, and to all titles, a byte each."""
    lexicon = tools_for(task.setting).lexicon
    date = datetime.date.fromisoformat(task.setting.date)
    flat = [(number, one) for number, column in enumerate(task.columns) for one in column.group]
    screen = make_screen([one for _, one in flat], lexicon)
    postings_of = [Posting("", title=column.title, place=column.place) for column in task.columns]
    postings = dict.fromkeys(postings_of)
    defaults = np.array([pack_missing(column) for column in task.columns], np.uint8)
    answers = np.tile(defaults, (len(task.clients), 1))
    titles = np.zeros((len(task.clients), len(task.titles)), np.uint8)
    for row, client in enumerate(task.clients):
        context = Context.gather(client.profile, lexicon, posting=None, date=date)
        beside = {posting: replace(context, posting=posting) for posting in postings}
        for number in {flat[place][0] for place in screen.candidates(context.claims)}:
            answers[row, number] = judge_column(task.columns[number], beside[postings_of[number]])
        for number, title in enumerate(task.titles):
            status = judge_title(replace(context, posting=Posting("", title=title)))
            titles[row, number] = NO_TITLE if status is None else HALVES[status]
    return answers, titles


def judge_column(column: Column, context: Context) -> int:
    """A client's answer to one column, packed; `context` holds the column's title and place."""
    if len(column.group) == 1:
        return pack(judge(column.group[0], context))
    (match,) = fold_alternatives(judge(one, context) for one in column.group)
    return pack(match)


def pack(match: Match) -> int:
    """Status (2 bits), gate (1 bit) and part of the score (3 bits) in a byte."""
    part = PART_OF.get(match.requirement.kind)
    number = PARTS.index(part) if part else NO_PART
    return STATES.index(match.status) | match.gate << 2 | number << 3


def pack_missing(column: Column) -> int:
    """The answer of who has nothing of it; only read for columns of skills, which are never gates."""
    part = PART_OF.get(column.group[0].kind)
    return STATES.index(Status.MISSING) | (PARTS.index(part) if part else NO_PART) << 3


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
            told = titles[:, title] != NO_TITLE
            earned[:, TITLE], possible[:, TITLE] = titles[:, title] * told, 2 * told
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
