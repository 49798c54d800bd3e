"""What a document check finds, as values."""

from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """How much a finding matters: `mend` before sending, `note` worth knowing, `fine` looked at and good."""

    MEND = "mend"
    NOTE = "note"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its topic ("contact", "tables" …), what was found, what to do."""

    weight: Weight
    topic: str
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What two readers and the file itself say about a document, before anything is judged.

    `lines` is the text in reading order, `second` the same by another way of reading. `headings` are (level, text) by
    style, or by look in a PDF. `fonts` are (name, characters), `sizes` (points, characters). `outside` is text in
    headers and footers, `boxed` in text boxes, `hidden` what is there and not shown.
    """

    format: str  # "docx" or "pdf"
    lines: tuple[str, ...]
    second: tuple[str, ...]
    headings: tuple[tuple[int, str], ...] = ()
    pages: int | None = None
    fonts: tuple[tuple[str, int], ...] = ()
    sizes: tuple[tuple[float, int], ...] = ()
    tables: int = 0
    images: int = 0
    images_without_text: int = 0
    columns: int = 1
    outside: tuple[str, ...] = ()
    boxed: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    title: str = ""
    language: str = ""
    tagged: bool | None = None
    changes: int = 0
    comments: int = 0
    protected: bool = False
    macros: bool = False
    remote: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    row_splits: int = 0
    embedded: frozenset[str] = frozenset()  # fonts that a PDF brings along
    unreadable: tuple[str, ...] = ()  # words with letters that a PDF does not name, shown as "?"

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person, as a program finds it in the body."""

    email: str = ""
    phone: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What an applicant-tracking system sees of a document, and what to do about it.

    `kind` is "resume", "letter", "checklist" or "other". `terms` are (name, shown) for the posting's terms.
    """

    file: str
    kind: str
    facts: Facts
    contact: Contact
    sections: tuple[tuple[str, str], ...]  # (heading, the usual section it stands for, or "")
    dates: tuple[str, ...]
    words: int
    findings: tuple[Finding, ...]
    terms: tuple[tuple[str, bool], ...] = field(default=())

    @property
    def to_mend(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.weight is Weight.MEND)
