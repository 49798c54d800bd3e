"""Where the words of a PDF page stand: its lines from top to bottom, and whether they stand in columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from applykit.documents.check.words import section_of

LINE_STEP = 2.5  # points; baselines closer than this are one line's
WORD_GAP = 0.25  # of the letters' size; white wider than this parts words, letters have up to a fifth around them
GUTTER = 10.0  # points of white between columns
STEP = 6.0  # points from one place where a gutter is looked for to the next
CROSSING = 0.12  # the share of lines that may cross the gutter of two columns, such as a head above them
SIDEBAR_LINES, SIDEBAR_CROSSING = 6, 0.05
# The share of a sidebar's lines that stand beside no line of the text; labels and dates of one column all do.
OUT_OF_STEP = 0.3
CONTACT = frozenset(("contact", "contacts", "contact details", "details", "personal details", "profiles", "links"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of text with its left and right end, its baseline and the size of its letters, in points."""

    left: float
    right: float
    baseline: float
    size: float
    text: str


Line = tuple[Placed, ...]


def group_lines(placed: Sequence[Placed]) -> list[Line]:
    """The lines from top to bottom, each from left to right."""
    lines: list[list[Placed]] = []
    for item in sorted(placed, key=lambda item: (-item.baseline, item.left)):
        if lines and abs(lines[-1][0].baseline - item.baseline) <= LINE_STEP:
            lines[-1].append(item)
        else:
            lines.append([item])
    return [tuple(sorted(line, key=lambda item: (item.left, item.right))) for line in lines]


def words_of(line: Sequence[Placed]) -> str:
    """A line's text, with a space wherever there is white between two pieces."""
    text, end = "", 0.0
    for item in line:
        apart = bool(text) and item.left - end > WORD_GAP * item.size
        text += (" " if apart else "") + item.text
        end = item.right
    return " ".join(text.split())


def count_columns(lines: Sequence[Line], width: float) -> int:
    """2 where a page's text stands in two columns or beside a sidebar, else 1."""
    places = [STEP * number for number in range(round(width * 0.15 / STEP), round(width * 0.85 / STEP))]
    return 2 if any(has_columns(lines, place) or has_sidebar(lines, place) for place in places) else 1


def letters(items: Sequence[Placed]) -> int:
    return sum(len(item.text.strip()) for item in items)


@dataclass(frozen=True, slots=True)
class Split:
    """What of a line stands on the two sides of a gutter, and whether anything crosses it."""

    sides: tuple[Line, Line]
    crosses: bool


def split_at(line: Line, gutter: float) -> Split:
    left = tuple(item for item in line if item.right <= gutter)
    right = tuple(item for item in line if item.left >= gutter + GUTTER)
    return Split((left, right), len(left) + len(right) < len(line))


def has_columns(lines: Sequence[Line], gutter: float) -> bool:
    """Whether a white gutter parts most lines into halves that both hold running text."""
    splits = [split_at(line, gutter) for line in lines]
    left, right = (sum(letters(split.sides[side]) for split in splits) for side in (0, 1))
    crossing = sum(split.crosses for split in splits)
    return left + right > 400 and crossing <= CROSSING * len(lines) and min(left, right) > 0.2 * (left + right)


def has_sidebar(lines: Sequence[Line], gutter: float) -> bool:
    """Whether one side of a gutter holds a section of its own, with lines that follow their own rhythm."""
    splits = [split_at(line, gutter) for line in lines]
    return is_sidebar(splits, 0) or is_sidebar(splits, 1)


def is_sidebar(splits: Sequence[Split], side: int) -> bool:
    filled = [number for number, split in enumerate(splits) if split.sides[side]]
    if len(filled) < SIDEBAR_LINES:
        return False
    beside = splits[filled[0] : filled[-1] + 1]
    texts = [words_of(split.sides[side]) for split in beside if split.sides[side]]
    if not any(section_of(text) or text.casefold().strip(" :") in CONTACT for text in texts):
        return False
    alone = sum(1 for split in beside if split.sides[side] and not split.sides[1 - side])
    crossing = sum(split.crosses for split in beside)
    main = sum(letters(split.sides[1 - side]) for split in beside)
    is_beside = crossing <= SIDEBAR_CROSSING * len(beside) and main > sum(map(len, texts))
    return is_beside and alone >= OUT_OF_STEP * len(texts)
