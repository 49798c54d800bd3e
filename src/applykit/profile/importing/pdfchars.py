"""A PDF page's letters with place, size and style, and the links on it; all of it through pdfium's C interface."""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

FARTHEST = 20_000.0  # points from a page's corner; not-a-number is farther
MAX_CHARACTERS = 120_000  # a resume has 3,000 a page


@dataclass(frozen=True, slots=True)
class Style:
    bold: bool
    italic: bool
    size: float


@dataclass(frozen=True, slots=True)
class Letter:
    """One character; x to the right, y upwards, in points."""

    text: str
    x: float
    right: float
    y: float
    style: Style
    order: int
    spaced: bool = False  # the file has a space before it


@dataclass(frozen=True, slots=True)
class Link:
    left: float
    bottom: float
    right: float
    top: float
    address: str


def read_letters(page: Any, budget: int = MAX_CHARACTERS) -> list[Letter]:
    """The visible characters of a pypdfium2 page in the order of its content, at most `budget`."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    styles: dict[int, Style] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    area = raw.FS_RECTF()
    letters, spaced = [], False
    for index in range(min(raw.FPDFText_CountChars(text), budget)):
        code = raw.FPDFText_GetUnicode(text, index)
        character = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if raw.FPDFText_IsGenerated(text, index) == 1 or character in "\r\n":
            continue
        if character.isspace():
            spaced = True
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        # The loose box is as wide as the letter's advance; the tight one leaves white beside a narrow 1.
        raw.FPDFText_GetLooseCharBox(text, index, area)
        style = style_of(raw, text, index, styles)
        right = max(area.right, x.value)
        if not (abs(x.value) < FARTHEST and abs(right) < FARTHEST and abs(y.value) < FARTHEST):
            continue
        letters.append(Letter(LIGATURES.get(character, character), x.value, right, y.value, style, index, spaced))
        spaced = False
    text.close()
    return letters


LIGATURES = {
    "\x02": "-", "\xad": "-", "\xa0": " ", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
    "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip


def style_of(raw: Any, text: Any, index: int, styles: dict[int, Style]) -> Style:
    """Weight, slant and true size of a character; asked once for each text object of the page."""
    item = raw.FPDFText_GetTextObject(text, index)
    key = ctypes.cast(item, ctypes.c_void_p).value or 0
    if key not in styles:
        name, flags = ctypes.create_string_buffer(160), ctypes.c_int()
        raw.FPDFText_GetFontInfo(text, index, name, 160, flags)
        words = name.value.decode("utf-8", "replace").casefold()
        weight = raw.FPDFText_GetFontWeight(text, index)
        plain = any(mark in words for mark in ("regular", "roman", "light", "book", "medium", "thin"))
        bold = any(mark in words for mark in ("bold", "black", "heavy", "demi")) or (weight >= 650 and not plain)
        italic = "italic" in words or "oblique" in words or bool(flags.value & 64)
        matrix = raw.FS_MATRIX()
        scale = abs(matrix.d) or 1.0 if raw.FPDFPageObj_GetMatrix(item, matrix) else 1.0
        styles[key] = Style(bold, italic, usable_size(raw.FPDFText_GetFontSize(text, index) * scale))
    return styles[key]


def usable_size(size: float) -> float:
    """A letter's size in points; a broken file may say anything."""
    return round(size, 1) if math.isfinite(size) and 0.5 < size < 500 else 10.0


def read_links(page: Any, document: Any) -> list[Link]:
    """Addresses behind areas of a page."""
    import pypdfium2.raw as raw

    links: list[Link] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    area = raw.FS_RECTF()
    while len(links) < 500 and raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or not raw.FPDFLink_GetAnnotRect(link, area):
            continue
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(min(max(size, 1), 2000))
        raw.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
        address = buffer.value.decode("utf-8", "replace")
        if address:
            low, high = sorted((area.bottom, area.top))
            links.append(Link(area.left, low, area.right, high, address))
    return links
