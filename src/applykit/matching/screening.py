"""Which requirements a profile can answer at all, told without looking at each: for ranking many with many.

A skill, tool or soft skill is `missing` unless the profile claims it or something of its kin, or words a task
like it. Everything else is always judged. What is screened out here would be judged missing (a law, tested).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from applykit.lexicon.lexicon import Lexicon
from applykit.matching.claims import Claims
from applykit.matching.match import MATCHERS
from applykit.matching.tasks import PART, PROVING, phrases_of
from applykit.matching.words import content_stems
from applykit.requirements.model import Requirement


@dataclass(frozen=True, slots=True)
class Screen:
    """For a fixed list of requirements: by which claimed ids and by which last words each may be answered.

    Numbers are places in that list.
    """

    always: tuple[int, ...]
    by_id: Mapping[str, tuple[int, ...]]
    by_last_stem: Mapping[str, tuple[tuple[int, frozenset[str]], ...]]

    def candidates(self, claims: Claims) -> set[int]:
        """The requirements that the profile behind `claims` may answer."""
        found = set(self.always)
        for own in claims.by_id:
            found.update(self.by_id.get(own, ()))
        for stems in statement_stems(claims):
            for last in stems:
                found.update(number for number, phrase in self.by_last_stem.get(last, ()) if enough(phrase, stems))
        return found


def statement_stems(claims: Claims) -> set[frozenset[str]]:
    """The stems of each statement that can prove a task."""
    return {frozenset(content_stems(fact.text)) for fact in claims.facts if fact.kind in PROVING}


def enough(phrase: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a statement has so many of a phrase's words that the task may be meant."""
    shared = len(phrase & stems)
    return shared == len(phrase) or (len(phrase) >= 3 and shared / len(phrase) >= PART)


def make_screen(requirements: Sequence[Requirement], lexicon: Lexicon) -> Screen:
    """Prepare the screen once for all profiles."""
    always = tuple(number for number, one in enumerate(requirements) if one.kind.value in MATCHERS)
    skills = [(number, one) for number, one in enumerate(requirements) if one.kind.value not in MATCHERS]
    wanted: dict[str, list[int]] = {}
    by_last_stem: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for number, one in skills:
        wanted.setdefault(one.id, []).append(number)
        for phrase in phrases_of(one):
            by_last_stem.setdefault(phrase[-1], []).append((number, frozenset(phrase)))
    by_id = {own: tuple(number for each in ids for number in wanted[each]) for own, ids in kin_of(wanted, lexicon)}
    return Screen(always, by_id, {last: tuple(rows) for last, rows in by_last_stem.items()})


def kin_of(wanted: Mapping[str, object], lexicon: Lexicon) -> Iterable[tuple[str, tuple[str, ...]]]:
    """For every id that a profile may claim, the wanted ids that it may answer."""
    answers: dict[str, dict[str, None]] = {each: {each: None} for each in wanted}
    for each in wanted:
        for other in (*lexicon.broader(each), *lexicon.related(each)):
            answers.setdefault(other, {})[each] = None
    for own in lexicon.skills:
        for other in (*lexicon.implied(own), *lexicon.broader(own), *lexicon.related(own)):
            if other in wanted:
                answers.setdefault(own, {})[other] = None
    return [(own, tuple(ids)) for own, ids in answers.items()]
