"""Workbooks as grids of texts, and the blank one to fill in."""

import datetime
import io
import re
import zipfile
from typing import Any

from applykit.errors import ApplykitError, Problem
from applykit.files import MEBIBYTE, check_office_file, open_zip_safely
from applykit.profile.importing.columnnames import COLUMNS

MAX_CLIENTS = 5_000
MAX_COLUMNS = 400
SHEET_LIMIT = 60 * MEBIBYTE
Grid = list[list[str]]


def check_workbook(data: bytes, *, file: str | None) -> None:
    """Raise unless the bytes are a workbook of a size that a caseload can have."""
    check_office_file(data, kind="xlsx", file=file)
    with open_zip_safely(data, file=file) as archive:
        sheets = [member for member in archive.infolist() if member.filename.startswith("xl/worksheets/sheet")]
        if any(member.file_size > SHEET_LIMIT for member in sheets):
            raise ApplykitError(
                Problem("A sheet is far larger than a caseload.", "Delete what is not used.", file=file)
            )


def grids_of(data: bytes, file: str | None) -> list[tuple[str, Grid, dict[int, list[str]]]]:
    """Each sheet as texts, with merged cells filled in, and the formulas that have no value, by row."""
    import openpyxl

    try:
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, zipfile.BadZipFile, SyntaxError):
        remedy = "Open it in Excel or LibreOffice and save it again."
        raise ApplykitError(Problem("The workbook is damaged.", remedy, file=file)) from None
    result = []
    for sheet in values.worksheets:
        grid, doubts = [], {}
        other = formulas[sheet.title]
        height = min(sheet.max_row or 0, MAX_CLIENTS + 20)
        width = min(sheet.max_column or 0, MAX_COLUMNS)
        for number, row in enumerate(sheet.iter_rows(max_row=height, max_col=width), 1):
            grid.append([text_of(cell.value) for cell in row])
            lost = [cell.coordinate for cell in row if cell.value is None and is_formula(other[cell.coordinate].value)]
            if lost:
                doubts[number] = lost
        for area in sheet.merged_cells.ranges:
            fill(grid, area.min_row, area.max_row, area.min_col, area.max_col)
        result.append((sheet.title, grid, doubts))
    return result


def is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=") and len(value) > 1


def fill(grid: Grid, top: int, bottom: int, left: int, right: int) -> None:
    """A merged area holds its first cell's text everywhere; only headers are small enough to matter."""
    if top > len(grid) or bottom - top > 20:
        return
    value = grid[top - 1][left - 1] if left <= len(grid[top - 1]) else ""
    for row in grid[top - 1 : bottom]:
        for column in range(left - 1, min(right, len(row))):
            row[column] = value


def text_of(value: Any) -> str:
    """A cell's value as text: whole numbers without a point, dates in ISO form, midnight left out."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", " ", str(value).replace("_x000D_", "")).strip()


def blank_workbook() -> bytes:
    """An .xlsx with the columns, an example row and a note on how to fill it in."""
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": "Caseload", "created": datetime.datetime(2000, 1, 1)})  # equal bytes every day
        sheet = book.add_worksheet("Clients")
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF4"})
        hint = book.add_format({"italic": True, "font_color": "#595959", "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for index, column in enumerate(COLUMNS):
            sheet.set_column(index, index, column.width, text)
            sheet.write_string(0, index, column.title, head)
            sheet.write_string(1, index, ("Example: " if index == 0 else "") + column.example, hint)
        sheet.freeze_panes(1, 1)
        sheet.set_row(0, 32)
    return buffer.getvalue()
