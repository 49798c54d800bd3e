"""Label lines: "Location: Boston", or a label on one line with its value on the next."""

from collections.abc import Iterator

from applykit.posting.fact import Label
from applykit.posting.headings import LABEL_VALUE, normal_heading, read_fact_label
from applykit.posting.model import Span
from applykit.posting.units import all_lines

LONGEST_VALUE = 200


def read_labels(text: str) -> tuple[Label, ...]:
    """All label lines of the text in order."""
    return tuple(find_labels([(start, line) for start, line in all_lines(text) if line.strip()]))


def find_labels(lines: list[tuple[int, str]]) -> Iterator[Label]:
    """Labels with their values, from lines that have words."""
    for index, (start, line) in enumerate(lines):
        found = LABEL_VALUE.match(line)
        if found:
            yield label_of(found["label"] or found["dash"], start + found.end(), line[found.end() :])
        elif index + 1 < len(lines) and (line.endswith(":") or read_fact_label(line, 0)) and len(line) < LONGEST_VALUE:
            following, value = lines[index + 1]
            if not value.endswith(":"):
                yield label_of(line, following, value)


def label_of(name: str, start: int, value: str) -> Label:
    """A label with its value's true span."""
    begin = len(value) - len(value.lstrip(" •-"))
    kept = value.strip(" •-")[:LONGEST_VALUE]
    return Label(normal_heading(name), kept, Span(start + begin, start + begin + len(kept)))
