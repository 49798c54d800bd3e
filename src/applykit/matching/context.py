"""Everything one comparison looks at, gathered once."""

import datetime
from dataclasses import dataclass
from typing import Self

from applykit.lexicon import Lexicon
from applykit.matching.claims import Claims
from applykit.matching.facts import Fact, FactKind
from applykit.matching.model import Evidence, Match, Status
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
    """A profile with its claims and dated roles, the lexicon, the posting, and the day."""

    profile: Profile
    claims: Claims
    kin: tuple[Kin, ...]
    timeline: Timeline
    lexicon: Lexicon
    posting: Posting | None
    date: datetime.date

    @classmethod
    def gather(cls, profile: Profile, lexicon: Lexicon, *, posting: Posting | None, date: datetime.date) -> Self:
        claims = Claims.read(profile, lexicon)
        kin = tuple(Kin.of(identifier, lexicon) for identifier in sorted(claims.by_id))
        return cls(profile, claims, kin, Timeline.read(profile, date), lexicon, posting, date)


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
