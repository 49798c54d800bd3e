"""Rules of Word's that schema validators miss: what makes a file that Word will not open, or opens wrongly."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from lxml import etree

from applykit.documents.check.package import Opened, open_package
from applykit.documents.engine.names import W14, R, W, w
from applykit.documents.engine.package import CONTENT_TYPES
from applykit.documents.engine.text import PROPERTY_LIMIT
from applykit.errors import Problem

LEFTOVER = re.compile(r"\{\{|\{%|%\}")
BLOCKS = frozenset({w("p"), w("tbl"), w("sdt"), w("customXml"), w("altChunk")})
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
HOLDERS = tuple(w(name) for name in ("hdr", "ftr", "txbxContent", "footnote", "endnote", "comment"))
# Elements whose ids must not repeat within a part, and the attribute that holds them.
UNIQUE = {
    w("bookmarkStart"): (w("id"), w("name")),
    f"{{{WP}}}docPr": ("id",),
    w("comment"): (w("id"),),
    w("footnote"): (w("id"),),
    w("endnote"): (w("id"),),
    w("p"): (f"{{{W14}}}paraId",),
}
STYLED = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
BUILT_IN_IDS = frozenset({"-1", "0"})
# Paths that libxml2 follows by itself, at a tenth of the time that loops over elements take.
PREFIXES = {"w": W, "r": R}
REFERENCES = etree.XPath("//@r:*", namespaces=PREFIXES, smart_strings=False)
MISPLACED = etree.XPath(
    "//w:p/parent::*[self::w:p or self::w:r or self::w:hyperlink or self::w:t]", namespaces=PREFIXES
)
LOOSE = etree.XPath(
    "//text()[parent::w:body or parent::w:p or parent::w:r or parent::w:tbl or parent::w:tr or parent::w:tc]"
    "[normalize-space()]",
    namespaces=PREFIXES,
    smart_strings=False,
)
Rule = Callable[[Opened], Iterator[str]]


def find_faults(data: bytes, *, file: str, rules: Sequence[Rule] | None = None) -> tuple[Problem, ...]:
    """What is wrong with the build of a Word file, by all rules or some; raises ApplykitError if unreadable."""
    opened = open_package(data, file=file)
    remedy = "Open it in Word and save it again, or build it anew."
    return tuple(Problem(message, remedy, file=file) for rule in rules or RULES for message in rule(opened))


def lacking_types(opened: Opened) -> Iterator[str]:
    """Every part has a content type, and every content type a part."""
    for name in opened.names:
        extension = name.rpartition(".")[2].casefold()
        if name != CONTENT_TYPES and name not in opened.overrides and extension not in opened.defaults:
            yield f"the part {name} has no content type."
    for name in opened.overrides:
        if name not in opened.names:
            yield f"a content type names the part {name}, which is not there."


def dangling_relationships(opened: Opened) -> Iterator[str]:
    """Relationships point to parts that are there, and references to relationships that are there."""
    for part, relationships in opened.relationships.items():
        ids = Counter(item.id for item in relationships)
        yield from (f"{part or 'the package'} has the relationship {name} twice." for name, n in ids.items() if n > 1)
        for item in relationships:
            if not item.external and target_of(part, item.target) not in opened.names and item.target[:1] != "#":
                yield f"{part or 'the package'} points to {item.target}, which is not there."
    for part, root in opened.roots.items():
        known = {item.id for item in opened.relationships.get(part, ())}
        for name in sorted(referenced_ids(root) - known):
            yield f"{part} uses the relationship {name}, which is not there."


@lru_cache(maxsize=256)
def target_of(part: str, target: str) -> str:
    """The part that a relationship of a part means."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def follow(path: etree.XPath, root: etree._Element) -> list[Any]:
    """What a path leads to: elements or texts."""
    found: Any = path(root)
    return list(found)


def referenced_ids(root: etree._Element) -> set[str]:
    return {str(value) for value in follow(REFERENCES, root) if value}


def empty_blocks(opened: Opened) -> Iterator[str]:
    """A cell ends with a paragraph, a row has a cell, a table a row, a header or text box something in it."""
    for part, root in opened.stories():
        for cell in root.iter(w("tc")):
            blocks = [child for child in cell if child.tag in BLOCKS]
            if not blocks or blocks[-1].tag == w("tbl"):
                yield f"{part} has a table cell that does not end with a paragraph."
        for holder, needed in ((w("tr"), w("tc")), (w("tbl"), w("tr"))):
            for element in root.iter(holder):
                if next(element.iter(needed), None) is None:
                    yield f"{part} has a {holder.rpartition('}')[2]} without {needed.rpartition('}')[2]}."
        for element in root.iter(*HOLDERS):
            if not any(child.tag in BLOCKS for child in element):
                yield f"{part} has an empty {element.tag.rpartition('}')[2]}."


def misplaced_blocks(opened: Opened) -> Iterator[str]:
    """No paragraph directly in a run or a paragraph, no text outside of a text element."""
    for part, root in opened.stories():
        for parent in follow(MISPLACED, root):
            yield f"{part} has a paragraph inside a {parent.tag.rpartition('}')[2]}."
        for _text in follow(LOOSE, root):
            yield f"{part} has text outside of a text element."


def repeated_ids(opened: Opened) -> Iterator[str]:
    for part, root in opened.stories():
        for tag, attributes in UNIQUE.items():
            for attribute in attributes:
                seen = Counter(element.get(attribute) for element in root.iter(tag) if element.get(attribute))
                for value, count in seen.items():
                    if count > 1:
                        yield f"{part} has the {tag.rpartition('}')[2]} {value!r} {count} times."
        controls = Counter(number.get(w("val")) for sdt in root.iter(w("sdtPr")) for number in sdt.iter(w("id")))
        yield from (f"{part} has the control {value} {count} times." for value, count in controls.items() if count > 1)


def leftover_tags(opened: Opened) -> Iterator[str]:
    """A template tag that nothing filled; cut by runs it still shows."""
    for part, root in opened.stories():
        for paragraph in root.iter(w("p")):
            text = "".join(leaf.text or "" for leaf in paragraph.iter(w("t")))
            match = LEFTOVER.search(text)
            if match:
                yield f"{part} still shows a template tag: {text[match.start() : match.start() + 40]!r}."


def long_properties(opened: Opened) -> Iterator[str]:
    root = opened.roots.get("docProps/core.xml")
    for element in root.iter(etree.Element) if root is not None else ():
        if len(element.text or "") > PROPERTY_LIMIT:
            name = str(element.tag).rpartition("}")[2]
            yield f"the document property {name} is longer than {PROPERTY_LIMIT} characters."


def unknown_styles(opened: Opened) -> Iterator[str]:
    """Styles and lists that are used but nowhere defined."""
    styles = opened.roots.get("word/styles.xml")
    known = {style.get(w("styleId")) for style in styles.iter(w("style"))} if styles is not None else set()
    numbering = opened.roots.get("word/numbering.xml")
    lists = {item.get(w("numId")) for item in numbering.iter(w("num"))} if numbering is not None else set()
    for part, root in opened.stories():
        used = {element.get(w("val")) for element in root.iter(*STYLED)}
        yield from (f"{part} uses the style {name!r}, which is not there." for name in sorted(map(str, used - known)))
        numbers = {element.get(w("val")) for element in root.iter(w("numId"))} - lists - BUILT_IN_IDS
        yield from (f"{part} uses the list {name}, which is not there." for name in sorted(map(str, numbers)))


RULES: tuple[Rule, ...] = (
    lacking_types,
    dangling_relationships,
    empty_blocks,
    misplaced_blocks,
    repeated_ids,
    leftover_tags,
    long_properties,
    unknown_styles,
)
# A person may write "{{" and mean it: the engine itself proves that no tag of a template is left.
BUILD_RULES: tuple[Rule, ...] = tuple(rule for rule in RULES if rule is not leftover_tags)
