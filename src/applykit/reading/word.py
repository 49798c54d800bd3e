"""Word files (.docx): paragraphs and tables of the body as light Markdown, read in a stream."""

import re
from collections.abc import Iterator
from typing import Any

from applykit.files import FORBIDDEN_XML, MEBIBYTE, OLD_OFFICE, failure, open_zip_safely, read_member
from applykit.reading.model import Document

DOCUMENT = "word/document.xml"
TOTAL = 100 * MEBIBYTE  # pictures included; only two parts are unpacked
PART_LIMIT = 12 * MEBIBYTE
PIECE = 64 * 1024
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
STYLE = re.compile(rb'<w:style\b[^>]{0,300}w:styleId="([^"]{1,100})"[^>]{0,300}>(.{0,400})', re.DOTALL)
STYLE_NAME = re.compile(rb'<w:name w:val="([^"]{1,100})"')
TARGET = re.compile(
    rb'Type="[^"]{0,200}/officeDocument"[^>]{0,300}?Target="/?([^"]{1,200})"'
    rb'|Target="/?([^"]{1,200})"[^>]{0,300}?Type="[^"]{0,200}/officeDocument"'
)
HEADING = re.compile(r"heading|title", re.IGNORECASE)
LIST = re.compile(r"list|bullet", re.IGNORECASE)
SHORT_LABEL = 40


def read_docx(data: bytes, name: str, _charset: str | None) -> Iterator[Document]:
    """The text of a Word file as one document."""
    if data.startswith(OLD_OFFICE):
        remedy = "Open it in Word, take the password off if it has one, and save it as .docx."
        raise failure("is an old Word file (.doc) or one locked with a password.", remedy, file=name)
    with open_zip_safely(data, file=name, max_total=TOTAL) as archive:
        part = main_part(read_member(archive, "_rels/.rels", limit=MEBIBYTE, file=name) or b"")
        content = read_member(archive, part, limit=PART_LIMIT, file=name)
        styles = read_member(archive, "word/styles.xml", limit=PART_LIMIT, file=name) or b""
    if content is None:
        raise failure(
            "is a ZIP file but no Word document.", "Give the posting as .docx, or unpack it first.", file=name
        )
    lines = list(read_body(content, style_names(styles), name))
    yield Document("\n".join(lines), name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")


def main_part(rels: bytes) -> str:
    """The name of the main part, by the package's relations."""
    found = TARGET.search(rels)
    return (found[1] or found[2]).decode("utf-8", "replace") if found else DOCUMENT


def style_names(styles: bytes) -> dict[str, str]:
    """Style names by their ids, which differ in translated Word."""
    names = {}
    for found in STYLE.finditer(styles):
        name = STYLE_NAME.search(found[2])
        if name:
            names[found[1].decode("utf-8", "replace")] = name[1].decode("utf-8", "replace")
    return names


def read_body(content: bytes, styles: dict[str, str], name: str) -> Iterator[str]:
    """Lines of the body; each paragraph and table row is let go of as soon as it is written."""
    if any(mark in content for mark in FORBIDDEN_XML):
        raise failure("holds XML with a document type.", "Save it again with Word.", file=name)
    depth, skipped = 0, 0  # of tables and of fallbacks around
    for event, node in read_elements(content, name):
        step = 1 if event == "start" else -1
        depth += step * (node.tag == f"{W}tbl")
        skipped += step * (node.tag == MC_FALLBACK)
        if event == "start" or skipped:
            continue
        if node.tag == f"{W}tr" and depth == 1:
            yield from write_row(node, styles)
            let_go(node)
        elif node.tag == f"{W}p" and not depth and not in_paragraph(node):
            yield write_paragraph(node, styles)
            let_go(node)


def read_elements(content: bytes, name: str) -> Iterator[tuple[str, Any]]:
    """Start and end events of the part's elements, parsed a piece at a time."""
    from lxml import etree

    parser = etree.XMLPullParser(events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False)
    try:
        for start in range(0, len(content), PIECE):
            parser.feed(content[start : start + PIECE])
            yield from parser.read_events()
        parser.close()
    except etree.XMLSyntaxError:
        raise failure("is damaged.", "It may be cut off; save the document again.", file=name) from None


def let_go(node: Any) -> None:
    """Free a written element and all before it."""
    node.clear()
    while node.getprevious() is not None:
        del node.getparent()[0]


def in_paragraph(node: Any) -> bool:
    """Whether a paragraph stands inside another, as in a text box; it is written with that one."""
    return any(True for _ in node.iterancestors(f"{W}p"))


def write_paragraph(node: Any, styles: dict[str, str]) -> str:
    """One paragraph with its mark: heading, list item, or bold from end to end."""
    properties = node.find(f"{W}pPr")
    style, listed = "", False
    if properties is not None:
        reference = properties.find(f"{W}pStyle")
        style = styles.get(reference.get(f"{W}val", ""), reference.get(f"{W}val", "")) if reference is not None else ""
        listed = properties.find(f"{W}numPr") is not None
    text = text_of(node).strip()
    if not text:
        return ""
    if HEADING.search(style):
        return f"\n# {text}"
    if listed or LIST.search(style):
        return f"* {text}"
    return f"**{text}**" if all_bold(node) and "\n" not in text else text


def text_of(node: Any) -> str:
    """The characters of a paragraph, with tabs and line breaks; deleted text and fallbacks left out."""
    pieces = []
    for part in node.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen", f"{W}p"):
        if part.tag == f"{W}t":
            if not any(True for _ in part.iterancestors(MC_FALLBACK)):
                pieces.append(part.text or "")
        elif part.tag == f"{W}tab":
            pieces.append("\t" if part.getparent().tag == f"{W}r" else "")
        elif part.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif part is not node:
            pieces.append("\n")
    return "".join(pieces)


def all_bold(node: Any) -> bool:
    """Whether every run with text is bold."""
    runs = [run for run in node.iter(f"{W}r") if any((part.text or "").strip() for part in run.iter(f"{W}t"))]
    return bool(runs) and all(is_bold(run) for run in runs)


def is_bold(run: Any) -> bool:
    """Whether a run says that it is bold."""
    mark = run.find(f"{W}rPr/{W}b")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")


def write_row(row: Any, styles: dict[str, str]) -> Iterator[str]:
    """A table row: "label: value" for two cells with a short first one, else the cells one below the other."""
    cells = []
    for cell in row.iterchildren(f"{W}tc", f"{W}sdt"):
        lines = [write_paragraph(part, styles) for part in cell.iter(f"{W}p") if not in_paragraph(part)]
        text = "\n".join(line for line in lines if line)
        if text:
            cells.append(text)
    first = cells[0].strip("*# \n:") if cells else ""
    if len(cells) == 2 and len(first) < SHORT_LABEL and "\n" not in cells[1].strip():
        yield f"{first}: {cells[1].strip()}"
    elif len(cells) == 2 and len(first) < SHORT_LABEL:
        yield from (f"# {first}", cells[1])
    else:
        yield from cells
