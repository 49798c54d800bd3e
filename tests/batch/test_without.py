"""Clients who have no application are listed with why and what to do next, in the workbook and in the report."""

import io
import json
from pathlib import Path

import docx
import openpyxl
from tests.batch.conftest import run

from applykit.batch.names import name_order, tell_apart
from applykit.batch.session import BatchOptions

SHEET = "No application yet"


def sheet_rows(folder: Path) -> list[tuple[str, ...]]:
    book = openpyxl.load_workbook(folder / "summary.xlsx")
    if SHEET not in book.sheetnames:
        return []
    return [tuple(str(cell.value) for cell in row) for row in book[SHEET].iter_rows(min_row=2)]


def report_text(folder: Path) -> str:
    document = docx.Document(io.BytesIO((folder / "counselor-report.docx").read_bytes()))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def test_nobody_is_listed_where_everybody_has_one(small: BatchOptions) -> None:
    run(small)
    assert sheet_rows(Path(small.out)) == []
    assert SHEET not in report_text(Path(small.out))


def test_a_broken_profile_is_listed_by_its_file_until_it_is_mended(small: BatchOptions) -> None:
    broken = Path(small.clients) / "Jörg Müller.json"
    broken.write_text('{"basics": {"name": "Jörg', "utf-8")
    run(small)
    ((label, why, step),) = sheet_rows(Path(small.out))
    assert label == "Jörg Müller.json"
    assert why.startswith("Could not be used. This is not JSON")
    assert "problems.csv" in step
    text = report_text(Path(small.out))
    assert SHEET in text
    assert "Jörg Müller.json" in text
    broken.unlink()
    run(small)
    assert sheet_rows(Path(small.out)) == []


def test_a_client_whom_nothing_fits_is_told_with_the_nearest_posting(small: BatchOptions) -> None:
    result = run(small, least=100)
    assert result.plan.todo == ()
    rows = sheet_rows(Path(small.out))
    assert len(rows) == 3
    assert all("No posting reaches a score of 100; the nearest is" in why for _, why, _ in rows)
    run(small, least=0)
    assert sheet_rows(Path(small.out)) == []


def test_a_client_missing_from_the_list_of_pairs_is_told(small: BatchOptions, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("client,posting\nc001,p000\nc002,p000\n", "utf-8")
    run(small, pairs=str(tmp_path / "pairs.csv"))
    ((_, why, _),) = sheet_rows(Path(small.out))
    assert why == "The list of pairs (pairs.csv) does not name this client."


def test_a_client_none_of_whose_applications_could_be_written_is_told(small: BatchOptions) -> None:
    for path in Path(small.postings).iterdir():
        path.write_text("Nothing here asks for anything at all.\n" * 3, "utf-8")
    run(small)
    rows = sheet_rows(Path(small.out))
    assert len(rows) == 3
    assert all(why.startswith("None of 3 applications could be written: ") for _, why, _ in rows)
    (Path(small.postings) / "p001.txt").unlink()
    (Path(small.postings) / "p002.txt").unlink()
    again = run(small, out=small.out + "-one")
    assert again.run is not None
    assert {why.split(":")[0] for _, why, _ in sheet_rows(Path(small.out + "-one"))} == {
        "The application was not written"
    }


def test_two_of_one_name_are_told_apart_and_stand_where_one_looks(small: BatchOptions) -> None:
    for number, name in enumerate(("Łukasz Żak", "Ben Moss", "Ben Moss")):
        path = Path(small.clients) / f"c00{number}.json"
        profile = json.loads(path.read_text("utf-8"))
        profile["basics"]["name"] = name
        path.write_text(json.dumps(profile), "utf-8")
    run(small)
    book = openpyxl.load_workbook(Path(small.out) / "summary.xlsx")
    assert book.sheetnames == ["Summary", "Ben Moss (c001)", "Ben Moss (c002)", "Łukasz Żak"]


def test_names_are_sorted_as_people_look_for_them() -> None:
    names = ["Zoe", "Łukasz", "Ødegård", "Ana", "Lucy", "Ángel", "zed"]
    assert sorted(names, key=name_order) == ["Ana", "Ángel", "Lucy", "Łukasz", "Ødegård", "zed", "Zoe"]
    assert tell_apart(["A", "A", "B", "C", "C"], ["1", "2", "3", "C", "5"]) == ["A (1)", "A (2)", "B", "C", "C (5)"]
