"""The comparison of a profile with a posting's requirements, as data."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from applykit.matching.claims import Claims
from applykit.requirements.model import Requirement


class Status(StrEnum):
    """How far the profile answers a requirement; `unknown` is a question only the person can answer."""

    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote from the profile that answers a requirement.

    `pointer` is a JSON pointer (RFC 6901) into the profile; `how` is "direct", "alias", "implied", "narrower",
    "broader", "related", "task", "education", "dated" or "credential". The text of `private` fields is never
    quoted: `quote` is then "private".
    """

    quote: str
    pointer: str
    how: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """One requirement beside what the profile shows for it, and why the status is what it is."""

    requirement: Requirement
    status: Status
    evidence: tuple[Evidence, ...] = ()
    why: str = ""
    gate: bool = False
    question: str | None = None
    branches: tuple["Match", ...] = ()


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A part of the score: points earned of points possible, both whole numbers, and what was counted."""

    name: str
    earned: int
    possible: int
    counted: int


@dataclass(frozen=True, slots=True)
class Score:
    """The score from 0 to 100 with its parts; gates are judged apart and never in here."""

    total: int
    parts: tuple[ScorePart, ...]


@dataclass(frozen=True, slots=True)
class MatchReport:
    """All matches of one profile and one posting, in the posting's order; alternatives folded into one match.

    `claims` is what the profile was found to claim, for the stages that need it again.
    """

    matches: tuple[Match, ...]
    score: Score
    date: str  # ISO 8601, the day for which expiry and experience were computed
    claims: Claims | None = field(default=None, compare=False, repr=False)

    @property
    def gates(self) -> tuple[Match, ...]:
        """The matches that decide whether an application is worth sending, judged apart from the score."""
        return tuple(match for match in self.matches if match.gate)


def answer_record(match: Match, branch_record: Callable[[Match], dict[str, Any]]) -> dict[str, Any]:
    """Status, gate, reason and evidence, with the question and the branches where there are any.

    `branch_record` writes a branch, since the records of different files tell the requirement in different detail.
    """
    record: dict[str, Any] = {
        "status": match.status.value,
        "gate": match.gate,
        "why": match.why,
        "evidence": [evidence_record(evidence) for evidence in match.evidence],
    }
    if match.question:
        record["question"] = match.question
    if match.branches:
        record["branches"] = [branch_record(branch) for branch in match.branches]
    return record


def evidence_record(evidence: Evidence) -> dict[str, str]:
    """A quote with its pointer, and a note where there is one."""
    record = {"quote": evidence.quote, "pointer": evidence.pointer, "how": evidence.how}
    return record | ({"note": evidence.note} if evidence.note else {})
