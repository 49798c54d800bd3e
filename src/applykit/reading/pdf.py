"""PDF files: the text of the pages, after a look at how far their streams would unpack."""

import re
import zlib
from collections.abc import Iterator

from applykit.files import MEBIBYTE, failure, open_pdf_safely
from applykit.reading.model import Document

STREAM = re.compile(rb"stream\r?\n")
FILTERS = re.compile(rb"/(?:Flate|LZW|RunLength|ASCII85|ASCIIHex|Fl|RL|A85|AHx)(?:Decode)?\b")
DICTIONARY = 800  # bytes before "stream" in which its filters stand
UNPACKED = 120 * MEBIBYTE
CONTENT = 3 * MEBIBYTE  # a page of text has 5 to 50 KB
MOSTLY = 0.7
NOT_PRINTABLE = bytes([*range(9), *range(14, 32), *range(127, 256)])
PIECE = MEBIBYTE
READ = 64 * 1024
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
    """Raise when the packed streams would fill memory: as a whole, as page content, or because they are packed twice.

    Text extraction builds an object of some hundred bytes for each drawing command, so page content, told by its
    printable characters, has a far lower limit than pictures, which are never decoded.
    """
    left, content_left = UNPACKED, CONTENT
    for found in STREAM.finditer(data):
        head = data[max(0, found.start() - DICTIONARY) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        packings = [each for each in FILTERS.findall(head) if not each.startswith(b"/A")]
        if len(packings) > 1 or (packings and b"Fl" not in packings[0] and len(data) > MEBIBYTE):
            raise failure(*BOMB, file=name)
        size, printable = unpacked_size(data, found.end(), left) if b"Fl" in head else (0, 0.0)
        left -= size
        content_left -= size if printable > MOSTLY else 0
        if left <= 0 or content_left <= 0:
            raise failure(*BOMB, file=name)


def unpacked_size(data: bytes, start: int, limit: int) -> tuple[int, float]:
    """The bytes of the packed stream at `start`, counted up to `limit`, and the printable share of its beginning."""
    unpacker = zlib.decompressobj()
    size, pending, position, printable = 0, b"", start, 0.0
    try:
        while size <= limit and not unpacker.eof:
            pending = pending or data[position : position + READ]
            if not pending:
                break
            position += READ if not unpacker.unconsumed_tail else 0
            piece = unpacker.decompress(pending, PIECE)
            if not size and piece:
                printable = len(piece.translate(None, NOT_PRINTABLE)) / len(piece)
            size += len(piece)
            pending = unpacker.unconsumed_tail
    except zlib.error:
        pass
    return size, printable
