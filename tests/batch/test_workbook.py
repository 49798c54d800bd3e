"""The workbook: text stays text, reviews come back, bytes depend on rows alone."""

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from applykit.batch.workbook import (
    FILES_COLUMN,
    KEY_COLUMN,
    REVIEW_COLUMN,
    Line,
    read_reviews,
    sheet_name,
    write_workbook,
)

LINE = Line(
    client_id="ana",
    opening_id="job-1",
    client="Ana Li",
    employer="=HYPERLINK(1)",
    position="+1 Technician",
    score=71,
    gates_open=("Weekends",),
    gates_missing=(),
    gaps=("@Pyxis", "Epic"),
    next_step="Ask the client: Weekends",
    review="",
    folder="Ana Li/Hospital – Technician",
)


def test_text_never_becomes_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook([LINE])))
    sheet = book["Summary"]
    assert sheet.cell(2, 2).value == "=HYPERLINK(1)"
    assert {cell.data_type for cell in sheet[2] if cell.value is not None} <= {"s", "n"}
    link = sheet.cell(2, FILES_COLUMN + 1).hyperlink
    assert link is not None
    assert link.target == "Ana%20Li\\Hospital%20–%20Technician"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:K2"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert write_workbook([LINE]) == write_workbook([LINE])


def test_reviews_typed_in_either_sheet_come_back() -> None:
    other = replace(LINE, opening_id="job-2")
    book = openpyxl.load_workbook(io.BytesIO(write_workbook([LINE, other])))
    book["Summary"].cell(2, REVIEW_COLUMN + 1).value = "sent"
    book["Ana Li"].cell(3, REVIEW_COLUMN + 1).value = "hold"
    data = io.BytesIO()
    book.save(data)
    assert read_reviews(data.getvalue()) == {("ana", "job-1"): "sent", ("ana", "job-2"): "hold"}


def test_a_review_that_was_cleared_is_forgotten_and_the_newer_of_two_counts() -> None:
    before = {("ana", "job-1"): "sent", ("ana", "job-2"): "hold"}
    lines = [replace(LINE, review="sent"), replace(LINE, opening_id="job-2", review="hold")]
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(lines)))
    book["Summary"].cell(2, REVIEW_COLUMN + 1).value = None
    book["Summary"].cell(3, REVIEW_COLUMN + 1).value = "reviewed"
    data = io.BytesIO()
    book.save(data)
    assert read_reviews(data.getvalue(), before=before) == {("ana", "job-1"): "", ("ana", "job-2"): "reviewed"}


def test_each_client_has_a_sheet_of_a_name_that_excel_takes() -> None:
    lines = [replace(LINE, client_id=str(n), client="A/B:" + "x" * 40) for n in range(3)]
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(lines)))
    assert len(book.sheetnames) == 4
    assert all(len(name) <= 31 for name in book.sheetnames)


@pytest.mark.parametrize(("text", "expected"), [("", "Client"), ("History", "History (2)"), ("[a]", "a"), ("'x'", "x")])
def test_sheet_names(text: str, expected: str) -> None:
    assert sheet_name(text, set()) == expected


def test_the_key_column_is_hidden() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook([LINE])))
    letter = get_column_letter(KEY_COLUMN + 1)
    assert book["Summary"].column_dimensions[letter].hidden
