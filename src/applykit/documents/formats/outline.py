"""A document as a plain list of blocks, from which text, Markdown and HTML are written alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Context = dict[str, Any]
ROWS = (
    ("gates", "Gates: what decides first"),
    ("required", "Required"),
    ("preferred", "Preferred"),
    ("duties", "What the work involves"),
)
SIGNS = {"met": "✓", "partly": "◐", "missing": "✗", "ask": "?"}


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `kind` says what it is and which fields it uses:

    title, subtitle, heading, line, prose, bullet, question, signature: `text`; contact: `items` of (text, target);
    group: `label`, `text`; entry: `label` (title), `text` (employer and place), `aside` (dates);
    row: `label` (status), `aside` (its sign), `text` (what is asked), `items` (what the person has);
    step: `label` (gap), `items`; address: `items` of (line, "").
    """

    kind: str
    text: str = ""
    label: str = ""
    aside: str = ""
    items: tuple[tuple[str, str], ...] = ()


def lines(texts: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((text, "") for text in texts)


def head_blocks(context: Context) -> Iterator[Block]:
    """Name, headline and contact line."""
    yield Block("title", context["name"])
    if context["headline"]:
        yield Block("subtitle", context["headline"])
    if context["contact"]:
        yield Block("contact", items=tuple((item["text"], item["target"]) for item in context["contact"]))


def resume_blocks(context: Context) -> Iterator[Block]:
    yield from head_blocks(context)
    for section in context["sections"]:
        yield Block("heading", section["heading"])
        for line in section["lines"]:
            yield Block("line" if section["prose"] else "bullet", line)
        for group in section["groups"]:
            yield Block("group", group["text"], group["name"])
        for entry in section["entries"]:
            yield entry_block(entry)
            yield from (Block("bullet", line) for line in entry["lines"])


def entry_block(entry: Context) -> Block:
    """A job, degree or credential; its first part is what is set bold."""
    parts = [part for part in (entry["title"], entry["organization"], entry["place"]) if part]
    return Block("entry", ", ".join(parts[1:]), parts[0] if parts else "", entry["dates"])


def letter_blocks(context: Context) -> Iterator[Block]:
    yield from head_blocks(context)
    yield Block("line", context["date"])
    if context["recipient"]:
        yield Block("address", items=lines(context["recipient"]))
    if context["subject"]:
        yield Block("subject", context["subject"])
    yield Block("prose", context["salutation"])
    yield from (Block("prose", text) for text in context["paragraphs"])
    yield Block("prose", context["closing"])
    yield Block("signature", context["signature"])
    if context["enclosures"]:
        yield Block("line", f"Enclosures: {', '.join(context['enclosures'])}")


def checklist_blocks(context: Context) -> Iterator[Block]:
    yield Block("title", context["title"])
    yield Block("subtitle", context["subtitle"])
    yield from (Block("line", line) for line in context["score"])
    yield from row_blocks(context, *ROWS[0])
    if context["questions"]:
        yield Block("heading", "Ask yourself")
        yield from (Block("question", question) for question in context["questions"])
    for field, heading in ROWS[1:]:
        yield from row_blocks(context, field, heading)
    if context["plan"]:
        yield Block("heading", "Close the gaps")
        yield from map(step_block, context["plan"])
    for field, heading in (("louder", "Say louder"), ("usual", "Often asked in this work, though not in this posting")):
        if context[field]:
            yield Block("heading", heading)
            yield from (Block("bullet", line) for line in context[field])


def row_blocks(context: Context, field: str, heading: str) -> Iterator[Block]:
    if context[field]:
        yield Block("heading", heading)
    for row in context[field]:
        have = [*row["evidence"], *filter(None, (row["none"], row["note"], row["question"]))]
        yield Block("row", row["asked"], row["answer"], SIGNS.get(row["status"], ""), lines(have))


def step_block(step: Context) -> Block:
    parts = (step["what"], step["where"], step["how_long"], step["apply_anyway"])
    return Block("step", label=step["gap"], items=lines([part for part in parts if part]))


BLOCKS = {"resume": resume_blocks, "cover-letter": letter_blocks, "gap-checklist": checklist_blocks}
