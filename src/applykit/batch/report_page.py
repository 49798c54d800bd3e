"""How the counselor's report looks: headings, a row of figures, tables with a repeated header, page numbers.

python-docx's plain default document, set in one typeface, packed again with fixed times, so that the same content
gives the same bytes.
"""

import datetime
import io
import zipfile
from collections.abc import Sequence
from typing import Any

FIXED = datetime.datetime(2000, 1, 1)
TYPEFACE = "Calibri"
INK, QUIET, ACCENT = "1F2937", "5B6472", "1F4E79"
HEADER_FILL, BAND_FILL = "1F4E79", "F3F6FA"
UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))

Row = Sequence[str]


def new_page(title: str) -> Any:
    """An empty document: US Letter with margins of 0.9 inch, styles set, page numbers in the footer."""
    import docx
    from docx.shared import Inches

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = title, ""
    properties.created = properties.modified = FIXED
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(0.9)
    style_text(document, "Normal", size=10.5, colour=INK)
    style_text(document, "Title", size=26, colour=ACCENT, bold=True)
    style_text(document, "Subtitle", size=11, colour=QUIET)
    style_text(document, "Heading 1", size=15, colour=ACCENT, bold=True, before=18, after=4)
    remove_border(document.styles["Title"])
    add_page_number(section.footer.paragraphs[0])
    return document


def style_text(
    document: Any, name: str, *, size: float, colour: str, bold: bool = False, before: float = 0, after: float = 4
) -> None:
    """Typeface, size (points), colour and space (points) of a style; no italics and no theme fonts."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style = document.styles[name]
    style.font.name, style.font.size, style.font.bold, style.font.italic = TYPEFACE, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def remove_border(style: Any) -> None:
    from docx.oxml.ns import qn

    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def add_page_number(paragraph: Any) -> None:
    """ "Page 2 of 7" as fields that Word fills."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        write(paragraph, text, size=9, colour=QUIET)
        add_field(paragraph, field)


def add_field(paragraph: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = write(paragraph, "1", size=9, colour=QUIET)
    field.append(run._r)
    paragraph._p.append(field)


def write(paragraph: Any, text: str, *, size: float, colour: str = INK, bold: bool = False) -> Any:
    """A run of text of that size (points) and colour."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text.translate(UNPRINTABLE))
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor.from_string(colour)
    return run


def add_figures(document: Any, figures: Sequence[tuple[str, str]]) -> None:
    """A row of large numbers, each over what it counts."""
    table = document.add_table(rows=1, cols=len(figures))
    table.autofit = False
    widths = [6.7 / len(figures)] * len(figures)
    for cell, (number, label) in zip(set_widths(table.rows[0], widths), figures, strict=True):
        shade(cell, BAND_FILL)
        space(cell.paragraphs[0], before=6, after=0)
        write(cell.paragraphs[0], number, size=20, colour=ACCENT, bold=True)
        label_line = cell.add_paragraph()
        space(label_line, before=0, after=6)
        write(label_line, label, size=9, colour=QUIET)


def add_table(document: Any, header: Row, rows: Sequence[Row], *, widths: Sequence[float]) -> None:
    """A table whose header repeats on each page, with every other row tinted; widths in inches, numbers centred."""
    from docx.shared import Inches

    table = document.add_table(rows=1, cols=len(header))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    centred = {place for place, texts in enumerate(zip(*rows, strict=True)) if all(map(str.isdecimal, texts))}
    fill_row(table.rows[0], header, widths, centred, fill=HEADER_FILL, colour="FFFFFF", bold=True)
    mark(table.rows[0], "w:tblHeader")
    for number, row in enumerate(rows):
        fill_row(table.add_row(), row, widths, centred, fill=BAND_FILL if number % 2 else None)


def fill_row(
    row: Any,
    texts: Row,
    widths: Sequence[float],
    centred: set[int],
    *,
    fill: str | None,
    colour: str = INK,
    bold: bool = False,
) -> None:
    """One row that no page break parts."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    mark(row, "w:cantSplit")
    for place, (cell, text) in enumerate(zip(set_widths(row, widths), texts, strict=True)):
        paragraph = cell.paragraphs[0]
        space(paragraph, before=2, after=2)
        write(paragraph, text, size=9.5, colour=colour, bold=bold)
        if place in centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if fill:
            shade(cell, fill)


def set_widths(row: Any, widths: Sequence[float]) -> tuple[Any, ...]:
    """The row's cells, made as wide as given (inches)."""
    from docx.shared import Inches

    cells: tuple[Any, ...] = row.cells
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Inches(width)
    return cells


def space(paragraph: Any, *, before: float, after: float) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)


def shade(cell: Any, fill: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def mark(row: Any, name: str) -> None:
    """Give a row a property such as `w:tblHeader`: Word then repeats it and reads it out as the header."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def pack_again(document: Any) -> bytes:
    """The document's bytes with the parts in their order and without the time of packing."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return second.getvalue()
