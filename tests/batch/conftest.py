"""A folder of generated clients and postings, run in this process."""

import datetime
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests import generated

from applykit.batch.executors import Executor, InProcess
from applykit.batch.progress import Progress
from applykit.batch.session import BatchOptions, BatchResult, run_batch

TODAY = datetime.date(2026, 11, 25)
CANARY = re.compile(rb"qz[a-j]{4}zq", re.IGNORECASE)  # letters alone: a number would be checked as one


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What postings ask for is kept for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("APPLYKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def canary_of(number: int) -> str:
    """A word that no language has, for a client: 12 is "qzaabczq"."""
    return "qz" + f"{number:04d}".translate(str.maketrans("0123456789", "abcdefghij")) + "zq"


def write_caseload(root: Path, *, clients: int, postings: int) -> BatchOptions:
    """Profiles with a canary in every field and postings, in two folders beside the run's own."""
    for name in ("clients", "postings"):
        (root / name).mkdir()
    for number in range(clients):
        profile = generated.make_client(number, canary=canary_of(number))
        (root / "clients" / f"c{number:03d}.json").write_text(json.dumps(profile), "utf-8")
    for number in range(postings):
        (root / "postings" / f"p{number:03d}.txt").write_text(generated.make_posting(number), "utf-8")
    return BatchOptions(str(root / "clients"), str(root / "postings"), str(root / "out"))


def run(options: BatchOptions, *, executor: Executor | None = None, progress: Any = None, **more: Any) -> BatchResult:
    return run_batch(
        replace(options, **more),
        executor=executor or InProcess(),
        progress=progress or Progress(quiet=True),
        today=TODAY,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a run but its ledger, by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("ledger.sqlite3")
    }


def all_bytes(path: Path) -> bytes:
    """A file's name and bytes, and those of every member where it is a ZIP file."""
    found = [path.name.encode(), path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(found)


def canaries_in(path: Path) -> set[str]:
    return {word.decode().lower() for word in CANARY.findall(all_bytes(path))}


@pytest.fixture
def small(tmp_path: Path) -> BatchOptions:
    """Three clients and three postings."""
    return write_caseload(tmp_path, clients=3, postings=3)
