"""The posting as clauses: sentences and list items, each with its section, heading and what its list inherits."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from applykit.posting.model import Posting, Role, Section, Span

BULLET = re.compile(r"\s*(?:[•·●▪*\-–—]|\d{1,2}[.)])\s+")
# Abbreviations whose full stop ends no sentence.
SHORTENED = re.compile(
    r"(?i)(?:\b(?:e\.g|i\.e|etc|vs|yrs?|mos?|hrs?|lbs?|approx|min|max|no|st|dr|mr|ms|mrs|inc|co|u\.s|pharm\.d|ph\.d|b\.s|"
    r"m\.s|b\.a|r\.ph|incl|exp|cert|reg|temp|a\.m|p\.m|est|dept|sr|jr)|^\s*\d{1,2}|\b[A-Z])$"
)
END = re.compile(r"[.!?]+[)\"”’]*(?=\s|$)|;(?=\s|$)")
LABEL = re.compile(r"^(?P<label>[A-Z][^:.;!?]{1,60}):(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or list item. `lead` is the line that introduces its list ("Must have:"), if there is one.

    `label` is the beginning of its line up to a colon ("Preferred: …").
    """

    span: Span
    text: str
    role: Role
    heading: str = ""
    lead: str = ""
    label: str = ""
    bullet: bool = False

    def local(self, span: Span) -> tuple[int, int]:
        """A span of the posting as offsets into this clause's text."""
        return span.start - self.span.start, span.end - self.span.start


def read_clauses(posting: Posting) -> tuple[Clause, ...]:
    """The posting's clauses in order. Text outside every section has the role OTHER."""
    return tuple(clause for section in cover_text(posting) for clause in clauses_of(section, posting.text))


def cover_text(posting: Posting) -> Iterator[Section]:
    """The sections in order, with sections of role OTHER for what lies between them; headings belong to none."""
    at = 0
    for section in sorted(posting.sections, key=lambda section: section.span):
        first = min(section.heading.start, section.span.start) if section.heading else section.span.start
        if posting.text[at:first].strip():
            yield Section(Role.OTHER, Span(at, first))
        yield section
        at = max(at, section.span.end)
    if posting.text[at:].strip():
        yield Section(Role.OTHER, Span(at, len(posting.text)))


def clauses_of(section: Section, text: str) -> Iterator[Clause]:
    """The clauses of one section; a line that ends with a colon introduces the lines below it."""
    heading = section.heading.of(text).strip() if section.heading else ""
    lead, label = "", ""
    for start, end in lines_of(text, section.span):
        line = text[start:end]
        mark = BULLET.match(line)
        bare = line[mark.end() :].strip() if mark else line.strip()
        if not bare:
            lead = ""
            continue
        if bare.endswith(":") and len(bare) < 120:
            lead = bare
        elif not mark and lead and not is_short(bare):
            lead = ""
        for first, last in sentences_of(line, mark.end() if mark else 0):
            found = LABEL.match(line[first:last])
            label = found["label"] if found else label if first else ""
            span = Span(start + first, start + last)
            yield Clause(span, line[first:last], section.role, heading, lead, label, bool(mark))


def is_short(line: str) -> bool:
    """Items of a list without bullets are short."""
    return len(line) < 80


def lines_of(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Start and end of every line in the span."""
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def sentences_of(line: str, first: int) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a line, blanks trimmed."""
    at = first
    for found in END.finditer(line, first):
        if found[0] == "." and SHORTENED.search(line[at : found.start()]):
            continue
        yield from trimmed(line, at, found.end())
        at = found.end()
    yield from trimmed(line, at, len(line))


def trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range without blanks at its ends, unless nothing is left."""
    part = line[start:end]
    begin = start + len(part) - len(part.lstrip())
    stop = begin + len(part.strip())
    if stop > begin:
        yield begin, stop


class ClauseFinder:
    """Which clause a place in the text belongs to."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self.clauses = clauses
        self.starts = [clause.span.start for clause in clauses]

    def at(self, span: Span) -> Clause | None:
        """The clause that holds the span's first character; None in headings and between clauses."""
        number = bisect_right(self.starts, span.start) - 1
        if number < 0 or self.clauses[number].span.end <= span.start:
            return None
        return self.clauses[number]
