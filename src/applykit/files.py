"""Reading and writing files that nobody vouches for: bounded, checked, atomic.

Every failure is an `ApplykitError` that names the file and what to do. The figures below are far above what a posting
or a resume needs and far below what would fill a small machine's memory.
"""

import contextlib
import errno
import os
import secrets
import stat
import threading
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from applykit.errors import ApplykitError, Problem

MEBIBYTE = 1024 * 1024
OFFICE_LIMIT = 20 * MEBIBYTE
ZIP_ENTRIES = 5_000
ZIP_TOTAL = 200 * MEBIBYTE
ZIP_MEMBER = 64 * MEBIBYTE  # of an Office file; its pictures are packed already and its XML is far smaller
ZIP_RATIO = 150  # Word's XML packs about 10:1, its emptiest parts 60:1; a bomb of zeros 1000:1
RATIO_FREE = MEBIBYTE  # small members may pack as well as they like
STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED  # what documents are packed with; no other is unpacked
LOCAL_HEADER = 30
PDF_PAGES = 60

# pdfium keeps global state and is not safe to call from two threads at once.
PDF_LOCK = threading.RLock()


def failure(message: str, remedy: str, *, file: str | None = None) -> ApplykitError:
    """An error of one problem."""
    return ApplykitError(Problem(message, remedy, file=file))


def size_in_words(size: int) -> str:
    return f"{size / MEBIBYTE:.1f} MB" if size >= MEBIBYTE // 10 else f"{size} bytes"


def too_large(limit: int, *, file: str | None) -> ApplykitError:
    return failure(f"is larger than {size_in_words(limit)}.", "Give a smaller file, or a part of it.", file=file)


def read_bounded(path: str | Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; never waits on a pipe or a device."""
    file = str(path)
    try:
        # Opened without blocking, so that a named pipe is refused instead of waited for.
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise failure("is not a regular file.", "Give a file with text in it.", file=file)
            if status.st_size > limit:
                raise too_large(limit, file=file)
            return read_stream(stream, limit, file=file)
    except FileNotFoundError:
        raise failure("does not exist.", "Check the name and the folder.", file=file) from None
    except IsADirectoryError:
        raise failure("is a folder, not a file.", "Give a file in it.", file=file) from None
    except (OSError, ValueError) as error:
        raise failure(f"cannot be read: {reason_of(error)}.", "Check its name and rights.", file=file) from None


def reason_of(error: OSError | ValueError) -> str:
    """The system's own words for an error, without the file name in them."""
    return (error.strerror if isinstance(error, OSError) else None) or "the name is not usable"


def read_stream(stream: BinaryIO, limit: int, *, file: str | None = None) -> bytes:
    """All bytes of an open stream (standard input, an upload) of at most `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(limit, file=file)
    return data


def open_zip_safely(
    data: bytes, *, file: str | None = None, max_entries: int = ZIP_ENTRIES, max_total: int = ZIP_TOTAL
) -> zipfile.ZipFile:
    """An opened ZIP whose directory is plausible: few entries, modest sizes and ratios, no password, no name twice.

    The directory may lie, so members are to be read with `read_member`, which compares it with what comes out.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError):
        raise failure("is not a ZIP file that can be opened.", "It may be cut off; save it again.", file=file) from None
    complaint = complaint_about(members, max_entries=max_entries, max_total=max_total)
    if complaint:
        archive.close()
        raise failure(complaint, "Save the document again from the program that made it.", file=file)
    return archive


def complaint_about(members: list[zipfile.ZipInfo], *, max_entries: int, max_total: int) -> str | None:
    """Why a ZIP's directory is not to be trusted, or None."""
    if len(members) > max_entries:
        return f"holds more than {max_entries} files."
    if sum(member.file_size for member in members) > max_total:
        return f"would unpack to more than {size_in_words(max_total)}."
    if any(m.file_size > RATIO_FREE and m.file_size > ZIP_RATIO * max(m.compress_size, 1) for m in members):
        return f"holds a file that is packed more than {ZIP_RATIO} times smaller, which no document is."
    if any(member.flag_bits & 0x1 for member in members):
        return "is locked with a password."
    if any(member.compress_type not in (STORED, DEFLATED) for member in members):
        return "holds a file packed in a way that no document is."
    if len({member.filename.casefold() for member in members}) < len(members):
        return "holds two files of one name."
    return None


def read_member(
    archive: zipfile.ZipFile, name: str, *, limit: int = ZIP_TOTAL, file: str | None = None
) -> bytes | None:
    """One member's bytes, or None where the ZIP has no such member; refused where they are not as its directory says.

    `zipfile` itself stops at the size that the directory names and never looks at what follows, which other programs
    would unpack; so the packed bytes are unpacked here. Raises ApplykitError.
    """
    try:
        member = archive.getinfo(name)
    except KeyError:
        return None
    if member.file_size > limit:
        raise member_too_large(name, limit, file=file)
    packed = packed_bytes(archive, member, file=file)
    return unpack_member(packed, name, method=member.compress_type, size=member.file_size, crc=member.CRC, file=file)


def member_too_large(name: str, limit: int, *, file: str | None) -> ApplykitError:
    return failure(f"holds {name[:60]!r}, larger than {size_in_words(limit)}.", "Give a smaller file.", file=file)


def packed_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, file: str | None = None) -> bytes:
    """A member as it lies packed in the file. Raises ApplykitError where its own header contradicts the directory."""
    try:
        archive.open(member).close()  # compares the two names, and refuses members that lie over each other
        if archive.fp is None:
            raise ValueError("closed")
        archive.fp.seek(member.header_offset)
        header = archive.fp.read(LOCAL_HEADER)
        lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        archive.fp.seek(member.header_offset + LOCAL_HEADER + lengths)
        packed = archive.fp.read(member.compress_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError):
        raise damaged(member.filename, file=file) from None
    if len(packed) < member.compress_size:
        raise damaged(member.filename, file=file)
    return packed


def unpack_member(packed: bytes, name: str, *, method: int, size: int, crc: int, file: str | None = None) -> bytes:
    """The plain bytes of a packed member: exactly `size` of them with this CRC-32, and nothing left over.

    Never unpacks more than one byte beyond `size`, whatever the packed bytes say. Raises ApplykitError.
    """
    plain, whole = packed, method == STORED
    if method == DEFLATED:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            plain = unpacker.decompress(packed, size + 1)
        except zlib.error:
            raise damaged(name, file=file) from None
        whole = unpacker.eof and not unpacker.unused_data and not unpacker.unconsumed_tail
    if not whole or len(plain) != size or zlib.crc32(plain) != crc:
        raise damaged(name, file=file)
    return plain


def damaged(name: str, *, file: str | None) -> ApplykitError:
    return failure(f"is damaged at {name[:60]!r}.", "Save the document again.", file=file)


OFFICE_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FORBIDDEN_XML = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def check_office_file(data: bytes, *, kind: str, file: str | None = None) -> None:
    """Raise unless the bytes are a Word or Excel file that a library may open: `kind` is docx, xlsx or pptx.

    Every member is unpacked once and must be what the directory says, and XML parts may carry no document type
    (where entity bombs live; Office never writes one).
    """
    for _member, _packed, _plain in office_members(data, kind=kind, file=file):
        pass


def office_members(
    data: bytes, *, kind: str, file: str | None = None
) -> Iterator[tuple[zipfile.ZipInfo, bytes, bytes]]:
    """Every member of a checked Word or Excel file, packed and plain; raises ApplykitError as `check_office_file`."""
    if data.startswith(OLD_OFFICE):
        remedy = f"Open it in Word or Excel, take the password off if it has one, and save it as .{kind}."
        raise failure("is an old Office file or one locked with a password.", remedy, file=file)
    with open_zip_safely(data, file=file) as archive:
        if OFFICE_PARTS[kind] not in archive.namelist():
            raise failure(f"is a ZIP file but no .{kind} document.", f"Save it as .{kind}.", file=file)
        left = ZIP_TOTAL
        for member in archive.infolist():
            name, limit = member.filename, min(left, ZIP_MEMBER)
            if member.file_size > limit:
                raise member_too_large(name, limit, file=file)
            packed = packed_bytes(archive, member, file=file)
            plain = unpack_member(
                packed, name, method=member.compress_type, size=member.file_size, crc=member.CRC, file=file
            )
            left -= len(plain)
            if name.endswith((".xml", ".rels")) and any(mark in plain for mark in FORBIDDEN_XML):
                raise failure("holds XML with a document type.", "Save it again with Word or Excel.", file=file)
            yield member, packed, plain


@contextlib.contextmanager
def open_pdf_safely(data: bytes, *, file: str | None = None, max_pages: int = PDF_PAGES) -> Iterator[Any]:
    """An open `pypdfium2.PdfDocument`, held under a lock and closed afterwards; at most `max_pages` pages."""
    import pypdfium2

    with PDF_LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise pdf_failure(str(error), file=file) from None
        try:
            if len(document) > max_pages:
                remedy = f"Give only the pages that matter, at most {max_pages}."
                raise failure(f"has {len(document)} pages.", remedy, file=file)
            yield document
        except pypdfium2.PdfiumError as error:  # a page that cannot be loaded, found only when it is asked for
            raise pdf_failure(str(error), file=file) from None
        finally:
            document.close()


def pdf_failure(reason: str, *, file: str | None) -> ApplykitError:
    """What pdfium's words mean for a person."""
    if "password" in reason.casefold() or "security" in reason.casefold():
        return failure("is a PDF locked with a password.", "Print it to a new PDF without one.", file=file)
    return failure("is not a PDF that can be opened.", "It may be cut off or damaged; save it again.", file=file)


def write_file(path: str | Path, data: bytes, *, private: bool = False, durable: bool = False) -> None:
    """Write the whole file or nothing, making its folder; `private` leaves it readable by its owner only (POSIX).

    `durable` waits until the drive has the bytes, so that not even a power cut leaves half of them under the name.
    A link is followed, so that what it points to is replaced and the link stays.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(part, flags, 0o600 if private else 0o666), "wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        os.replace(part, target)
    except (OSError, ValueError) as error:
        raise failure(write_reason(error), "Choose another name or folder.", file=str(path)) from None
    finally:
        with contextlib.suppress(OSError, ValueError):
            part.unlink()


def write_reason(error: OSError | ValueError) -> str:
    """Why a file could not be written, as a sentence."""
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "cannot be written: you have no right to write there."
    return f"cannot be written: {reason_of(error)}."
