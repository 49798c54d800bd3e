"""Fuzzing of the readers and the posting stage with atheris (https://github.com/google/atheris), which is not installed
by default.

usage: python tests/fuzz/fuzz_reading.py READER [-runs=N] [-max_len=N] …

READER is text, html, mhtml, mail, docx, pdf, rtf, csv, json, or posting (any text through the whole stage). A run ends
well with documents or an `ApplykitError`; any other exception, or an input that takes longer than 20 seconds, is
reported with the input that caused it.
"""

import sys
import tempfile
import zlib
from pathlib import Path

import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

with atheris.instrument_imports(include=["applykit", "striprtf"]):
    from applykit.errors import ApplykitError
    from applykit.posting import parse_posting
    from applykit.reading import Document
    from applykit.reading.formats import READERS, find_reader

from applykit.reading.text import decode_text

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
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
        for document in find_reader(kind)[0](dress(kind, data), "fuzz", None):
            parse_posting(document)
    except ApplykitError:
        return


def dress(kind: str, data: bytes) -> bytes:
    """Every second input goes where the format keeps its content, past checksums and packing."""
    from tests.samples import make_docx, make_pdf

    if not data or data[0] % 2:
        return data
    if kind == "docx":
        return make_docx(data[1:].decode("utf-8", "replace").encode("utf-16", "surrogatepass").decode("utf-16"))
    return make_pdf([["x"]], packed=zlib.compress(data[1:])) if kind == "pdf" else data


def fuzz_posting(data: bytes) -> None:
    """One run of the posting stage on any text."""
    try:
        parse_posting(Document(decode_text(data)[0]))
    except ApplykitError:
        return


def seeds(kind: str) -> list[bytes]:
    """Files to begin from."""
    from tests.samples import make_docx, make_pdf, paragraph, row

    if kind == "pdf":
        return [
            make_pdf([["Night Auditor", "Requirements:"], ["One year"]]),
            make_pdf([[]]),
            b"\x00BT /F1 11 Tf 50 700 Td (One year) Tj ET",
        ]
    if kind == "docx":
        body = paragraph("Night Auditor", style="Heading1") + "<w:tbl>" + row("a", "b") + "</w:tbl>"
        return [make_docx(body), b"\x00" + body.encode()]
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
