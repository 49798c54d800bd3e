"""What stands on the disk beside what the ledger says: unchanged, missing, or edited by a person; and writing there.

A file is ours when its hash is one that the ledger noted before or after writing it. Anything else is somebody's
work, and is kept.
"""

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from applykit.batch.ledger import Row
from applykit.documents.write import lock_files
from applykit.errors import ApplykitError, Problem
from applykit.files import write_file

WRITERS = 8  # threads: a drive takes many small files at once much faster than one after another
PROBE = ".applykit-probe"

Written = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Standing:
    """The files of one pair on the disk: whether one is missing, and the names of those that were edited."""

    missing: bool
    edited: tuple[str, ...]


def hash_file(path: Path) -> str | None:
    """SHA-256 of a file's bytes; None where there is none."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def hash_all(files: Written) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files}


def look_at(row: Row, folder: Path) -> Standing:
    """Compare the pair's files in the run's folder with the hashes in the ledger."""
    found = {name: hash_file(folder / row.folder / name) for name in names_of(row)}
    missing = any(found[name] is None for name in row.files)
    edited = (name for name, digest in found.items() if digest is not None and not is_ours(name, digest, row))
    return Standing(missing, tuple(sorted(edited)))


def names_of(row: Row) -> set[str]:
    return set(row.files) | {name for name, _ in row.expected}


def is_ours(name: str, digest: str, row: Row | None) -> bool:
    return row is not None and (row.files.get(name) == digest or (name, digest) in row.expected)


def kept_names(files: Written, target: Path, row: Row | None) -> tuple[str, ...]:
    """The files that may not be replaced: edited since we wrote them, not ours, or open in Word."""
    new = hash_all(files)
    return tuple(name for name, _ in files if must_stay(target / name, new[name], row))


def must_stay(path: Path, digest: str, row: Row | None) -> bool:
    if any(lock.exists() for lock in lock_files(path)):
        return True
    found = hash_file(path)
    return found not in (None, digest) and not is_ours(path.name, found or "", row)


def write_pair(files: Written, target: Path, *, root: Path, row: Row | None, pool: ThreadPoolExecutor) -> None:
    """Write all files of a pair and wait until the drive has them; what a former version left behind is deleted.

    Raises ApplykitError where a file cannot be written.
    """
    make_private_folder(target, root=root)
    clear_parts(target)
    for _ in pool.map(lambda file: write_file(target / file[0], file[1], private=True, durable=True), files):
        pass
    for name in names_of(row) - {name for name, _ in files} if row else ():
        if is_ours(name, hash_file(target / name) or "", row):
            (target / name).unlink(missing_ok=True)


def make_private_folder(target: Path, *, root: Path) -> None:
    """Make `target` and the folders between it and `root`, readable by their owner only."""
    try:
        for folder in (*reversed([parent for parent in target.parents if root in (parent, *parent.parents)]), target):
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "its name is not usable"
        problem = Problem(f"cannot be made: {reason}.", "Check your rights and the room on the drive.", str(target))
        raise ApplykitError(problem) from None


def clear_parts(folder: Path) -> None:
    """Delete what a run that was killed left half-written under temporary names."""
    with contextlib.suppress(OSError):
        for part in folder.glob(".*.part"):
            part.unlink(missing_ok=True)


def check_room(folder: Path) -> None:
    """Raise ApplykitError where nothing can be written to the run's folder any more."""
    write_file(folder / PROBE, bytes(65_536), private=True, durable=True)
    (folder / PROBE).unlink(missing_ok=True)


def edited_files(rows: Sequence[Row], folder: Path) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The edited files of every pair that has some, by client and posting id."""
    found = {(row.pair.client, row.pair.opening): look_at(row, folder).edited for row in rows if row.files}
    return {key: names for key, names in found.items() if names}
