"""HTML of a document: one file without anything from outside, readable on a screen and printable."""

from collections.abc import Callable, Iterable
from itertools import groupby

from applykit.documents.engine.links import safe_target
from applykit.documents.engine.text import clean_text
from applykit.documents.engine.text import escape as escape_xml
from applykit.documents.formats.outline import Block

CSS = """
@page { size: SIZE; margin: 0.7in 0.8in; }
body { font: 10.5pt/1.35 Calibri, Carlito, "Segoe UI", Arial, sans-serif; color: #000; background: #fff;
  max-width: 6.9in; margin: 0.5in auto; padding: 0 1em; }
h1 { font-size: 22pt; line-height: 1.1; margin: 0; color: #ACCENT; }
h2 { font-size: 12pt; margin: 1.1em 0 0.3em; padding-bottom: 1px; border-bottom: 1px solid #a6a6a6; color: #ACCENT;
  break-after: avoid; }
p { margin: 0.25em 0; } p.prose { margin: 0.8em 0; font-size: 11pt; } .signature { margin-top: 2.4em; }
.subtitle, .aside, .have p.none { color: #595959; } .contact span + span::before { content: "| "; color: #737373; }
.contact span { white-space: nowrap; margin-right: 0.3em; } .contact a { color: inherit; text-decoration: none; }
.entry { display: flex; justify-content: space-between; gap: 1em; margin-top: 0.5em; break-after: avoid; }
.entry .aside { white-space: nowrap; } ul { margin: 0.15em 0; padding-left: 1.2em; } li { margin: 0.12em 0; }
ul.boxes { list-style: none; padding-left: 0; } address { font-style: normal; margin: 1em 0; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; font-size: 10pt;
  padding: 0.25em 0.6em 0.25em 0; border-bottom: 1px solid #d9d9d9; } tr { break-inside: avoid; }
.status { font-weight: bold; white-space: nowrap; } .met { color: #1b6b3a; } .partly { color: #8a5a00; }
.none { color: #b3261e; } .ask { color: #1f4e9e; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
"""
TABLE_HEAD = "<tr><th>Answer</th><th>The posting asks</th><th>You have</th></tr>"
COLORS = frozenset(("met", "partly", "none", "ask"))
SIZES = {"letter": "letter", "a4": "A4"}


def to_html(
    blocks: Iterable[Block], *, title: str, language: str = "en-US", paper: str = "letter", accent: str = "1F3864"
) -> str:
    """A document as one HTML page; `paper` is "letter" or "a4", `accent` RRGGBB."""
    css = CSS.replace("SIZE", SIZES[paper]).replace("ACCENT", accent)
    body = "\n".join(write_group(kind, list(group)) for kind, group in groupby(blocks, lambda block: block.kind))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">\n<title>{shown(title)}</title>'
    page = f"<head>{head}\n<style>{css}</style></head>\n<body>\n{body}\n</body>"
    return f'<!doctype html>\n<html lang="{shown(language)}">\n{page}\n</html>\n'


def write_group(kind: str, blocks: list[Block]) -> str:
    """Blocks of one kind that follow each other: lists and tables are made of several."""
    written = "\n".join(WRITERS[kind](block) for block in blocks)
    before, after = AROUND.get(kind, ("", ""))
    return f"{before}{written}{after}"


def shown(text: str) -> str:
    """A text that HTML shows as it is."""
    return escape_xml(clean_text(text)).replace("\n", "<br>")


def linked(text: str, target: str) -> str:
    safe = safe_target(target) if target else None
    return f'<a href="{escape_xml(safe)}">{shown(text)}</a>' if safe else shown(text)


def spans(block: Block) -> str:
    return " ".join(f"<span>{linked(text, target)}</span>" for text, target in block.items)


def write_entry(block: Block) -> str:
    rest = f", {shown(block.text)}" if block.text else ""
    dates = f'<span class="aside">{shown(block.aside)}</span>' if block.aside else ""
    return f'<div class="entry"><span><strong>{shown(block.label)}</strong>{rest}</span>{dates}</div>'


def write_row(block: Block) -> str:
    have = "".join(f"<p>{shown(text)}</p>" for text, _target in block.items)
    color = block.label.casefold() if block.label.casefold() in COLORS else ""
    status = f'<td class="status {color}">{shown(block.aside)} {shown(block.label)}</td>'
    return f'<tr>{status}<td>{shown(block.text)}</td><td class="have">{have}</td></tr>'


def write_step(block: Block) -> str:
    what = "".join(f"<p>{shown(text)}</p>" for text, _target in block.items)
    return f'<li><label><input type="checkbox"> <strong>{shown(block.label)}</strong></label>{what}</li>'


def write_question(block: Block) -> str:
    boxes = "".join(f'<label><input type="checkbox"> {answer}</label> ' for answer in ("Yes", "No"))
    return f"<li>{shown(block.text)} {boxes}</li>"


def write_group_line(block: Block) -> str:
    return f"<p>{f'<strong>{shown(block.label)}:</strong> ' if block.label else ''}{shown(block.text)}</p>"


AROUND = {
    "bullet": ("<ul>\n", "\n</ul>"),
    "row": (f"<table>\n{TABLE_HEAD}\n", "\n</table>"),
    "step": ('<ul class="boxes">\n', "\n</ul>"),
    "question": ('<ul class="boxes">\n', "\n</ul>"),
}
WRITERS: dict[str, Callable[[Block], str]] = {
    "title": lambda block: f"<h1>{shown(block.text)}</h1>",
    "subtitle": lambda block: f'<p class="subtitle">{shown(block.text)}</p>',
    "contact": lambda block: f'<p class="contact">{spans(block)}</p>',
    "heading": lambda block: f"<h2>{shown(block.text)}</h2>",
    "line": lambda block: f"<p>{shown(block.text)}</p>",
    "prose": lambda block: f'<p class="prose">{shown(block.text)}</p>',
    "subject": lambda block: f'<p class="prose"><strong>{shown(block.text)}</strong></p>',
    "bullet": lambda block: f"<li>{shown(block.text)}</li>",
    "question": write_question,
    "signature": lambda block: f'<p class="signature">{shown(block.text)}</p>',
    "group": write_group_line,
    "entry": write_entry,
    "row": write_row,
    "step": write_step,
    "address": lambda block: f"<address>{'<br>'.join(shown(text) for text, _target in block.items)}</address>",
}
