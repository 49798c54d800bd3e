"""PDFs beside the Word files of a run, made by LibreOffice many at a time.

A PDF is current while the Word file it was made from is unchanged: when a person edits a letter, the next run makes
its PDF anew. A PDF that is not as we wrote it is somebody's own and is kept.
"""

import contextlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from applykit.batch.disk import hash_all, hash_file
from applykit.batch.ledger import Ledger, Made, Row
from applykit.batch.model import State
from applykit.batch.run import Progress, chunks
from applykit.documents.formats import convert_to_pdf, find_libreoffice
from applykit.documents.model import RenderedFile
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded, write_file

FILES_A_CALL = 60  # starting LibreOffice costs as much as converting seven files
WORD = ".docx"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A Word file whose PDF is to be made, with its hash now."""

    row: Row
    path: Path
    source: str

    @property
    def target(self) -> Path:
        return self.path.with_suffix(".pdf")


def drop_stale(rows: Sequence[Row], folder: Path, ledger: Ledger) -> None:
    """Delete the PDFs of ours whose Word file has changed or gone: an old one beside a new letter would be sent."""
    places = {(row.pair.client, row.pair.opening): folder / row.folder for row in rows}
    gone = []
    for made in ledger.pdfs():
        place = places.get((made.client, made.opening))
        path = place / made.name if place else None
        ours = path is not None and hash_file(path) == made.sha256
        if path and ours:
            if hash_file(path.with_suffix(WORD)) == made.source:
                continue
            with contextlib.suppress(OSError):  # open in a reader that locks it: it goes next time
                path.unlink()
        if path is None or not ours or not path.exists():
            gone.append(made)
    ledger.forget_pdfs(gone)


def find_wanted(rows: Sequence[Row], folder: Path) -> list[Wanted]:
    """The Word files of finished pairs that have no PDF beside them."""
    files = (
        (row, folder / row.folder / name)
        for row in rows
        if row.state is State.DONE
        for name in sorted(row.files)
        if name.endswith(WORD)
    )
    wanted = (Wanted(row, path, digest) for row, path in files if (digest := hash_file(path)))
    return [item for item in wanted if not item.target.exists()]


def make_pdfs(
    rows: Sequence[Row], folder: Path, ledger: Ledger, *, workers: int, progress: Progress
) -> tuple[Problem, ...]:
    """Make the PDFs that are missing; returns what could not be made."""
    wanted = find_wanted(rows, folder)
    if wanted and find_libreoffice() is None:
        remedy = "Install LibreOffice (libreoffice.org) and run it again; the Word files are all there."
        return (Problem("PDFs need LibreOffice, which is not installed.", remedy),)
    problems: list[Problem] = []
    done = 0
    if wanted:
        progress("PDFs", 0, len(wanted))
    pool = ThreadPoolExecutor(workers)
    try:
        for part, made, failed in pool.map(convert, chunks(wanted, FILES_A_CALL)):
            problems += failed
            keep(made, ledger)
            done += len(part)
            progress("PDFs", done, len(wanted))
    finally:
        pool.shutdown(cancel_futures=True)
    return tuple(problems)


Pairs = list[tuple[Wanted, bytes]]


def convert(part: Sequence[Wanted]) -> tuple[Sequence[Wanted], Pairs, list[Problem]]:
    """One call of LibreOffice; where it fails, the halves are tried, so that one bad file spoils only itself."""
    try:
        files = [RenderedFile(item.path.name, read_bounded(item.path, OFFICE_LIMIT), "") for item in part]
        made = convert_to_pdf(files)
    except ApplykitError as error:
        if len(part) == 1:
            return part, [], [Problem(each.message, each.remedy, str(part[0].path)) for each in error.problems]
        results = [convert(half) for half in halves(part)]
        return part, [one for _, good, _ in results for one in good], [one for _, _, bad in results for one in bad]
    return part, list(zip(part, (file.data for file in made), strict=True)), []


def halves(part: Sequence[Wanted]) -> Iterator[Sequence[Wanted]]:
    middle = len(part) // 2
    yield from (part[:middle], part[middle:])


def keep(made: Pairs, ledger: Ledger) -> None:
    """Note the PDFs, then put them on the disk: what lies there is known, whenever the run is stopped."""
    notes = []
    for item, data in made:
        (digest,) = hash_all([(item.target.name, data)]).values()
        notes.append(Made(item.row.pair.client, item.row.pair.opening, item.target.name, digest, item.source))
    ledger.keep_pdfs(notes)
    for item, data in made:
        if hash_file(item.path) == item.source:  # else it was edited meanwhile, and the next run makes its PDF
            write_file(item.target, data, private=True, durable=True)
