"""Compiled lexicons on disk: found by the content they were made from, written whole or not at all.

Two processes that compile at once write the same bytes under the same name; each replaces the file atomically, so a
reader sees one whole file or the other. A damaged file is compiled anew and mentioned once.
"""

import contextlib
import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from applykit.errors import ApplykitError, Problem
from applykit.files import read_bounded, write_file

MAX_COMPILED = 200 * 1024 * 1024
KEPT = 4  # compiled files kept in the folder, the newest


def user_cache_folder(environment: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """Where this platform keeps caches: %LOCALAPPDATA%, ~/Library/Caches or $XDG_CACHE_HOME (~/.cache)."""
    if folder := environment.get("APPLYKIT_CACHE"):
        return Path(folder)
    home = Path(environment.get("USERPROFILE" if platform == "win32" else "HOME") or ".")
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "applykit" / "Cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "applykit"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "applykit"


def user_lexicon_folder(environment: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """Where a person's own lexicon files lie: `applykit/lexicon` under %APPDATA%, ~/Library/Application Support or
    $XDG_CONFIG_HOME (~/.config); APPLYKIT_LEXICON names another folder.
    """
    if folder := environment.get("APPLYKIT_LEXICON"):
        return Path(folder)
    home = Path(environment.get("USERPROFILE" if platform == "win32" else "HOME") or ".")
    if platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming") / "applykit" / "lexicon"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "applykit" / "lexicon"
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "applykit" / "lexicon"


def cache_file(folder: Path, source: str) -> Path:
    return folder / f"lexicon-{source[:32]}.txt"


def sealed(data: bytes) -> bytes:
    """The bytes with their SHA-256 before them, so that damage is seen."""
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def unsealed(content: bytes) -> bytes | None:
    """The bytes behind the hash, or None where they do not agree."""
    seal, _, data = content.partition(b"\n")
    return data if hashlib.sha256(data).hexdigest().encode() == seal else None


def read_cache(folder: Path, source: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The compiled lexicon made from `source` (a hash), or None; a damaged file comes with a warning."""
    path = cache_file(folder, source)
    if not path.is_file():
        return None, ()
    try:
        data = unsealed(read_bounded(path, MAX_COMPILED))
    except ApplykitError:
        data = None
    if data is None:
        message = "the compiled lexicon in the cache was damaged; it is made anew."
        return None, (Problem(message, file=str(path), warning=True),)
    return data, ()


def write_cache(folder: Path, source: str, data: bytes) -> tuple[Problem, ...]:
    """Keep a compiled lexicon; where that fails the work goes on, only slower next time, and a warning says so."""
    try:
        write_file(cache_file(folder, source), sealed(data))
    except ApplykitError as error:
        remedy = "The lexicon will be compiled again next time."
        return tuple(Problem(p.message, remedy, p.file, warning=True) for p in error.problems)
    drop_old(folder, keep=cache_file(folder, source))
    return ()


def drop_old(folder: Path, *, keep: Path) -> None:
    """Remove all but the newest few compiled lexicons; another process may be doing the same."""
    with contextlib.suppress(OSError):
        files = sorted(folder.glob("lexicon-*.txt"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        for path in files[:-KEPT]:
            if path != keep:
                path.unlink(missing_ok=True)
