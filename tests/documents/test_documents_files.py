"""File names that every system takes, and folders in which nothing of a person's is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.documents import RenderedFile, write_documents
from applykit.documents.naming import file_name, name_stem
from applykit.documents.write import hash_of, lock_files
from applykit.errors import ApplykitError

WINDOWS_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10))}


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Marisol Okafor-Reyes", "Marisol-Okafor-Reyes"),
        ("Jordan Avery, CPhT", "Jordan-Avery"),
        ("../../x", "x"),
        ("CON", "CON"),
        ("a" * 300, "a" * 60),
        ("Ada 🎉 Lovelace", "Ada-Lovelace"),
        ("🎉", "Applicant"),
        ("", "Applicant"),
        ("\u202eevil\u202c Name", "evil-Name"),
        ("محمد علي", "محمد-علي"),
        ("O'Neil", "O'Neil"),
        ("-'dash'-", "dash"),
        ("J. R. Smith", "J-R-Smith"),
        ("a/b\\c:d*e", "a-b-cde"),
        ("\u0301x", "x"),
        ("漢" * 90, "漢" * 50),
        ("one " * 40, "-".join(["one"] * 15)),
        ("x\x00y\ud800", "xy"),
    ],
)
def test_a_name_becomes_the_beginning_of_a_file_name(name: str, stem: str) -> None:
    assert name_stem(name) == stem


def test_documents_are_named_by_kind() -> None:
    assert file_name("Ada King", "resume") == "Ada-King-Resume.docx"
    assert file_name("Ada King", "cover-letter", "pdf") == "Ada-King-Cover-Letter.pdf"
    assert file_name("Ada King", "gap-checklist") == "Gap-Checklist.docx"


@given(name=st.text(st.characters(codec=None, exclude_categories=()), max_size=400))
def test_any_name_makes_a_usable_file_name(name: str) -> None:
    made = file_name(name, "resume")
    assert len(made.encode("utf-8")) <= 200
    assert not set(made) & set('<>:"/\\|?*\0')
    assert not made.startswith((".", "-", " "))
    assert made.split(".")[0].upper() not in WINDOWS_RESERVED
    assert made.isprintable()


FILE = RenderedFile("A-Resume.docx", b"new")


def test_writes_into_a_new_folder(tmp_path: Path) -> None:
    (written,) = write_documents((FILE,), tmp_path / "a" / "b")
    assert written.path == tmp_path / "a" / "b" / "A-Resume.docx"
    assert written.path.read_bytes() == b"new"
    assert (written.sha256, written.beside) == (hash_of(b"new"), "")


def test_replaces_what_it_wrote_before(tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"old")
    (written,) = write_documents((FILE,), tmp_path, recorded={FILE.name: hash_of(b"old")})
    assert written.path.name == FILE.name
    assert written.path.read_bytes() == b"new"


def test_keeps_what_was_changed_since(tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"edited")
    (written,) = write_documents((FILE,), tmp_path, recorded={FILE.name: hash_of(b"old")})
    assert (written.path.name, written.beside) == ("A-Resume (2).docx", "changed")
    assert (tmp_path / FILE.name).read_bytes() == b"edited"
    recorded = {written.path.name: written.sha256}
    later = RenderedFile(FILE.name, b"newer")
    assert write_documents((later,), tmp_path, recorded=recorded)[0].path.name == "A-Resume (2).docx"
    assert write_documents((FILE,), tmp_path)[0].path.name == "A-Resume (3).docx"


def test_overwrites_when_asked_to(tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"edited")
    (written,) = write_documents((FILE,), tmp_path, overwrite=True)
    assert (written.path.name, written.path.read_bytes()) == (FILE.name, b"new")


@pytest.mark.parametrize("lock", ["~$Resume.docx", ".~lock.A-Resume.docx#"])
def test_keeps_what_is_open(tmp_path: Path, lock: str) -> None:
    (tmp_path / FILE.name).write_bytes(b"old")
    (tmp_path / lock).touch()
    (written,) = write_documents((FILE,), tmp_path, recorded={FILE.name: hash_of(b"old")})
    assert (written.path.name, written.beside) == ("A-Resume (2).docx", "open")


@pytest.mark.parametrize(
    ("name", "lock"),
    [("Gap-Checklist.docx", "~$p-Checklist.docx"), ("Resumes.docx", "~$esumes.docx"), ("Resume.docx", "~$Resume.docx")],
)
def test_knows_word_s_names_for_locks(name: str, lock: str) -> None:
    assert lock_files(Path(name))[0].name == lock


def test_the_same_bytes_are_written_in_place(tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"new")
    assert write_documents((FILE,), tmp_path)[0].path.name == FILE.name


def test_a_folder_of_that_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE.name).mkdir()
    assert write_documents((FILE,), tmp_path)[0].path.name == "A-Resume (2).docx"


def test_says_when_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ApplykitError, match="cannot be written"):
        write_documents((FILE,), tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b""
