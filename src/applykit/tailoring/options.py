"""What a person may choose about the documents."""

from dataclasses import dataclass, field
from enum import StrEnum

from applykit.tailoring.page import Page


class ResumeFormat(StrEnum):
    """The order of a resume: skills first and then history, history alone, by skill, or for a change of career."""

    COMBINATION = "combination"
    CHRONOLOGICAL = "chronological"
    FUNCTIONAL = "functional"
    CAREER_CHANGE = "career-change"


@dataclass(frozen=True, slots=True)
class LetterNote:
    """A sentence of the person's own, put at the end of a paragraph; `paragraph` counts from 1."""

    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class TailoringOptions:
    """Choices with their defaults.

    `pages`: None lets the years of work decide. `address_gap`: a requirement's id or name to speak of in the letter,
    "" for the most important gap, None for none. `references`: print references that have consent.
    """

    pages: int | None = None
    format: ResumeFormat = ResumeFormat.COMBINATION
    address_gap: str | None = None
    letter_notes: tuple[LetterNote, ...] = ()
    references: bool = False
    page: Page = field(default_factory=Page)
