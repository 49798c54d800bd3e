"""All postings of a ranking as numbered columns, one for each distinct thing asked for, and one client's answers.

Two requirements are one column when their essence is the same, however and wherever the postings word them. An
answer is a byte: status (2 bits), gate (1 bit) and part of the score (3 bits).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from applykit.lexicon import Lexicon
from applykit.matching.context import Context
from applykit.matching.essence import Wordings, empty_context, find_essence
from applykit.matching.match import compare_titles, fold_alternatives, judge
from applykit.matching.model import Match, Status
from applykit.matching.score import HALVES, PART_OF, SHARES, WEIGHTS
from applykit.matching.screening import SECTIONS, Screen, make_screen
from applykit.matching.words import stem_set
from applykit.posting.model import Posting
from applykit.requirements.model import Kind, Requirement

PARTS = tuple(SHARES)
NO_PART = len(PARTS)
STATES = tuple(Status)
# Kinds that a single part of the profile answers alone, so that equal parts have equal answers.
ALONE = (Kind.SCHEDULE, Kind.PHYSICAL, Kind.ELIGIBILITY)

Bytes = NDArray[np.uint8]
Column = tuple[Requirement, ...]  # the essences of alternatives, or of one requirement
Title = frozenset[str]  # the stems of a posting's title


@dataclass(frozen=True, slots=True)
class Sheet:
    """All postings as columns: for each posting its column numbers and weights, and the number of its title or -1."""

    columns: tuple[Column, ...]
    titles: tuple[Title, ...]
    postings: tuple[tuple[NDArray[np.int32], NDArray[np.int32], int], ...]


def make_sheet(postings: Sequence[tuple[Posting, Sequence[Requirement]]], lexicon: Lexicon) -> Sheet:
    """Number the distinct columns and titles of all postings, in the order in which they are first asked for."""
    nobody, wordings = empty_context(lexicon), Wordings()
    columns: dict[Column, int] = {}
    titles: dict[Title, int] = {}
    rows = []
    for posting, requirements in postings:
        numbers, weights = [], []
        for group in group_alternatives(requirements):
            column = tuple(find_essence(one, posting, nobody=nobody, wordings=wordings) for one in group)
            numbers.append(columns.setdefault(column, len(columns)))
            weights.append(max(WEIGHTS[one.level] for one in group))
        stems = stem_set(posting.title or "")
        title = titles.setdefault(stems, len(titles)) if stems else -1
        rows.append((np.array(numbers, np.int32), np.array(weights, np.int32), title))
    return Sheet(tuple(columns), tuple(titles), tuple(rows))


def group_alternatives(requirements: Sequence[Requirement]) -> list[tuple[Requirement, ...]]:
    """Requirements with the branches of alternatives together, where the first branch stands."""
    groups: dict[Any, list[Requirement]] = {}
    for number, one in enumerate(requirements):
        groups.setdefault(one.alternative_of or number, []).append(one)
    return [tuple(group) for group in groups.values()]


@dataclass(frozen=True, slots=True)
class Judge:
    """Columns prepared for judging any number of clients. `known` holds the answers of parts that were met before."""

    columns: tuple[Column, ...]
    titles: tuple[Title, ...]
    screen: Screen
    owners: tuple[int, ...]  # the column of each requirement that the screen numbers
    alone: Mapping[str, tuple[int, ...]]
    defaults: Bytes
    known: dict[tuple[str, Any], Bytes] = field(default_factory=dict)

    def answer(self, context: Context) -> tuple[Bytes, Bytes]:
        """One client's answers to all columns, and the halves earned by each title."""
        answers = self.defaults.copy()
        for section, numbers in self.alone.items():
            answers[list(numbers)] = self.answer_alone(section, numbers, context)
        for number in {self.owners[place] for place in self.screen.candidates(context)}:
            answers[number] = judge_column(self.columns[number], context)
        return answers, self.answer_titles([stem_set(role.title) for role in context.timeline.roles])

    def answer_titles(self, held: Sequence[Title]) -> Bytes:
        """The halves earned by each title beside the positions held; most share no word with any."""
        words: Title = frozenset().union(*held)
        earned = np.zeros(len(self.titles), np.uint8)
        for number, title in enumerate(self.titles):
            if not words.isdisjoint(title):
                earned[number] = HALVES[compare_titles(title, held)]
        return earned

    def answer_alone(self, section: str, numbers: Sequence[int], context: Context) -> Bytes:
        """The answers that one part of the profile gives alone; many clients say the same there, or nothing."""
        key = (section, getattr(context.profile, section))
        if key not in self.known:
            self.known[key] = np.array([judge_column(self.columns[number], context) for number in numbers], np.uint8)
        return self.known[key]


def make_judge(columns: tuple[Column, ...], titles: tuple[Title, ...], lexicon: Lexicon) -> Judge:
    """Prepare for judging; takes a moment and serves any number of clients."""
    nobody = empty_context(lexicon)
    alone: dict[str, list[int]] = {}
    searched: list[tuple[int, Requirement]] = []
    for number, column in enumerate(columns):
        sections = {SECTIONS[one.kind] if one.kind in ALONE else None for one in column}
        section = sections.pop()
        if section is None or sections:
            searched += [(number, one) for one in column]
        else:
            alone.setdefault(section, []).append(number)
    return Judge(
        columns=columns,
        titles=titles,
        screen=make_screen([one for _, one in searched], nobody),
        owners=tuple(number for number, _ in searched),
        alone={section: tuple(numbers) for section, numbers in alone.items()},
        defaults=np.array([judge_column(column, nobody) for column in columns], np.uint8),
    )


def judge_column(column: Column, context: Context) -> int:
    """A client's answer to one column, packed."""
    if len(column) == 1:
        return pack(judge(column[0], context))
    (match,) = fold_alternatives(replace(judge(one, context), requirement=branch(one)) for one in column)
    return pack(match)


def branch(requirement: Requirement) -> Requirement:
    return replace(requirement, alternative_of="group")


def pack(match: Match) -> int:
    part = PART_OF.get(match.requirement.kind)
    return STATES.index(match.status) | match.gate << 2 | (PARTS.index(part) if part else NO_PART) << 3
