"""Which format some bytes have, and the reader for each."""

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import PurePath

from applykit.files import MEBIBYTE, OFFICE_LIMIT, OLD_OFFICE, failure
from applykit.reading.model import Document

Reader = Callable[[bytes, str, str | None], Iterable[Document]]

TEXT_LIMIT = 5 * MEBIBYTE
# The reader of each kind, imported when needed, and the most bytes it takes.
READERS = {
    "text": ("applykit.reading.plain:read_plain", TEXT_LIMIT),
    "html": ("applykit.reading.html:read_html", TEXT_LIMIT),
    "mhtml": ("applykit.reading.mail:read_mhtml", OFFICE_LIMIT),
    "mail": ("applykit.reading.mail:read_mail", OFFICE_LIMIT),
    "docx": ("applykit.reading.word:read_docx", OFFICE_LIMIT),
    "pdf": ("applykit.reading.pdf:read_pdf", OFFICE_LIMIT),
    "rtf": ("applykit.reading.rtf:read_rtf", TEXT_LIMIT),
    "csv": ("applykit.reading.tables:read_csv", OFFICE_LIMIT),
    "json": ("applykit.reading.tables:read_json", OFFICE_LIMIT),
}
BY_MEDIA_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "multipart/related": "mhtml",
    "message/rfc822": "mail",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "application/json": "json",
    "application/ld+json": "json",
    "application/x-ndjson": "json",
    "application/jsonl": "json",
    "text/plain": "text",
    "text/markdown": "text",
}
BY_ENDING = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "mail",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".rtf": "rtf",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
}
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
HEAD = 2048
HTML_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)
HTML_TAGS = re.compile(rb"<(?:p|div|ul|li|br|h[1-6]|span|strong|section|article|table)\b[^>]{0,500}>", re.IGNORECASE)
MANY_TAGS = 8
MAIL_HEADER = re.compile(
    rb"^(?:From|Return-Path|Received|Delivered-To|Subject|MIME-Version|Message-ID|Date|To|X-[\w-]+|Content-Type):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)


def find_reader(kind: str) -> tuple[Reader, int]:
    """The reader of a kind and the most bytes it takes."""
    place, limit = READERS[kind]
    module, name = place.split(":")
    reader: Reader = getattr(import_module(module), name)
    return reader, limit


def kind_of(data: bytes, *, name: str, media_type: str | None) -> str:
    """The kind of these bytes: what they begin with, then the given media type, then the name's ending."""
    begun = kind_by_start(data, name=name)
    if begun:
        return begun
    given = BY_MEDIA_TYPE.get((media_type or "").split(";")[0].strip().lower())
    ending = BY_ENDING.get(PurePath(name.split("?")[0]).suffix.lower())
    kind = given if given and given != "text" else ending or given
    if kind in ("pdf", "docx", "rtf"):
        raise failure(
            f"is named as .{kind} but is none.",
            "It may be cut off; save it again, or rename it to what it is.",
            file=name,
        )
    return kind or kind_by_look(data)


def kind_by_start(data: bytes, *, name: str) -> str | None:
    """The kind that the first bytes say beyond doubt."""
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", OLD_OFFICE)):
        return "docx"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(PICTURES):
        raise failure(
            "is a picture.",
            "Give a text version: copy the text into a .txt file, or save the page as .html.",
            file=name,
        )
    return None


def kind_by_look(data: bytes) -> str:
    """Text, unless it reads like mail, a page or JSON Lines."""
    head = data[:HEAD]
    headers = {found.lower() for found in MAIL_HEADER.findall(head)}
    if MAIL_HEADER.match(head) and len(headers) >= 3:
        return "mhtml" if b"multipart/related" in head and b"Snapshot-Content-Location" in head else "mail"
    if HTML_START.match(head) or len(HTML_TAGS.findall(data[: 32 * HEAD])) >= MANY_TAGS:
        return "html"
    return "json" if head.lstrip().startswith((b'{"', b"[{", b"[\n")) else "text"
