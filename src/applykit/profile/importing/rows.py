"""Lines of a section → rows: wrapped lines put together, what stands at the margin (dates, places) set aside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from applykit.profile.dateforms import DURATION, Period, find_periods, fold, read_period
from applykit.profile.datewords import MONTH_OF
from applykit.profile.importing.entrywords import is_place, is_school, is_soft_place
from applykit.profile.importing.layout import Cell, Line, Run
from applykit.profile.importing.words import HYPHENED

BLOCK_GAP = 0.28  # of a line: more white space above parts blocks
# What a line does not end with unless it goes on: a dash, a month, a word that wants a date.
UNFINISHED = re.compile(
    r"(?:[-–—,&(]|\b(?:to|until|and|of|in|the|for|with|expires|exp\.|issued|since|from|"
    + "|".join(MONTH_OF)
    + r")\.?)\s*$"
)
WRAP_GAP = 0.15  # more of it parts paragraphs


@dataclass(frozen=True, slots=True)
class Row:
    """One logical line: `cells` in the text, `aside` what stood at its margin; `level` as of Line."""

    cells: tuple[Cell, ...]
    aside: tuple[str, ...] = ()
    level: int = 0
    gap: float = 0.0
    left: float = 0.0
    right: float = 0.0
    whole: bool = False
    bold: bool = False

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def everything(self) -> str:
        return " | ".join([self.text, *self.aside])

    @property
    def first(self) -> Run:
        """The run that shows its style."""
        return next((run for cell in self.cells for run in cell.runs if run.text.strip()), Run(""))

    def looks_like(self, other: "Row") -> bool:
        """Whether two rows begin at one margin in one style."""
        mine, theirs = self.first, other.first
        same = (mine.bold, mine.italic, round(mine.size)) == (theirs.bold, theirs.italic, round(theirs.size))
        return same and abs(self.left - other.left) < 12

    @property
    def periods(self) -> tuple[Period, ...]:
        return find_periods(" \n ".join([*self.aside, *(cell.text for cell in self.cells)]))


def rows_of(lines: list[Line], edges: Mapping[int, float] | None = None) -> list[Row]:
    """The rows of a section; `edges` tells how far the document's columns reach, by their number."""
    words = {word for line in lines for word in re.findall(r"\w[\w-]*\w", line.text)}
    widths = {**right_edges(lines), **(edges or {})}
    rows: list[Row] = []
    for line in lines:
        row = row_of(line)
        if rows and continues(rows[-1], row, widths[line.column]):
            rows[-1] = joined(rows[-1], row, words)
        else:
            rows.append(row)
    return levelled(rows)


def right_edges(lines: list[Line]) -> dict[int, float]:
    """How far the text of each column reaches; dates at the margin do not count."""
    edges: dict[int, float] = {}
    for line in lines:
        if line.cells:
            edges[line.column] = max(edges.get(line.column, 0.0), row_of(line).right)
    return edges


def row_of(line: Line) -> Row:
    """A line with the cells that are dates, durations or places at its margin set aside."""
    main: list[Cell] = []
    aside: list[Cell] = []
    for index, cell in enumerate(line.cells):
        last = index == len(line.cells) - 1 and len(main) > 0
        (aside if len(line.cells) > 1 and is_aside(cell.text, last=last) else main).append(cell)
    if not main:
        main, aside = list(line.cells[:1]), list(line.cells[1:])
    if line.level and len(main) > 1:
        main = [Cell(tuple(run for cell in main for run in (*cell.runs, Run(" "))), main[0].left, main[-1].right)]
    texts = tuple(cell.text for cell in aside)
    return Row(tuple(main), texts, line.level, line.gap, main[0].left, main[-1].right, line.whole, line.bold)


def is_aside(text: str, *, last: bool) -> bool:
    """Whether a cell is a date, a duration or a place; the last one may be a place of any two names."""
    if read_period(text) or not DURATION.sub("", " " + text).strip(" ()·•,"):
        return True
    return is_place(text) or (last and text.count(",") == 1 and is_soft_place(text) and not is_school(text))


def continues(above: Row, row: Row, width: float) -> bool:
    """Whether a row is the rest of the one above, wrapped at the margin."""
    if row.level or row.whole or row.gap > BLOCK_GAP or len(row.cells) > 1 or not above.cells:
        return False
    if has_date_first(row) and not UNFINISHED.search(fold(above.text)):
        return False
    if above.level:
        hanging = row.left > above.left + 1.5
        return (hanging and row.left < above.left + 40) or (
            abs(row.left - above.left) <= 1.5 and flows(above, row, width)
        )
    ended = above.text.endswith((".", "!", "?", ":")) and not row.text[:1].islower()
    if row.gap > (WRAP_GAP if ended else 2 * WRAP_GAP):
        return False
    same = abs(row.left - above.left) <= 1.5 and len(above.cells) == 1 and not row.aside
    return same and flows(above, row, width)


def has_date_first(row: Row) -> bool:
    """Whether the row is little but a date, as no rest of a sentence is."""
    return bool(row.cells and read_period(row.text))


def flows(above: Row, row: Row, width: float) -> bool:
    """Whether a text may run on into the next line: the style goes on, and its first word had no room above."""
    first, last = row.cells[0].runs[0], above.cells[-1].runs[-1]
    if (first.bold, first.italic) != (last.bold, last.italic) or abs(first.size - last.size) > 0.6:
        return False
    word = row.text.split(" ", 1)[0]
    letter = (row.right - row.left) / max(len(row.text), 1)
    return above.right + (len(word) + 1) * letter > width - 0.05 * (width - above.left) and len(above.text) > 14


def joined(above: Row, row: Row, words: set[str]) -> Row:
    """Two rows as one; a hyphen at the end of the first goes where it only parted a word."""
    runs, rest = above.cells[-1].runs, row.cells[0].runs
    cut, glue = hyphen_rule(above.text, row.text, words)
    tail = replace(runs[-1], text=runs[-1].text.rstrip()[: -1 if cut else None] + glue)
    cell = replace(above.cells[-1], runs=(*runs[:-1], tail, *rest), right=row.right)
    return replace(
        above,
        cells=(*above.cells[:-1], cell),
        aside=above.aside + row.aside,
        right=row.right,
    )


def hyphen_rule(above: str, below: str, words: set[str]) -> tuple[bool, str]:
    """Whether to cut the hyphen between two lines, and what to put between them."""
    if not above.endswith(("-", "\xad", "‐")) or above.endswith((" -", "--")):
        return False, "" if above.endswith(("/", "—")) else " "
    left = re.search(r"([\w-]+)[-\xad‐]$", above)
    right = re.match(r"[\w-]+", below)
    if not left or not right or not right[0][0].islower():
        return False, ""
    whole, parted = left[1] + right[0], f"{left[1]}-{right[0]}"
    if (
        left[1].isdigit()
        or parted in words
        or (whole not in words and left[1].rsplit("-", 1)[-1].casefold() in HYPHENED)
    ):
        return False, ""
    return True, ""


def levelled(rows: list[Row]) -> list[Row]:
    """Bullets' levels by how far they are indented, beginning with 1."""
    lefts: list[float] = []
    for left in sorted({round(row.left) for row in rows if row.level}):
        if not lefts or left - lefts[-1] > 3:
            lefts.append(float(left))
    result = []
    for row in rows:
        depth = sum(row.left >= left - 1 for left in lefts) if row.level == 1 else row.level
        result.append(replace(row, level=max(depth, 1)) if row.level else row)
    return result
