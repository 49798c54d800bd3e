"""Columns of a page: which cells are read one after the other although they stand side by side."""

from dataclasses import replace

from applykit.profile.importing.headings import section_of
from applykit.profile.importing.layout import Cell, Line

MIN_SIDE = 4  # lines that a column must have
GUTTER = 6.0  # points of white between columns


def in_columns(rows: list[Line]) -> list[Line]:
    """The rows of a page in reading order: where a gutter parts it, the left column before the right one.

    Two texts side by side are columns only when both have a heading of their own (or the narrow one holds contact
    data): dates and places at a margin belong to the lines beside them.
    """
    gutter = find_gutter(rows)
    if gutter is None:
        return rows
    above, left, right = [], [], []
    for row in rows:
        before = tuple(cell for cell in row.cells if cell.right <= gutter + 1)
        after = tuple(cell for cell in row.cells if cell.left >= gutter - 1)
        if len(before) + len(after) < len(row.cells):
            above.append(row)  # it spans both columns, like the name at the top
            continue
        if before:
            left.append(replace(row, cells=before, column=1, top=before[0].top))
        if after:
            right.append(replace(row, cells=after, column=2, top=after[0].top))
    return [*above, *left, *right]


def find_gutter(rows: list[Line]) -> float | None:
    """The x of a white strip between two columns that each stand for themselves, or None."""
    cells = [cell for row in rows for cell in row.cells]
    if not cells:
        return None
    low, high = min(cell.left for cell in cells), max(cell.right for cell in cells)
    candidates = sorted({round(cell.left - 1) for cell in cells if low + 60 < cell.left < high - 60})
    best = max(candidates, key=lambda x: (gutter_score(x, rows), x), default=None)
    return best if best is not None and gutter_score(best, rows) > 0 else None


def gutter_score(x: float, rows: list[Line]) -> float:
    """How well x parts the page: lines with text on either side, less those crossing; 0 where it parts nothing."""
    crossing = sum(any(cell.left < x - 1 and cell.right > x + 1 for cell in row.cells) for row in rows)
    left = [cell for row in rows for cell in row.cells if cell.right <= x + 1]
    right = [cell for row in rows for cell in row.cells if cell.left >= x - 1]
    if crossing > 0.12 * len(rows) or min(len(left), len(right)) < MIN_SIDE:
        return 0.0
    if not (stands_alone(left) and stands_alone(right)):
        return 0.0
    return len(left) + len(right) - 3.0 * crossing


def stands_alone(cells: list[Cell]) -> bool:
    """Whether cells below each other have a heading among them."""
    return any(section_of(cell.text) for cell in cells)
