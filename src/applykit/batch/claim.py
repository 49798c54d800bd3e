"""One run at a time in a folder: a claim that the system itself takes back when its process ends, however it ends.

The claim is SQLite's own exclusive lock on an empty file beside the ledger, so it works wherever the ledger does and
never goes stale: a process that is killed leaves the file and no lock.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from applykit.batch.ledger_file import LEDGER_NAME
from applykit.errors import ApplykitError, Problem

CLAIM_NAME = f"{LEDGER_NAME}-claim"


@contextlib.contextmanager
def claim_folder(folder: Path) -> Iterator[None]:
    """Hold the folder for this process. Raises ApplykitError where another one holds it."""
    connection = take_claim(folder)
    try:
        yield
    finally:
        connection.close()


def refuse_claimed(folder: Path) -> None:
    """Raise ApplykitError where a run is going on in the folder; to be asked before the inputs are read."""
    if (folder / CLAIM_NAME).exists():
        take_claim(folder).close()


def take_claim(folder: Path) -> sqlite3.Connection:
    """An open connection that holds the claim until it is closed."""
    path = folder / CLAIM_NAME
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        message, remedy = f"cannot be written: {reason}.", "Check your rights and the room on the drive."
        raise ApplykitError(Problem(message, remedy, file=str(path))) from error
    try:
        connection.execute("pragma journal_mode = memory")
        connection.execute("begin exclusive")
    except sqlite3.OperationalError as error:
        connection.close()
        raise ApplykitError(refusal(error, folder)) from None
    return connection


def refusal(error: sqlite3.OperationalError, folder: Path) -> Problem:
    """Why the claim was not given: another holds it, or the drive does not lock files."""
    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
        message = "another run of `applykit batch` is going on in this folder."
        remedy = "Wait until it has ended, or stop it with Ctrl-C; `applykit batch status` shows how far it is."
        return Problem(message, remedy, file=str(folder))
    message = f"this drive cannot keep two runs apart ({error})."
    return Problem(message, "Choose an --out folder on a drive of this machine.", file=str(folder))
