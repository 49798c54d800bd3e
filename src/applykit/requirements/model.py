"""What a posting asks for, as data."""

from dataclasses import dataclass
from enum import StrEnum

from applykit.posting.model import Span


class Kind(StrEnum):
    """The kinds of requirement; the first five are keywords, the others conditions."""

    SKILL = "skill"
    TOOL = "tool"
    CREDENTIAL = "credential"
    SOFT = "soft"
    LANGUAGE = "language"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    PHYSICAL = "physical"
    SCHEDULE = "schedule"
    ELIGIBILITY = "eligibility"


class Level(StrEnum):
    """How strongly it is asked for; a duty is only implied by the work described."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the posting speaks of a requirement; `quote` is the text of `span`, letter for letter."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Detail:
    """Values parsed from a condition; only those stated are set.

    Amounts of time are months; weights are pounds; `travel` is a share from 0 to 1; `hours` a day.
    `degree` is one of "none", "secondary", "postsecondary", "associate", "bachelor", "master", "doctorate".
    `fields` names the experience's or the degree's field as written. `state` is a US/Canadian code.
    `deadline_months` is the time after hiring within which a credential may still be earned.
    """

    months: int | None = None
    months_maximum: int | None = None
    fields: tuple[str, ...] = ()
    degree: str | None = None
    or_equivalent: bool = False
    pounds: float | None = None
    hours: float | None = None
    travel: float | None = None
    state: str | None = None
    issuer: str | None = None
    language_level: str | None = None
    age: int | None = None
    deadline_months: int | None = None
    words: tuple[str, ...] = ()  # named cases such as "weekends", "nights", "on-call", "background-check"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the posting asks for. `mentions` is never empty; the first is the one that decided the level.

    `id` is a lexicon id, or "phrase:" and the words. `origin` tells what saw it: "lexicon", "rule" or "finder";
    what only the finder saw never becomes a gate. `alternative_of` is the id shared by the branches of
    "A or B": meeting one branch meets all of that group. `why` names the rule, section, term and score.
    """

    id: str
    name: str
    kind: Kind
    level: Level
    mentions: tuple[Mention, ...]
    detail: Detail | None = None
    origin: str = "lexicon"
    alternative_of: str | None = None
    score: float | None = None
    why: tuple[str, ...] = ()
