"""PDF files: the text of the pages, after a look at how far their streams would unpack."""

import re
import zlib
from collections.abc import Iterator

from applykit.files import MEBIBYTE, failure, open_pdf_safely
from applykit.reading.model import Document

STREAM = re.compile(rb"stream\r?\n")
FILTERS = re.compile(rb"/(?:Flate|LZW|RunLength|ASCII85|ASCIIHex|Fl|LZW|RL|A85|AHx)(?:Decode)?\b")
DICTIONARY = 800  # bytes before "stream" in which its filters stand
LZW = re.compile(rb"/LZW(?:Decode)?\b")
UNPACKED = 120 * MEBIBYTE
PIECE = MEBIBYTE
TEXT_LIMIT = 4_000_000
LEAST_TEXT = 40  # characters a page, below which a page is a picture
HYPHEN = re.compile("[\x02\ufffe\uffff]\r?\n?")
IMAGE_ONLY = (
    "holds pictures of pages and no text.",
    "Get a text version: the web page, a Word file, or copy the text by hand.",
)
BOMB = ("would unpack to far more than any document.", "Print it to a new PDF.")
DAMAGED = ("is a damaged PDF.", "It may be cut off; save it again.")


def read_pdf(data: bytes, name: str, _charset: str | None) -> Iterator[Document]:
    """The text of all pages as one document."""
    check_streams(data, name)
    pages = list(page_texts(data, name))
    text = "\n".join(pages)
    if len("".join(text.split())) < LEAST_TEXT:
        raise failure(*IMAGE_ONLY, file=name)
    yield Document(text, name, "application/pdf")


def page_texts(data: bytes, name: str) -> Iterator[str]:
    """The text of each page, a bounded amount in all."""
    import pypdfium2

    left = TEXT_LIMIT
    with open_pdf_safely(data, file=name) as document:
        try:
            for number in range(len(document)):
                page = document[number]
                words = page.get_textpage()
                text = words.get_text_bounded()[:left]
                words.close()
                page.close()
                left -= len(text)
                yield HYPHEN.sub("-\n", text)
        except pypdfium2.PdfiumError:
            raise failure(*DAMAGED, file=name) from None


def check_streams(data: bytes, name: str) -> None:
    """Raise when the packed streams would fill memory: in all, or because they are packed twice."""
    left = UNPACKED
    for found in STREAM.finditer(data):
        head = data[max(0, found.start() - DICTIONARY) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        filters = FILTERS.findall(head)
        packed_twice = (
            sum(b"Fl" in each or b"LZW" in each or b"RL" in each or b"RunLength" in each for each in filters) > 1
        )
        if packed_twice or (LZW.search(head) and len(data) > MEBIBYTE):
            raise failure(*BOMB, file=name)
        if b"Fl" in head:
            left -= unpacked_size(data, found.end(), left)
        if left <= 0:
            raise failure(*BOMB, file=name)


def unpacked_size(data: bytes, start: int, limit: int) -> int:
    """How many bytes the packed stream at `start` holds, counted up to `limit` in pieces."""
    unpacker = zlib.decompressobj()
    size, pending, position = 0, b"", start
    try:
        while size <= limit and not unpacker.eof:
            if not pending:
                pending = data[position : position + 65536]
                position += len(pending)
                if not pending:
                    break
            size += len(unpacker.decompress(pending, PIECE))
            pending = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
