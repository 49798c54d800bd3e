"""Lifting conditions and loops out of the runs that hold nothing else, so that no empty run is left behind."""

import re

from lxml import etree

from applykit.documents.engine.marking import Marked
from applykit.documents.engine.model import Tag
from applykit.documents.engine.names import PROPERTIES, w
from applykit.documents.engine.source import MIDDLE, OPENING
from applykit.documents.engine.text import CLOSE, OPEN
from applykit.documents.engine.tidy import put_text_before, remove

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
ONLY_MARKS = re.compile(f"(?:{OPEN}\\d+{CLOSE})+")
WRAPPED = re.compile(f"{OPEN}(\\d+){CLOSE}(.+){OPEN}(\\d+){CLOSE}", re.DOTALL)


def hoist_tags(root: etree._Element, marked: Marked) -> None:
    """Put block tags between runs where whole blocks can be lifted; what shows stays the same."""
    groups = group_blocks(root, marked.tags)
    runs = solo_runs(root)
    hoist_solo(groups, {run: numbers for run, numbers in runs.items() if all_blocks(numbers, marked.tags)})
    for run, text in wrapped_runs(root):
        hoist_wrapped(run, text, groups)


def all_blocks(numbers: list[int], tags: list[Tag]) -> bool:
    return all(tags[number].kind == "block" and not any(tags[number].trim) for number in numbers)


def group_blocks(root: etree._Element, tags: list[Tag]) -> list[list[int]]:
    """The numbers of each block's tags: its opening, its branches, its end; unfinished blocks are left out."""
    stack: list[list[int]] = []
    groups: list[list[int]] = []
    for number in (int(match.group(1)) for match in MARK.finditer(etree.tostring(root, encoding="unicode"))):
        word = tags[number].word
        if word in OPENING:
            stack.append([number])
        elif stack and word in MIDDLE:
            stack[-1].append(number)
        elif stack and word == f"end{tags[stack[-1][0]].word}":
            groups.append([*stack.pop(), number])
    return groups


def only_text(run: etree._Element) -> etree._Element | None:
    """The text element of a run that has one and nothing else."""
    content = [child for child in run if child.tag not in PROPERTIES]
    return content[0] if len(content) == 1 and content[0].tag == w("t") else None


def solo_runs(root: etree._Element) -> dict[etree._Element, list[int]]:
    """Runs whose whole text is tags, with the tags' numbers."""
    found = {}
    for run in root.iter(w("r")):
        leaf = only_text(run)
        if leaf is not None and ONLY_MARKS.fullmatch(leaf.text or ""):
            found[run] = [int(number) for number in MARK.findall(leaf.text or "")]
    return found


def hoist_solo(groups: list[list[int]], runs: dict[etree._Element, list[int]]) -> None:
    """Replace runs of tags by their tags, as far as every block in them can be lifted as a whole under one parent."""
    runs = dict(runs)
    while True:
        where = {number: run for run, numbers in runs.items() for number in numbers}
        whole = {number for group in groups if liftable(group, where) for number in group}
        kept = {run: numbers for run, numbers in runs.items() if whole.issuperset(numbers)}
        if len(kept) == len(runs):
            break
        runs = kept
    for run, numbers in runs.items():
        put_text_before(run, "".join(f"{OPEN}{number}{CLOSE}" for number in numbers))
        remove(run)


def liftable(group: list[int], where: dict[int, etree._Element]) -> bool:
    """Whether all tags of a block stand in such runs, side by side."""
    parents = {where[number].getparent() if number in where else None for number in group}
    return len(parents) == 1 and None not in parents


def wrapped_runs(root: etree._Element) -> list[tuple[etree._Element, str]]:
    """Runs whose text begins and ends with a tag."""
    found = []
    for run in root.iter(w("r")):
        leaf = only_text(run)
        if leaf is not None and leaf.text and WRAPPED.fullmatch(leaf.text):
            found.append((run, leaf.text))
    return found


def hoist_wrapped(run: etree._Element, text: str, groups: list[list[int]]) -> None:
    """`{% if place %}, {{ place }}{% endif %}` in one run: the condition goes around the run."""
    match = WRAPPED.fullmatch(text)
    leaf = only_text(run)
    if match is None or leaf is None or [int(match.group(1)), int(match.group(3))] not in groups:
        return
    leaf.text = match.group(2)
    put_text_before(run, f"{OPEN}{match.group(1)}{CLOSE}")
    run.tail = f"{OPEN}{match.group(3)}{CLOSE}" + (run.tail or "")
