"""Plain text for forms: wrapped lines, ASCII bullets, nothing that a form would garble."""

import re
import textwrap
from collections.abc import Callable, Iterable

from applykit.documents.engine.text import clean_text
from applykit.documents.formats.outline import Block

WIDTH = 78
# Typographic signs that old forms turn into question marks, and what they accept in their place.
SIMPLE = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "•": "-", "…": "...", "\u00a0": " "}
)


def to_text(blocks: Iterable[Block]) -> str:
    """A document as text: a blank line before headings and paragraphs, lists below their line."""
    pieces: list[str] = []
    for block in blocks:
        pieces.append(WRITERS[block.kind](block))
    return re.sub(r"\n{3,}", "\n\n", clean_text("\n".join(pieces))).strip("\n") + "\n"


def wrap(text: str, *, first: str = "", rest: str = "") -> str:
    """Words on lines of at most 78 characters; addresses and long words are never cut."""
    simple = text.translate(SIMPLE)
    filled = (
        textwrap.wrap(
            line, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
        )
        for line in simple.splitlines() or [""]
    )
    return "\n".join("\n".join(lines) for lines in filled)


def bullet(text: str) -> str:
    return wrap(text, first="- ", rest="  ")


def write_entry(block: Block) -> str:
    """Title, employer and place; the dates at the end."""
    parts = [part for part in (block.label, block.text, block.aside) if part]
    return "\n" + wrap(", ".join(parts))


def write_row(block: Block) -> str:
    have = "\n".join(wrap(text, first="    ", rest="    ") for text, _target in block.items)
    return wrap(f"[{block.label}] {block.text}", rest="  ") + (f"\n{have}" if have else "")


def write_step(block: Block) -> str:
    return "\n".join(
        [wrap(f"[ ] {block.label}", rest="    "), *(wrap(t, first="    ", rest="    ") for t, _ in block.items)]
    )


WRITERS: dict[str, Callable[[Block], str]] = {
    "title": lambda block: wrap(block.text),
    "subtitle": lambda block: wrap(block.text),
    "contact": lambda block: "\n".join(wrap(text) for text, _target in block.items),
    "heading": lambda block: "\n" + wrap(block.text.upper()),
    "line": lambda block: wrap(block.text),
    "prose": lambda block: "\n" + wrap(block.text),
    "subject": lambda block: "\n" + wrap(block.text),
    "bullet": lambda block: bullet(block.text),
    "question": lambda block: wrap(f"[ ] yes  [ ] no  {block.text}", rest="    "),
    "signature": lambda block: wrap(block.text),
    "group": lambda block: wrap(f"{block.label}: {block.text}" if block.label else block.text),
    "entry": write_entry,
    "row": write_row,
    "step": write_step,
    "address": lambda block: "\n" + "\n".join(wrap(text) for text, _target in block.items),
}
