"""A PDF → lines: letters to cells by baseline and gap, cells to columns by the white strip between them."""

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from applykit.errors import ApplykitError, Problem
from applykit.files import open_pdf_safely
from applykit.profile.importing.columns import in_columns
from applykit.profile.importing.layout import PRIVATE_USE, Cell, Layout, Line, Run, strip_bullet
from applykit.profile.importing.noise import without_page_noise
from applykit.profile.importing.pdfchars import MAX_CHARACTERS, Letter, Link, Style, read_letters, read_links

CELL_GAP = 1.15  # in letter sizes: wider white space separates cells; justified text stays below 0.9
WORD_GAP = 0.12  # of a letter size, where the file writes no spaces
WIDE_GAP = 0.28  # where it does
SYMBOL_BULLET = re.compile(
    "[\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf02d\uf0a8\uf06e]"
)  # bullets of the fonts Symbol and Wingdings
LOST_ALONE = re.compile("(?<![^\\s])\0(?![^\\s])")
LOST_FL = re.compile("\0(?=uen|ow|at|ex|oor|y|ight|ash|oat)")
JUMP_GAP = 0.45  # where the content jumps to another place, a smaller gap separates


def read_pdf(data: bytes, *, file: str | None = None) -> Layout:
    """The lines of a PDF in reading order; raises ApplykitError for pictures only, passwords and damage."""
    pages: list[list[Line]] = []
    left = MAX_CHARACTERS
    with open_pdf_safely(data, file=file) as document:
        for number in range(len(document)):
            page = document[number]
            letters = read_letters(page, left)
            left -= len(letters)
            pages.append(page_lines(letters, read_links(page, document), number))
            page.close()
    if not any(pages):
        remedy = "Run it through text recognition (OCR) first, or import the Word file."
        raise ApplykitError(Problem("The PDF holds pictures only, no text.", remedy, file=file))
    layout = without_page_noise(pages)
    return replace(layout, doubts=unreadable(layout))


def unreadable(layout: Layout) -> tuple[str, ...]:
    """A doubt where the file's fonts do not say what its letters mean."""
    text = "".join(line.text for line in layout.lines)
    lost = len(re.findall("[\x00-\x1f\ufffd]", text))
    return ("many letters of the PDF cannot be read; import the Word file instead",) if lost * 30 > len(text) else ()


def page_lines(letters: list[Letter], links: list[Link], page: int) -> list[Line]:
    """A page's lines, columns one after the other, with bullets taken off and spaces above measured."""
    spaces = sum(letter.spaced for letter in letters)
    word_gap = WIDE_GAP if spaces * 14 > len(letters) else WORD_GAP
    rows = [line for group in baselines(letters) if (line := line_of(group, links, page, word_gap)).cells]
    lines = in_columns(rows)
    return [strip_bullet(line) for line in with_gaps(lines)]


def baselines(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Letters on one baseline, from the top of the page down, each from left to right."""
    ordered = sorted(letters, key=lambda letter: (-letter.y, letter.x, letter.order))
    groups: list[list[Letter]] = []
    for letter in ordered:
        if groups and groups[-1][0].y - letter.y <= max(1.5, 0.18 * groups[-1][0].style.size):
            groups[-1].append(letter)
        else:
            groups.append([letter])
    return [sorted(group, key=lambda letter: (letter.x, letter.order)) for group in beside(groups)]


def beside(groups: list[list[Letter]]) -> list[list[Letter]]:
    """Groups at nearly one height that do not overlap, such as a date a little higher than its line, as one."""
    merged: list[list[Letter]] = []
    for group in groups:
        above = merged[-1] if merged else []
        if above and above[0].y - group[0].y < 0.75 * group[0].style.size and not overlap(above, group):
            merged[-1] = above + group
        else:
            merged.append(group)
    return merged


def overlap(first: list[Letter], second: list[Letter]) -> bool:
    low, high = min(letter.x for letter in first), max(letter.right for letter in first)
    return any(letter.x < high + 3 and letter.right > low - 3 for letter in second)


def line_of(letters: list[Letter], links: list[Link], page: int, word_gap: float) -> Line:
    """One line: cells where the white space is wide, spaces where it is not."""
    cells: list[list[Letter]] = [[]]
    last: Letter | None = None
    for letter in letters:
        gap = letter.x - last.right if last else 0.0
        size = max(letter.style.size, last.style.size) if last else letter.style.size
        jumped = last is not None and not 0 <= letter.order - last.order <= 3
        if last and gap > size * (JUMP_GAP if jumped else CELL_GAP):
            cells.append([])
        cells[-1].append(letter)
        last = letter
    made = tuple(cell for group in cells if group and (cell := cell_of(group, links, word_gap)).text)
    return Line(made, page=page, top=letters[0].y if letters else 0.0)


def cell_of(letters: list[Letter], links: list[Link], word_gap: float) -> Cell:
    """Runs of one style each, with a space wherever letters stand apart."""
    groups: list[tuple[Style, str, list[str]]] = []
    last: Letter | None = None
    for letter in letters:
        space = " " if last and stands_apart(last, letter, word_gap) else ""
        address = address_at(letter, links) if links else ""
        if groups and groups[-1][0] == letter.style and groups[-1][1] == address:
            groups[-1][2].append(space + letter.text)
        else:
            if space and groups:
                groups[-1][2].append(" ")
            groups.append((letter.style, address, [letter.text]))
        last = letter
    runs = (Run(readable("".join(parts)), s.bold, s.italic, s.size, address) for s, address, parts in groups)
    return Cell(tuple(run for run in runs if run.text), letters[0].x, letters[-1].right, letters[0].y)


def stands_apart(last: Letter, letter: Letter, word_gap: float) -> bool:
    """Whether a space belongs between two letters: one is written, or white space tells."""
    return letter.spaced or letter.x - last.right > word_gap * min(letter.style.size, last.style.size)


def readable(text: str) -> str:
    """Text without icons; letters without a meaning in the file are a bullet alone, else most often `fi` or `fl`."""
    text = LOST_FL.sub("fl", PRIVATE_USE.sub(" ", SYMBOL_BULLET.sub("•", text)))
    return LOST_ALONE.sub("•", text).replace("\0", "fi")


def address_at(letter: Letter, links: list[Link]) -> str:
    middle = letter.y + letter.style.size * 0.3
    x = (letter.x + letter.right) / 2
    for link in links:
        if link.left - 1 <= x <= link.right + 1 and link.bottom - 1 <= middle <= link.top + 1:
            return link.address
    return ""


def usual_step(steps: list[float], size: float) -> float:
    """The distance of lines within a paragraph: the smallest that occurs often and leaves room for the letters."""
    counts = Counter(round(step * 2) / 2 for step in steps if step > 0.9 * size)
    often = [step for step, count in counts.items() if count >= max(2, 0.08 * len(steps))]
    return min(often, default=statistics.median_low(steps) if steps else 12.0)


def with_gaps(lines: list[Line]) -> list[Line]:
    """Lines with the space above each, measured in usual line distances of the page beyond the usual one."""
    steps = [
        above.top - below.top
        for above, below in itertools.pairwise(lines)
        if above.column == below.column and above.top > below.top
    ]
    sizes = [line.size for line in lines]
    usual = usual_step(steps, statistics.median_low(sizes) if sizes else 10.0)
    result = []
    for above, line in itertools.pairwise([None, *lines]):
        assert line is not None
        same = above is not None and above.column == line.column and above.top > line.top
        gap = (above.top - line.top) / usual - 1 if same and above is not None else 2.0
        result.append(replace(line, gap=round(gap, 2)))
    return result
