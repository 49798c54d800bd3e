"""Guards at the border: every hostile file ends in a sentence, never in a traceback or a full memory."""

import contextlib
import io
import os
import stat
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from applykit.errors import ApplykitError
from applykit.files import (
    check_office_file,
    open_pdf_safely,
    open_zip_safely,
    read_bounded,
    read_member,
    read_stream,
    write_file,
)


def zip_of(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_reads_a_file_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bounded(path, 5) == b"12345"
    with pytest.raises(ApplykitError, match="larger than 4 bytes"):
        read_bounded(path, 4)


@pytest.mark.parametrize(("name", "words"), [("gone", "does not exist"), (".", "folder"), ("a\0b", "cannot be read")])
def test_says_why_a_file_cannot_be_read(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(ApplykitError, match=words):
        read_bounded(f"{tmp_path}/{name}", 10)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a POSIX thing")
def test_a_named_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ApplykitError, match="not a regular file"):
        read_bounded(tmp_path / "pipe", 10)


def test_a_stream_is_bounded() -> None:
    assert read_stream(io.BytesIO(b"abc"), 3) == b"abc"
    with pytest.raises(ApplykitError, match=r"2\.0 MB"):
        read_stream(io.BytesIO(b"a" * (2 * 1024 * 1024 + 1)), 2 * 1024 * 1024)


def test_a_good_zip_opens_and_its_members_are_read() -> None:
    with open_zip_safely(zip_of({"a": b"one"})) as archive:
        assert read_member(archive, "a") == b"one"
        assert read_member(archive, "b") is None
        with pytest.raises(ApplykitError, match="larger"):
            read_member(archive, "a", limit=2)


def test_a_zip_that_unpacks_too_far_is_refused() -> None:
    with pytest.raises(ApplykitError, match="150 times"):
        open_zip_safely(zip_of({"bomb": bytes(3 * 1024 * 1024)}))
    with pytest.raises(ApplykitError, match="would unpack"):
        open_zip_safely(zip_of({"a": os.urandom(2000)}), max_total=1000)
    with pytest.raises(ApplykitError, match="more than 1 files"):
        open_zip_safely(zip_of({"a": b"", "b": b""}), max_entries=1)


def test_a_name_given_twice_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"2")
    with pytest.raises(ApplykitError, match="two files of one name"):
        open_zip_safely(buffer.getvalue())


def test_a_locked_member_is_refused() -> None:
    data = bytearray(zip_of({"a": b"text"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ApplykitError, match="password"):
        open_zip_safely(bytes(data))


def test_a_size_that_lies_cannot_hurt() -> None:
    data = zip_of({"a": b"x" * 100_000})
    short = data.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with open_zip_safely(short) as archive, pytest.raises(ApplykitError, match="damaged"):
        read_member(archive, "a")


def zip_that_lies(packed: bytes, *, size: int, crc: int, name: str = "a", method: int = 8) -> bytes:
    """A ZIP of one member whose header and directory say what they are told to."""
    words = name.encode()
    sizes = struct.pack("<3L2H", crc, len(packed), size, len(words), 0)
    local = struct.pack("<4s5H", b"PK\3\4", 20, 0, method, 0, 33) + sizes + words
    central = struct.pack("<4s6H", b"PK\1\2", 20, 20, 0, method, 0, 33) + sizes + struct.pack("<3H2L", 0, 0, 0, 0, 0)
    central += words
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local) + len(packed), 0)
    return local + packed + central + end


def deflated(*pieces: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join([packer.compress(piece) for piece in pieces]) + packer.flush()


@pytest.mark.parametrize(
    ("packed", "size"),
    [
        (deflated(b"<w/>", b" " * 50_000), 4),  # more comes out than the directory says
        (deflated(b"<w/>"), 5),  # less
        (deflated(b"<w/>") + deflated(b"more"), 4),  # something follows
        (deflated(b"<w/>")[:-1], 4),  # cut off
        (b"\xff" * 9, 4),
        (b"", 4),
    ],
)
def test_what_a_member_holds_must_be_what_its_directory_says(packed: bytes, size: int) -> None:
    data = zip_that_lies(packed, size=size, crc=zlib.crc32(b"<w/>"))
    with open_zip_safely(data) as archive, pytest.raises(ApplykitError, match="damaged at 'a'"):
        read_member(archive, "a")


def test_a_checksum_must_fit() -> None:
    with (
        open_zip_safely(zip_that_lies(deflated(b"<w/>"), size=4, crc=1)) as archive,
        pytest.raises(ApplykitError, match="damaged"),
    ):
        read_member(archive, "a")
    stored = zip_that_lies(b"<w/>", size=3, crc=zlib.crc32(b"<w/>"), method=0)
    with open_zip_safely(stored) as archive, pytest.raises(ApplykitError, match="damaged"):
        read_member(archive, "a")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_packings_are_refused(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a", b"text")
    with pytest.raises(ApplykitError, match="packed in a way"):
        open_zip_safely(buffer.getvalue())


BOMB = """
import sys, zlib
from pathlib import Path
from applykit.documents.engine import compile_template
from applykit.errors import ApplykitError
from applykit.files import check_office_file, open_zip_safely, read_member

data = Path(sys.argv[1]).read_bytes()
archive = open_zip_safely(data)
tries = (
    lambda: read_member(archive, "word/document.xml"),
    lambda: check_office_file(data, kind="docx"),
    lambda: compile_template(data, name="theirs.docx"),
)
for attempt in tries:
    try:
        attempt()
    except ApplykitError as error:
        print(error)
    else:
        sys.exit("was let through")
# Not ru_maxrss: that begins with the size of the process that started this one.
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(int(status["VmHWM"].split()[0]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_bomb_behind_a_small_size_does_not_fill_the_memory(tmp_path: Path) -> None:
    space = b" " * (1 << 20)
    packed = deflated(b"<w/>", *[space] * 1000)  # 1 GB in 1 MB
    data = zip_that_lies(packed, size=4, crc=zlib.crc32(b"<w/>"), name="word/document.xml")
    (tmp_path / "bomb.docx").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", BOMB, str(tmp_path / "bomb.docx")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    *lines, megabytes = done.stdout.splitlines()
    assert len(lines) == 3
    assert all("is damaged at 'word/document.xml'" in line for line in lines)
    assert int(megabytes) < 150


@settings(max_examples=150, deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.integers(0, 40),
)
def test_any_damage_ends_in_fitting_bytes_or_a_sentence(changes: list[tuple[int, int]], cut: int) -> None:
    """Fuzzing of the ZIP reader: whatever is changed, what is read is what the directory says, or nothing is."""
    whole = {"word/document.xml": b"<w>one</w>" * 30, "b.bin": bytes(range(256))}
    data = bytearray(zip_of(whole))
    for place, value in changes:
        data[place % len(data)] = value
    hurt = bytes(data[: len(data) - cut])
    with contextlib.suppress(ApplykitError), open_zip_safely(hurt, file="hurt.zip") as archive:
        for name in archive.namelist():
            content = read_member(archive, name, limit=100_000, file="hurt.zip")
            if name in whole:
                assert content is not None
                assert zlib.crc32(content) == archive.getinfo(name).CRC
                assert len(content) == archive.getinfo(name).file_size


@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ApplykitError):
        check_office_file(b"PK\3\4" + data, kind="docx", file="any.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nonsense", b"\x00" * 100])
def test_what_is_no_zip_is_said_so(data: bytes) -> None:
    with pytest.raises(ApplykitError, match="not a ZIP file"):
        open_zip_safely(data, file="x.docx")


def test_office_files_are_checked_whole() -> None:
    check_office_file(zip_of({"word/document.xml": b"<w/>"}), kind="docx")
    with pytest.raises(ApplykitError, match="document type"):
        check_office_file(zip_of({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><w/>"}), kind="docx")
    with pytest.raises(ApplykitError, match=r"no \.xlsx"):
        check_office_file(zip_of({"word/document.xml": b"<w/>"}), kind="xlsx")
    with pytest.raises(ApplykitError, match="old Office file"):
        check_office_file(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", kind="docx")


def test_a_pdf_opens_only_with_few_pages_and_whole() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(200, 200)
    buffer = io.BytesIO()
    document.save(buffer)
    with open_pdf_safely(buffer.getvalue()) as opened:
        assert len(opened) == 3
    with pytest.raises(ApplykitError, match="3 pages"), open_pdf_safely(buffer.getvalue(), max_pages=2):
        pass
    with pytest.raises(ApplykitError, match="not a PDF"), open_pdf_safely(b"%PDF-1.7 cut off"):
        pass


def test_a_page_that_cannot_be_loaded_is_said() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    buffer = io.BytesIO()
    document.save(buffer)
    with pytest.raises(ApplykitError, match="not a PDF"), open_pdf_safely(buffer.getvalue()) as opened:
        raise pypdfium2.PdfiumError(f"Failed to load page 1 of {len(opened)}.")


def test_writes_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.yaml"
    write_file(path, b"one", private=True)
    write_file(path, b"two", private=True)
    assert path.read_bytes() == b"two"
    assert os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["a.yaml"]


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "real").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


def test_a_place_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ApplykitError, match="cannot be written"):
        write_file(tmp_path / "file" / "below", b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ApplykitError, match="cannot be written"):
        write_file(tmp_path / "folder", b"x")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]
