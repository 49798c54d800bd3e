"""Imported tables: tab-separated text with a head line, sorted, written by `applykit lexicon import`."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from applykit.errors import ApplykitError, Problem
from applykit.files import read_bounded, write_file
from applykit.lexicon.words import term_keys

MAX_TABLE = 60 * 1024 * 1024
MAX_CELL = 200_000
FOLDER = "imported"
SOFTWARE = "onet-software.tsv"
USUAL = "onet-usual.tsv"
LISTED = "|"  # between the values of a cell that holds several


def read_rows(path: Path, columns: Sequence[str], *, delimiter: str = "\t") -> Iterator[dict[str, str]]:
    """The rows of a table from outside as dictionaries.

    Raises ApplykitError where the file is no UTF-8 text, or has not all of `columns`.
    """
    try:
        text = read_bounded(path, MAX_TABLE).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ApplykitError(Problem("is not UTF-8 text.", "Save it as UTF-8.", str(path))) from None
    dialect = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if delimiter == "\t" else {"delimiter": delimiter}
    # The limit is the whole process's, so it is put back.
    before = csv.field_size_limit(MAX_CELL)
    try:
        yield from read_cells(csv.DictReader(io.StringIO(text, newline=""), **dialect), path, columns)
    finally:
        csv.field_size_limit(before)


def read_cells(reader: "csv.DictReader[str]", path: Path, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of an open table. Raises ApplykitError where a column is missing or a row cannot be read."""
    missing = [name for name in columns if name not in (reader.fieldnames or ())]
    if missing:
        message = f"has no column {', '.join(map(repr, missing))}."
        raise ApplykitError(Problem(message, "Give the folder as it was published.", str(path), 1))
    try:
        for row in reader:
            yield {name: row[name] or "" for name in columns}
    except csv.Error as error:
        raise ApplykitError(Problem(f"is no table: {error}.", "Fetch it again.", str(path), reader.line_num)) from None


def write_table(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write rows in sorted order below a head line; returns how many. Cells hold no tabs or line breaks."""
    lines = sorted({"\t".join(" ".join(cell.split()) for cell in row) for row in rows})
    write_file(path, "\n".join(("\t".join(head), *lines, "")).encode("utf-8"))
    return len(lines)


def read_table(path: Path) -> list[str]:
    """The lines of a table of ours below its head, in their sorted order; none where the file is missing."""
    if not path.is_file():
        return []
    return read_bounded(path, MAX_TABLE).decode("utf-8").split("\n")[1:-1]


def read_lookup(path: Path) -> bytes:
    """A table's lines below its head as they stand in the file, for `look_up`; empty where the file is missing."""
    return read_bounded(path, MAX_TABLE).partition(b"\n")[2] if path.is_file() else b""


def look_up(table: bytes, key: str) -> Iterator[list[str]]:
    """The cells of every line whose first cell is `key`.

    The lines are sorted, and found by bisection over the bytes: cutting a table of 48,000 lines takes longer than all
    that a start asks of it. UTF-8 sorts as its characters do.
    """
    wanted = f"{key}\t".encode()
    low, high = 0, len(table)  # line starts; the first line wanted is not before low and not behind high
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        if table[start : start + len(wanted)] < wanted:
            low = line_end(table, (low + high) // 2)
        else:
            high = start
    while table.startswith(wanted, low):
        end = line_end(table, low)
        yield table[low : end - 1].decode("utf-8").split("\t")
        low = end


def line_end(table: bytes, place: int) -> int:
    """Where the line behind the one at `place` begins."""
    return table.index(b"\n", place) + 1


def bag_key(text: str) -> str:
    """The stems of a text in alphabetical order: "Technician, Pharmacy" is "pharmacy technicians"."""
    return " ".join(sorted(stem for _, stem in term_keys(text)))
