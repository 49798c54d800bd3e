"""Removing one client from a run for good: files, ledger rows, and the reports that named them."""

import shutil
from pathlib import Path

from applykit.batch.claim import claim_folder
from applykit.batch.disk import clear_parts
from applykit.batch.forget import forget_client
from applykit.batch.ledger import Ledger
from applykit.batch.ledger_file import open_existing_ledger
from applykit.batch.reports import ASIDE, SUMMARY, keep_reviews, write_reports
from applykit.errors import ApplykitError, Problem


def purge_client(client: str, *, folder: Path) -> int:
    """Delete a client's folder and rows and make the reports anew; returns the number of applications deleted.

    The ledger overwrites what it deletes and empties its write-ahead log. Raises ApplykitError where the id is
    unknown. Edited documents are deleted too: that is what the person asked for.
    """
    with open_existing_ledger(folder) as ledger, claim_folder(folder):
        target = folder / folder_of(client, ledger, folder)
        remove_folder(target)
        keep_reviews(folder, ledger)
        gone = forget_client(client, ledger)
        # The workbook on the disk still names the client; it goes first, so that nothing is read back from it.
        (folder / SUMMARY).unlink(missing_ok=True)
        clear_parts(folder)
        for aside in folder.glob(f"{ASIDE}*.xlsx"):
            aside.unlink()
        write_reports(folder, ledger)
    return gone


def check_client(client: str, *, folder: Path) -> None:
    """Raise ApplykitError where the run in `folder` knows no such client; to be asked before a person confirms."""
    with open_existing_ledger(folder) as ledger:
        folder_of(client, ledger, folder)


def folder_of(client: str, ledger: Ledger, folder: Path) -> str:
    """The name of a client's folder. Raises ApplykitError where the id is unknown."""
    name = ledger.folders().get(client)
    if name is None or "/" in client:
        remedy = "`applykit batch status DIR --names` lists the ids beside the folders."
        raise ApplykitError(Problem(f"no client has the id {client!r}.", remedy, file=str(folder)))
    return name


def remove_folder(target: Path) -> None:
    """Delete a folder with all that is in it. Raises ApplykitError where something in it cannot be deleted."""
    if not target.is_dir() or target.is_symlink():
        return
    try:
        shutil.rmtree(target)
    except OSError as error:
        remedy = "Close its documents and check your rights, then purge again."
        raise ApplykitError(Problem(f"cannot be deleted whole: {error.strerror}.", remedy, file=str(target))) from None
