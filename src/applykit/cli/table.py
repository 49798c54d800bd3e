"""Plain tables for a terminal: columns as wide as needed, long cells wrapped, no colour in pipes."""

import shutil
import textwrap
from collections.abc import Sequence

GAP = "  "
LEAST_WIDTH = 12


def terminal_width() -> int:
    """Columns of the terminal, at most 120; 100 where there is none."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def fit_widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Column widths: natural, with the widest columns shrunk until the row fits into `width`."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > LEAST_WIDTH:
        widths[widths.index(max(widths))] -= 1
    return widths


def format_row(row: Sequence[str], widths: Sequence[int]) -> str:
    """One row, as many lines as its longest wrapped cell needs."""
    cells = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
    lines = []
    for index in range(max(len(cell) for cell in cells)):
        parts = [
            (cell[index] if index < len(cell) else "").ljust(size) for cell, size in zip(cells, widths, strict=True)
        ]
        lines.append(GAP.join(parts).rstrip())
    return "\n".join(lines)


def format_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, width: int | None = None) -> str:
    """Header, a rule and the rows as text."""
    clean = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = fit_widths([header, *clean], width or terminal_width())
    rule = GAP.join("-" * size for size in widths)
    return "\n".join([format_row(header, widths), rule, *(format_row(row, widths) for row in clean)])
