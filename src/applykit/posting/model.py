"""The posting as data: its facts and its sections, each with where it stands in the cleaned text."""

from dataclasses import dataclass
from enum import StrEnum

from applykit.errors import Problem


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in the cleaned posting text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` inside the span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Role(StrEnum):
    """What a section of a posting is for."""

    EMPLOYER = "employer"
    SUMMARY = "summary"
    DUTIES = "duties"
    REQUIRED = "required"
    PREFERRED = "preferred"
    CONDITIONS = "conditions"
    OFFER = "offer"
    EQUAL_OPPORTUNITY = "equal_opportunity"
    HOW_TO_APPLY = "how_to_apply"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the posting with one role. `span` covers the body, `heading` the heading before it."""

    role: Role
    span: Span
    heading: Span | None = None
    cue: str = ""  # which rule gave the role, for `--explain`


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as stated: amounts in `currency` (ISO 4217) per `unit` ("hour", "day", "week", "month", "year")."""

    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work is done; `text` as written, the parts where they could be told."""

    text: str
    locality: str | None = None
    region: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """The person to write to, as far as the posting names one."""

    name: str | None = None
    title: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """One job posting: cleaned text, facts and sections. Dates are ISO 8601 strings as far as stated.

    `spans` tells where each fact (by field name) stands in `text`; a fact that came from a page's
    structured data and does not stand in the text has none.
    """

    text: str
    title: str | None = None
    employer: str | None = None
    place: Place | None = None
    remote: str | None = None  # "remote", "hybrid", "on-site"
    employment_type: tuple[str, ...] = ()  # "full-time", "part-time", "temporary", "contract", "internship" …
    pay: Pay | None = None
    posted: str | None = None
    closes: str | None = None
    reference: str | None = None
    contact: Contact | None = None
    how_to_apply: str | None = None
    mission: Span | None = None  # a sentence in which the employer says what it is for
    sections: tuple[Section, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()
    problems: tuple[Problem, ...] = ()
    source: str = "-"
