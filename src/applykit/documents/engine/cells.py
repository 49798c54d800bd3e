"""docxtpl's tags for table cells: `{% colspan n %}`, `{% cellbg colour %}`, `{% vm %}` and `{% hm %}`."""

from lxml import etree

from applykit.documents.engine.marking import Marked
from applykit.documents.engine.model import Place, Tag
from applykit.documents.engine.names import TEXTS, w
from applykit.documents.engine.text import CLOSE, OPEN
from applykit.documents.engine.tidy import put_text_before

# The order in which the schema wants what these tags set, after the cell's width.
ORDER = [w(name) for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd")]


def apply_cell_tags(marked: Marked) -> None:
    """Turn each of these tags into what it asks of its cell."""
    for number, leaf in marked.cells:
        tag = marked.tags[number]
        cell = next(leaf.iterancestors(w("tc")), None)
        for text in leaf.iter(*TEXTS):
            text.text = (text.text or "").replace(f"{OPEN}{number}{CLOSE}", "")
        if cell is None:
            marked.complain(f"the tag {tag} stands outside of any table cell.", "Put it into one.", tag.paragraph)
        else:
            MEANINGS[tag.word](cell, tag.body.partition(" ")[2].strip(), tag, marked)
        marked.tags[number] = Tag("comment", "")  # spoken for


def value(expression: str, tag: Tag, marked: Marked) -> str:
    return marked.add(Tag("var", expression, place=Place.PLAIN, part=tag.part, paragraph=tag.paragraph))


def block(words: str, tag: Tag, marked: Marked) -> str:
    return marked.add(Tag("block", words, part=tag.part, paragraph=tag.paragraph))


def set_property(cell: etree._Element, name: str, **attributes: str) -> None:
    """Set one property of a cell, in its place among the others."""
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cell.insert(0, properties)
    for old in properties.findall(w(name)):
        properties.remove(old)
    element = etree.Element(w(name), {w(key): text for key, text in attributes.items()})
    before = ORDER[: ORDER.index(w(name))]
    place = sum(child.tag in before for child in properties)
    properties.insert(place, element)


def span_columns(cell: etree._Element, expression: str, tag: Tag, marked: Marked) -> None:
    set_property(cell, "gridSpan", val=value(expression, tag, marked))


def color_background(cell: etree._Element, expression: str, tag: Tag, marked: Marked) -> None:
    set_property(cell, "shd", val="clear", color="auto", fill=value(expression, tag, marked))


def merge_down(cell: etree._Element, _expression: str, tag: Tag, marked: Marked) -> None:
    """One cell over all rows of a loop, with the words of the first."""
    state = value("'restart' if loop.first else 'continue'", tag, marked)
    set_property(cell, "vMerge", val=state)
    for leaf in cell.iter(w("t")):
        leaf.text = f"{block('if loop.first', tag, marked)}{leaf.text or ''}{block('endif', tag, marked)}"


def merge_across(cell: etree._Element, _expression: str, tag: Tag, marked: Marked) -> None:
    """One cell over all cells of a loop."""
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    width = span.get(w("val"), "1") if span is not None else "1"
    set_property(cell, "gridSpan", val=value(f"{int(width) if width.isdigit() else 1} * loop.length", tag, marked))
    put_text_before(cell, block("if loop.first", tag, marked))
    cell.tail = block("endif", tag, marked) + (cell.tail or "")


MEANINGS = {"colspan": span_columns, "cellbg": color_background, "vm": merge_down, "hm": merge_across}
