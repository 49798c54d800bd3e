"""What postings ask for, kept in the user's cache folder, so that a posting is read once and not at every run.

Holds postings only, nothing of any client. A folder stands for one state of the lexicon and of the code and weights
that read postings; another state has another folder, and all but the newest few are removed.
"""

import contextlib
import functools
import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from applykit import __version__, resources
from applykit.errors import ApplykitError
from applykit.files import MEBIBYTE, read_bounded, write_file
from applykit.lexicon import Lexicon
from applykit.lexicon.cache import user_cache_folder
from applykit.requirements import Requirement

if TYPE_CHECKING:
    from pydantic import TypeAdapter

READERS = ("finder", "lexicon", "posting", "requirements")  # the packages that decide what is found
LIMIT = 4 * MEBIBYTE  # of one posting's entry
MOST_ENTRIES = 50_000
KEPT = 3  # folders

Found = dict[str, tuple[Requirement, ...]]


def cache_folder(lexicon: Lexicon) -> Path:
    """The folder for what this lexicon and this code find."""
    state = hashlib.sha256(f"{__version__}\n{lexicon.source}\n{code_fingerprint()}".encode()).hexdigest()
    return user_cache_folder() / "postings" / state[:32]


@functools.cache
def code_fingerprint() -> str:
    """A hash of the code and weights that read postings: an edited checkout never takes an older one's answers."""
    digest = hashlib.sha256()
    for package in READERS:
        for path in sorted((resources.PACKAGE / package).rglob("*")):
            if path.suffix in (".py", ".npz", ".txt", ".json"):
                digest.update(f"{package}/{path.name} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def read_known(contents: Iterable[str], folder: Path) -> Found:
    """The requirements of those postings (by content hash) that the cache holds whole."""
    found: Found = {}
    for content in contents:
        path = folder / f"{content}.json"
        if path.is_file():
            with contextlib.suppress(ApplykitError, ValueError):  # cut off or damaged: it is read anew
                found[content] = adapter().validate_json(read_bounded(path, LIMIT))
    return found


def keep_known(found: Mapping[str, tuple[Requirement, ...]], folder: Path) -> None:
    """Keep requirements by content hash; where that fails, the postings are only read again next time."""
    # ValueError: half a surrogate pair in a quote, which JSON cannot hold.
    with contextlib.suppress(ApplykitError, OSError, ValueError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        room = MOST_ENTRIES - sum(1 for _ in folder.iterdir())
        for content, requirements in list(found.items())[: max(room, 0)]:
            write_file(folder / f"{content}.json", adapter().dump_json(requirements), private=True)
        drop_old(folder.parent, keep=folder)


def drop_old(parent: Path, *, keep: Path) -> None:
    folders = sorted((path for path in parent.iterdir() if path != keep), key=lambda path: -path.stat().st_mtime_ns)
    for path in folders[KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)


@functools.cache
def adapter() -> "TypeAdapter[tuple[Requirement, ...]]":
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Requirement, ...])
