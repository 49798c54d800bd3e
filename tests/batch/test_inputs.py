"""Caseloads as people keep them: workbooks with formulas and merged cells, equal names, lists of postings."""

import datetime
import json
from pathlib import Path

import openpyxl
import pytest
from tests import generated

from applykit.batch.inputs import distinct_ids, list_files, read_caseload, read_clients, read_openings, say_reason
from applykit.errors import ApplykitError, Problem


def write_postings(folder: Path) -> Path:
    folder.mkdir()
    (folder / "job.txt").write_text(generated.make_posting(1), "utf-8")
    return folder


def test_a_workbook_with_formulas_and_merged_cells_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Email", "Phone", "Skills"])
    sheet.append(["Ana Li", "ana@example.com", "(555) 555-0101", "inventory control, data entry"])
    sheet.append(["Ben Moss", "ben@example.com", '=CONCATENATE("(555) ", "555-0102")', "cash handling"])
    sheet.append(["Cleo Dune", "cleo@example.com", "(555) 555-0103", "forklift"])
    sheet.merge_cells("D3:D4")
    book.save(tmp_path / "caseload.xlsx")
    clients, _ = read_clients(tmp_path / "caseload.xlsx")
    assert [client.name for client in clients] == ["Ana Li", "Ben Moss", "Cleo Dune"]
    assert len({client.id for client in clients}) == 3
    assert all("=" not in (client.profile.basics.phone or "") for client in clients)


def test_every_unusable_side_is_named_at_once(tmp_path: Path) -> None:
    for name in ("clients", "postings"):
        (tmp_path / name).mkdir()
    with pytest.raises(ApplykitError) as caught:
        read_caseload(tmp_path / "clients", tmp_path / "postings")
    assert [problem.file for problem in caught.value.problems] == [
        str(tmp_path / "clients"),
        str(tmp_path / "postings"),
    ]


def test_hidden_and_lock_files_are_no_inputs(tmp_path: Path) -> None:
    for name in (".DS_Store", "~$ana.docx", "b.txt", "a.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [path.name for path in list_files(tmp_path)] == ["a.txt", "b.txt"]
    assert list_files(tmp_path / "a.txt") == [tmp_path / "a.txt"]


def test_ids_are_plain_and_distinct_whatever_the_case() -> None:
    assert distinct_ids(iter(["Ana Li", "ana-li", "../x", "", "Ana Li"])) == [
        "Ana-Li",
        "ana-li-2",
        "x",
        "item",
        "Ana-Li-3",
    ]


def test_the_same_content_has_the_same_hash_wherever_it_lies(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_postings(tmp_path / name)
        (tmp_path / name / "c.json").write_text(json.dumps(generated.make_client(1)), "utf-8")
    first, second = (read_openings(tmp_path / name / "job.txt")[0][0] for name in ("one", "two"))
    assert first.content == second.content
    assert first.source != second.source


def write_list(path: Path, names: list[str], *, case_numbers: bool = False) -> Path:
    """A caseload as CSV."""
    rows = [["Name", "Email", "Case number"]]
    rows += [[name, f"{name[:3].lower()}@example.com", f"K-{number}"] for number, name in enumerate(names, start=1)]
    path.write_text("".join(",".join(row if case_numbers else row[:2]) + "\n" for row in rows), "utf-8")
    return path


def test_a_row_put_between_others_takes_nobodys_id(tmp_path: Path) -> None:
    before, _ = read_clients(write_list(tmp_path / "caseload.csv", ["Ana Li", "Ben Moss"]))
    after, _ = read_clients(write_list(tmp_path / "caseload.csv", ["Zoe Abel", "Ana Li", "Ben Moss"]))
    assert {client.name: client.id for client in before}.items() <= {client.name: client.id for client in after}.items()
    assert len({client.id for client in after}) == 3
    assert not any("Ana" in client.id for client in after)


def test_case_numbers_of_a_list_are_the_ids(tmp_path: Path) -> None:
    clients, _ = read_clients(write_list(tmp_path / "caseload.csv", ["Ana Li", "Ben Moss"], case_numbers=True))
    assert [client.id for client in clients] == ["K-1", "K-2"]


def test_a_row_without_a_name_is_named_and_stops_no_other(tmp_path: Path) -> None:
    clients, problems = read_clients(write_list(tmp_path / "caseload.csv", ["Ana Li", "", "Ben Moss"]))
    assert [client.name for client in clients] == ["Ana Li", "Ben Moss"]
    named = [(Path(problem.file or "").name, problem.message) for problem in problems if not problem.warning]
    assert named == [("caseload.csv, row 3", "has no name.")]


def test_one_address_given_twice_is_doubted(tmp_path: Path) -> None:
    clients, problems = read_clients(write_list(tmp_path / "caseload.csv", ["Ana Li", "Ana Lim", "Ben Moss"]))
    doubts = [problem.message for problem in problems if "e-mail address" in problem.message]
    assert doubts == [f"gives {clients[1].id} the e-mail address that {clients[0].id} has."]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("has no name.", "It has no name."),
        ("endDate 2021-02 is before startDate 2023-09.", "EndDate 2021-02 is before startDate 2023-09."),
        ("The file is empty.", "The file is empty."),
    ],
)
def test_a_reason_is_a_sentence(message: str, said: str) -> None:
    assert say_reason([Problem(message, "Mend it.")]) == said
    assert say_reason([Problem(message, "Mend it.")] * 3) == f"{said} (2 more)"


def test_a_csv_as_excel_saves_it_in_the_west_keeps_its_letters(tmp_path: Path) -> None:
    text = "Name;E-mail;Skills\r\nZoë Núñez;zoe@example.com;filing\r\n\r\nJörg Müller;jm@example.com;typing\r\n"
    (tmp_path / "caseload.csv").write_bytes(text.encode("cp1252"))
    clients, _ = read_clients(tmp_path / "caseload.csv")
    assert [client.name for client in clients] == ["Zoë Núñez", "Jörg Müller"]


def test_postings_of_a_list_keep_their_ids_too(tmp_path: Path) -> None:
    jobs = [{"title": f"Cashier {n}", "description": generated.make_posting(n)} for n in range(3)]
    path = tmp_path / "jobs.jsonl"
    path.write_text("".join(json.dumps(job) + "\n" for job in jobs), "utf-8")
    before = {opening.content: opening.id for opening in read_openings(path)[0]}
    path.write_text("".join(json.dumps(job) + "\n" for job in reversed(jobs)), "utf-8")
    after = {opening.content: opening.id for opening in read_openings(path)[0]}
    assert before == after
    assert len(set(after.values())) == 3


def test_a_day_since_which_nothing_came_in_is_named(tmp_path: Path) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "clients" / "c.json").write_text(json.dumps(generated.make_client(1)), "utf-8")
    with pytest.raises(ApplykitError, match="holds no posting dated 2999-01-01 or later"):
        read_caseload(tmp_path / "clients", write_postings(tmp_path / "jobs"), since=datetime.date(2999, 1, 1))


def test_a_caseload_as_people_keep_it_is_read(tmp_path: Path) -> None:
    """A title over all columns, blank rows, two of one name, accents, a formula without a value."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Caseload of the Riverside office"])
    sheet.merge_cells("A1:D1")
    for row in (
        [],
        ["Last name", "First name", "E-mail", "Phone"],
        ["Núñez", "Zoë", "zoe@example.com", "(555) 555-0101"],
        [],
        ["Moss", "Ben", "ben@example.com", '=CONCATENATE("(555) ","555-0102")'],
        ["Moss", "Ben", "ben2@example.com", "(555) 555-0103"],
        ["O’Brien-Łukasz", "María José", "mj@example.com", ""],
    ):
        sheet.append(row)
    book.save(tmp_path / "caseload.xlsx")
    clients, problems = read_clients(tmp_path / "caseload.xlsx")
    assert [client.name for client in clients] == ["Zoë Núñez", "Ben Moss", "Ben Moss", "María José O’Brien-Łukasz"]
    assert len({client.id for client in clients}) == 4
    assert [problem for problem in problems if not problem.warning] == []


def test_many_broken_files_are_each_named_and_stop_no_other(tmp_path: Path) -> None:
    text = json.dumps(generated.make_client(1))
    for number in range(60):
        broken = number % 10 >= 7
        (tmp_path / f"c{number:02}.json").write_text(text[: len(text) // 2] if broken else text, "utf-8")
    clients, problems = read_clients(tmp_path)
    assert len(clients) == 42
    assert len({problem.file for problem in problems if not problem.warning}) == 18
    assert all(problem.message and problem.remedy for problem in problems)
