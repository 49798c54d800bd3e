"""A fact with the place it was read at, and the sentences in which facts are looked for."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from applykit.posting.model import Role, Section, Span
from applykit.posting.units import all_lines, pieces_of

SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """A value and where it stands in the text; no span when it came from structured data."""

    value: T_co
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A label line such as "Location: Boston": the label in small letters, the value and where it stands."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """What facts are read from: the cleaned text, its label lines, its sections and its sentences.

    `lines` are lines, long ones cut into sentences; `sentences` are single sentences also of short lines; `starts`
    tells where each section begins with its heading.
    """

    text: str
    labels: tuple[Label, ...]
    sections: tuple[Section, ...]
    lines: tuple[Span, ...]
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]

    def role_at(self, position: int) -> Role | None:
        """The role of the section that holds this character."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or position >= self.sections[index].span.end:
            return None
        return self.sections[index].role

    def labelled(self, pattern: re.Pattern[str]) -> Iterator[Label]:
        """The label lines whose label is wholly of that form, in order."""
        return (label for label in self.labels if pattern.fullmatch(label.name))


def make_source(text: str, labels: tuple[Label, ...], sections: tuple[Section, ...]) -> Source:
    """A source with its sentences cut once for all who look through them."""
    lines = tuple(span for start, line in all_lines(text) for span in pieces_of(start, line))
    sentences = tuple(sentence for span in lines for sentence in sentences_of(text, span))
    starts = tuple(section.heading.start if section.heading else section.span.start for section in sections)
    return Source(text, labels, sections, lines, sentences, starts)


def sentences_of(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a line."""
    line, begin = span.of(text), 0
    for end in SENTENCE_BREAK.finditer(line):
        yield Span(span.start + begin, span.start + end.start())
        begin = end.end()
    yield Span(span.start + begin, span.end)
