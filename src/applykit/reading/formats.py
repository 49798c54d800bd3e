"""Which format some bytes have, and the reader for each."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from applykit.files import MEBIBYTE, OFFICE_LIMIT
from applykit.reading.model import Document
from applykit.reading.text import decode_text

Reader = Callable[[bytes, str, str | None], Iterable[Document]]

TEXT_LIMIT = 5 * MEBIBYTE
LIMITS = {"text": TEXT_LIMIT}


def read_text(data: bytes, name: str, charset: str | None) -> tuple[Document, ...]:
    """A text or Markdown file as one document."""
    text, problems = decode_text(data, file=name, charset=charset)
    kind = "text/markdown" if PurePath(name).suffix.lower() in (".md", ".markdown") else "text/plain"
    return (Document(text=text, name=name, media_type=kind, problems=problems),)


READERS: dict[str, Reader] = {"text": read_text}


def kind_of(data: bytes, *, name: str, media_type: str | None) -> str:
    """The name of the reader for these bytes."""
    return "text"
