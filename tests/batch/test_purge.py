"""A purged client is gone from every file of the run, whatever their file was called."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from tests.batch.conftest import all_bytes, canaries_in, canary_of, run

from applykit.batch.ledger_file import open_existing_ledger
from applykit.batch.purge import purge_client
from applykit.batch.session import BatchOptions, read_last_options
from applykit.cli.batch import batch
from applykit.errors import ApplykitError


def left_of(folder: Path, *words: str) -> list[str]:
    """The files that still hold one of the words, as text or as JSON would escape it."""
    forms = [form for word in words for form in (word.encode(), word.encode("ascii", "backslashreplace"))]
    return [str(path) for path in folder.rglob("*") if path.is_file() and any(f in all_bytes(path) for f in forms)]


def test_a_file_name_with_accents_goes_too(small: BatchOptions) -> None:
    own = Path(small.clients).with_name("Jörg Müller.json")
    (Path(small.clients) / "c001.json").rename(own)
    run(replace(small, clients=str(own)))
    assert left_of(Path(small.out), "Jörg Müller", "Jörg-Müller")
    assert purge_client("Jörg-Müller", folder=Path(small.out)) == 3
    assert left_of(Path(small.out), "Jörg", "Müller") == []
    with pytest.raises(ApplykitError, match="does not tell what its last run read"):
        read_last_options(Path(small.out))


def test_a_list_of_many_stays_known_when_one_of_them_goes(small: BatchOptions, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Name", "Case number", "Skills"], ["Ana Qzaaaazq", "A-1", "filing"], ["Ben Moss", "A-2", "typing"]):
        sheet.append(row)
    book.save(tmp_path / "caseload.xlsx")
    run(replace(small, clients=str(tmp_path / "caseload.xlsx")))
    assert purge_client("A-1", folder=Path(small.out)) == 3
    assert [path for path in Path(small.out).rglob("*") if path.is_file() and canary_of(0) in canaries_in(path)] == []
    assert read_last_options(Path(small.out)).clients.endswith("caseload.xlsx")


def test_problems_that_name_the_client_go_too(small: BatchOptions) -> None:
    run(small)
    source = str(Path(small.clients) / "c001.json")
    with open_existing_ledger(Path(small.out)) as ledger:
        sources = [row[0] for row in ledger.connection.execute("select source from people where client = 'c001'")]
        ledger.connection.execute("insert into problems (message, remedy, file) values ('x', '', ?)", (source,))
        ledger.connection.execute("insert into problems (message, remedy, file) values ('x', '', 'other')")
        ledger.connection.commit()
    assert sources == [source]
    purge_client("c001", folder=Path(small.out))
    with open_existing_ledger(Path(small.out)) as ledger:
        assert [problem.file for problem in ledger.problems()] == ["other"]


def test_nobody_is_asked_about_a_client_who_is_not_there(small: BatchOptions) -> None:
    run(small)
    said = CliRunner().invoke(batch, ["purge", small.out, "--client", "nobody"], input="y\n")
    assert isinstance(said.exception, ApplykitError)
    assert "Go on?" not in said.output
    said = CliRunner().invoke(batch, ["purge", small.out, "--client", "c001"], input="n\n")
    assert "Go on?" in said.output
    assert len(list(Path(small.out).rglob("application.json"))) == 9
    said = CliRunner().invoke(batch, ["purge", small.out, "--client", "c001", "--yes"])
    assert said.output.startswith("Removed 3 applications of c001.")
