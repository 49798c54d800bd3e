"""Reading a PDF in the order of its content and by where its lines stand, and counting what troubles programs."""

import re
from collections import Counter
from typing import Any

from applykit.documents.check.model import Facts
from applykit.documents.check.words import section_of
from applykit.files import open_pdf_safely

TEXT_OBJECT, IMAGE_OBJECT = 1, 3  # FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE
LINE_STEP = 3.0  # points; what stands closer than this belongs to one line
GUTTER = 14.0  # points of white between columns
OBJECTS = 20_000


def read_pdf(data: bytes, *, file: str) -> Facts:
    """The facts of a PDF; raises ApplykitError where it cannot be opened."""
    with open_pdf_safely(data, file=file) as document:
        lines: list[str] = []
        second: list[str] = []
        fonts: Counter[str] = Counter()
        sizes: Counter[float] = Counter()
        images = columns = 0
        for number in range(len(document)):
            page = document[number]
            lines += content_lines(page)
            placed = place_texts(page, fonts, sizes)
            second += lines_by_place(placed)
            columns = max(columns, count_columns(placed, page.get_width()))
            images += sum(1 for _image in page.get_objects(filter=(IMAGE_OBJECT,), max_depth=3))
            page.close()
        return Facts(
            format="pdf",
            lines=tuple(lines),
            second=tuple(second),
            headings=tuple((1, line) for line in lines if section_of(line)),
            pages=len(document),
            fonts=tuple(sorted(fonts.items(), key=lambda item: (-item[1], item[0]))),
            sizes=tuple(sorted(sizes.items(), key=lambda item: (-item[1], item[0]))),
            images=images,
            columns=columns,
            title=document.get_metadata_value("Title"),
            language=language_of(data),
            tagged=bool(document.is_tagged()),
        )


def content_lines(page: Any) -> list[str]:
    """The page's text in the order in which it was written."""
    text = page.get_textpage().get_text_range(errors="ignore")
    # pdfium writes U+FFFE or U+0002 where a hyphen ends a line, and where a font does not say what a sign means.
    text = re.sub(r"[\ufffe\x02]\r?\n", "-", text).replace("\ufffe", "").replace("\x02", "")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


Placed = tuple[float, float, float, float, str]  # left, bottom, right, top in points, and the text


def place_texts(page: Any, fonts: Counter[str], sizes: Counter[float]) -> list[Placed]:
    """Every piece of text with its place; counts fonts and sizes on the way."""
    textpage = page.get_textpage()
    placed: list[Placed] = []
    for number, item in enumerate(page.get_objects(filter=(TEXT_OBJECT,), textpage=textpage, max_depth=5)):
        if number >= OBJECTS:
            break
        text = item.extract()
        if text.strip():
            left, bottom, right, top = item.get_bounds()
            placed.append((left, bottom, right, top, text))
            count = len(text.strip())
            fonts[font_name(item.get_font().get_base_name())] += count
            sizes[round(item.get_font_size() * abs(item.get_matrix().d), 1)] += count
    return placed


def font_name(name: str) -> str:
    """ABCDEF+Calibri-Bold → Calibri"""
    plain = re.sub(r"^[A-Z]{6}\+", "", name)
    return re.split(r"[-,]|PSMT|MT$|Bold|Italic|Regular", plain)[0] or plain


def lines_by_place(placed: list[Placed]) -> list[str]:
    """The texts as lines from top to bottom, each from left to right: how a page looks."""
    lines: list[tuple[float, list[Placed]]] = []
    for item in sorted(placed, key=lambda item: (-item[1], item[0])):
        if lines and abs(lines[-1][0] - item[1]) <= LINE_STEP:
            lines[-1][1].append(item)
        else:
            lines.append((item[1], [item]))
    return ["".join(item[4] for item in sorted(line)).strip() for _height, line in lines]


def count_columns(placed: list[Placed], width: float) -> int:
    """2 where a white gutter parts most of a page's lines into halves that both hold running text, else 1."""
    spans: dict[int, list[tuple[float, float, int]]] = {}
    for left, bottom, right, _top, text in placed:
        spans.setdefault(round(bottom / LINE_STEP), []).append((left, right, len(text.strip())))
    for gutter in range(round(width * 0.25), round(width * 0.75), 6):
        left_side = right_side = crossing = 0
        for line in spans.values():
            crossing += any(left < gutter < right for left, right, _n in line)
            left_side += sum(n for left, right, n in line if right <= gutter + GUTTER / 2 and left < gutter)
            right_side += sum(n for left, _right, n in line if left >= gutter)
        total = left_side + right_side
        if total > 400 and crossing <= 0.12 * len(spans) and min(left_side, right_side) > 0.2 * total:
            return 2
    return 1


def language_of(data: bytes) -> str:
    """The document's language, where the PDF's catalogue says it in the clear."""
    match = re.search(rb"/Lang\s*\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)", data)
    return match.group(1).decode() if match else ""
