"""The profile as a flat list of statements, each with where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from applykit.matching.statements import WEAK_LEVEL, Strength
from applykit.profile.model import Highlight, Profile


class FactKind(StrEnum):
    """What part of a profile a statement comes from."""

    HIGHLIGHT = "highlight"
    SKILL = "skill"
    POSITION = "position"
    SUMMARY = "summary"
    CREDENTIAL = "credential"
    EDUCATION = "education"
    COURSE = "course"
    LANGUAGE = "language"
    OTHER = "other"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: its text, its JSON pointer (RFC 6901), and the role (pointer) it belongs to.

    `limit` is the most that it can claim: a course still under way is only PLANNED, a beginner's skill WEAK.
    """

    text: str
    pointer: str
    kind: FactKind
    role: str | None = None
    limit: Strength = Strength.CLAIMED


def read_facts(profile: Profile) -> tuple[Fact, ...]:
    """Every statement of a profile in its own order; `unplaced` text is private too."""
    readers = (_basics, _work, _volunteer, _education, _certificates, _skills, _projects, _learning, _others, _private)
    return tuple(fact for read in readers for fact in read(profile) if fact.text.strip())


def _basics(profile: Profile) -> Iterator[Fact]:
    yield Fact(profile.basics.label or "", "/basics/label", FactKind.POSITION)
    yield Fact(profile.basics.summary or "", "/basics/summary", FactKind.SUMMARY)


def _work(profile: Profile) -> Iterator[Fact]:
    for number, work in enumerate(profile.work):
        place = f"/work/{number}"
        yield Fact(work.position or "", f"{place}/position", FactKind.POSITION, place)
        yield Fact(work.setting or "", f"{place}/setting", FactKind.POSITION, place)
        yield Fact(work.summary or "", f"{place}/summary", FactKind.HIGHLIGHT, place)
        yield from _highlights(work.highlights, place)
        for index, role in enumerate(work.roles):
            inner = f"{place}/roles/{index}"
            yield Fact(role.position, f"{inner}/position", FactKind.POSITION, inner)
            yield Fact(role.summary or "", f"{inner}/summary", FactKind.HIGHLIGHT, inner)
            yield from _highlights(role.highlights, inner)


def _highlights(highlights: tuple[Highlight, ...], place: str) -> Iterator[Fact]:
    for index, highlight in enumerate(highlights):
        yield Fact(highlight.text, f"{place}/highlights/{index}", FactKind.HIGHLIGHT, place)


def _volunteer(profile: Profile) -> Iterator[Fact]:
    for number, work in enumerate(profile.volunteer):
        place = f"/volunteer/{number}"
        yield Fact(work.position or "", f"{place}/position", FactKind.POSITION, place)
        yield Fact(work.summary or "", f"{place}/summary", FactKind.HIGHLIGHT, place)
        yield from _highlights(work.highlights, place)


def _education(profile: Profile) -> Iterator[Fact]:
    for number, item in enumerate(profile.education):
        place = f"/education/{number}"
        limit = Strength.CLAIMED if item.status in (None, "completed") else Strength.PLANNED
        for name, text in (("studyType", item.studyType), ("area", item.area), ("accreditation", item.accreditation)):
            yield Fact(text or "", f"{place}/{name}", FactKind.EDUCATION, None, min(limit, Strength.WEAK))
        for index, course in enumerate(item.courses):
            yield Fact(course, f"{place}/courses/{index}", FactKind.COURSE, None, min(limit, Strength.WEAK))
        yield from _highlights(item.highlights, place)


def _certificates(profile: Profile) -> Iterator[Fact]:
    for number, item in enumerate(profile.certificates):
        limit = Strength.PLANNED if item.status in ("planned", "in-progress") else Strength.CLAIMED
        yield Fact(item.name, f"/certificates/{number}/name", FactKind.CREDENTIAL, None, limit)


def _skills(profile: Profile) -> Iterator[Fact]:
    for number, item in enumerate(profile.skills):
        weak = bool(item.level and WEAK_LEVEL.search(item.level))
        limit = Strength.WEAK if weak else Strength.CLAIMED
        yield Fact(item.name, f"/skills/{number}/name", FactKind.SKILL, None, limit)
        for index, keyword in enumerate(item.keywords):
            yield Fact(keyword, f"/skills/{number}/keywords/{index}", FactKind.SKILL, None, limit)


def _projects(profile: Profile) -> Iterator[Fact]:
    for number, item in enumerate(profile.projects):
        place = f"/projects/{number}"
        yield Fact(item.description or "", f"{place}/description", FactKind.HIGHLIGHT, place)
        yield from _highlights(item.highlights, place)
        for index, keyword in enumerate(item.keywords):
            yield Fact(keyword, f"{place}/keywords/{index}", FactKind.SKILL, place)


def _learning(profile: Profile) -> Iterator[Fact]:
    for section, items in (("continuingEducation", profile.continuingEducation), ("workshops", profile.workshops)):
        for number, item in enumerate(items):
            yield Fact(item.name, f"/{section}/{number}/name", FactKind.COURSE, None, Strength.WEAK)
            yield Fact(item.summary or "", f"/{section}/{number}/summary", FactKind.COURSE, None, Strength.WEAK)


def _others(profile: Profile) -> Iterator[Fact]:
    for number, language in enumerate(profile.languages):
        yield Fact(language.language, f"/languages/{number}/language", FactKind.LANGUAGE)
    for number, membership in enumerate(profile.memberships):
        yield Fact(membership.organization, f"/memberships/{number}/organization", FactKind.OTHER)
    for number, award in enumerate(profile.awards):
        yield Fact(award.title, f"/awards/{number}/title", FactKind.OTHER)
        yield Fact(award.summary or "", f"/awards/{number}/summary", FactKind.OTHER)
    for number, publication in enumerate(profile.publications):
        yield Fact(publication.name, f"/publications/{number}/name", FactKind.OTHER)


def _private(profile: Profile) -> Iterator[Fact]:
    for number, text in enumerate(profile.unplaced):
        yield Fact(text, f"/unplaced/{number}", FactKind.PRIVATE)
    yield from _private_values(profile.private, "/private")


def _private_values(value: Any, pointer: str) -> Iterator[Fact]:
    if isinstance(value, str):
        yield Fact(value, pointer, FactKind.PRIVATE)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _private_values(item, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _private_values(item, f"{pointer}/{index}")
