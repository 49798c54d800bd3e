"""Which requirements a profile can answer at all, told without looking at each: for ranking many with many.

What is screened out is answered as by a profile that says nothing, or, where only its words were looked for, as its
id alone is answered (a law, tested). Screened out are: a skill that the profile does not claim, nor anything of its
kin, nor words a task like it; experience in a field that no role has the words of; studies and credentials of which
the profile has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from applykit.lexicon.lexicon import Lexicon
from applykit.matching.claims import Claims
from applykit.matching.context import Context
from applykit.matching.credentials import FILLER
from applykit.matching.education import level_named
from applykit.matching.experience import asked_codes, asked_fields, is_vague, words_of_role
from applykit.matching.occupations import group_of, role_codes, telling
from applykit.matching.studies import GENERIC
from applykit.matching.tasks import PART, PROVING, phrases_of
from applykit.matching.words import content_stems, stem_set
from applykit.requirements.model import Detail, Kind, Requirement

# Kinds that one part of the profile answers alone. They are not screened: equal parts have equal answers.
ALONE = {Kind.SCHEDULE: "availability", Kind.PHYSICAL: "physical", Kind.ELIGIBILITY: "eligibility"}
SKILLS = frozenset({Kind.SKILL, Kind.TOOL, Kind.SOFT})
ANSWERED_BY_SKILLS = SKILLS | {Kind.LANGUAGE, Kind.EXPERIENCE}

Item = TypeVar("Item")
Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that answer a requirement (by its place in the list): all of `stems`, or `least` of them."""

    place: int
    stems: Stems
    least: int

    def stands_in(self, words: Stems) -> bool:
        return len(self.stems & words) >= self.least


@dataclass(frozen=True, slots=True)
class Screen:
    """For a fixed list of requirements: by which parts, ids and words of a profile each may be answered.

    Words wanted stand under one of them that must be there, or, of fields of experience, under each.
    """

    always: tuple[int, ...]
    by_section: Mapping[str, tuple[int, ...]]
    by_id: Mapping[str, tuple[int, ...]]
    tasks: Mapping[str, tuple[Wanted, ...]]
    fields: Mapping[str, tuple[Wanted, ...]]
    groups: Mapping[str, tuple[int, ...]]
    studies: Mapping[str, tuple[Wanted, ...]]
    credentials: Mapping[str, tuple[Wanted, ...]]

    def candidates(self, context: Context) -> set[int]:
        """The requirements that the profile may answer by its parts, its claims, or other words than of tasks."""
        found = set(self.always)
        for section, places in self.by_section.items():
            if getattr(context.profile, section):
                found.update(places)
        for own in context.claims.by_id:
            found.update(self.by_id.get(own, ()))
        found.update(places_in(self.fields, heads_of(context)))
        for group in groups_of(context):
            found.update(self.groups.get(group, ()))
        found.update(places_in(self.studies, schools_of(context)))
        found.update(places_in(self.credentials, certificates_of(context)))
        return found

    def task_candidates(self, claims: Claims) -> set[int]:
        """The requirements of which a statement has enough words that the task may be meant."""
        return places_in(self.tasks, {stem_set(fact.text) for fact in claims.facts if fact.kind in PROVING})


def places_in(wanted: Mapping[str, tuple[Wanted, ...]], texts: Iterable[Stems]) -> set[int]:
    """The places of all that stands in one of the texts."""
    return {
        each.place for words in texts for one in words & wanted.keys() for each in wanted[one] if each.stands_in(words)
    }


def heads_of(context: Context) -> set[Stems]:
    """The words of each role's head, and of each skill that the profile claims: by these a role is of a field."""
    shown = {one for each in context.kin.values() for one in (each.id, *each.implied)}
    claimed = (context.lexicon.skills.get(own) for own in shown)
    named = {frozenset(telling(entry.name)) for entry in claimed if entry}
    return named | {frozenset(words_of_role(role)) for role in context.timeline.roles}


def groups_of(context: Context) -> set[str]:
    """The groups of occupations in which the person has worked."""
    return {group_of(code) for role in context.timeline.roles for code in role_codes(role, context.lexicon)}


def schools_of(context: Context) -> set[Stems]:
    items = context.profile.education
    return {stem_set(" ".join(filter(None, (item.studyType, item.area, item.accreditation)))) for item in items}


def certificates_of(context: Context) -> set[Stems]:
    return {stem_set(f"{item.name} {item.issuer or ''}") for item in context.profile.certificates}


def make_screen(requirements: Sequence[Requirement], nobody: Context) -> Screen:
    """Prepare the screen once for all profiles; essences, so that no posting is needed beside them."""
    listed = list(enumerate(requirements))
    fields = {place: fields_wanted(place, one, nobody) for place, one in listed if one.kind is Kind.EXPERIENCE}
    by_words = [(place, one) for place, one in listed if one.kind in ANSWERED_BY_SKILLS]
    studies = [(place, one) for place, one in listed if one.kind is Kind.EDUCATION]
    programmes = [(place, one) for place, one in studies if is_programme(one)]
    credentials = [(place, one) for place, one in listed if one.kind is Kind.CREDENTIAL]
    known = [(place, one) for place, one in credentials if one.id in nobody.lexicon.skills]
    unknown = [(place, one) for place, one in credentials if one.id not in nobody.lexicon.skills]
    by_id = [(place, one) for place, one in (*by_words, *programmes, *credentials) if not answered_by_task_alone(one)]
    always = [place for place, one in studies if not is_programme(one)]
    always += [place for place, wanted in fields.items() if not wanted or is_vague(requirements[place])]
    return Screen(
        always=tuple(always),
        by_section=gather(
            [("languages", place) for place, one in listed if one.kind is Kind.LANGUAGE]
            + [("certificates", place) for place, _ in known]
        ),
        by_id=by_claimed_ids(by_id, nobody.lexicon),
        tasks=gather(
            (phrase[-1], wanted_of_task(place, one, phrase)) for place, one in by_words for phrase in phrases_of(one)
        ),
        fields=gather((word, each) for wanted in fields.values() for each in wanted for word in each.stems),
        groups=gather(
            (group, place)
            for place, one in listed
            if one.kind is Kind.EXPERIENCE
            for group in sorted({group_of(code) for code in asked_codes(one, one.detail or Detail(), nobody)})
        ),
        studies=words_wanted(programmes, without=GENERIC),
        credentials=words_wanted(unknown, without=FILLER),
    )


def is_programme(requirement: Requirement) -> bool:
    """Whether it asks for studies by their words, not for a degree."""
    degree = requirement.detail.degree if requirement.detail else None
    return (degree or level_named(requirement.name) or "none") == "none"


def answered_by_task_alone(requirement: Requirement) -> bool:
    """A skill with phrases: what its id alone answers is another requirement of the list."""
    return requirement.kind in SKILLS and bool(phrases_of(requirement))


def wanted_of_task(place: int, requirement: Requirement, phrase: tuple[str, ...]) -> Wanted:
    """All words of a task; of a phrase that is no entry of the lexicon two thirds are enough to look closer."""
    partial = requirement.id.startswith("phrase:") and len(phrase) >= 3
    least = next(n for n in range(len(phrase) + 1) if n / len(phrase) >= PART) if partial else len(phrase)
    return Wanted(place, frozenset(phrase), least)


def fields_wanted(place: int, requirement: Requirement, nobody: Context) -> tuple[Wanted, ...]:
    """The fields in which experience is asked for: of several words, half make a role one near it."""
    fields = asked_fields(requirement, requirement.detail or Detail(), nobody)
    return tuple(Wanted(place, frozenset(field), (len(field) + 1) // 2) for field in fields)


def words_wanted(listed: Iterable[tuple[int, Requirement]], *, without: Stems) -> dict[str, tuple[Wanted, ...]]:
    """For what is answered by having all words of one of its texts: each text under its first word."""
    rows = []
    for place, one in listed:
        for text in (one.name, *(mention.quote for mention in one.mentions)):
            stems = [stem for stem in content_stems(text) if stem not in without]
            if stems:
                rows.append((stems[0], Wanted(place, frozenset(stems), len(set(stems)))))
    return gather(rows)


def gather(pairs: Iterable[tuple[str, Item]]) -> dict[str, tuple[Item, ...]]:
    """All values of each key, in order."""
    found: dict[str, list[Item]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def by_claimed_ids(listed: Iterable[tuple[int, Requirement]], lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    """For every id that a profile may claim, the requirements that it may answer, by itself or as kin."""
    wanted = gather((one.id, place) for place, one in listed)
    pairs = dict.fromkeys((each, each) for each in wanted)
    for each in wanted:
        pairs |= dict.fromkeys((other, each) for other in (*lexicon.broader(each), *lexicon.related(each)))
    for own in lexicon.skills:
        kin = (*lexicon.implied(own), *lexicon.broader(own), *lexicon.related(own))
        pairs |= dict.fromkeys((own, other) for other in kin if other in wanted)
    return gather((own, place) for own, each in pairs for place in wanted[each])
