"""Keeping Word's rule that a cell, a header or a text box ends with a paragraph, whatever a loop leaves out."""

import re

from applykit.documents.engine.model import Tag

EMPTY_ROW = re.compile(r"<w:tr(?: [^>]*)?>(?:(?!<w:tc[ >]|</w:tr>).)*</w:tr>")
EMPTY_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|</w:tbl>).)*</w:tbl>")
EMPTY_CELL = re.compile(r"(<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>)(</w:tc>)")
BLOCKS = "hdr|ftr|txbxContent|footnote|endnote|comment"
EMPTY_BLOCK = re.compile(rf"(<w:({BLOCKS})(?: [^>]*)?>|</w:tbl>)(</w:(?:{BLOCKS})>)")
PARAGRAPH = "<w:p/>"


def needs_repair(source: str, tags: list[Tag]) -> bool:
    """Whether a part has a loop or condition that could leave one of these without a paragraph."""
    return any(tag.scope in ("p", "tr", "tc") for tag in tags) and bool(re.search(rf"<w:(?:tc|{BLOCKS})[ >]", source))


def repair_blocks(xml: str) -> str:
    """Rendered XML without rows that have no cell and tables that have no row, and a paragraph in every empty cell."""
    xml = EMPTY_TABLE.sub("", EMPTY_ROW.sub("", xml))
    return EMPTY_BLOCK.sub(rf"\1{PARAGRAPH}\3", EMPTY_CELL.sub(rf"\1{PARAGRAPH}\2", xml))
