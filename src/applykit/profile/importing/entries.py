"""Rows → entries: where a job, a school or a project begins, and the pieces of its heading lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from applykit.profile.dateforms import DURATION, Period, find_periods
from applykit.profile.importing.entrywords import cut_place, is_soft_place
from applykit.profile.importing.layout import Cell, Run
from applykit.profile.importing.rows import BLOCK_GAP, Row

SEPARATOR = re.compile(r"\s+[-–—−~]+\s+|\s*[|•·▪¦‖⋅]\s*|\s+//\s+|\s{3,}|\t|(?<=\w)\s*[–—]\s+|\s+@\s+|;\s+")
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[a-z0-9.-]+\.(?:com|org|net|io|dev|edu|gov|co|app|ai)(?:/\S*)?", re.IGNORECASE
)
TRIM = " ,;:|•·–—-\t"
LONG_TEXT = 95


@dataclass(frozen=True, slots=True)
class Entry:
    """The heading rows and the rows below them that belong to one job, school or project."""

    header: tuple[Row, ...]
    body: tuple[Row, ...]


@dataclass(slots=True)
class Pieces:
    """What the heading rows of an entry hold: texts that may be a name, periods, places."""

    slots: list[str] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


Rule = Callable[[Row, list[Row]], bool]


def is_prose(row: Row) -> bool:
    """Whether a row is a sentence or a bullet rather than a heading line."""
    if row.level:
        return True
    text = row.text
    if row.periods and (row.aside or len(text) < LONG_TEXT):
        return False
    return len(text) > LONG_TEXT or (text.endswith(".") and len(text.split()) > 6)


def split_entries(rows: list[Row]) -> list[Entry]:
    """Entries in order; a new one begins at a heading line after a body, at a second date or after white space."""
    entries: list[tuple[list[Row], list[Row]]] = []
    for index, row in enumerate(rows):
        if not entries:
            entries.append(([], []))
        header, body = entries[-1]
        if is_prose(row):
            body.append(row)
        elif begins(row, rows[index + 1 : index + 4], header, body):
            entries.append(([row], []))
        elif body or is_filled(header, row):
            body.append(row)
        else:
            header.append(row)
    return [Entry(tuple(header), tuple(body)) for header, body in entries if header or body]


def is_filled(header: list[Row], row: Row) -> bool:
    """Whether a heading has all it needs (a date and two names), so that a plain line after it is no part of it."""
    if row.periods or row.first.bold or not any(above.periods for above in header):
        return False
    if row.text.endswith(".") and len(row.text.split()) > 3:
        return True
    pieces, own = pieces_of(tuple(header)), pieces_of((row,))
    return len(pieces.slots) >= 2 and bool(own.slots)


def begins(row: Row, following: list[Row], header: list[Row], body: list[Row]) -> bool:
    """Whether a heading line opens a new entry rather than continuing the one that is open."""
    dated = bool(row.periods)
    if not body:
        has_date = any(above.periods for above in header)
        if not header or not has_date:
            return False
        again = dated and (row.gap > 0.2 or row.looks_like(header[0]))
        return again or is_parted(row, following, header)
    if dated:
        return True
    if row.text.endswith(":") and following and following[0].level:
        return False
    if header and row.looks_like(header[0]) and (row.first.bold or row.left < min(below.left for below in body) - 3):
        return True
    soon = next_heading_date(following)
    if soon and (row.gap > BLOCK_GAP or row.bold or row.left <= header_left(header, row)):
        return True
    opens_bullets = bool(following) and following[0].level > 0
    short = bool(header) and row.looks_like(header[0]) and len(row.text) < 70 and not row.text.endswith((".", ",", ";"))
    return (row.bold or opens_bullets or short) and row.gap > BLOCK_GAP


def is_parted(row: Row, following: list[Row], header: list[Row]) -> bool:
    """Whether an undated heading line stands apart from those above it, by white space or by the first one's style."""
    first_again = row.looks_like(header[0])
    if len(header) > 1 and first_again and not header[-1].looks_like(header[0]):
        return True
    if row.gap <= BLOCK_GAP:
        return False
    second = len(header) == 1 and row.gap < 1.0  # a heading may have two lines with some white between
    nearer_below = bool(following) and row.gap > following[0].gap + 0.1
    dated_below = next_heading_date(following) and (nearer_below or first_again)
    return dated_below or (first_again and not second)


def header_left(header: list[Row], row: Row) -> float:
    return (header[0].left if header else row.left) + 2


def next_heading_date(following: list[Row]) -> bool:
    """Whether a date comes in the next heading lines, before any bullet."""
    for row in following:
        if is_prose(row):
            return False
        if row.periods:
            return True
    return False


def pieces_of(header: tuple[Row, ...], body: tuple[Row, ...] = ()) -> Pieces:
    """The heading rows taken apart: dates out, then by style and by signs, then places out.

    What stands at the margin beside the body (a date, a place) belongs to the heading, too.
    """
    pieces = Pieces()
    for number, row in enumerate(header):
        for text in row.aside:
            take_text(text, pieces, number, aside=True)
        for cell in row.cells:
            pieces.links += cell.links
            for text in styled_texts(cell, pieces):
                for part in SEPARATOR.split(text):
                    take_text(part, pieces, number, aside=False)
    for row in body:
        for text in row.aside:
            take_text(text, pieces, len(header), aside=True)
    return pieces


def take_text(text: str, pieces: Pieces, row: int, *, aside: bool) -> None:
    """Put one piece where it belongs."""
    text = without_periods(text, pieces)
    if aside or pieces.periods:
        text = DURATION.sub("", " " + text).strip() if DURATION.fullmatch(" " + text.strip(TRIM)) else text
    text = text.strip(TRIM).strip()
    text = re.sub(r"^\s*\)|\(\s*\)?$", "", text).strip(TRIM)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    if not re.search(r"\w", text):
        return
    if ADDRESS.fullmatch(text):
        pieces.links.append(text if "://" in text else f"https://{text}")
        return
    rest, place = cut_place(text)
    if place:
        pieces.places.append(place)
    elif aside and is_soft_place(text):
        pieces.places.append(text.strip(" ()"))
        rest = ""
    if rest:
        pieces.slots.append(rest)
        pieces.rows.append(row)


def without_periods(text: str, pieces: Pieces) -> str:
    for period in reversed(note_periods(text, pieces)):
        text = text[: period.begin] + " " + text[period.stop :]
    return text


def note_periods(text: str, pieces: Pieces) -> tuple[Period, ...]:
    """The periods of a text, which are added to the pieces with the words they were written in."""
    found = find_periods(text)
    pieces.periods += found
    pieces.written += [text[period.begin : period.stop].strip() for period in found]
    return found


def styled_texts(cell: Cell, pieces: Pieces) -> list[str]:
    """The texts of a cell, parted where bold or italic begins or ends; dates are taken out of the whole first."""
    runs = list(cell.runs)
    whole = "".join(run.text for run in runs)
    for period in reversed(note_periods(whole, pieces)):
        runs = cut_span(runs, period.begin, period.stop)
    groups: list[tuple[tuple[bool, bool], str]] = []
    for run in runs:
        style = (run.bold, run.italic)
        if groups and (groups[-1][0] == style or not re.search(r"\w", run.text) or not re.search(r"\w", groups[-1][1])):
            groups[-1] = (groups[-1][0] if re.search(r"\w", groups[-1][1]) else style, groups[-1][1] + run.text)
        else:
            groups.append((style, run.text))
    return [" ".join(text.split(" ")) for _, text in groups]


def cut_span(runs: list[Run], begin: int, stop: int) -> list[Run]:
    """Runs without the letters from `begin` to `stop`, a bar in their place."""
    result, at = [], 0
    for run in runs:
        low, high = max(begin - at, 0), min(stop - at, len(run.text))
        at += len(run.text)
        if low < high:
            text = run.text[:low] + (" | " if low == begin - (at - len(run.text)) else "") + run.text[high:]
            result.append(replace(run, text=text))
        else:
            result.append(run)
    return result
