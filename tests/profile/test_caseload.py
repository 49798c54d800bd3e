"""Caseloads: one client a row, in a workbook or a CSV."""

import datetime
import io
from typing import Any

import openpyxl
import pytest

from applykit.errors import ApplykitError
from applykit.profile import load_profile
from applykit.profile.importing import imported_yaml
from applykit.profile.importing.caseload import read_csv, read_workbook
from applykit.profile.importing.columnnames import COLUMNS, column_of
from applykit.profile.importing.filenames import profile_names
from applykit.profile.importing.importer import import_bytes
from applykit.profile.importing.sheets import blank_workbook


def workbook(*rows: list[Any], merge: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


HEADER = ["Client name", "E-mail", "Job 1 title", "Job 1 employer", "Job 1 start date", "Job 1 end", "Job 1 duties"]
ROW = [
    "Lee, Ann",
    "ann@example.com",
    "Clerk",
    "Library",
    datetime.datetime(2019, 3, 1),
    "present",
    "Shelved; Trained two",
]


def test_a_row_is_a_profile() -> None:
    (client,) = read_workbook(
        workbook([*HEADER, "Weekends", "Can lift (lbs)", "Case no.", "Notes"], [*ROW, "yes", 40, 17, "call"])
    )
    profile = load_profile(imported_yaml(client.draft, source="x")).profile
    assert profile.basics.name == "Ann Lee"
    assert (profile.work[0].name, profile.work[0].startDate, profile.work[0].endDate) == (
        "Library",
        "2019-03-01",
        "present",
    )
    assert [highlight.text for highlight in profile.work[0].highlights] == ["Shelved", "Trained two"]
    assert profile.availability is not None
    assert profile.availability.weekends
    assert profile.physical is not None
    assert profile.physical.lift_pounds == 40
    assert profile.private == {"Case no.": "17", "notes": "call"}


def test_merged_headers_are_joined_with_the_names_below_them() -> None:
    data = workbook(["Client", "", "Job 1", "", ""], ["Name", "E-mail", "Title", "Employer", "End"],
                    ["Ann Lee", "a@example.com", "Clerk", "Library", 2020], merge="C1:E1")  # fmt: skip
    (client,) = read_workbook(data)
    assert client.draft.data["work"] == [{"name": "Library", "position": "Clerk", "endDate": "2020"}]


def test_formulas_without_values_are_doubts() -> None:
    (client,) = read_workbook(workbook(HEADER[:3], ["Ann Lee", "=A2&1", "Clerk"]))
    assert client.draft.doubts == ["the formula in B2 has no value"]


def test_dates_and_answers_that_are_none_stay() -> None:
    (client,) = read_workbook(workbook([*HEADER, "Weekends"], [*ROW[:4], "some time", "2020", "", "it depends"]))
    assert client.draft.unplaced == ["job 1 start: some time", "weekends: it depends"]


def test_the_blank_workbook_is_read_back() -> None:
    data = blank_workbook()
    assert data == blank_workbook()
    with pytest.raises(ApplykitError, match="No client is listed"):
        read_workbook(data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    values = [cell.value or "" for cell in book.worksheets[0][2]]
    values[0] = "Jordan Avery"
    book.worksheets[0].append(values)
    buffer = io.BytesIO()
    book.save(buffer)
    (client,) = read_workbook(buffer.getvalue())
    profile = load_profile(imported_yaml(client.draft, source="x")).profile
    assert len(profile.work) == 2
    assert profile.certificates[0].expires == "2027-05"
    assert profile.eligibility is not None
    assert profile.eligibility.drivers_license is True
    assert client.draft.unplaced == []


def test_every_column_of_the_blank_workbook_is_known() -> None:
    assert [column_of(column.title) for column in COLUMNS] == [column.key for column in COLUMNS]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("First Name", "first"),
        ("Phone number", "phone"),
        ("Employer", "job 1 employer"),
        ("Employer 2", "job 2 employer"),
        ("Company 1 name", "job 1 employer"),
        ("Job 2 from", "job 2 start"),
        ("Title 3", "job 3 title"),
        ("License number", "credential 1 number"),
        ("Certification 2 expiration date", "credential 2 expires"),
        ("Graduation year", "school 1 end"),
        ("Favourite colour", None),
        ("", None),
    ],
)
def test_column_names(name: str, key: str | None) -> None:
    assert column_of(name) == key


def test_csv_with_other_separators() -> None:
    clients = read_csv('First name;Last name;Skills\nAnn;Lee;"typing, filing"\n;;\nBo;;\n')
    assert [client.draft.data["basics"]["name"] for client in clients] == ["Ann Lee", "Bo"]
    assert clients[0].draft.data["skills"] == [{"name": "typing"}, {"name": "filing"}]
    assert [client.row for client in clients] == [2, 4]


def test_a_row_without_a_name_is_named_after_its_row() -> None:
    (client,) = read_csv("Name,E-mail\n,a@example.com\n")
    assert client.draft.data["basics"]["name"] == "Unknown client in row 2"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (workbook(["a", "b"], ["c", "d"]), "No row names the columns"),
        (workbook(HEADER), "No client is listed"),
        (b"PK\x05\x06" + b"\0" * 18, "neither a document"),
    ],
)
def test_other_workbooks_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(ApplykitError, match=words):
        import_bytes(data, file="a.xlsx")


def test_names_of_files_are_safe_and_each_once() -> None:
    names = ["Ann Lee", "ann lee", "../../etc/passwd", "CON", "", "李 明", "x" * 300, "A&B <c>"]
    files = profile_names(names)
    assert files[:6] == [
        "Ann-Lee.yaml",
        "ann-lee-2.yaml",
        "etc-passwd.yaml",
        "CON-profile.yaml",
        "Client.yaml",
        "李-明.yaml",
    ]
    assert len(set(files)) == len(files)
    assert max(map(len, files)) < 100
