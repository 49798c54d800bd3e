"""A Word file → lines: paragraphs, tables, text boxes, headers and footers, in the order a person reads them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from applykit.errors import ApplykitError, Problem
from applykit.files import check_office_file, open_zip_safely, read_member
from applykit.profile.importing.docxstyles import Look, Styles, W, with_paragraph, with_run
from applykit.profile.importing.headings import section_of
from applykit.profile.importing.layout import Cell, Layout, Line, Run, strip_bullet
from applykit.profile.importing.noise import is_noise

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAX_LINES = 5_000
MAX_TABLE_DEPTH = 8
PASSED = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo", "fldSimple")}


def read_docx(data: bytes, *, file: str | None = None) -> Layout:
    """The lines of a .docx; headers and footers come first, since they hold contact data if they hold anything."""
    check_office_file(data, kind="docx", file=file)
    with open_zip_safely(data, file=file) as archive:
        names = archive.namelist()
        part = Part(parse(read_member(archive, "word/styles.xml", file=file), file))
        body = parse(read_member(archive, "word/document.xml", file=file), file)
        edges = []
        for name in sorted(name for name in names if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)):
            root = parse(read_member(archive, name, file=file), file)
            part.links = links_of(parse(read_member(archive, rels_of(name), file=file), file))
            edges += [line for line in part.lines(root) if line.text.strip()]
        part.links = links_of(parse(read_member(archive, rels_of("word/document.xml"), file=file), file))
        lines = list(part.lines(body))
    return arranged(edges, lines)


def arranged(edges: list[Line], lines: list[Line]) -> Layout:
    """Headers and footers once each before the body, page numbers left out, white space as gaps."""
    kept: dict[str, Line] = {}
    left_out: list[str] = []
    for line in edges:
        if is_noise(line.text, first=False):
            left_out.append(line.text)
        else:
            kept.setdefault(line.text, line)
    texts = {line.text for line in lines}
    first = [line for text, line in kept.items() if text not in texts]
    found, gap = [], 2.0
    for line in [*first, *lines]:
        if not line.text.strip():
            gap = 1.0
            continue
        found.append(strip_bullet(replace(line, gap=max(gap, line.gap))))
        gap = 0.0
    return Layout(tuple(found), tuple(dict.fromkeys(left_out)))


def parse(data: bytes | None, file: str | None) -> Any | None:
    """The root of an XML part, without entities or network; None where the part is missing."""
    from lxml import etree

    if data is None:
        return None
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        remedy = "Open it in Word and save it again."
        raise ApplykitError(Problem("The Word file is damaged.", remedy, file=file)) from None


def rels_of(name: str) -> str:
    folder, _, base = name.rpartition("/")
    return f"{folder}/_rels/{base}.rels"


def links_of(root: Any | None) -> dict[str, str]:
    """Relationship ids → addresses outside of the file."""
    if root is None:
        return {}
    return {rel.get("Id") or "": rel.get("Target") or "" for rel in root if rel.get("TargetMode") == "External"}


class Part:
    """Reads the parts of one file, all with the same styles."""

    def __init__(self, styles: Any | None) -> None:
        self.styles = Styles(styles)
        self.links: dict[str, str] = {}
        self.count = 0

    def lines(self, root: Any | None, depth: int = 0) -> Iterator[Line]:
        """The lines of everything in an element, in order."""
        for element in root if root is not None else ():
            if element.tag == f"{W}p":
                yield from self.paragraph(element, depth)
            elif element.tag == f"{W}tbl" and depth < MAX_TABLE_DEPTH:
                yield from self.table(element, depth + 1)
            elif element.tag in PASSED or element.tag == f"{W}body":
                yield from self.lines(element, depth)

    def paragraph(self, element: Any, depth: int) -> Iterator[Line]:
        """A paragraph's lines (one, or more where lines break within), then those of text boxes anchored in it."""
        self.count += 1
        if self.count > MAX_LINES:
            return
        properties = element.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        name = style.get(f"{W}val") if style is not None else self.styles.default_style
        look = with_paragraph(self.styles.look(name or ""), properties)
        boxes: list[Any] = []
        pieces = list(self.pieces(element, look, "", boxes))
        for number, line in enumerate(broken(pieces, look)):
            yield line if number == 0 else replace(line, gap=0.0, level=0)
        for box in boxes:
            yield from self.lines(box, depth)

    def pieces(self, element: Any, look: Look, link: str, boxes: list[Any]) -> Iterator[Run | str]:
        """Runs, "\\t" and "\\n" of a paragraph; text boxes go into `boxes`."""
        for child in element:
            if child.tag == f"{W}r":
                yield from self.run(child, look, link, boxes)
            elif child.tag == f"{W}hyperlink":
                yield from self.pieces(child, look, self.links.get(child.get(f"{R}id") or "", link), boxes)
            elif child.tag in PASSED:
                yield from self.pieces(child, look, link, boxes)

    def run(self, element: Any, look: Look, link: str, boxes: list[Any]) -> Iterator[Run | str]:
        properties = element.find(f"{W}rPr")
        if properties is not None:
            character = properties.find(f"{W}rStyle")
            if character is not None:
                base = self.styles.look(character.get(f"{W}val") or "")
                look = replace(look, bold=look.bold or base.bold, italic=look.italic or base.italic)
            look = with_run(look, properties)
        if look.hidden:
            return
        for child in element:
            if child.tag == f"{W}t":
                text = (child.text or "").replace("\xa0", " ")
                yield Run(text, look.bold, look.italic, look.size, link)
            elif child.tag in (f"{W}tab", f"{W}ptab"):
                yield "\t"
            elif child.tag in (f"{W}br", f"{W}cr"):
                yield "\n"
            elif child.tag == f"{W}noBreakHyphen":
                yield Run("-", look.bold, look.italic, look.size, link)
            elif child.tag == f"{W}sym":
                yield Run("•", look.bold, look.italic, look.size, link)
            else:
                boxes += boxes_in(child)

    def table(self, element: Any, depth: int) -> Iterator[Line]:
        for row in element.iter(f"{W}tr"):
            if nearest_table(row) is element:
                cells = [list(self.lines(cell, depth)) for cell in cells_of(row)]
                yield from row_lines([[line for line in cell if line.text.strip()] for cell in cells])


def nearest_table(row: Any) -> Any:
    parent = row.getparent()
    while parent is not None and parent.tag != f"{W}tbl":
        parent = parent.getparent()
    return parent


def cells_of(row: Any) -> list[Any]:
    """The cells of a row, those within content controls too."""
    cells = []
    for child in row:
        if child.tag == f"{W}tc":
            cells.append(child)
        elif child.tag in PASSED:
            cells += list(child.iter(f"{W}tc"))
    return cells


def boxes_in(element: Any) -> list[Any]:
    """The contents of text boxes in a drawing; of two versions of one drawing, the first."""
    found = []
    waiting = [element]
    while waiting:
        child = waiting.pop(0)
        if child.tag == f"{W}txbxContent":
            found.append(child)
        elif child.tag == f"{MC}AlternateContent":
            waiting = [*list(child)[:1], *waiting]
        else:
            waiting = [*child, *waiting]
    return found


def broken(pieces: list[Run | str], look: Look) -> Iterator[Line]:
    """The lines of a paragraph from its pieces: breaks part lines, tabs part cells."""
    cells: list[list[Run]] = [[]]
    for piece in [*pieces, "\n"]:
        if isinstance(piece, Run):
            cells[-1].append(piece)
        elif piece == "\t":
            cells.append([])
        else:
            yield line_from(cells, look)
            cells = [[]]


def line_from(cells: list[list[Run]], look: Look) -> Line:
    made, at = [], look.left
    for runs in cells:
        width = 5.0 * sum(len(run.text) for run in runs)
        if "".join(run.text for run in runs).strip():
            made.append(Cell(tuple(run for run in runs if run.text), at, at + width))
        at += width + 20
    gap = min(look.before / max(look.size, 1.0), 1.0)
    return Line(tuple(made), gap=gap, level=look.level, heading=look.heading, whole=True)


def row_lines(cells: list[list[Line]]) -> Iterator[Line]:
    """A table row: side by side where its cells belong together, one cell after the other where they are columns."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return
    long = [cell for cell in filled if len(cell) > 1]
    if len(long) > 1 and (any(has_heading(cell) for cell in filled) or all(len(cell) > 3 for cell in filled)):
        for cell in filled:
            yield from cell
        return
    height = max(len(cell) for cell in filled)
    for index in range(height):
        beside = [cell[index] for cell in filled if index < len(cell)]
        first = beside[0]
        parts = tuple(part for line in beside for part in line.cells)
        level = first.level if len(filled) == 1 or filled[0] is max(filled, key=len) else beside[-1].level
        yield replace(first, cells=parts, level=level, heading=max(line.heading for line in beside))


def has_heading(lines: list[Line]) -> bool:
    return any(section_of(line.text) for line in lines)
