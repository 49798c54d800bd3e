"""Markdown (CommonMark) of a document."""

import re
from collections.abc import Callable, Iterable

from applykit.documents.engine.text import clean_text
from applykit.documents.formats.outline import Block

# Signs that mean something to Markdown in the middle of a line, and at its beginning.
INSIDE = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
BEGINNING = re.compile(r"^(#|\+|=|-|\d+(?=[.)]))")


def to_markdown(blocks: Iterable[Block]) -> str:
    """A document as Markdown; text of the person never becomes markup."""
    pieces: list[str] = []
    previous = ""
    for block in blocks:
        together = block.kind == previous and block.kind in ("bullet", "step", "question", "row", "group")
        pieces.append(("" if together or not pieces else "\n") + WRITERS[block.kind](block))
        previous = block.kind
    return clean_text("\n".join(pieces)).strip("\n") + "\n"


def plain(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    line = " ".join(text.split())
    line = INSIDE.sub(lambda match: "\\" + match.group(), line)
    return BEGINNING.sub(lambda match: f"{match.group()}\\" if match.group().isdigit() else f"\\{match.group()}", line)


def linked(text: str, target: str) -> str:
    return f"[{plain(text)}](<{target.replace('<', '%3C').replace('>', '%3E')}>)" if target else plain(text)


def write_entry(block: Block) -> str:
    head = f"**{plain(block.label)}**" if block.label else ""
    parts = [part for part in (head, plain(block.text)) if part]
    return ", ".join(parts) + (f"  \n*{plain(block.aside)}*" if block.aside else "")


def write_row(block: Block) -> str:
    have = "".join(f"\n  - {plain(text)}" for text, _target in block.items)
    return f"- {block.aside} **{plain(block.label)}**: {plain(block.text)}{have}"


def write_step(block: Block) -> str:
    return f"- [ ] **{plain(block.label)}**" + "".join(f"\n  - {plain(text)}" for text, _target in block.items)


WRITERS: dict[str, Callable[[Block], str]] = {
    "title": lambda block: f"# {plain(block.text)}",
    "subtitle": lambda block: plain(block.text),
    "contact": lambda block: " · ".join(linked(text, target) for text, target in block.items),
    "heading": lambda block: f"## {plain(block.text)}",
    "line": lambda block: plain(block.text),
    "prose": lambda block: plain(block.text),
    "subject": lambda block: f"**{plain(block.text)}**",
    "bullet": lambda block: f"- {plain(block.text)}",
    "question": lambda block: f"- [ ] {plain(block.text)}",
    "signature": lambda block: plain(block.text),
    "group": lambda block: "- " + (f"**{plain(block.label)}:** " if block.label else "") + plain(block.text),
    "entry": write_entry,
    "row": write_row,
    "step": write_step,
    "address": lambda block: "  \n".join(plain(text) for text, _target in block.items),
}
