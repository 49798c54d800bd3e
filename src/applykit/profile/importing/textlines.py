"""Plain text and Markdown → lines: blank lines are gaps, leading spaces indent, wide spaces part cells."""

import re
from dataclasses import replace

from applykit.profile.importing.layout import Cell, Layout, Line, Run, strip_bullet

WIDTH = 5.0  # points that a character counts
WIDE = re.compile(r"\t+|\s{3,}")
RULE = re.compile(r"\s*([=\-_*~#])(?:\s*\1){2,}\s*")
HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
INLINE = re.compile(
    r"!?\[(?P<label>[^\]\n]{0,300})\]\((?P<link>[^)\s]{0,500})\)|(?<!\\)(?P<mark>\*\*\*|\*\*|__|\*|(?<!\w)_)(?P<text>[^*_\n]+?)(?P=mark)(?!\w)"
    r"|<(?P<auto>(?:https?://|mailto:)?[^\s<>]+@?[^\s<>]*\.[^\s<>]+)>|`(?P<code>[^`\n]+)`"
)
MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s+\S|\*\*[^*\n]+\*\*|^\s*[-*]\s+\S.*\n\s*[-*]\s+\S|\]\(https?:", re.MULTILINE)


def read_text(text: str, *, markdown: bool = False) -> Layout:
    """The lines of a text; with `markdown`, its headings, emphasis and links are understood."""
    lines: list[Line] = []
    gap = 2.0
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"):
        if not raw.strip():
            gap = min(gap + 1.0, 2.0)
        elif RULE.fullmatch(raw):
            lines, gap = underline(lines, gap), max(gap, 1.0)
        else:
            lines.append(line_of(raw.expandtabs(4) if raw[:1] == "\t" else raw, gap, markdown=markdown))
            gap = 0.0
    return Layout(tuple(with_wholes([line for line in lines if line.cells])))


def with_wholes(lines: list[Line]) -> list[Line]:
    """Lines marked as whole unless the text is wrapped at a column, and the line before reached it."""
    lengths = [line.right / WIDTH for line in lines]
    longest = max(lengths, default=0.0)
    wrapped = 50 <= longest <= 100 and sum(length > 0.85 * longest for length in lengths) >= 3
    result = []
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        small = line.text[:1].islower()
        length = lengths[index - 1] if index else 0.0
        goes_on = wrapped and length > (0.7 if small else 0.85) * longest
        rest = small and above is not None and (above.level > 0 or (length > 45 and above.text[-1:] not in ".:;!?"))
        result.append(replace(line, whole=not (goes_on or rest)))
    return result


def underline(lines: list[Line], gap: float) -> list[Line]:
    """A rule right below a short line makes it a heading."""
    if lines and gap == 0.0 and len(lines[-1].text) < 60:
        return [*lines[:-1], replace(lines[-1], heading=lines[-1].heading or 8)]
    return lines


def line_of(raw: str, gap: float, *, markdown: bool) -> Line:
    indent = len(raw) - len(raw.lstrip())
    found = HASHES.fullmatch(raw) if markdown else None
    body = found[2] if found else raw.strip()
    cells, at = [], indent
    for part in WIDE.split(body):
        if not part.strip():
            continue
        runs = markdown_runs(part) if markdown else (Run(part),)
        cells.append(Cell(runs, at * WIDTH, (at + len(part)) * WIDTH))
        at += len(part) + 4
    line = Line(tuple(cells), gap=gap, heading=10 - len(found[1]) if found else 0)
    return line if found else strip_bullet(line)


def markdown_runs(text: str) -> tuple[Run, ...]:
    """Runs of emphasis, links and plain text."""
    runs, at = [], 0
    for found in INLINE.finditer(text):
        if found.start() > at:
            runs.append(Run(unescaped(text[at : found.start()])))
        runs.append(run_of(found))
        at = found.end()
    if at < len(text):
        runs.append(Run(unescaped(text[at:])))
    return tuple(run for run in runs if run.text) or (Run(text),)


def run_of(found: re.Match[str]) -> Run:
    if found["label"] is not None:
        inner = markdown_runs(found["label"])
        label = "".join(run.text for run in inner)
        return Run(label or found["link"], bold=any(run.bold for run in inner), link=found["link"])
    if found["auto"]:
        address = found["auto"]
        link = f"mailto:{address}" if "@" in address and ":" not in address else address
        return Run(address.removeprefix("mailto:"), link=link)
    if found["code"]:
        return Run(found["code"])
    inner = markdown_runs(found["text"])
    links = [run.link for run in inner if run.link]
    text = "".join(run.text for run in inner)
    bold = len(found["mark"]) >= 2 or any(run.bold for run in inner)
    return Run(text, bold=bold, italic=len(found["mark"]) != 2, link=links[0] if links else "")


def unescaped(text: str) -> str:
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|~<>-])", r"\1", text)
