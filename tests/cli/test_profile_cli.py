"""`applykit profile …` as a person calls it."""

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import resumes

from applykit.cli.profile import profile
from applykit.errors import ApplykitError

GOOD = (
    "basics: {name: Ann Lee, email: a@example.com, phone: 555-0142, location: {city: Dayton}}\n"
    "work:\n- {name: Library, position: Clerk, startDate: 2019, endDate: present, highlights: [Shelved 200 books]}\n"
)


def run(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(profile, list(arguments), input=answers)


def message_of(result: Result) -> str:
    assert isinstance(result.exception, ApplykitError)
    return str(result.exception)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.yaml").write_text(GOOD)
    return tmp_path


def test_new_asks_until_it_has_a_name_and_dates(folder: Path) -> None:
    answers = ["", "Ann Lee", "", "a@example.com", "", "Dayton, OH", "Library", "Clerk", "soon", "June 2019", "present"]
    result = run("new", answers="\n".join([*answers, *[""] * 12]) + "\n")
    assert result.exit_code == 0
    text = (folder / "profile.yaml").read_text()
    assert "startDate: 2019-06" in text
    assert text.startswith("# yaml-language-server: $schema=")
    assert "A profile needs a name." in result.stderr
    assert "That is no date" in result.stderr


def test_new_keeps_what_was_answered_before_the_end_of_input(folder: Path) -> None:
    result = run("new", answers="Ann Lee\n\na@example.com\n")
    assert result.exit_code == 0
    assert "a@example.com" in (folder / "profile.yaml").read_text()
    assert "Stopped early" in result.stderr
    assert run("new", "none.yaml", answers="").exit_code == 1
    assert not (folder / "none.yaml").exists()


def test_new_writes_an_example_that_only_its_owner_reads(folder: Path) -> None:
    assert run("new", "mine.yaml", "--example", "nurse").exit_code == 0
    assert "Registered Nurse" in (folder / "mine.yaml").read_text()
    assert os.name != "posix" or stat.S_IMODE((folder / "mine.yaml").stat().st_mode) == 0o600
    assert "already there" in message_of(run("new", "mine.yaml", "--example", "nurse"))
    assert run("new", "mine.yaml", "--example", "teacher", "--overwrite").exit_code == 0
    assert "There are: pharmacy technician" in message_of(run("new", "x.yaml", "--example", "astronaut"))


def test_check_says_where(folder: Path) -> None:
    result = run("check", "p.yaml", "--date", "2026-11-25")
    assert result.exit_code == 0
    assert "p.yaml:1:1: There are 0 skills." in result.stdout
    (folder / "r.json").write_text('{"basics": {"name": "Ann", "website": "x"}}')
    assert run("check", "r.json").exit_code == 1
    (folder / "bad.yaml").write_text("basics: {nam: A}\nwork: x\n")
    assert "Did you mean name?" in message_of(run("check", "bad.yaml"))
    result = run("check", "bad.yaml", "--json")
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)["problems"]) == 3
    assert json.loads(run("check", "p.yaml", "--json").stdout)["hints"][0]["line"] == 1


def test_show_as_text_and_json(folder: Path) -> None:
    (folder / "p.yaml").write_text(GOOD + "private: {pay: secret}\n")
    assert "Library; Clerk" in run("show", "p.yaml").stdout
    result = run("show", "p.yaml", "--json")
    assert json.loads(result.stdout)["work"][0]["highlights"] == ["Shelved 200 books"]
    assert "secret" not in result.output


def test_schema_and_redact(folder: Path) -> None:
    assert json.loads(run("schema").stdout)["title"] == "applykit profile"
    assert run("schema", "--out", "s.json").exit_code == 0
    assert "Ann" not in run("redact", "p.yaml").stdout
    assert "Employer 1" in run("redact", "p.yaml", "--out", "-").stdout


def test_import_to_the_terminal_and_to_a_file(folder: Path) -> None:
    (folder / "r.docx").write_bytes(resumes.plain_docx())
    result = run("import", "r.docx")
    assert result.exit_code == 0
    assert "Marisol Okafor-Reyes" in result.stdout
    assert "Word resume: " in result.stderr
    assert run("import", "r.docx", "--out", "out.yaml").exit_code == 0
    assert "already there" in message_of(run("import", "r.docx", "--out", "out.yaml"))


def test_import_of_something_wrong_in_the_source_exits_1(folder: Path) -> None:
    (folder / "r.txt").write_text(
        "Ann Lee\na@example.com\n\nEXPERIENCE\nClerk, Midtown Library\n2021 - 2019\n- Shelved\n"
    )
    result = run("import", "r.txt")
    assert result.exit_code == 1
    assert "endDate 2019 is before startDate 2021" in result.stderr


def test_merge_asks_or_keeps(folder: Path) -> None:
    (folder / "r.txt").write_text("Ann Lee\nother@example.com\n\nSKILLS\nKoha\n")
    assert "/basics/email" in message_of(run("import", "r.txt", "--merge", "p.yaml"))
    assert (folder / "p.yaml").read_text() == GOOD
    assert run("import", "r.txt", "--merge", "p.yaml", "--keep", "mine").exit_code == 0
    assert "a@example.com" in (folder / "p.yaml").read_text()
    assert run("import", "r.txt", "--merge", "p.yaml", "--keep", "theirs", "--out", "q.yaml").exit_code == 0
    text = (folder / "q.yaml").read_text()
    assert "other@example.com" in text
    assert "Koha" in text


def test_merging_into_a_profile_that_would_break_writes_nothing(folder: Path) -> None:
    (folder / "r.txt").write_text("Ann Lee\na@example.com\n\nEXPERIENCE\nGuide, Museum\n2021 - 2019\n- Led tours\n")
    assert "before startDate" in message_of(run("import", "r.txt", "--merge", "p.yaml", "--keep", "mine"))
    assert (folder / "p.yaml").read_text() == GOOD


def test_a_caseload_from_blank_to_profiles(folder: Path) -> None:
    assert run("caseload", "--blank").exit_code == 0
    assert "already there" in message_of(run("caseload", "--blank"))
    (folder / "c.csv").write_text(
        "Name,E-mail,Job 1 employer,Job 1 start,Job 1 end\nAnn Lee,a@example.com,Library,2019,2018\nBo Fox,,,,\n"
    )
    assert "Ann Lee" in run("caseload", "c.csv").stdout
    assert "--out FOLDER" in message_of(run("import", "c.csv"))
    assert "several people" in message_of(run("import", "c.csv", "--merge", "p.yaml"))
    result = run("import", "c.csv", "--out", "people")
    assert result.exit_code == 1
    assert "Ann-Lee.yaml:" in result.stderr
    assert sorted(path.name for path in (folder / "people").iterdir()) == ["Ann-Lee.yaml", "Bo-Fox.yaml"]
