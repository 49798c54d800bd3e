"""Fuzzing of the readers and the posting stage with atheris (https://github.com/google/atheris), which is not installed
by default.

usage: python tests/fuzz/fuzz_reading.py READER [-runs=N] [-max_len=N] …

READER is text, html, mhtml, mail, docx, pdf, rtf, csv, json, or posting (any text through the whole stage). A run ends
well with documents or an `ApplykitError`; any other exception, or an input that takes longer than 20 seconds, is
reported with the input that caused it.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["applykit", "striprtf"]):
    from applykit.errors import ApplykitError
    from applykit.posting import parse_posting
    from applykit.reading import Document
    from applykit.reading.formats import READERS, find_reader

from applykit.reading.text import decode_text

FILES = Path(__file__).resolve().parents[1] / "reading" / "files"
ENDINGS = {
    "text": "*.txt",
    "posting": "*.txt",
    "html": "*.html",
    "mhtml": "*.mhtml",
    "mail": "*.eml",
    "rtf": "*.rtf",
    "csv": "*.csv",
    "json": "*.json*",
}


def fuzz_reader(kind: str, data: bytes) -> None:
    """One run of a reader, and of the posting stage on what it read."""
    try:
        for document in find_reader(kind)[0](data, "fuzz", None):
            parse_posting(document)
    except ApplykitError:
        return


def fuzz_posting(data: bytes) -> None:
    """One run of the posting stage on any text."""
    try:
        parse_posting(Document(decode_text(data)[0]))
    except ApplykitError:
        return


def seeds(kind: str) -> list[bytes]:
    """Files to begin from."""
    sys.path.insert(0, str(FILES.parents[2]))
    from tests.samples import make_docx, make_pdf, paragraph, row

    if kind == "pdf":
        return [make_pdf([["Night Auditor", "Requirements:"], ["One year"]]), make_pdf([[]])]
    if kind == "docx":
        return [make_docx(paragraph("Night Auditor", style="Heading1") + "<w:tbl>" + row("a", "b") + "</w:tbl>")]
    return [file.read_bytes() for file in sorted(FILES.glob(ENDINGS[kind]))]


def main() -> None:
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    if kind not in {*READERS, "posting"}:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(kind)):
            Path(corpus, str(number)).write_bytes(seed)
        run = fuzz_posting if kind == "posting" else lambda data: fuzz_reader(kind, data)
        atheris.Setup([sys.argv[0], "-timeout=20", *sys.argv[2:], corpus], run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
