"""Which requirements a profile can answer at all, told without looking at each: for ranking many with many.

What is screened out is answered as by a profile that says nothing (a law, tested): a skill that the profile does
not claim, nor anything of its kin, nor words a task like it; experience in a field that no role has a word of; a
credential where there are no certificates; a shift where the person has said nothing of availability.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from applykit.lexicon.lexicon import Lexicon
from applykit.matching.claims import Claims
from applykit.matching.context import Context
from applykit.matching.experience import asked_fields, telling, widened
from applykit.matching.tasks import PART, PROVING, phrases_of
from applykit.matching.words import content_stems, stem_set
from applykit.requirements.model import Detail, Kind, Requirement

# The parts of a profile that alone can answer a kind; experience and skills are found by their words.
SECTIONS = {
    Kind.SCHEDULE: "availability",
    Kind.PHYSICAL: "physical",
    Kind.ELIGIBILITY: "eligibility",
    Kind.LANGUAGE: "languages",
    Kind.CREDENTIAL: "certificates",
}
ANSWERED_BY_SKILLS = frozenset({Kind.SKILL, Kind.TOOL, Kind.SOFT, Kind.LANGUAGE, Kind.EXPERIENCE})
SILENT_ON_IDS = frozenset({Kind.SCHEDULE, Kind.PHYSICAL, Kind.ELIGIBILITY, Kind.EDUCATION})

Places = tuple[int, ...]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Screen:
    """For a fixed list of requirements: by which parts, ids and words of a profile each may be answered.

    Numbers are places in that list. `by_last_stem` holds phrases by their last word, `by_field` fields of
    experience by any of their words.
    """

    always: Places
    by_section: Mapping[str, Places]
    by_id: Mapping[str, Places]
    by_last_stem: Mapping[str, tuple[tuple[int, frozenset[str]], ...]]
    by_field: Mapping[str, Places]

    def candidates(self, context: Context) -> set[int]:
        """The requirements that the profile may answer otherwise than a profile that says nothing."""
        found = set(self.always)
        for section, places in self.by_section.items():
            if getattr(context.profile, section):
                found.update(places)
        for own in context.claims.by_id:
            found.update(self.by_id.get(own, ()))
        for stem in field_stems(context):
            found.update(self.by_field.get(stem, ()))
        for stems in statement_stems(context.claims):
            for last in stems & self.by_last_stem.keys():
                found.update(number for number, phrase in self.by_last_stem[last] if enough(phrase, stems))
        return found


def field_stems(context: Context) -> set[str]:
    """The words by which a role may be of a field: those of its head, and of the skills that the profile claims."""
    found: set[str] = set()
    for role in context.timeline.roles:
        found |= widened(content_stems(role.head))
    for own in context.claims.by_id:
        entry = context.lexicon.skills.get(own)
        found.update(telling(entry.name) if entry else ())
    return found


def statement_stems(claims: Claims) -> set[frozenset[str]]:
    """The stems of each statement that can prove a task."""
    return {stem_set(fact.text) for fact in claims.facts if fact.kind in PROVING}


def enough(phrase: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a statement has so many of a phrase's words that the task may be meant."""
    shared = len(phrase & stems)
    return shared == len(phrase) or (len(phrase) >= 3 and shared / len(phrase) >= PART)


def make_screen(requirements: Sequence[Requirement], nobody: Context) -> Screen:
    """Prepare the screen once for all profiles; essences, so that no posting is needed beside them."""
    listed = list(enumerate(requirements))
    fields = {number: words_of_fields(one, nobody) for number, one in listed if one.kind is Kind.EXPERIENCE}
    by_words = [(number, one) for number, one in listed if one.kind in ANSWERED_BY_SKILLS]
    phrases = [(number, phrase) for number, one in by_words for phrase in phrases_of(one)]
    wanted = gather((one.id, number) for number, one in listed if one.kind not in SILENT_ON_IDS)
    return Screen(
        always=tuple(number for number, one in listed if one.kind is Kind.EDUCATION or fields.get(number) == ()),
        by_section=gather((SECTIONS[one.kind], number) for number, one in listed if one.kind in SECTIONS),
        by_id=gather(
            (own, number) for own, ids in kin_of(wanted, nobody.lexicon) for each in ids for number in wanted[each]
        ),
        by_last_stem=gather((phrase[-1], (number, frozenset(phrase))) for number, phrase in phrases),
        by_field=gather((word, number) for number, words in fields.items() for word in words),
    )


def gather(pairs: Iterable[tuple[str, Item]]) -> dict[str, tuple[Item, ...]]:
    """All values of each key, in order."""
    found: dict[str, list[Item]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def words_of_fields(requirement: Requirement, nobody: Context) -> tuple[str, ...]:
    """Every word of the fields in which experience is asked for, each once."""
    fields = asked_fields(requirement, requirement.detail or Detail(), nobody)
    return tuple(dict.fromkeys(word for field in fields for word in field))


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
