"""Rich Text Format, by the striprtf library."""

from collections.abc import Iterator

from applykit.files import failure
from applykit.reading.model import Document

MOST_GROUPS = 100_000
DAMAGED = ("is a damaged RTF file.", "Open it in a word processor and save it as .docx.")


def read_rtf(data: bytes, name: str, _charset: str | None) -> Iterator[Document]:
    """The text of an RTF file as one document."""
    if data.count(b"{") > MOST_GROUPS:
        raise failure(*DAMAGED, file=name)
    from striprtf.striprtf import rtf_to_text

    try:
        text = str(rtf_to_text(data.decode("cp1252", "replace"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, TypeError, OverflowError, RecursionError):
        raise failure(*DAMAGED, file=name) from None
    yield Document(text, name, "application/rtf")
