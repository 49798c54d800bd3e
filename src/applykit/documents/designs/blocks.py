"""Paragraphs, runs and tables of Word as strings, so that a design reads like its document."""

from collections.abc import Sequence

from applykit.documents.engine.text import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)


LINE_BREAK = "<w:r><w:br/></w:r>"


def run(text: str, style: str = "", properties: str = "") -> str:
    """A run; "\\t" in the text is a tab stop."""
    shown = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")
    )
    styled = (f'<w:rStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:r>{f'<w:rPr>{styled}</w:rPr>' if styled else ''}{shown}</w:r>"


def paragraph(style: str, *content: str, properties: str = "") -> str:
    """A paragraph of runs; a plain string becomes a run."""
    styled = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    runs = "".join(item if item.startswith("<") else run(item) for item in content)
    return f"<w:p>{f'<w:pPr>{styled}</w:pPr>' if styled else ''}{runs}</w:p>"


def tag(words: str) -> str:
    """A paragraph that holds only a paragraph tag: `tag("for x in y")`."""
    return paragraph("Tag", f"{{%p {words} %}}")


def each(loop: str, *content: str) -> str:
    """Content repeated: `each("job in jobs", …)`."""
    return "".join((tag(f"for {loop}"), *content, tag("endfor")))


def when(condition: str, *content: str) -> str:
    """Content under a condition."""
    return "".join((tag(f"if {condition}"), *content, tag("endif")))


def link(relationship: str, *runs: str) -> str:
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{"".join(runs)}</w:hyperlink>'


def checkbox(title: str, font: str = "MS Gothic") -> str:
    """A native checkbox, unticked; `title` is what a screen reader says."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/><w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{font}"/><w14:uncheckedState w14:val="2610" w14:font="{font}"/>'
        f'</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" '
        f'w:hAnsi="{font}" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
    )


def cell(width: int, *paragraphs: str) -> str:
    """A table cell; `width` in fiftieths of a percent."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """A row that is not split over pages; header rows are repeated."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def row_tag(words: str, columns: int) -> str:
    """A row that holds only a row tag."""
    cells = [cell(0, paragraph("Tag", f"{{%tr {words} %}}"))] + [cell(0, paragraph("Tag"))] * (columns - 1)
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], total: int, *rows: str, caption: str) -> str:
    """A table over the text's whole width; `widths` in percent, `total` the width in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{round(total * width / 100)}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Rules"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val="{escape(caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
