"""All postings of a ranking as numbered columns, and one client's answers to them.

Two requirements are one column when their essence is the same, however and wherever the postings word them; a
group of alternatives is a column after those. An answer is a byte: status (2 bits), gate (1 bit) and part of the
score (3 bits).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from applykit.lexicon import Lexicon
from applykit.matching.context import Context
from applykit.matching.essence import Wordings, empty_context, find_essence, id_alone
from applykit.matching.match import BEST_FIRST, compare_titles, judge
from applykit.matching.model import Match, Status
from applykit.matching.resolving import resolve_requirements
from applykit.matching.score import HALVES, PART_OF, SHARES, WEIGHTS
from applykit.matching.screening import ALONE, Screen, make_screen
from applykit.matching.words import stem_set
from applykit.posting.model import Posting
from applykit.requirements.model import Requirement

PARTS = tuple(SHARES)
NO_PART = len(PARTS)
STATES = tuple(Status)
MET = STATES.index(Status.MET)
Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int32]
Title = frozenset[str]  # the stems of a posting's title


@dataclass(frozen=True, slots=True)
class Sheet:
    """All postings as columns: for each posting its column numbers and weights, and the number of its title or -1.

    Columns are the `essences` and then the `groups`, each the numbers of the essences that are its branches.
    """

    essences: tuple[Requirement, ...]
    groups: tuple[tuple[int, ...], ...]
    titles: tuple[Title, ...]
    postings: tuple[tuple[Numbers, Numbers, int], ...]


class Numbering(dict[Any, int]):
    """Numbers for values in the order in which they are first asked for."""

    def __missing__(self, value: Any) -> int:
        self[value] = number = len(self)
        return number


def make_sheet(postings: Sequence[tuple[Posting, Sequence[Requirement]]], lexicon: Lexicon) -> Sheet:
    """Number the distinct essences, groups and titles of all postings."""
    nobody, wordings = empty_context(lexicon), Wordings()
    essences, groups, titles = Numbering(), Numbering(), Numbering()
    rows = []
    for posting, requirements in postings:
        listed = []
        for group in group_alternatives(resolve_requirements(requirements, lexicon)):
            found = [find_essence(one, posting, nobody=nobody, wordings=wordings) for one in group]
            branches = tuple(essences[one] for one in found)
            # Groups count from -1 downwards until the number of essences is known.
            number = branches[0] if len(branches) == 1 else -1 - groups[branches]
            listed.append((number, max(WEIGHTS[one.level] for one in group)))
        stems = stem_set(posting.title or "")
        rows.append((listed, titles[stems] if stems else -1))
    return Sheet(tuple(essences), tuple(groups), tuple(titles), tuple(to_arrays(row, len(essences)) for row in rows))


def to_arrays(row: tuple[list[tuple[int, int]], int], essences: int) -> tuple[Numbers, Numbers, int]:
    """One posting's columns and weights as arrays, groups after the essences."""
    listed, title = row
    numbers = [number if number >= 0 else essences - 1 - number for number, _ in listed]
    return np.array(numbers, np.int32), np.array([weight for _, weight in listed], np.int32), title


def group_alternatives(requirements: Sequence[Requirement]) -> list[tuple[Requirement, ...]]:
    """Requirements with the branches of alternatives together, where the first branch stands."""
    groups: dict[Any, list[Requirement]] = {}
    for number, one in enumerate(requirements):
        groups.setdefault(one.alternative_of or number, []).append(one)
    return [tuple(group) for group in groups.values()]


def fold_groups(answers: Bytes, groups: Sequence[tuple[int, ...]]) -> Bytes:
    """The answers of clients (rows) to groups: the best branch, the first of equals; a gate where any branch is one."""
    order = np.array([BEST_FIRST.index(state) for state in STATES])
    folded = np.zeros((len(answers), len(groups)), np.uint8)
    for number, branches in enumerate(groups):
        own = answers[:, branches]
        best = np.take_along_axis(own, order[own & 3].argmin(axis=1)[:, None], axis=1)[:, 0]
        folded[:, number] = best | np.bitwise_or.reduce(own & 4, axis=1)
    return folded


@dataclass(frozen=True, slots=True)
class Judge:
    """Essences prepared for judging any number of clients. `known` holds the answers of parts that were met before.

    After the essences stand the ids of skills alone; `bases` tells for each essence whose answer holds where no
    statement words such a task: that of its id alone, or its own.
    """

    essences: tuple[Requirement, ...]
    titles: tuple[Title, ...]
    screen: Screen
    bases: Numbers
    alone: Mapping[str, tuple[int, ...]]
    defaults: Bytes
    known: dict[tuple[str, Any], Bytes] = field(default_factory=dict)

    def answer(self, context: Context) -> tuple[Bytes, Bytes]:
        """One client's answers to all essences, and the halves earned by each title."""
        answers = self.defaults.copy()
        for section, numbers in self.alone.items():
            answers[list(numbers)] = self.answer_alone(section, numbers, context)
        for number in self.screen.candidates(context):
            answers[number] = pack(judge(self.essences[number], context))
        answers = answers[self.bases]
        for number in self.screen.task_candidates(context.claims):
            if answers[number] & 3 != MET:
                answers[number] = pack(judge(self.essences[number], context))
        return answers, self.answer_titles([stem_set(role.title) for role in context.timeline.roles])

    def answer_alone(self, section: str, numbers: Sequence[int], context: Context) -> Bytes:
        """The answers that one part of the profile gives alone; many clients say the same there, or nothing."""
        key = (section, getattr(context.profile, section))
        if key not in self.known:
            self.known[key] = np.array([pack(judge(self.essences[number], context)) for number in numbers], np.uint8)
        return self.known[key]

    def answer_titles(self, held: Sequence[Title]) -> Bytes:
        """The halves earned by each title beside the positions held; most share no word with any."""
        words: Title = frozenset().union(*held)
        earned = np.zeros(len(self.titles), np.uint8)
        for number, title in enumerate(self.titles):
            if not words.isdisjoint(title):
                earned[number] = HALVES[compare_titles(title, held)]
        return earned


def make_judge(essences: tuple[Requirement, ...], titles: tuple[Title, ...], lexicon: Lexicon) -> Judge:
    """Prepare for judging; takes a moment and serves any number of clients."""
    nobody = empty_context(lexicon)
    numbers = Numbering()
    for essence in essences:
        numbers[essence]
    bases = [numbers[id_alone(essence) or essence] for essence in essences]
    alone: dict[str, list[int]] = {}
    for number, one in enumerate(numbers):
        if one.kind in ALONE:
            alone.setdefault(ALONE[one.kind], []).append(number)
    return Judge(
        essences=tuple(numbers),
        titles=titles,
        screen=make_screen(list(numbers), nobody),
        bases=np.array(bases, np.int32),
        alone={section: tuple(places) for section, places in alone.items()},
        defaults=np.array([pack(judge(one, nobody)) for one in numbers], np.uint8),
    )


def pack(match: Match) -> int:
    part = PART_OF.get(match.requirement.kind)
    return STATES.index(match.status) | match.gate << 2 | (PARTS.index(part) if part else NO_PART) << 3
