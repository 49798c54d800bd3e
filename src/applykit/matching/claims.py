"""Which of the lexicon's skills a profile claims, and where."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from applykit.lexicon import Lexicon
from applykit.matching.facts import Fact, read_facts
from applykit.matching.statements import Strength, read_strength
from applykit.matching.words import content_stems
from applykit.profile.model import Profile

GAP = "\n\n"  # between statements, so that no term is found across two of them


@dataclass(frozen=True, slots=True)
class Claim:
    """One place in one statement where a skill is spoken of, and how strongly."""

    fact: Fact
    start: int
    end: int
    strength: Strength

    @property
    def words(self) -> str:
        return self.fact.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Claims:
    """Every statement of a profile, and the lexicon ids they speak of, each with its claims in order."""

    profile: Profile
    facts: tuple[Fact, ...]
    by_id: Mapping[str, tuple[Claim, ...]]
    by_stem: Mapping[str, tuple[int, ...]]  # the numbers of the statements with a word

    @classmethod
    def read(cls, profile: Profile, lexicon: Lexicon) -> Self:
        """Find the lexicon's terms in all statements with one search over the joined text."""
        facts = read_facts(profile)
        starts, position = [], 0
        for fact in facts:
            starts.append(position)
            position += len(fact.text) + len(GAP)
        found: dict[str, list[Claim]] = {}
        for hit in lexicon.find(GAP.join(fact.text for fact in facts)):
            number = bisect_right(starts, hit.start) - 1
            fact, start, end = facts[number], hit.start - starts[number], hit.end - starts[number]
            strength = min(fact.limit, read_strength(fact.text, start, end))
            found.setdefault(hit.id, []).append(Claim(fact, start, end, strength))
        by_id = {identifier: tuple(claims) for identifier, claims in found.items()}
        return cls(profile, facts, by_id, statements_by_stem(facts))

    def at_least(self, identifier: str, strength: Strength) -> tuple[Claim, ...]:
        """The claims of a skill that say at least `strength`, strongest first, then in the profile's order."""
        claims = [claim for claim in self.by_id.get(identifier, ()) if claim.strength >= strength]
        return tuple(sorted(claims, key=lambda claim: -claim.strength))


def statements_by_stem(facts: tuple[Fact, ...]) -> dict[str, tuple[int, ...]]:
    """For each meaningful word's stem, the numbers of the statements that have it."""
    found: dict[str, list[int]] = {}
    for number, fact in enumerate(facts):
        for stem in content_stems(fact.text):
            found.setdefault(stem, []).append(number)
    return {stem: tuple(numbers) for stem, numbers in found.items()}
