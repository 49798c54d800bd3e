"""The stage's door: any file, standard input or address in, documents out."""

import sys
from pathlib import Path
from typing import BinaryIO

from applykit.files import OFFICE_LIMIT, failure, read_bounded, read_stream, too_large
from applykit.reading.formats import find_reader, kind_of
from applykit.reading.model import Document

ADDRESS = ("http://", "https://")
EMPTY = ("is empty.", "Give a file that holds a job posting.")
NO_TEXT = ("holds no text.", "Copy the posting's text into a .txt file and give that.")


def read_documents(
    source: str | Path,
    *,
    stdin: BinaryIO | None = None,
    media_type: str | None = None,
    allow_private: bool = False,
) -> tuple[Document, ...]:
    """The documents of one source: a path, "-" for standard input, or an http(s) address.

    A newsletter, a CSV or a JSON Lines file gives several. `media_type` overrules the name's ending; `allow_private`
    lets an address be one of the own machine or network. Raises `ApplykitError` with what is wrong and what to do.
    """
    name = str(source)
    if name.lower().startswith(ADDRESS):
        from applykit.reading.web import fetch

        page = fetch(name, allow_private=allow_private)
        return read_data(page.data, name=page.address, media_type=media_type or page.media_type, charset=page.charset)
    if name == "-":
        data = read_stream(stdin or sys.stdin.buffer, OFFICE_LIMIT, file="-")
        return read_data(data, name="-", media_type=media_type)
    return read_data(read_bounded(name, OFFICE_LIMIT), name=name, media_type=media_type)


def read_data(
    data: bytes, *, name: str = "-", media_type: str | None = None, charset: str | None = None
) -> tuple[Document, ...]:
    """The documents in these bytes; the format by their first bytes, `media_type`, and the name's ending."""
    if not data.strip(b" \t\r\n\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise failure(*EMPTY, file=name)
    reader, limit = find_reader(kind_of(data, name=name, media_type=media_type))
    if len(data) > limit:
        raise too_large(limit, file=name)
    documents = tuple(document for document in reader(data, name, charset) if document.text.strip())
    if not documents:
        raise failure(*NO_TEXT, file=name)
    return documents
