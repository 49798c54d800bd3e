"""Putting finished documents into a folder without losing what a person has made of earlier ones."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from applykit.documents.model import RenderedFile
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded, write_file


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file as it lies in the folder: its path, the SHA-256 of its bytes, and why it has another name, if it has."""

    path: Path
    sha256: str
    beside: str = ""  # "changed" or "open" where an earlier document was kept


def hash_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_documents(
    files: tuple[RenderedFile, ...],
    folder: str | Path,
    *,
    recorded: Mapping[str, str] | None = None,
    overwrite: bool = False,
) -> tuple[WrittenFile, ...]:
    """Write every file whole, or beside an earlier one that was changed since or that is open in Word.

    `recorded` maps file names to the SHA-256 they had when applykit wrote them. Everything is planned before the first
    byte is written, so that a folder that cannot be written to stays as it was. Only their owner can read them (POSIX).
    Raises ApplykitError.
    """
    folder = Path(folder)
    planned = [plan(file, folder, recorded or {}, overwrite=overwrite) for file in files]
    for file, written in zip(files, planned, strict=True):
        write_file(written.path, file.data, private=True)
    return tuple(planned)


def plan(file: RenderedFile, folder: Path, recorded: Mapping[str, str], *, overwrite: bool) -> WrittenFile:
    """Where a file will go."""
    reason = "" if overwrite else reason_to_keep(folder / file.name, file.data, recorded)
    path = folder / file.name
    number = 1
    while reason and reason_to_keep(path, file.data, recorded):
        number += 1
        path = folder / numbered(file.name, number)
        if number > 999:
            message = f"holds {number} versions of {file.name}."
            raise ApplykitError(Problem(message, "Choose another folder or clear this one.", file=str(folder)))
    return WrittenFile(path, hash_of(file.data), reason)


def numbered(name: str, number: int) -> str:
    stem, dot, extension = name.rpartition(".")
    return f"{stem} ({number}){dot}{extension}" if dot else f"{name} ({number})"


def reason_to_keep(path: Path, data: bytes, recorded: Mapping[str, str]) -> str:
    """Why the file that lies at a path must stay: "open", "changed", or "" where it may be replaced."""
    if not os.path.lexists(path):
        return ""
    if any(lock.exists() for lock in lock_files(path)):
        return "open"
    try:
        current = hash_of(read_bounded(path, 10 * OFFICE_LIMIT))
    except ApplykitError:
        return "changed"  # a folder, a link to nowhere, something unreadable: not ours
    return "" if current in (recorded.get(path.name), hash_of(data)) else "changed"


def lock_files(path: Path) -> tuple[Path, ...]:
    """The files by which Word and LibreOffice say that they have a document open.

    Word puts "~$" in the place of the first two characters, before the name where it is shorter than eight.
    """
    stem_length = len(path.stem)
    cut = 2 if stem_length >= 8 else 1 if stem_length == 7 else 0
    return (path.with_name(f"~${path.name[cut:]}"), path.with_name(f".~lock.{path.name}#"))
