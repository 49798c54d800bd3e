"""A layout → the lines before the first heading, and sections with their kind."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from applykit.profile.dateforms import find_periods
from applykit.profile.importing.contact import looks_like_name
from applykit.profile.importing.headings import HEADINGS, is_usual, section_of
from applykit.profile.importing.layout import Layout, Line
from applykit.profile.importing.listparse import is_language

INLINE = re.compile(r"([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ &/'’-]{2,40})\s*:\s+(?=\S)")


class Look(NamedTuple):
    """How a heading stands out; greater is more so."""

    declared: int
    size: float
    caps: bool
    bold: bool


@dataclass(frozen=True, slots=True)
class Section:
    """`kind` as in HEADINGS, or "unknown" under a heading of other words."""

    kind: str
    title: str
    lines: tuple[Line, ...]


def look_of(line: Line) -> Look:
    text = "".join(letter for letter in line.cells[0].text if letter.isalpha())
    size = max((run.size for run in line.cells[0].runs), default=10.0)
    bold = all(run.bold for run in line.cells[0].runs if run.text.strip())
    return Look(line.heading, round(size), text.isupper() and len(text) > 2, bold)


def heading_looks(lines: tuple[Line, ...]) -> set[Look]:
    """How this document's headings look: the most outstanding look that two known headings share, or all looks."""
    counts = Counter(look_of(line) for line in lines if is_candidate(line) and line.heading != INLINE_LEVEL)
    shared = [look for look in counts if counts[look] >= 2]
    return {max(shared, key=lambda look: (counts[look] >= 3, look))} if shared else set(counts)


def is_candidate(line: Line) -> bool:
    """Whether a line's first cell reads like a known heading and has no text of its own before or after it."""
    if line.level or not line.cells:
        return False
    return section_of(line.cells[0].text) is not None


def split_sections(layout: Layout) -> tuple[list[Line], list[Section]]:
    """The head of the document and its sections in reading order."""
    lines = tuple(with_inline_split(layout.lines))
    body = body_size(lines)
    looks = heading_looks(lines)
    lines = title_first(lines, looks, body)
    head: list[Line] = []
    sections: list[tuple[str, str, list[Line]]] = []
    for line in lines:
        kind = heading_kind(line, looks, body) if head or sections or section_of(line.cells[0].text) else None
        if kind and sections and kind == sections[-1][0] and not is_usual(line.cells[0].text):
            kind = None  # "Web Technologies" within the skills is a group of them
        if kind:
            sections.append((kind, line.cells[0].text, []))
            line = replace(line, cells=line.cells[1:])
            if not line.cells:
                continue
        (sections[-1][2] if sections else head).append(line)
    return head, [Section(kind, title.strip(" :"), tuple(found)) for kind, title, found in sections]


INLINE_LEVEL = 1  # what `Line.heading` says of a heading that stood in one line with its text
LISTS = frozenset({"skills", "languages", "certificates", "interests", "awards"})


def with_inline_split(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines, with headings that stand in one line with their text made lines of their own."""
    inside = ""
    split = False
    for line in lines:
        inside = section_of(line.text) or inside
        parts = split_inline(line, apart=inside not in LISTS and (line.gap >= 0.9 or split))
        split = len(parts) > 1
        yield from parts


def split_inline(line: Line, *, apart: bool) -> list[Line]:
    """`SKILLS: counting, filling` as a heading and its text; where it stands apart, `Skills: …`, too."""
    first = line.cells[0] if line.cells else None
    found = INLINE.match(first.text) if first and not line.level else None
    if not found or first is None or len(first.runs) < 1:
        return [line]
    lead, rest = found[1], first.text[found.end() :]
    run = first.runs[0]
    kind = section_of(lead)
    loud = lead.isupper() and len(lead) > 3
    quiet = apart and is_usual(lead) and kind in LISTS and (kind != "languages" or is_language(rest.split(",")[0]))
    if kind is None or not rest or not (loud or quiet):
        return [line]
    title = replace(line, cells=(replace(first, runs=(replace(run, text=lead),)),), heading=0 if loud else INLINE_LEVEL)
    body = replace(line, cells=(replace(first, runs=(replace(run, text=rest, bold=False),)), *line.cells[1:]), gap=0.0)
    return [title, body]


def body_size(lines: tuple[Line, ...]) -> float:
    """The size of most letters of the document."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size)] += len(line.text)
    return max(weights, key=lambda size: (weights[size], -size), default=10.0)


def whole_name(lines: tuple[Line, ...], body: float) -> tuple[Line, ...]:
    """Lines with a name that is set in two large lines as one."""
    for index, (first, second) in enumerate(itertools.pairwise(lines[:60])):
        large = first.size >= 1.3 * body and abs(first.size - second.size) < 0.6 and first.column == second.column
        if large and looks_like_name(first.text) and looks_like_name(second.text) and not section_of(second.text):
            glue = "" if first.text.endswith("-") else " "
            runs = (*first.cells[0].runs, replace(second.cells[0].runs[0], text=glue + second.text))
            cells = (replace(first.cells[0], runs=runs), *first.cells[1:])
            return (*lines[:index], replace(first, cells=cells), *lines[index + 2 :])
    return lines


def title_first(lines: tuple[Line, ...], looks: set[Look], body: float) -> tuple[Line, ...]:
    """Lines with the block that begins with the person's name at the start, where a sidebar is read before it."""
    lines = whole_name(lines, body)
    names = [i for i, line in enumerate(lines) if line.page == 0 and looks_like_name(line.cells[0].text)]
    best = max(names, key=lambda i: (round(lines[i].size), -i), default=0)
    if not best or lines[best].size < 1.25 * body or heading_kind(lines[best], looks, body) in HEADINGS:
        return lines
    stop = best + 1
    while stop < len(lines) and not heading_kind(lines[stop], looks, body) and lines[stop].column == lines[best].column:
        stop += 1
    return lines[best:stop] + lines[:best] + lines[stop:]


def heading_kind(line: Line, looks: set[Look], body: float) -> str | None:
    """The section that a line opens; "unknown" for what only looks like a heading; None for other lines."""
    if line.level or not line.cells:
        return None
    look, text = look_of(line), line.cells[0].text
    known = section_of(text)
    if known:
        if len(line.cells) > 1 and not (look.bold or look.caps or look.size > body or look.declared):
            return None
        return known if not looks or look >= min(looks) or look.declared == INLINE_LEVEL else None
    outstanding = look.declared > 0 or look.size > body
    plain = len(line.cells) == 1 and len(text.split()) <= 6 and not find_periods(text) and "@" not in text
    return "unknown" if look in looks and outstanding and plain and look.size < 18 else None
