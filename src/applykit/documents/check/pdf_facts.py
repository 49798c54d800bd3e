"""Reading a PDF in the order of its content and by where its lines stand, and counting what troubles programs."""

import ctypes
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from applykit.documents.check.model import Facts
from applykit.documents.check.pdf_lines import Placed, count_columns, group_lines, words_of
from applykit.documents.check.words import section_of
from applykit.files import open_pdf_safely

TEXT_OBJECT, IMAGE_OBJECT = 1, 3  # FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE
OBJECTS = 20_000
# pdfium writes these two where a hyphen ends a line, and elsewhere where a font does not say what a sign means.
HYPHENATED = re.compile(r"[\ufffe\x02]\r?\n")
UNREADABLE = re.compile(r"[\ufffe\x02]")
# Within a word it may be a hyphen after all; where words begin with it, ligatures such as fi are lost, there as well.
LOST_START = re.compile(r"(?<!\w)\ufffe(?=[a-z])")
LOST_LETTERS = re.compile(r"\w*\ufffe[\w\ufffe]+")


@dataclass(slots=True)
class TypeUsed:
    """How many letters are set in each font and size, and which fonts the file itself holds."""

    fonts: Counter[str] = field(default_factory=Counter)
    sizes: Counter[float] = field(default_factory=Counter)
    embedded: set[str] = field(default_factory=set)

    def add(self, font: Any, size: float, count: int) -> None:
        import pypdfium2.raw

        name = font_name(font.get_base_name())
        self.fonts[name] += count
        self.sizes[size] += count
        if pypdfium2.raw.FPDFFont_GetIsEmbedded(font.raw) == 1:
            self.embedded.add(name)


def read_pdf(data: bytes, *, file: str) -> Facts:
    """The facts of a PDF; raises ApplykitError where it cannot be opened."""
    with open_pdf_safely(data, file=file) as document:
        lines: list[str] = []
        second: list[str] = []
        type_used = TypeUsed()
        unreadable: list[str] = []
        images = columns = 0
        for number in range(len(document)):
            page = document[number]
            text = content_text(page)
            unreadable += words_with_gaps(text)
            lines += lines_of(text)
            placed = group_lines(place_texts(page, type_used))
            second += [words_of(line) for line in placed]
            columns = max(columns, count_columns(placed, page.get_width()))
            images += sum(1 for _image in page.get_objects(filter=(IMAGE_OBJECT,), max_depth=3))
            page.close()
        return Facts(
            format="pdf",
            lines=tuple(lines),
            second=tuple(line for line in second if line),
            headings=tuple((1, line) for line in lines if section_of(line)),
            pages=len(document),
            fonts=tuple(sorted(type_used.fonts.items(), key=lambda item: (-item[1], item[0]))),
            sizes=tuple(sorted(type_used.sizes.items(), key=lambda item: (-item[1], item[0]))),
            embedded=frozenset(type_used.embedded),
            images=images,
            columns=columns,
            unreadable=tuple(unreadable),
            title=document.get_metadata_value("Title"),
            language=language_of(document, data),
            tagged=bool(document.is_tagged()),
        )


def content_text(page: Any) -> str:
    """The page's text in the order in which it was written."""
    text: str = page.get_textpage().get_text_range(errors="ignore")
    return HYPHENATED.sub("-", text)


def words_with_gaps(text: str) -> list[str]:
    """Words with letters that the file's fonts do not name, each such letter shown as "?"."""
    found = LOST_LETTERS.findall(text) if LOST_START.search(text) else []
    return [word.replace("\ufffe", "?") for word in found]


def lines_of(text: str) -> list[str]:
    plain = UNREADABLE.sub("", text)
    return [" ".join(line.split()) for line in plain.splitlines() if line.strip()]


def place_texts(page: Any, type_used: TypeUsed) -> list[Placed]:
    """Every piece of text with its place; counts fonts and sizes on the way."""
    textpage = page.get_textpage()
    placed: list[Placed] = []
    for number, item in enumerate(page.get_objects(filter=(TEXT_OBJECT,), textpage=textpage, max_depth=5)):
        if number >= OBJECTS:
            break
        text = item.extract()
        if text.strip():
            left, bottom, right, top = item.get_bounds()
            matrix = item.get_matrix()
            size = round(item.get_font_size() * abs(matrix.d), 1)
            # Inside of forms a matrix counts from another corner than the bounds do.
            baseline = matrix.f if bottom - size <= matrix.f <= top + size else bottom
            placed.append(Placed(left, right, baseline, size, text))
            type_used.add(item.get_font(), size, len(text.strip()))
    return placed


def font_name(name: str) -> str:
    """ABCDEF+Calibri-Bold → Calibri"""
    plain = re.sub(r"^[A-Z]{6}\+", "", name)
    return re.split(r"[-,]|PSMT|MT$|Bold|Italic|Regular", plain)[0] or plain


def language_of(document: Any, data: bytes) -> str:
    """The document's language; older versions of pdfium find it only where the catalogue says it in the clear."""
    import pypdfium2.raw as raw

    if hasattr(raw, "FPDFCatalog_GetLanguage"):
        size = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
        if 2 < size <= 200:
            buffer = (ctypes.c_ushort * size)()
            raw.FPDFCatalog_GetLanguage(document.raw, buffer, size)
            return bytes(buffer)[: size - 2].decode("utf-16-le", "ignore").strip()
    match = re.search(rb"/Lang\s*\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)", data)
    return match.group(1).decode() if match else ""
