"""Tags that stand for a whole paragraph, row, cell or run: `{%p %}`, `{%tr %}`, `{%tc %}`, `{%r %}`."""

import re
from copy import deepcopy

from lxml import etree

from applykit.documents.engine.marking import Marked, own_leaves, shorten
from applykit.documents.engine.model import Tag, TemplateNote
from applykit.documents.engine.names import CONTAINERS, TEXTS, XML_SPACE, R, w
from applykit.documents.engine.tags import find_tags
from applykit.documents.engine.text import CLOSE, OPEN
from applykit.documents.engine.tidy import put_text_before, remove

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
THINGS = {"tr": "table row", "tc": "table cell", "p": "paragraph", "r": "run of text"}
# What a container still shows when its words are gone.
PICTURES = tuple(w(name) for name in ("drawing", "pict", "object"))


def lift_scopes(marked: Marked) -> None:
    """Replace each container of scoped tags by the tags themselves, the largest containers first."""
    for scope in CONTAINERS:
        numbers = [(number, leaf) for number, leaf in marked.scoped if marked.tags[number].scope == scope]
        if scope == "r":
            for number, leaf in numbers:
                isolate_run(leaf, number)
        else:
            lift_containers(numbers, scope, marked)


def lift_containers(numbers: list[tuple[int, etree._Element]], scope: str, marked: Marked) -> None:
    by_container: dict[etree._Element, list[int]] = {}
    for number, leaf in numbers:
        container = next(leaf.iterancestors(CONTAINERS[scope]), None)
        if container is None:
            tag = marked.tags[number]
            message = f"the tag {tag} stands outside of any {THINGS[scope]}."
            marked.complain(message, f"Put it into a {THINGS[scope]}.", tag.paragraph)
        else:
            by_container.setdefault(container, []).append(number)
    for container, inside in by_container.items():
        lift(container, inside, marked)


def lift(container: etree._Element, numbers: list[int], marked: Marked) -> None:
    """Put the tags in the container's place; around it where one paragraph, row or cell holds a whole loop."""
    tags = [marked.tags[number] for number in numbers]
    take_marks(container, numbers)
    marks = [f"{OPEN}{number}{CLOSE}" for number in numbers]
    rest = content_of(container)
    if rest and len(numbers) > 1:
        ends = [tag.word.startswith("end") for tag in tags]
        put_text_before(container, "".join(mark for mark, end in zip(marks, ends, strict=True) if not end))
        after = "".join(mark for mark, end in zip(marks, ends, strict=True) if end)
        container.tail = after + (container.tail or "")
        return
    if rest:
        note = f"{tags[0]} replaces its whole {THINGS[tags[0].scope]}; {shorten(rest, 40)} beside it is not printed."
        marked.notes.append(TemplateNote(note, marked.part, tags[0].paragraph))
    put_text_before(container, "".join(marks))
    remove(container)


def take_marks(container: etree._Element, numbers: list[int]) -> None:
    """Delete these tags' marks from the texts inside the container."""
    wanted = {f"{OPEN}{number}{CLOSE}" for number in numbers}
    for leaf in container.iter(*TEXTS):
        if leaf.text and OPEN in leaf.text:
            leaf.text = MARK.sub(lambda match: "" if match.group() in wanted else match.group(), leaf.text)


def content_of(container: etree._Element) -> str:
    """What a container shows besides the lifted tags, as a few words."""
    words = "".join(MARK.sub("{…}", leaf.text or "") for leaf in container.iter(*TEXTS)).strip()
    outside = "".join(element.tail or "" for element in container.iter())
    has_picture = next(container.iter(*PICTURES), None) is not None
    return words or ("{…}" if OPEN in outside else "") or ("a picture" if has_picture else "")


def isolate_run(leaf: etree._Element, number: int) -> None:
    """Give the text before and after a run tag runs of their own, with the same formatting."""
    run = leaf.getparent()
    if run is None or run.tag != w("r"):
        return
    mark = f"{OPEN}{number}{CLOSE}"
    before, found, after = (leaf.text or "").partition(mark)
    if not found:
        return
    front = split_before(run, leaf)
    if before:
        add_text(front, before)
    if len([child for child in front if child.tag != w("rPr")]):
        run.addprevious(front)
    put_text_before(run, mark)
    leaf.text = after
    if not after:
        leaf_run_cleanup(run, leaf)


def split_before(run: etree._Element, leaf: etree._Element) -> etree._Element:
    """A new run with the run's formatting and everything that stands before the leaf, taken out of the run."""
    front = etree.Element(run.tag)
    for child in list(run):
        if child is leaf:
            break
        front.append(deepcopy(child) if child.tag == w("rPr") else child)
    return front


def add_text(run: etree._Element, words: str) -> None:
    text = etree.SubElement(run, w("t"))
    text.text = words
    text.set(XML_SPACE, "preserve")


def leaf_run_cleanup(run: etree._Element, leaf: etree._Element) -> None:
    remove(leaf)
    if all(child.tag == w("rPr") for child in run):
        remove(run)


def double_links(root: etree._Element, targets: dict[str, str], marked: Marked) -> None:
    """Hyperlinks with a filled target: once as a link, once as plain text for the case that the target is not safe.

    `targets` maps relationship ids to target strings with tags.
    """
    for anchor in list(root.iter(w("hyperlink"))):
        target = targets.get(anchor.get(f"{{{R}}}id", ""))
        if target is None:
            continue
        words = "".join(leaf.text or "" for leaf in own_leaves(anchor, set(TEXTS)))
        expression = target_expression(target)
        setter, check, otherwise, end = (
            marked.add(Tag("block", body, part=marked.part, paragraph=words))
            for body in (f"set link_id__ = link__({expression})", "if link_id__", "else", "endif")
        )
        anchor.set(f"{{{R}}}id", marked.add(Tag("var", "link_id__", part=marked.part, paragraph=words)))
        put_text_before(anchor, setter + check)
        tail = anchor.tail or ""
        anchor.tail = otherwise
        put_after(anchor, [deepcopy(child) for child in anchor], end + tail)


def put_after(element: etree._Element, children: list[etree._Element], tail: str) -> None:
    """Put elements behind another one and its tail text, and a text behind them all."""
    parent = element.getparent()
    if parent is None:
        return
    start = parent.index(element) + 1
    for offset, child in enumerate(children):
        parent.insert(start + offset, child)
    last = children[-1] if children else element
    last.tail = (last.tail or "") + tail


def target_expression(target: str) -> str:
    """`mailto:{{ email }}` → `'mailto:' ~ (email)`."""
    found, _broken = find_tags(target)
    pieces, position = [], 0
    for item in found:
        pieces.append(repr(target[position : item.start]))
        pieces.append(f"({item.tag.body})")
        position = item.end
    pieces.append(repr(target[position:]))
    return " ~ ".join(piece for piece in pieces if piece != "''")
