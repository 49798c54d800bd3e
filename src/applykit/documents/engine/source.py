"""From marked XML to the source of a Jinja template, with the proof that every way through it is well-formed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from applykit.documents.engine.marking import Marked
from applykit.documents.engine.model import Place, Tag
from applykit.documents.engine.text import CLOSE, OPEN

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
# docxtpl's "-" inside a tag joins the paragraph with the one before or after it.
JOIN_BEFORE = re.compile(rf"</w:t>(?:(?!</w:t>|{OPEN}).)*?{OPEN}(\d+){CLOSE}")
JOIN_AFTER = re.compile(rf"{OPEN}(\d+){CLOSE}(?:(?!<w:t[ >]|{OPEN}).)*?<w:t(?: [^>]*)?>")
BRACE = re.compile(r"\{(?=[{%#])")
PIECE = re.compile(rf"<(/?)([\w:.-]+)[^>]*?(/?)>|{OPEN}(\d+){CLOSE}")
OPENING = ("for", "if", "macro", "call", "filter", "with")
MIDDLE = ("else", "elif")
KNOWN = frozenset((*OPENING, *MIDDLE, *(f"end{word}" for word in OPENING), "set", "endset"))
FILTERS = {Place.PLAIN: "plain__", Place.FIELD: "field__", Place.CORE: "core__"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Source:
    """Jinja source in which tag `order[n]` begins on line n + 2."""

    text: str
    order: tuple[int, ...]


def build_source(root: etree._Element, marked: Marked) -> Source:
    """The Jinja source of a marked part; what is wrong goes into `marked.problems`."""
    text = etree.tostring(root, encoding="unicode")
    text = join_paragraphs(text, marked.tags)
    check_words(marked)
    check_balance(text, marked)
    order: list[int] = []
    pieces, position = [], 0
    for match in MARK.finditer(text):
        number = int(match.group(1))
        pieces += [literal(text[position : match.start()]), written(marked.tags[number])]
        if marked.tags[number].kind != "comment":
            order.append(number)
        position = match.end()
    return Source("".join(pieces) + literal(text[position:]), tuple(order))


def literal(text: str) -> str:
    """Static XML that Jinja takes as it is, on one line."""
    return BRACE.sub("&#123;", text).replace("\r", "&#13;").replace("\n", "&#10;")


def written(tag: Tag) -> str:
    """A tag in Jinja's own syntax, with one line break by which its line tells which tag it is."""
    body = " ".join(tag.body.splitlines())
    if tag.kind == "comment":
        return ""
    if tag.kind == "block":
        return f"{{%\n{body} %}}"
    if tag.place in FILTERS:
        return f"{{{{\n({body})|{FILTERS[tag.place]} }}}}"
    return f"{{{{\n{body} }}}}"


def join_paragraphs(text: str, tags: list[Tag]) -> str:
    """Where a tag says "-", leave out the XML up to the text before or after it."""
    if not any(any(tag.trim) and tag.kind == "block" and not tag.scope for tag in tags):
        return text

    def keep_or_cut(match: re.Match[str], end: int) -> str:
        tag = tags[int(match.group(1))]
        cut = tag.kind == "block" and not tag.scope and tag.trim[end]
        return f"{OPEN}{match.group(1)}{CLOSE}" if cut else match.group()

    text = JOIN_BEFORE.sub(lambda match: keep_or_cut(match, 0), text)
    return JOIN_AFTER.sub(lambda match: keep_or_cut(match, 1), text)


def check_words(marked: Marked) -> None:
    """Refuse tags that Jinja has but a document has no use for, such as `include`."""
    for tag in marked.tags:
        if tag.kind == "block" and tag.word not in KNOWN:
            message = f"the tag {tag} begins with {tag.word or 'nothing'!r}, which is no word of templates."
            marked.complain(message, f"Words are: {', '.join(sorted(KNOWN))}.", tag.paragraph)
        elif tag.kind == "var" and not tag.body:
            marked.complain("a tag {{ }} names no field.", "Write a field between the braces.", tag.paragraph)


@dataclass(slots=True)
class Open:
    """A block that is being read: its tag, and the XML elements closed and opened since its last branch."""

    tag: Tag
    closed: list[str]
    opened: list[str]


def check_balance(text: str, marked: Marked) -> None:
    """Prove that what stands between the tags of every block is balanced XML, so that no branch can break the file."""
    stack = [Open(Tag("block", ""), [], [])]
    for kind, name in pieces_of(text):
        if kind == "open":
            stack[-1].opened.append(name)
        elif kind == "close":
            close(stack[-1], name)
        else:
            step(stack, marked.tags[int(name)], marked)
    for block in stack[1:]:
        message = f"the tag {block.tag} has no {{% end{block.tag.word} %}}."
        marked.complain(message, "Add it where the part ends.", block.tag.paragraph)


def pieces_of(text: str) -> Iterator[tuple[str, str]]:
    """Opening elements, closing elements and block tags, in order; tags inside an attribute belong to no element."""
    for match in PIECE.finditer(text):
        closing, name, empty, number = match.groups()
        if number is not None:
            yield "tag", number
        elif closing:
            yield "close", name
        elif not empty:
            yield "open", name


def close(block: Open, name: str) -> None:
    if block.opened:
        block.opened.pop()
    else:
        block.closed.append(name)


def step(stack: list[Open], tag: Tag, marked: Marked) -> None:
    """Follow one tag: begin a block, end its branch, or end it."""
    if tag.kind != "block":
        return
    word = tag.word
    if word in OPENING or (word == "set" and "=" not in tag.body):
        stack.append(Open(tag, [], []))
    elif word in MIDDLE or word.startswith("end"):
        block = stack[-1]
        if len(stack) == 1 or (word.startswith("end") and word != f"end{block.tag.word}"):
            marked.complain(f"the tag {tag} closes nothing that is open here.", "Check its order.", tag.paragraph)
            return
        finish_branch(block, tag, marked)
        if word.startswith("end"):
            stack.pop()


def finish_branch(block: Open, tag: Tag, marked: Marked) -> None:
    """The XML of a branch must close as much as it opens, in the same order."""
    if block.closed != block.opened[::-1]:
        message = (
            f"the tags {block.tag} and {tag} stand at different depths (one in a paragraph, row or cell that the other"
            " is not in), so that what is between them is no whole part of the document."
        )
        remedy = "Put both into paragraphs of their own, as {%p … %}, or into rows of their own, as {%tr … %}."
        marked.complain(message, remedy, tag.paragraph)
    block.closed, block.opened = [], []
