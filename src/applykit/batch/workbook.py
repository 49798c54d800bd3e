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

from applykit.batch.model import Without

# Column titles with widths in characters.
COLUMNS = {
    "Client": 24,
    "Employer": 20,
    "Position": 24,
    "Score": 7,
    "To ask": 26,
    "In the way": 26,
    "Gaps": 36,
    "Next step": 28,
    "Review": 12,
    "Edited by hand": 18,
    "Files": 14,
}
HEADER = tuple(COLUMNS)
NOTES = {
    "Score": "0 to 100, without the gates. Gates decide first: licences, certificates, degrees, years, shifts.",
    "To ask": "Gates that the profile does not answer: ask the client.",
    "In the way": "Gates that the profile does not meet.",
    "Gaps": "Asked for in so many words and not shown in full.",
    "Review": "Yours: it is kept when the batch runs again.",
    "Edited by hand": "Documents that someone has changed; they are kept as they are.",
}
SCORE_COLUMN = HEADER.index("Score")
REVIEW_COLUMN = HEADER.index("Review")
FILES_COLUMN = HEADER.index("Files")
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
    edited: tuple[str, ...] = ()


def write_workbook(lines: Sequence[Line], *, without: Sequence[Without] = ()) -> bytes:
    """The whole workbook as bytes: a summary, clients without application if any, then a sheet a client up to 250."""
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Applications", "created": FIXED})
    styles = make_styles(book)
    used: set[str] = set()
    fill_sheet(book.add_worksheet(sheet_name("Summary", used)), lines, styles)
    if without:
        fill_without(book.add_worksheet(sheet_name("No application yet", used)), without, styles)
    clients = list(dict.fromkeys((line.client_id, line.client) for line in lines))
    for identity, name in clients[:MOST_SHEETS]:
        own = [line for line in lines if line.client_id == identity]
        fill_sheet(book.add_worksheet(sheet_name(name or identity, used)), own, styles)
    book.close()
    return data.getvalue()


def make_styles(book: Any) -> dict[str, Any]:
    """Formats by the column they are for; "cell" for the others."""
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D9DEE5"}
    header = {**cell, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F4E79", "valign": "vcenter"}
    return {
        "header": book.add_format(header),
        "cell": book.add_format(cell),
        "Client": book.add_format({**cell, "bold": True}),
        "Score": book.add_format({**cell, "align": "center", "num_format": "0"}),
        "Review": book.add_format({**cell, "bg_color": "#FFF9E5"}),
        "Files": book.add_format({**cell, "font_color": "#0563C1", "underline": 1}),
    }


def fill_sheet(sheet: Any, lines: Sequence[Line], styles: dict[str, Any]) -> None:
    """Header, rows, filters, a frozen header, a colour scale on scores, and choices for the review column."""
    for column, (title, width) in enumerate(COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, styles["header"])
        if title in NOTES:
            sheet.write_comment(0, column, NOTES[title], {"author": "", "x_scale": 1.6, "y_scale": 0.6})
    sheet.set_row(0, 24)
    sheet.set_column(KEY_COLUMN, KEY_COLUMN, None, None, {"hidden": True})
    sheet.write_string(0, KEY_COLUMN, "key", styles["header"])
    for row, line in enumerate(lines, start=1):
        write_line(sheet, row, line, styles)
    last = max(len(lines), 1)
    sheet.autofilter(0, 0, last, len(HEADER) - 1)
    sheet.freeze_panes(1, 1)
    sheet.conditional_format(1, SCORE_COLUMN, last, SCORE_COLUMN, COLOURS)
    sheet.data_validation(1, REVIEW_COLUMN, last, REVIEW_COLUMN, REVIEWS)
    set_print(sheet)


def fill_without(sheet: Any, clients: Sequence[Without], styles: dict[str, Any]) -> None:
    """The clients for whom nothing was written: why, and what to do next."""
    for column, (title, width) in enumerate(WITHOUT_COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, styles["header"])
    sheet.set_row(0, 24)
    for row, item in enumerate(clients, start=1):
        texts = (item.label, item.reason, item.next_step)
        sheet.set_row(row, LINE_HEIGHT * lines_needed(texts, WITHOUT_COLUMNS.values()))
        for column, text in enumerate(texts):
            sheet.write_string(row, column, clip(text), styles["cell" if column else "Client"])
    sheet.autofilter(0, 0, len(clients), len(WITHOUT_COLUMNS) - 1)
    sheet.freeze_panes(1, 1)
    set_print(sheet)


WITHOUT_COLUMNS = {"Client or file": 26, "Why": 64, "Next step": 52}


def set_print(sheet: Any) -> None:
    """Landscape, as wide as the page, the header on each."""
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&RPage &P of &N")


COLOURS = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": 0,
    "mid_value": 50,
    "max_value": 100,
    # One hue from light to dark: as plain on a grey printout, and for eyes that cannot tell red from green.
    "min_color": "#FFFFFF",
    "mid_color": "#DCEAF7",
    "max_color": "#6FA8DC",
}
REVIEWS = {"validate": "list", "source": ["to review", "reviewed", "sent", "hold"], "error_type": "information"}


def write_line(sheet: Any, row: int, line: Line, styles: dict[str, Any]) -> None:
    texts = (
        line.client,
        line.employer,
        line.position,
        "",
        "; ".join(line.gates_open),
        "; ".join(line.gates_missing),
        "; ".join(line.gaps),
        line.next_step,
        line.review,
        "; ".join(line.edited),
        "",
    )
    sheet.set_row(row, LINE_HEIGHT * lines_needed(texts))
    for column, (title, text) in enumerate(zip(HEADER, texts, strict=True)):
        sheet.write_string(row, column, clip(text), styles.get(title, styles["cell"]))
    if line.score is not None:
        sheet.write_number(row, SCORE_COLUMN, line.score, styles["Score"])
    if line.folder:
        sheet.write_url(row, FILES_COLUMN, "external:" + line.folder, styles["Files"], "open the folder")
    sheet.write_string(row, KEY_COLUMN, f"{line.client_id}\t{line.opening_id}")


LINE_HEIGHT = 15.0  # points
MOST_LINES = 12


def lines_needed(texts: Sequence[str], widths: Iterable[int] = tuple(COLUMNS.values())) -> int:
    """Lines of the row's longest cell, estimated from the widths: not every program fits rows to wrapped text."""
    needed = (len(text) // width + 1 for text, width in zip(texts, widths, strict=True))
    return min(max(needed), MOST_LINES)


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


Reviews = dict[tuple[str, str], str]


def read_reviews(data: bytes, *, before: Reviews | None = None) -> Reviews:
    """The review column of a workbook that a counselor has worked in: (client id, posting id) → text.

    A row stands on the summary and on the client's own sheet; what differs from `before`, the reviews that the
    workbook was written with, was typed since. Where both do, the client's sheet counts.
    """
    import openpyxl

    before = before or {}
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    reviews: Reviews = {}
    for sheet in book.worksheets:
        for key, text in read_sheet_reviews(sheet.iter_rows(values_only=True)).items():
            if text != before.get(key, "") or key not in reviews:
                reviews[key] = text
    book.close()
    return reviews


def read_sheet_reviews(rows: Iterable[Sequence[Any]]) -> Reviews:
    """Reviews of one sheet, found by its header, so that moved columns are followed; "" where there is none."""
    table = iter(rows)
    header = [str(cell) for cell in next(table, ())]
    if "key" not in header or "Review" not in header:
        return {}
    key_at, review_at = header.index("key"), header.index("Review")
    found = {}
    for row in table:
        cells = [*row, *[None] * len(header)]  # a row may be shorter than the header
        client, tab, opening = str(cells[key_at] or "").partition("\t")
        if tab:
            found[client, opening] = "" if cells[review_at] is None else str(cells[review_at])
    return found
