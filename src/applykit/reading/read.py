"""The stage's door: any file, standard input or address in, documents out."""

import sys
from pathlib import Path
from typing import BinaryIO

from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, failure, read_bounded, read_stream
from applykit.reading.formats import LIMITS, READERS, kind_of
from applykit.reading.model import Document

ADDRESS = ("http://", "https://")
EMPTY = ("is empty.", "Give a file that holds a job posting.")


def read_documents(
    source: str | Path,
    *,
    stdin: BinaryIO | None = None,
    media_type: str | None = None,
    allow_private: bool = False,
) -> tuple[Document, ...]:
    """The documents of one source: a path, "-" for standard input, or an http(s) address.

    A newsletter, a CSV or a JSON Lines file gives several. `media_type` overrules what name and content tell.
    Raises `ApplykitError` with what is wrong and what to do.
    """
    name = str(source)
    if name.lower().startswith(ADDRESS):
        from applykit.reading.web import fetch

        page = fetch(name, allow_private=allow_private)
        return read_data(page.data, name=page.address, media_type=media_type or page.media_type, charset=page.charset)
    if name == "-":
        return read_data(read_stream(stdin or sys.stdin.buffer, OFFICE_LIMIT, file="-"), name="-", media_type=media_type)
    return read_data(read_bounded(name, OFFICE_LIMIT), name=name, media_type=media_type)


def read_data(
    data: bytes, *, name: str = "-", media_type: str | None = None, charset: str | None = None
) -> tuple[Document, ...]:
    """The documents in these bytes; the format by `media_type`, the content's first bytes and the name's ending."""
    if not data.strip():
        raise failure(*EMPTY, file=name)
    kind = kind_of(data, name=name, media_type=media_type)
    limit = LIMITS[kind]
    if len(data) > limit:
        raise failure(f"is larger than {limit // 1024 // 1024} MB.", "Give only the posting itself.", file=name)
    documents = tuple(READERS[kind](data, name, charset))
    if not any(document.text.strip() or document.structured for document in documents):
        raise ApplykitError(Problem(*EMPTY, file=name))
    return documents
