"""Putting a mark where each tag of a template stands, so that the XML can be serialised around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from applykit.documents.engine.model import CELL_WORDS, Place, Tag, TemplateNote
from applykit.documents.engine.names import FIELD_CODES, MARKS, PARAGRAPHS, PROPERTIES, RUNS, TEXTS, XML_SPACE, w
from applykit.documents.engine.tags import FoundTag, find_tags
from applykit.documents.engine.text import CLOSE, OPEN
from applykit.documents.engine.tidy import remove
from applykit.errors import Problem

LITERAL = re.compile(r"\{_[{%#]|[}%#]_\}")


@dataclass(slots=True)
class Marked:
    """What was found in one part: tags by number, where some of them stand, what is wrong, what deserves a note."""

    part: str
    file: str
    tags: list[Tag] = field(default_factory=list)
    scoped: list[tuple[int, etree._Element]] = field(default_factory=list)
    cells: list[tuple[int, etree._Element]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[TemplateNote] = field(default_factory=list)

    def add(self, tag: Tag) -> str:
        """Number a tag and give the mark that stands for it."""
        self.tags.append(tag)
        return f"{OPEN}{len(self.tags) - 1}{CLOSE}"

    def complain(self, message: str, remedy: str, paragraph: str) -> None:
        where = f"{part_in_words(self.part)}: {message} In: {shorten(paragraph)}"
        self.problems.append(Problem(where, remedy, file=self.file))


def part_in_words(part: str) -> str:
    """word/header1.xml → "header1"."""
    return part.removeprefix("word/").removesuffix(".xml")


def shorten(text: str, length: int = 80) -> str:
    """A paragraph's text as a quote for a message."""
    words = " ".join(text.split())
    return repr(words if len(words) <= length else words[: length - 1] + "…")


def mark_part(root: etree._Element, marked: Marked) -> None:
    """Mark every tag of a part: in paragraphs, in field codes and in attributes."""
    for paragraph in list(root.iter(*PARAGRAPHS)):
        leaves = list(own_leaves(paragraph, TEXTS | MARKS.keys()))
        mark_text(leaves, Place.TEXT, marked)
        mark_text(list(own_leaves(paragraph, FIELD_CODES)), Place.FIELD, marked)
    for element in root.iter(etree.Element):
        mark_attributes(element, marked)


def own_leaves(element: etree._Element, wanted: frozenset[str] | set[str]) -> Iterator[etree._Element]:
    """The text-bearing elements of a paragraph in order, without those of a text box inside it."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag not in PARAGRAPHS and child.tag not in PROPERTIES:
            yield from own_leaves(child, wanted)


def leaf_text(leaf: etree._Element) -> str:
    return MARKS.get(leaf.tag, leaf.text or "")


def mark_text(leaves: list[etree._Element], place: Place, marked: Marked) -> None:
    """Replace the tags in the joined text of these elements by marks, each in the element where its tag begins."""
    texts = [leaf_text(leaf) for leaf in leaves]
    text = "".join(texts)
    if "{" not in text and "_}" not in text:
        return
    found, broken = find_tags(text)
    for tag in broken:
        marked.complain(
            f"the tag {shorten(tag.text, 40)} is not closed.", "Close it with }} or %} in the same paragraph.", text
        )
    start = 0
    for leaf, words in zip(leaves, texts, strict=True):
        end = start + len(words)
        touching = [tag for tag in found if tag.start < end and tag.end > start]
        if touching:
            rewrite_leaf(leaf, start, words, touching, text, place, marked)
        elif "_" in words and leaf.tag in TEXTS:
            leaf.text = literal_braces(words)
        start = end


def literal_braces(words: str) -> str:
    """docxtpl's way to write a tag that stays text: `{_{ name }_}`."""
    return LITERAL.sub(lambda match: match.group().replace("_", ""), words)


def rewrite_leaf(
    leaf: etree._Element, start: int, words: str, found: list[FoundTag], text: str, place: Place, marked: Marked
) -> None:
    """Leave of an element's words what is outside the tags, and a mark where a tag begins."""
    if leaf.tag in MARKS:
        remove(leaf)
        return
    pieces, position = [], 0
    for item in found:
        pieces.append(literal_braces(words[position : max(item.start - start, 0)]))
        if item.start >= start:
            pieces.append(mark_of(item.tag.at(marked.part, text, place_of(leaf, place)), leaf, marked))
        position = item.end - start
    pieces.append(literal_braces(words[position:]))
    leaf.text = "".join(pieces)
    if leaf.text:
        leaf.set(XML_SPACE, "preserve")
    else:
        remove_emptied(leaf)


def mark_of(tag: Tag, leaf: etree._Element, marked: Marked) -> str:
    """The mark of a tag, or nothing for a comment and for the words `raw` and `endraw`."""
    is_silent = tag.kind == "comment" or tag.word in ("raw", "endraw")
    if is_silent and not tag.scope:
        return ""
    mark = marked.add(tag)
    if tag.scope and tag.kind != "var":
        marked.scoped.append((len(marked.tags) - 1, leaf))
    elif tag.word in CELL_WORDS:
        marked.cells.append((len(marked.tags) - 1, leaf))
    return mark


def place_of(leaf: etree._Element, place: Place) -> Place:
    return Place.PLAIN if place is Place.TEXT and leaf.tag != w("t") else place


def remove_emptied(leaf: etree._Element) -> None:
    """Drop a text element that held only the rest of a tag, and its run where nothing else is in it."""
    run = leaf.getparent()
    remove(leaf)
    if run is not None and run.tag in RUNS and all(child.tag in PROPERTIES for child in run):
        remove(run)


def mark_attributes(element: etree._Element, marked: Marked) -> None:
    """Tags in attributes, such as the description of a picture."""
    for name, value in list(element.items()):
        words = str(value)
        if "{{" in words or "{%" in words:
            element.set(name, mark_string(words, Place.PLAIN, marked))


def mark_string(value: str, place: Place, marked: Marked) -> str:
    """A string with its tags replaced by marks."""
    found, broken = find_tags(value)
    for tag in broken:
        marked.complain(f"the tag {shorten(tag.text, 40)} is not closed.", "Close it with }} or %}.", value)
    pieces, position = [], 0
    for item in found:
        mark = "" if item.tag.kind == "comment" else marked.add(item.tag.at(marked.part, value, place))
        pieces += [value[position : item.start], mark]
        position = item.end
    return "".join(pieces) + value[position:]
