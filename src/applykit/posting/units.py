"""The text as units for the section finder: lines and sentences, each with the heading it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from applykit.posting.headings import Heading, read_heading
from applykit.posting.model import Role, Span

LONG_UNIT = 400
SHORT_ITEM = 90
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z•“\"(])")
NO_SENTENCE_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Inc|Co|Ltd|vs|e\.g|i\.e|etc|U\.S|No|Jr|Sr)|\b[A-Z])\.$")
# Labels and schedules say something of the lines right below them and nothing of the next paragraph.
SHORT_REACH = frozenset({"fact label", "schedule label", "schedule"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: where it begins, whether an empty line stands before it, the heading it is or begins with."""

    start: int
    text: str
    gap: bool
    heading: Heading | None

    @property
    def body(self) -> tuple[int, str]:
        """Start and characters of what follows the heading in the line; all of it without a heading."""
        length = self.heading.length if self.heading else 0
        return self.start + length, self.text[length:]


@dataclass(frozen=True, slots=True)
class Unit:
    """One line or sentence. `heading_span` only at the first unit below a heading, `faded` counts the paragraphs
    since, `gap` tells that an empty line stands before, `head` that a heading does."""

    span: Span
    heading: Heading | None = None
    heading_span: Span | None = None
    faded: int = 0
    gap: bool = False
    loose: bool = False  # stands behind a label's value, with which it has nothing to do

    @property
    def head(self) -> bool:
        return self.heading_span is not None


@dataclass(slots=True)
class Reach:
    """How far the last heading reaches: what is known while the lines go by."""

    heading: Heading | None = None
    pending: Span | None = None  # a heading whose body has not begun
    faded: int = 0
    lines: int = 0  # of body since the heading or the last empty line
    bullet: bool = False  # whether the last line of body was a list item
    short: bool = False  # … or a short line without a full stop
    above: Role | None = None  # the role of a heading whose body is made of headings like "Education"
    loose: bool = False

    def pass_gap(self, line: Line) -> None:
        """An empty line behind a body: short-reaching headings end, others fade unless a list goes on."""
        if self.heading and self.heading.rule in SHORT_REACH and self.lines:
            self.heading = None
        if self.lines and not self.goes_on(line):
            self.faded += 1
        self.lines = 0

    def goes_on(self, line: Line) -> bool:
        """Whether a list goes on behind an empty line: bullets on both sides, or short lines that stand alone."""
        if self.bullet:
            return line.text.startswith("• ")
        return self.short and self.lines == 1 and is_short_item(line.text)

    def take(self, found: Heading, span: Span, *, below: Role | None) -> None:
        """A new heading begins; one whose words say nothing keeps the role of the one above it.

        `below` is the role of a heading right above: "Education" right below "Preferred" speaks of what is preferred,
        and so does "Experience" after it.
        """
        if not found.part:
            self.above = None
        elif below is Role.PREFERRED:
            self.above = below
        if self.above:
            found = Heading(self.above, "preferred", found.length, part=True)
        keeps = found.rule == "unknown heading" and self.heading and self.heading.rule not in SHORT_REACH
        if keeps and self.heading:
            found = Heading(self.heading.role, "unknown heading", found.length)
        self.heading, self.pending, self.faded, self.lines = found, span, 0, 0

    def end_of_line(self, line: Line) -> None:
        """A label with its value in the same line reaches no further; that of a fact takes one line in any case."""
        if not line.body[1].strip() or not self.heading or self.heading.rule not in SHORT_REACH:
            return
        if line.heading or self.heading.rule == "fact label":
            self.heading, self.loose = None, True

    def unit(self, span: Span, *, gap: bool) -> Unit:
        """The unit at `span`, which takes the pending heading with it."""
        unit = Unit(span, self.heading, self.pending, self.faded, gap, self.loose)
        self.pending, self.loose = None, False
        return unit

    def close(self) -> Iterator[Unit]:
        """A unit without characters for a heading that has no body."""
        if self.pending:
            yield self.unit(Span(self.pending.end, self.pending.end), gap=False)


def read_units(text: str, marked: frozenset[int]) -> Iterator[Unit]:
    """The units of the text in order; `marked` holds the starts of lines that mark-up made headings."""
    reach = Reach()
    for line in read_lines(text, marked):
        if line.gap:
            reach.pass_gap(line)
        if line.heading:
            below = reach.heading.role if reach.pending and reach.heading else None
            yield from reach.close()
            end = line.start + len(line.text[: line.heading.length].rstrip())
            reach.take(line.heading, Span(line.start, end), below=below)
        begin, body = line.body
        for number, span in enumerate(pieces_of(begin, body)):
            yield reach.unit(span, gap=line.gap and not number)
        if body.strip():
            reach.lines, reach.bullet, reach.short = reach.lines + 1, body.startswith("• "), is_short_item(body)
        reach.end_of_line(line)
    yield from reach.close()


def read_lines(text: str, marked: frozenset[int]) -> Iterator[Line]:
    """The lines with words in them; a run of marked lines is a list set in bold, and only its first a heading."""
    starts = [(start, line) for start, line in all_lines(text) if line.strip()]
    end = -1  # where the line before ended
    before_marked = parted = False
    for index, (start, line) in enumerate(starts):
        # A line without letters, such as a grade or a number alone, parts what stands around it as an empty one does.
        gap = start > end + 1 or end < 0 or parted or not any(map(str.isalpha, line))
        parted = not any(map(str.isalpha, line))
        is_marked = start in marked
        after_marked = index + 1 < len(starts) and starts[index + 1][0] in marked
        before_list = index + 1 < len(starts) and starts[index + 1][1].startswith("• ")
        heading = read_heading(line, marked=is_marked, before_gap=gap, before_list=before_list)
        if (
            heading
            and heading.role is None
            and is_marked
            and (before_marked or after_marked or index + 1 == len(starts))
        ):
            heading = None
        if heading and is_marked and before_marked and after_marked and not line.endswith(":"):
            heading = heading if heading.length < len(line) else None
        yield Line(start, line, gap, heading)
        before_marked = is_marked
        end = start + len(line)


def is_short_item(line: str) -> bool:
    """Whether a line can be a list item without a bullet: short, no sentence."""
    return len(line) <= SHORT_ITEM and not line.rstrip().endswith((".", ":", "!", "?"))


def all_lines(text: str) -> Iterator[tuple[int, str]]:
    """Start and characters of each line."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def pieces_of(start: int, line: str) -> Iterator[Span]:
    """The whole line as one span, or its sentences when it is long; nothing for a line of spaces."""
    if not line.strip():
        return
    begin = len(line) - len(line.lstrip())
    if len(line) > LONG_UNIT:
        for found in SENTENCE_END.finditer(line):
            if found.start() > begin and not NO_SENTENCE_END.search(line, max(0, found.start() - 6), found.start()):
                yield Span(start + begin, start + found.start())
                begin = found.end()
    yield Span(start + begin, start + len(line.rstrip()))
