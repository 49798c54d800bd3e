"""Two runs never work in one folder, and a run that was killed leaves nothing to clear away."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.batch.conftest import run

from applykit.batch.claim import CLAIM_NAME, claim_folder, refusal, refuse_claimed
from applykit.batch.purge import purge_client
from applykit.batch.session import BatchOptions
from applykit.batch.status import read_status
from applykit.errors import ApplykitError

HOLD = """
import sys, time
from pathlib import Path
from applykit.batch.claim import claim_folder
with claim_folder(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def holder(small: BatchOptions) -> subprocess.Popen[str]:
    """Another process that is at work in the folder."""
    run(small)
    process = subprocess.Popen([sys.executable, "-c", HOLD, small.out], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_run_says_so_and_a_killed_one_leaves_no_claim(
    small: BatchOptions, holder: subprocess.Popen[str]
) -> None:
    try:
        for work in (lambda: run(small), lambda: purge_client("c001", folder=Path(small.out))):
            with pytest.raises(ApplykitError, match="another run of `applykit batch` is going on") as caught:
                work()
            assert caught.value.problems[0].file == small.out
        assert len(read_status(Path(small.out))) == 9  # looking is allowed
        assert run(small, dry_run=True).plan.todo == ()
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
    assert (Path(small.out) / CLAIM_NAME).exists()
    assert len(run(small).plan.done) == 9


def test_a_claim_ends_with_its_work(tmp_path: Path) -> None:
    with claim_folder(tmp_path), pytest.raises(ApplykitError, match="is going on"):
        refuse_claimed(tmp_path)
    refuse_claimed(tmp_path)
    assert (tmp_path / CLAIM_NAME).stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ApplykitError, match="cannot be written: No such file"), claim_folder(tmp_path / "none"):
        pass


def test_a_drive_without_locks_is_named(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_LOCK
    assert "cannot keep two runs apart" in str(refusal(error, tmp_path))
