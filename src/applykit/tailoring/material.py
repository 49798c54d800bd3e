"""Everything the documents are made from, gathered once for one application."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from applykit.lexicon import Lexicon, Occupation
from applykit.matching.claims import Claims
from applykit.matching.model import Evidence, Match, MatchReport, Status
from applykit.matching.timeline import Timeline
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.requirements.model import Level
from applykit.tailoring.options import TailoringOptions
from applykit.tailoring.phrases import GENERAL, Phrases
from applykit.tailoring.titles import say_title

WEIGHTS = {Level.REQUIRED: 3, Level.PREFERRED: 2, Level.DUTY: 1}
SURE = 4  # mentions that make a setting certain; one in the title or the employer's name is enough
STRENGTHS = {Status.MET: 2, Status.PARTLY: 1, Status.MISSING: 0, Status.UNKNOWN: 0}


@dataclass(frozen=True, eq=False)
class Material:
    """Profile, posting and match report with what was read from them. Frozen; the cached parts are pure.

    Compared by identity, so that what is read from it can be kept.
    """

    profile: Profile
    posting: Posting
    report: MatchReport
    lexicon: Lexicon
    phrases: Phrases
    options: TailoringOptions
    date: datetime.date

    @cached_property
    def claims(self) -> Claims:
        known = self.report.claims
        return known if known and known.profile is self.profile else Claims.read(self.profile, self.lexicon)

    @cached_property
    def ids_at(self) -> Mapping[str, frozenset[str]]:
        """For each statement of the profile, the ids that it speaks of."""
        found: dict[str, set[str]] = {}
        for identifier, claims in self.claims.by_id.items():
            for claim in claims:
                found.setdefault(claim.fact.pointer, set()).add(identifier)
        return {pointer: frozenset(ids) for pointer, ids in found.items()}

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline.read(self.profile, self.date)

    @cached_property
    def title(self) -> str | None:
        """The posting's title as a sentence says it."""
        return say_title(self.posting.title)

    @cached_property
    def occupations(self) -> tuple[Occupation, ...]:
        """The O*NET occupation that the posting's title names, or a few that it names alike; often none."""
        return find_occupations(self.posting.title or "", self.lexicon)

    @cached_property
    def usual(self) -> Mapping[str, float]:
        """What people in all these occupations usually have, with its importance, the most telling first."""
        tables = [self.lexicon.imported.usual_of(one.code) for one in self.occupations]
        common = (key for key in (tables[0] if tables else ()) if all(key in table for table in tables))
        return {key: min(table[key] for table in tables) for key in common if key in self.lexicon.skills}

    @cached_property
    def setting(self) -> str:
        """The name of the setting whose words the posting uses most, or "general"."""
        head = f"{self.posting.title or ''} {self.posting.employer or ''}"
        return find_setting(head, self.posting.text, tuple(self.phrases.setting_patterns.items()))

    @cached_property
    def by_pointer(self) -> Mapping[str, tuple[tuple[Match, Evidence], ...]]:
        """For each statement of the profile, the matches that it is evidence for, in the posting's order."""
        found: dict[str, list[tuple[Match, Evidence]]] = {}
        for match in self.report.matches:
            for evidence in match.evidence:
                if STRENGTHS[match.status]:
                    found.setdefault(evidence.pointer, []).append((match, evidence))
        return {pointer: tuple(pairs) for pointer, pairs in found.items()}


@lru_cache(maxsize=256)
def find_occupations(title: str, lexicon: Lexicon) -> tuple[Occupation, ...]:
    """The occupations of a posting's title, which all its applications ask for."""
    return lexicon.imported.likeliest(title)


@lru_cache(maxsize=64)
def find_setting(head: str, text: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    """The setting whose words a posting uses most; those of its head count five times."""
    counts = {name: 5 * len(pattern.findall(head)) + len(pattern.findall(text)) for name, pattern in patterns}
    best = max(counts, key=lambda name: counts[name], default=GENERAL)
    return best if counts.get(best, 0) >= SURE else GENERAL
