"""What one rule saw at one place, before levels are judged and duplicates folded."""

from dataclasses import dataclass

from applykit.posting.model import Span
from applykit.requirements.model import Detail, Kind, Level


@dataclass(frozen=True, slots=True)
class Found:
    """One thing asked for at one place. `rule` says what saw it; `score` is a finder's, `level` its opinion.

    `group` is the same for the branches of "A or B"; `term` is the lexicon term that matched.
    """

    span: Span
    kind: Kind
    id: str
    name: str
    rule: str
    detail: Detail | None = None
    origin: str = "rule"
    term: str = ""
    level: Level | None = None
    score: float | None = None
    group: str | None = None


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def phrase_id(words: str) -> str:
    """The id of something that no lexicon entry stands for."""
    return "phrase:" + " ".join(words.casefold().split())
