"""The counselor's workbook: one row an application, one sheet a client. Text never becomes a formula.

Written with xlsxwriter's `write_string`, so a name that begins with `=` stays a name; links are relative to
the workbook. The bytes depend on the rows alone: the creation date is fixed.
"""

import datetime
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

HEADER = (
    "Client",
    "Employer",
    "Position",
    "Score",
    "Gates open",
    "Gates not met",
    "Gaps",
    "Next step",
    "Review",
    "Files",
)
WIDTHS = (22, 24, 30, 8, 34, 34, 44, 40, 14, 18)
REVIEW_COLUMN = HEADER.index("Review")
KEY_COLUMN = len(HEADER)  # hidden: client id and posting id, so that reviews find their rows again
MOST_SHEETS = 250  # Excel opens more, but nobody finds a tab among them
FIXED = datetime.datetime(2000, 1, 1)
UNFIT = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One application as the workbook shows it. `folder` is relative to the workbook, with forward slashes."""

    client_id: str
    opening_id: str
    client: str
    employer: str
    position: str
    score: int | None
    gates_open: tuple[str, ...]
    gates_missing: tuple[str, ...]
    gaps: tuple[str, ...]
    next_step: str
    review: str
    folder: str


def write_workbook(lines: Sequence[Line]) -> bytes:
    """The whole workbook as bytes: a summary sheet, then a sheet a client while there are at most 250."""
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Applications", "created": FIXED})
    styles = make_styles(book)
    used: set[str] = set()
    fill_sheet(book.add_worksheet(sheet_name("Summary", used)), lines, styles)
    clients = list(dict.fromkeys((line.client_id, line.client) for line in lines))
    for identity, name in clients[:MOST_SHEETS]:
        own = [line for line in lines if line.client_id == identity]
        fill_sheet(book.add_worksheet(sheet_name(name or identity, used)), own, styles)
    book.close()
    return data.getvalue()


def make_styles(book: Any) -> dict[str, Any]:
    return {
        "header": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "score": book.add_format({"valign": "top", "align": "center", "num_format": "0"}),
        "review": book.add_format({"valign": "top", "bg_color": "#FFF9E5", "locked": False}),
        "link": book.add_format({"valign": "top", "font_color": "#0563C1", "underline": 1}),
    }


def fill_sheet(sheet: Any, lines: Sequence[Line], styles: dict[str, Any]) -> None:
    """Header, rows, filters, a frozen header, a colour scale on scores, and choices for the review column."""
    for column, (title, width) in enumerate(zip(HEADER, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, styles["header"])
    sheet.set_column(KEY_COLUMN, KEY_COLUMN, None, None, {"hidden": True})
    sheet.write_string(0, KEY_COLUMN, "key", styles["header"])
    for row, line in enumerate(lines, start=1):
        write_line(sheet, row, line, styles)
    last = max(len(lines), 1)
    sheet.autofilter(0, 0, last, len(HEADER) - 1)
    sheet.freeze_panes(1, 1)
    sheet.conditional_format(
        1, 3, last, 3, {"type": "3_color_scale", "min_color": "#F4B6B6", "mid_color": "#FFF2CC", "max_color": "#B7E1CD"}
    )
    sheet.data_validation(
        1,
        REVIEW_COLUMN,
        last,
        REVIEW_COLUMN,
        {"validate": "list", "source": ["to review", "reviewed", "sent", "hold"], "error_type": "information"},
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def write_line(sheet: Any, row: int, line: Line, styles: dict[str, Any]) -> None:
    texts = (line.client, line.employer, line.position)
    for column, text in enumerate(texts):
        sheet.write_string(row, column, clip(text), styles["cell"])
    if line.score is not None:
        sheet.write_number(row, 3, line.score, styles["score"])
    lists = (line.gates_open, line.gates_missing, line.gaps)
    for column, items in enumerate(lists, start=4):
        sheet.write_string(row, column, clip("; ".join(items)), styles["cell"])
    sheet.write_string(row, 7, clip(line.next_step), styles["cell"])
    sheet.write_string(row, REVIEW_COLUMN, clip(line.review), styles["review"])
    if line.folder:
        sheet.write_url(row, 9, "external:" + line.folder, styles["link"], "open the folder")
    sheet.write_string(row, KEY_COLUMN, f"{line.client_id}\t{line.opening_id}")


def clip(text: str) -> str:
    """Excel keeps 32,767 characters a cell; the rest would make the file unreadable."""
    return text if len(text) <= 32_000 else text[:32_000] + "…"


def sheet_name(text: str, used: set[str]) -> str:
    """A sheet name that Excel accepts: at most 31 characters, none of []:*?/\\, distinct whatever the case."""
    base = UNFIT.sub(" ", text).strip(" '")[:31] or "Client"
    name, number = base, 1
    while name.casefold() in used or name.casefold() == "history":
        number += 1
        ending = f" ({number})"
        name = base[: 31 - len(ending)] + ending
    used.add(name.casefold())
    return name


def read_reviews(data: bytes) -> dict[tuple[str, str], str]:
    """The review column of a workbook that a counselor has worked in: (client id, posting id) → text.

    A row whose review differs on the summary and on the client's own sheet takes the client's sheet.
    """
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    reviews: dict[tuple[str, str], str] = {}
    for sheet in book.worksheets:
        reviews.update(read_sheet_reviews(sheet.iter_rows(values_only=True)))
    book.close()
    return reviews


def read_sheet_reviews(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, str], str]:
    """Reviews of one sheet, found by its header, so that moved columns are followed."""
    table = iter(rows)
    header = [str(cell) for cell in next(table, ())]
    if "key" not in header or "Review" not in header:
        return {}
    key_at, review_at = header.index("key"), header.index("Review")
    found = {}
    for row in table:
        client, tab, opening = str(row[key_at] or "").partition("\t")
        if tab and row[review_at] is not None:
            found[client, opening] = str(row[review_at])
    return found
