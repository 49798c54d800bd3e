"""PDFs beside the Word files: made many at a time, dropped when they are out of date, never over somebody's own."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.batch.conftest import run

from applykit.batch import pdfs
from applykit.batch.session import BatchOptions
from applykit.documents.formats import find_libreoffice
from applykit.documents.model import RenderedFile
from applykit.errors import ApplykitError, Problem

BOTH = ("docx", "pdf")


def fake_pdf(data: bytes) -> bytes:
    return b"%PDF of " + hashlib.sha256(data).hexdigest().encode()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each call of a stand-in for LibreOffice was given; files that hold "broken" fail it."""
    counts: list[int] = []

    def convert(files: Sequence[RenderedFile]) -> tuple[RenderedFile, ...]:
        counts.append(len(files))
        if any(b"broken" in file.data for file in files):
            raise ApplykitError(Problem("LibreOffice could not make a PDF.", "Open it in Word."))
        return tuple(RenderedFile(file.name, fake_pdf(file.data), file.kind) for file in files)

    monkeypatch.setattr(pdfs, "convert_to_pdf", convert)
    monkeypatch.setattr(pdfs, "find_libreoffice", lambda: "soffice")
    return counts


def stale(folder: Path) -> list[str]:
    """The PDFs that are not of the Word file beside them."""
    pairs = ((path, path.with_suffix(".docx")) for path in sorted(folder.rglob("*.pdf")))
    return [path.name for path, word in pairs if path.read_bytes() != fake_pdf(word.read_bytes())]


def test_every_word_file_has_its_pdf_in_few_calls_and_once(small: BatchOptions, calls: list[int]) -> None:
    run(small, formats=BOTH)
    folder = Path(small.out)
    assert len(list(folder.rglob("*.pdf"))) == len(list(folder.glob("*/*/*.docx"))) == 27
    assert (stale(folder), calls) == ([], [27])
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*.pdf")} == {0o600}
    run(small, formats=BOTH)
    assert calls == [27]


def test_what_changed_loses_its_old_pdf_and_gets_a_new_one(small: BatchOptions, calls: list[int]) -> None:
    run(small, formats=BOTH)
    folder = Path(small.out)
    letter = sorted(folder.rglob("*Cover-Letter.docx"))[0]
    letter.write_bytes(b"edited by hand")
    run(small)
    assert not letter.with_suffix(".pdf").exists()
    run(small, formats=BOTH)
    assert letter.with_suffix(".pdf").read_bytes() == fake_pdf(b"edited by hand")
    run(small, formats=BOTH, design="modern")
    assert stale(folder) == []


def test_a_pdf_of_somebody_elses_is_kept(small: BatchOptions, calls: list[int]) -> None:
    run(small, formats=BOTH)
    own = sorted(Path(small.out).rglob("*Resume.pdf"))[0]
    own.write_bytes(b"signed and scanned")
    run(small, formats=BOTH, design="modern")
    assert own.read_bytes() == b"signed and scanned"


def test_one_bad_file_spoils_only_itself(small: BatchOptions, calls: list[int]) -> None:
    run(small)
    letter = sorted(Path(small.out).rglob("*Cover-Letter.docx"))[4]
    letter.write_bytes(b"broken")
    result = run(small, formats=BOTH)
    assert [problem.file for problem in result.problems] == [str(letter)]
    assert len(list(Path(small.out).rglob("*.pdf"))) == 26


def test_without_libreoffice_everything_else_is_there(small: BatchOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "find_libreoffice", lambda: None)
    result = run(small, formats=BOTH)
    assert ["PDFs need LibreOffice" in problem.message for problem in result.problems] == [True]
    assert "PDFs need LibreOffice" in (Path(small.out) / "problems.csv").read_text("utf-8-sig")
    assert result.run is not None
    assert result.run.written == 9


def test_other_formats_are_written_by_the_workers(small: BatchOptions) -> None:
    run(small, formats=("docx", "txt", "md", "html", "json"))
    place = next(Path(small.out).rglob("application.json")).parent
    endings = sorted(path.suffix for path in place.iterdir())
    assert [endings.count(ending) for ending in (".docx", ".txt", ".md", ".html", ".json")] == [3, 3, 3, 3, 2]
    run(small)
    assert [path.suffix for path in place.iterdir() if path.suffix in (".txt", ".md", ".html")] == []


def test_libreoffice_makes_them(small: BatchOptions) -> None:
    if find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    run(small, formats=BOTH, top=1)
    made = [path.read_bytes() for path in Path(small.out).rglob("*.pdf")]
    assert len(made) == 9
    assert all(data.startswith(b"%PDF-") for data in made)
