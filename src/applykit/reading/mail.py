"""E-mails that carry a posting, forwarded or attached, and pages saved as one file (MHTML)."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message

from applykit.errors import ApplykitError
from applykit.files import failure
from applykit.reading.html import read_markup
from applykit.reading.model import Document
from applykit.reading.several import split_postings
from applykit.reading.text import decode_text

MOST_PARTS = 200
MOST_MARKS = 5_000  # lines that could divide parts; the library takes long over more
TOO_MANY = (f"has more than {MOST_PARTS} parts.", "Save only the message with the posting.")
SHORT_BODY = 400  # a body this short is a note; the posting is attached
ATTACHMENTS = (".docx", ".pdf", ".rtf", ".html", ".htm", ".txt", ".md", ".mhtml")
FORWARD = re.compile(
    r"^[> \t]*(?:-{2,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht) ?-{2,}"
    r"|Begin forwarded message:|_{10,})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
HEADER_LINE = re.compile(
    r"^[> \t]*\*{0,2}(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance)\*{0,2}:.{0,500}$", re.IGNORECASE
)
SUBJECT_LINE = re.compile(r"^[> \t]*\*{0,2}Subject\*{0,2}:[ \t*]*(?P<subject>.{1,300})$", re.IGNORECASE | re.MULTILINE)
QUOTE = re.compile(r"^(?:> ?)+", re.MULTILINE)
SENT_FROM = re.compile(r"^(?:Sent from my \w+|Get Outlook for \w+).{0,60}$", re.IGNORECASE | re.MULTILINE)
NO_MAIL = ("is no e-mail that can be read.", "Save the message as .eml again, or copy its text.")


def read_mhtml(data: bytes, name: str, _charset: str | None) -> Iterator[Document]:
    """The page in an MHTML file: its first HTML part."""
    for part in parts_of(data, name):
        if part.get_content_type() == "text/html":
            yield from read_markup(part_text(part, name), name)
            return
    raise failure("holds no page.", "Save the page again as .mhtml or .html.", file=name)


def read_mail(data: bytes, name: str, _charset: str | None) -> Iterator[Document]:
    """The postings of a message: its body without the forwarder's headers, else its attachments."""
    parts = list(parts_of(data, name))
    subject = str(message_of(data, name).get("subject") or "").strip() or None
    body = body_of(parts, name)
    attached = list(attachments_of(parts, name)) if len(body.strip()) < SHORT_BODY else []
    if attached:
        yield from (replace(document, title=document.title or subject) for document in attached)
        return
    forwarded = SUBJECT_LINE.search(body)
    title = forwarded["subject"].strip() if forwarded else subject
    postings = split_postings(unwrap(body))
    for number, text in enumerate(postings, 1):
        several = len(postings) > 1
        yield Document(text, f"{name}#{number}" if several else name, "message/rfc822", None if several else title)


def message_of(data: bytes, name: str) -> EmailMessage:
    """The message as the library sees it."""
    if data.count(b"\n--") > MOST_MARKS:
        raise failure(*TOO_MANY, file=name)
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError, IndexError):
        raise failure(*NO_MAIL, file=name) from None


def parts_of(data: bytes, name: str) -> Iterator[Message]:
    """The leaf parts of a message, nested ones too, a bounded number of them."""
    try:
        for number, part in enumerate(message_of(data, name).walk()):
            if number >= MOST_PARTS:
                raise failure(*TOO_MANY, file=name)
            if not part.is_multipart():
                yield part
    except (RecursionError, LookupError, ValueError):
        raise failure(*NO_MAIL, file=name) from None


def part_bytes(part: Message) -> bytes:
    """A part's content, decoded from its transfer encoding."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def part_text(part: Message, name: str) -> str:
    """A text part's characters."""
    data = part_bytes(part)
    return decode_text(data, file=name, charset=part.get_content_charset())[0] if data.strip() else ""


def body_of(parts: list[Message], name: str) -> str:
    """The message's text: plain parts when they say as much as the HTML ones."""
    inline = [part for part in parts if part.get_content_disposition() != "attachment"]
    plain = "\n\n".join(part_text(part, name) for part in inline if part.get_content_type() == "text/plain")
    marked = [part_text(part, name) for part in inline if part.get_content_type() == "text/html"]
    pages = [document.text for markup in marked if markup.strip() for document in read_part(markup, name)]
    rich = "\n\n".join(pages)
    return rich if len(rich) > 0.7 * len(plain) and rich else plain


def read_part(markup: str, name: str) -> list[Document]:
    """An HTML body; one that a script would fill says nothing."""
    try:
        return list(read_markup(markup, name))
    except ApplykitError:
        return []


def attachments_of(parts: list[Message], name: str) -> Iterator[Document]:
    """The documents of attached files in formats that hold postings."""
    from applykit.reading.read import read_data

    for part in parts:
        file = part.get_filename() or ""
        if file.lower().endswith(ATTACHMENTS):
            yield from read_data(part_bytes(part), name=f"{name}/{file}")


def unwrap(body: str) -> str:
    """The forwarded text alone: behind the last forwarding mark, without its header lines and quote marks."""
    marks = list(FORWARD.finditer(body))
    text = body[marks[-1].end() :] if marks and len(body) - marks[-1].end() > SHORT_BODY // 2 else body
    lines = QUOTE.sub("", text).split("\n")
    while lines and (not lines[0].strip() or (HEADER_LINE.match(lines[0]))):
        lines.pop(0)
    return SENT_FROM.sub("", "\n".join(lines))
