"""Text and Markdown files; a newsletter of several postings is divided."""

from collections.abc import Iterator
from pathlib import PurePath

from applykit.reading.model import Document
from applykit.reading.several import split_postings
from applykit.reading.text import decode_text

MARKDOWN = (".md", ".markdown")


def read_plain(data: bytes, name: str, charset: str | None) -> Iterator[Document]:
    """The postings of a text or Markdown file."""
    text, problems = decode_text(data, file=name, charset=charset)
    kind = "text/markdown" if PurePath(name).suffix.lower() in MARKDOWN else "text/plain"
    parts = split_postings(text)
    for number, part in enumerate(parts, 1):
        yield Document(part, number_name(name, number, len(parts)), kind, problems=problems)


def number_name(name: str, number: int, count: int) -> str:
    """The name of one of several postings in a file, counted from 1."""
    return f"{name}#{number}" if count > 1 else name
