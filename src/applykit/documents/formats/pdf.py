"""Word files as tagged PDF, by LibreOffice: many in one call, which costs a seventh of calling it for each."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from applykit.documents.model import RenderedFile
from applykit.errors import ApplykitError, Problem
from applykit.files import read_bounded

PROGRAMS = ("soffice", "libreoffice")
PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.exe")
# Tagged, with bookmarks, as PDF/UA asks; the words are LibreOffice's own.
OPTIONS = {
    name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks")
}
FILTER = f"pdf:writer_pdf_Export:{json.dumps(OPTIONS)}"
SECONDS = 60
SECONDS_A_FILE = 5
PDF_LIMIT = 50 * 1024 * 1024


def find_libreoffice() -> str | None:
    """The path of LibreOffice's program, or None where it is not installed."""
    found = (shutil.which(name) for name in PROGRAMS)
    return next((path for path in (*found, *PLACES) if path and os.access(path, os.X_OK)), None)


def convert_to_pdf(files: Sequence[RenderedFile]) -> tuple[RenderedFile, ...]:
    """PDFs of .docx files, in their order.

    LibreOffice runs once, with a profile of its own in a temporary folder, so that a running window is not disturbed
    and nothing of the user's settings matters. Raises ApplykitError where it is absent or fails.
    """
    program = find_libreoffice()
    if program is None:
        remedy = "Install LibreOffice (libreoffice.org), or open the .docx in Word and save it as PDF."
        raise ApplykitError(Problem("PDF needs LibreOffice, which is not installed.", remedy))
    with tempfile.TemporaryDirectory(prefix="applykit-pdf-") as folder:
        return convert_in(Path(folder), files, program)


def convert_in(folder: Path, files: Sequence[RenderedFile], program: str) -> tuple[RenderedFile, ...]:
    """Write the files under plain numbers, convert them all, read the results."""
    for number, file in enumerate(files):
        (folder / f"{number}.docx").write_bytes(file.data)
    run_libreoffice(folder, len(files), program)
    made = []
    for number, file in enumerate(files):
        path = folder / f"{number}.pdf"
        if not path.is_file():
            message = f"LibreOffice could not make a PDF of {file.name}."
            raise ApplykitError(Problem(message, "Open the .docx in Word and save it as PDF."))
        made.append(RenderedFile(f"{file.name.removesuffix('.docx')}.pdf", read_bounded(path, PDF_LIMIT), file.kind))
    return tuple(made)


def run_libreoffice(folder: Path, count: int, program: str) -> None:
    command = [
        *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"),
        *("--convert-to", FILTER, "--outdir", str(folder)),
        *(str(folder / f"{number}.docx") for number in range(count)),
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SAL_")}
    try:
        subprocess.run(  # noqa: S603 - a fixed program on files of our own
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS + SECONDS_A_FILE * count,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired):
        message = f"LibreOffice did not finish within {SECONDS + SECONDS_A_FILE * count} seconds."
        raise ApplykitError(Problem(message, "Close it, if it is open, and try again.")) from None
