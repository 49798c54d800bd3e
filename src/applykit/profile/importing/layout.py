"""Text with its layout: lines of cells of runs, the one shape to which every readable file is brought."""

import re
from dataclasses import dataclass, replace

BULLETS = "•◦▪▫■□●○‣⁃∙·➢➤►▶✓✔✗◆◇★☆❖➔→»▸▹✦✧\uf0b7\uf0a7\uf0d8\uf076\uf0fc§¤"
BULLET = re.compile(rf"\s*(?:[{BULLETS}]|[-–—*+](?=\s)|o(?=\s\s?[A-Z])|\(?\d{{1,2}}[.)](?=\s+[^\W\d]))\s*")
PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style; `link` is the address behind it."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 10.0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Runs that stand together on a line; `left`, `right` and `top` are positions in points."""

    runs: tuple[Run, ...]
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0

    @property
    def text(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(run.link for run in self.runs if run.link))


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `gap` is the space above in lines (0 as usual, 1 a blank line), `level` the depth of its bullet.

    `level` is 0 where there is no bullet. `heading` is 0, or what the file says itself (a style, a #): 9 for the first
    level, 8 for the second. `whole` lines are paragraphs, never the first half of one. `column` separates columns of a
    page that are read one after the other.
    """

    cells: tuple[Cell, ...]
    page: int = 0
    column: int = 0
    top: float = 0.0
    gap: float = 0.0
    level: int = 0
    heading: int = 0
    whole: bool = False

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(run for cell in self.cells for run in cell.runs)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        weights: dict[float, int] = {}
        for run in self.runs:
            weights[run.size] = weights.get(run.size, 0) + len(run.text.strip())
        return max(weights, key=lambda size: (weights[size], size), default=10.0)

    @property
    def bold(self) -> bool:
        letters = [(run.bold, len(run.text.strip())) for run in self.runs]
        return sum(n for bold, n in letters if bold) > sum(n for bold, n in letters if not bold)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document: its lines in reading order, what was left out knowingly (page numbers), and doubts about it."""

    lines: tuple[Line, ...]
    left_out: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def strip_bullet(line: Line) -> Line:
    """The line without its bullet sign, with the level raised where it had one."""
    if not line.cells:
        return line
    first = line.cells[0]
    found = BULLET.match(first.text)
    if not found or not found[0].strip():
        return line
    if found.end() == len(first.text):
        return replace(line, cells=line.cells[1:], level=line.level or 1) if len(line.cells) > 1 else line
    rest = cut_start(first.runs, found[0].strip())
    return replace(line, cells=(replace(first, runs=rest), *line.cells[1:]), level=line.level or 1)


def cut_start(runs: tuple[Run, ...], sign: str) -> tuple[Run, ...]:
    """Runs without a sign at their start."""
    kept: list[Run] = []
    left = sign
    for run in runs:
        text = run.text
        if left:
            text = text.lstrip()
            cut = len(left) if text.startswith(left) else len(text)
            left, text = left[cut:] if text else left, text[cut:].lstrip() if text.startswith(left) else text
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)


def plain_line(text: str, **more: float | bool) -> Line:
    """A line of one run."""
    return Line((Cell((Run(text),)),), **more)  # type: ignore[arg-type]
