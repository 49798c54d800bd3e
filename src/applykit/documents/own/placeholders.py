"""Placeholders of other programs, as people leave them in their own templates."""

import re
from collections.abc import Iterator

from lxml import etree

from applykit.documents.check.package import Opened
from applykit.documents.engine.mergefields import field_name
from applykit.documents.engine.names import w

SHAPES = (
    re.compile(r"<<[^<>\n]{2,40}>>"),
    re.compile(r"«[^«»\n]{2,40}»"),
    re.compile(r"<[A-Za-z][A-Za-z0-9 _'/-]{1,39}>"),
    re.compile(
        r"\[(?:insert|your|enter|add|type|company|employer|job|name|date|address|position|title|hiring)[^\[\]\n]{0,50}\]",
        re.I,
    ),
    re.compile(r"\$\{[^{}\n]{2,40}\}"),
    re.compile(r"(?<![{%$])\{[#/^@>-]?[A-Za-z_][\w .-]{1,38}\}(?!\})"),
    re.compile(r"(?<![\w%])%[A-Za-z][A-Za-z0-9_]{1,30}%"),
    re.compile(r"\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b"),
    re.compile(r"\bX{4,}\b"),
    re.compile(r"_{5,}"),
)


def find_placeholders(opened: Opened) -> tuple[str, ...]:
    """What looks like a placeholder, in order, each once."""
    found: dict[str, None] = {}
    for _name, root in opened.stories():
        found |= dict.fromkeys(merge_fields(root))
        for paragraph in root.iter(w("p")):
            text = "".join(leaf.text or "" for leaf in paragraph.iter(w("t")))
            found |= dict.fromkeys(placeholders_in(text))
    return tuple(found)


def placeholders_in(text: str) -> Iterator[str]:
    """The placeholders of one paragraph; of two that overlap the one that begins first and is longer."""
    spots = sorted((match.start(), -match.end(), match.group()) for shape in SHAPES for match in shape.finditer(text))
    past = 0
    for start, end, words in spots:
        if start >= past:
            past = -end
            yield words


def merge_fields(root: etree._Element) -> Iterator[str]:
    """Word's own merge fields, by name."""
    codes = [element.get(w("instr"), "") for element in root.iter(w("fldSimple"))]
    for paragraph in root.iter(w("p")):
        codes += re.split(r"(?=MERGEFIELD)", "".join(code.text or "" for code in paragraph.iter(w("instrText"))))
    yield from (f"MERGEFIELD {name}" for code in codes if (name := field_name(code)))
