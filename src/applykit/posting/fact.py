"""A fact with the place it was read at, and the sentences in which facts are looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from applykit.posting.model import Role, Section, Span
from applykit.posting.units import all_lines, pieces_of

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """A value and where it stands in the text; no span when it came from structured data."""

    value: T_co
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What facts are read from: the cleaned text, its label lines and its sections."""

    text: str
    labels: tuple["Label", ...]
    sections: tuple[Section, ...]

    def role_at(self, position: int) -> Role | None:
        """The role of the section that holds this character."""
        for section in self.sections:
            start = section.heading.start if section.heading else section.span.start
            if start <= position < section.span.end:
                return section.role
        return None

    def labelled(self, pattern: re.Pattern[str]) -> Iterator["Label"]:
        """The label lines whose label is wholly of that form, in order."""
        return (label for label in self.labels if pattern.fullmatch(label.name))

    def sentences(self) -> Iterator[Span]:
        """Every line, long lines cut into sentences."""
        for start, line in all_lines(self.text):
            yield from pieces_of(start, line)


@dataclass(frozen=True, slots=True)
class Label:
    """A label line such as "Location: Boston": the label in small letters, the value and where it stands."""

    name: str
    value: str
    span: Span


def whole_sentences(source: Source) -> Iterator[Span]:
    """Sentences one by one, also in short lines."""
    for span in source.sentences():
        line, begin = span.of(source.text), 0
        for end in re.finditer(r"(?<=[.!?])\s+(?=[A-Z“\"])", line):
            yield Span(span.start + begin, span.start + end.start())
            begin = end.end()
        yield Span(span.start + begin, span.end)
