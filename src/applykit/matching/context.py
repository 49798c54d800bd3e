"""Everything one comparison looks at, gathered once."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from applykit.lexicon import Lexicon
from applykit.matching.claims import Claims
from applykit.matching.facts import Fact, FactKind
from applykit.matching.model import Evidence, Match, Status
from applykit.matching.occupations import telling
from applykit.matching.statements import Strength
from applykit.matching.timeline import Timeline
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.requirements.model import Requirement

PRIVATE = "private"
MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Kin:
    """A skill that the profile speaks of, with what it implies, is a kind of, and supports partly."""

    id: str
    name: str
    implied: frozenset[str]
    broader: frozenset[str]
    related: frozenset[str]

    @classmethod
    def of(cls, identifier: str, lexicon: Lexicon) -> Self:
        entry = lexicon.skills.get(identifier)
        sets = (frozenset(step(identifier)) for step in (lexicon.implied, lexicon.broader, lexicon.related))
        return cls(identifier, entry.name if entry else identifier, *sets)


@dataclass(frozen=True, slots=True)
class Context:
    """A profile with its claims and dated roles, the lexicon, the posting, and the day.

    `kin` are the skills that the profile speaks of, by id; `implied`, `special` and `helped` lead from a skill to those
    of them that imply it, are a kind of it, or support it partly. `done` leads from the stems of a skill's name to the
    pointers of the roles in which it is claimed.
    """

    profile: Profile
    claims: Claims
    kin: Mapping[str, Kin]
    implied: Mapping[str, tuple[str, ...]]
    special: Mapping[str, tuple[str, ...]]
    helped: Mapping[str, tuple[str, ...]]
    done: Mapping[tuple[str, ...], frozenset[str]]
    timeline: Timeline
    lexicon: Lexicon
    posting: Posting | None
    date: datetime.date

    @classmethod
    def gather(cls, profile: Profile, lexicon: Lexicon, *, posting: Posting | None, date: datetime.date) -> Self:
        known = read_person(Same(profile), lexicon, date)
        values = {name: getattr(known, name) for name in cls.__slots__}
        return cls(**values | {"posting": posting})


class Same:
    """A value as a key that equals only itself."""

    __slots__ = ("value",)

    def __init__(self, value: Profile) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=2)
def read_person(same: Same, lexicon: Lexicon, date: datetime.date) -> Context:
    """All of a context but the posting, read once for a person who is compared with many postings in a row."""
    claims = Claims.read(same.value, lexicon)
    kin = {identifier: Kin.of(identifier, lexicon) for identifier in sorted(claims.by_id)}
    return Context(
        same.value, claims, kin,
        turn_round((each.id, each.implied) for each in kin.values()),
        turn_round((each.id, each.broader) for each in kin.values()),
        turn_round((each.id, each.related) for each in kin.values()),
        roles_by_skill(claims, lexicon),
        Timeline.read(same.value, date), lexicon, None, date,
    )  # fmt: skip


def turn_round(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """From each of the values to the keys that have it."""
    found: dict[str, list[str]] = {}
    for key, values in pairs:
        for value in values:
            found.setdefault(value, []).append(key)
    return {value: tuple(keys) for value, keys in found.items()}


def roles_by_skill(claims: Claims, lexicon: Lexicon) -> dict[tuple[str, ...], frozenset[str]]:
    """The roles under which a skill is claimed or implied, by the telling stems of its name."""
    found: dict[tuple[str, ...], set[str]] = {}
    for identifier, listed in claims.by_id.items():
        shown = [lexicon.skills[each] for each in (identifier, *lexicon.implied(identifier)) if each in lexicon.skills]
        roles = {claim.fact.role for claim in listed if claim.strength is Strength.CLAIMED and claim.fact.role}
        for entry in shown if roles else ():
            found.setdefault(telling(entry.name), set()).update(roles)
    return {stems: frozenset(roles) for stems, roles in found.items()}


def quote_fact(fact: Fact, how: str, note: str = "") -> Evidence:
    """A statement as evidence; the text of private statements is never quoted."""
    private = fact.kind is FactKind.PRIVATE
    return Evidence(PRIVATE if private else fact.text, fact.pointer, how, note)


def conclude(
    requirement: Requirement, status: Status, evidence: list[Evidence], why: str, question: str | None = None
) -> Match:
    """A match with its evidence: each pointer once, the first few only."""
    unique = {item.pointer: item for item in reversed(evidence)}
    kept = [item for item in evidence if unique.pop(item.pointer, None) is not None]
    return Match(requirement, status, tuple(kept[:MOST_EVIDENCE]), why, question=question)
