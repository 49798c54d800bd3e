"""Bytes to characters: marks, UTF-8, other encodings, and what is no text."""

import codecs
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import documents_or_problems

from applykit.errors import ApplykitError
from applykit.reading import read_data, read_documents
from applykit.reading.text import decode_text

TEXT = "Café manager wanted: £20 an hour – apply now."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_every_dress(codec: str) -> None:
    assert decode_text(TEXT.encode(codec)) == (TEXT, ())


@pytest.mark.parametrize(
    "codec", [codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be")]
)
def test_big_endian_marks(codec: bytes) -> None:
    assert decode_text(codec)[0] == TEXT


def test_another_encoding_is_guessed_with_a_warning() -> None:
    text, problems = decode_text((TEXT * 5).encode("cp1252"), file="x.txt")
    assert text == TEXT * 5
    assert problems[0].warning
    assert "x.txt" in str(problems[0])


def test_a_declared_encoding_needs_no_guess() -> None:
    assert decode_text("für 20 €".encode("iso-8859-15"), charset="iso-8859-15") == ("für 20 €", ())


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    assert decode_text(b"plain", charset="klingon") == ("plain", ())
    assert decode_text("müde Hunde".encode("cp1252"), charset="klingon")[0] == "müde Hunde"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01\x00\x00\x00\x00" * 9])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ApplykitError, match="no text"):
        decode_text(data, file="a.bin")


@given(st.binary(max_size=400))
def test_any_bytes_give_documents_or_a_problem(data: bytes) -> None:
    assert documents_or_problems(data, "x")


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf", b"\xff\xfe\n\x00"])
def test_empty_input(data: bytes) -> None:
    with pytest.raises(ApplykitError, match="empty"):
        read_data(data)


def test_standard_input() -> None:
    documents = read_documents("-", stdin=io.BytesIO(TEXT.encode()))
    assert (documents[0].text, documents[0].name) == (TEXT, "-")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ApplykitError, match="does not exist"):
        read_documents(tmp_path / "none.txt")


def test_too_large(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"a line of text\n" * 400_000)
    with pytest.raises(ApplykitError, match=r"larger than 5\.0 MB"):
        read_documents(file)


def test_enormous_files_are_never_read(tmp_path: Path) -> None:
    file = tmp_path / "sparse.txt"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    with pytest.raises(ApplykitError, match="larger than"):
        read_documents(file)


def test_markdown_is_named_as_such(tmp_path: Path) -> None:
    file = tmp_path / "job.md"
    file.write_text("# Baker\nBake bread.", "utf-8")
    assert read_documents(file)[0].media_type == "text/markdown"
