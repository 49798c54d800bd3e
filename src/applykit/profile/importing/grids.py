"""Sections set in columns of their own (three skills side by side, two credentials a row), read column by column."""

from collections import Counter
from dataclasses import replace

from applykit.profile.importing.layout import Cell, Line
from applykit.profile.importing.rows import is_aside

GRID_KINDS = frozenset({"skills", "certificates", "languages", "references", "awards", "interests", "memberships"})


def without_grid(lines: tuple[Line, ...]) -> list[Line]:
    """The lines, column after column where cells stand in a grid; as they are elsewhere."""
    starts = column_starts(lines)
    if len(starts) < 2 or is_label_table(lines, starts):
        return list(lines)
    result: list[Line] = []
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else float("inf")
        low = start if number else float("-inf")
        for line in lines:
            cells = tuple(cell for cell in line.cells if low - 2 <= cell.left < stop - 2)
            if cells:
                fresh = number > 0 and not any(done.column == 10 + number for done in result)
                result.append(replace(line, cells=cells, column=10 + number, gap=1.0 if fresh else line.gap))
    return result


def column_starts(lines: tuple[Line, ...]) -> list[float]:
    """Where columns begin: positions at which at least two lines have a cell that is no date or place."""
    lefts: Counter[int] = Counter()
    for line in lines:
        for cell in line.cells:
            if not is_aside(cell.text, last=False):
                lefts[round(cell.left / 3)] += 1
    several = [line for line in lines if len(line.cells) > 1 and not line.level]
    if len(several) * 2 < len(lines) or len(several) < 2:
        return []
    return sorted(place * 3.0 for place, count in lefts.items() if count >= 2)


def is_label_table(lines: tuple[Line, ...], starts: list[float]) -> bool:
    """Whether the first column only names what the second lists."""
    if len(starts) != 2:
        return False
    first: list[Cell] = [line.cells[0] for line in lines if line.cells]
    second = [cell for line in lines for cell in line.cells[1:]]
    lists = sum("," in cell.text for cell in second)
    return lists * 2 >= len(second) and not any("," in cell.text for cell in first)
