"""Turns a posting into what the network reads: words, word parts and flags, one row a token."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from applykit.finder.outline import CUE_COUNT, ROLES, Line, Title, outline_lines
from applykit.finder.text import Token, smooth_text, split_lines
from applykit.finder.words import WordTable

_PLACE = 10  # five places from the start of a piece, five from its end
_SINGLE = 14
FLAG_COUNT = len(ROLES) + CUE_COUNT + _PLACE + _SINGLE
_NAME_SIZES = (4, 3, 2, 1)
_RUN = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One posting; a row per token and one blank row after each line, so that lines keep apart.

    words, shapes, tags: one string a row ("\\n" in blank rows); flags: float32 (rows, FLAG_COUNT); pieces: the row at
    which each piece begins (a blank row belongs to the piece before it); titles: a vector per heading (headings, vector
    size); titled: the heading of each row.
    """

    lines: list[Line]
    words: list[str]
    shapes: list[str]
    tags: list[str]
    flags: NDArray[np.float32]
    pieces: NDArray[np.int64]
    titles: NDArray[np.float32]
    titled: NDArray[np.int64]

    @property
    def starts(self) -> list[int]:
        """The row at which each line begins."""
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line.tokens) + 1)
        return starts[:-1]


@lru_cache(maxsize=20_000)
def shape_of(word: str) -> str:
    """Capitals as X, small letters as x, digits as d, runs cut to two."""
    kinds = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    return _RUN.sub(r"\1\1", kinds)


def match_products(tokens: list[Token], table: WordTable) -> list[tuple[int, bool]]:
    """For each token the code of the longest product name it lies in (0: none), and whether it begins that name."""
    codes: list[tuple[int, bool]] = [(0, False)] * len(tokens)
    words = [token.lower for token in tokens]
    i = 0
    while i < len(words):
        size = 0
        if words[i] in table.product_starts:
            size = next((n for n in _NAME_SIZES if " ".join(words[i : i + n]) in table.products), 0)
            size = min(size, len(words) - i)
        if size:
            code = table.products[" ".join(words[i : i + size])]
            codes[i : i + size] = [(code, k == 0) for k in range(size)]
        i += max(size, 1)
    return codes


def _single_flags(line: Line, seen: set[str], table: WordTable) -> Iterator[tuple[bool, ...]]:
    """What is told of each token alone."""
    depth = 0
    for token, (code, begins) in zip(line.tokens, match_products(line.tokens, table), strict=True):
        word = token.word
        if word in "()":
            depth = depth + 1 if word == "(" else max(0, depth - 1)
        capital = word[0].isupper()
        shouted = capital and len(word) > 1 and word.isupper()
        name = (code == 1, code == 1 and begins, code == 1 and word != token.lower, code == 2)
        yield (depth > 0, token.lower in seen, token.glued, capital, shouted, *name)


def _make_flags(lines: list[Line], table: WordTable) -> NDArray[np.float32]:
    """The flags of all tokens, and zeros for the blank row after each line."""
    lengths = np.array([len(line.tokens) for line in lines], dtype=np.int64)
    count = int(lengths.sum())
    flags = np.zeros((count + len(lines), FLAG_COUNT), dtype=np.float32)
    if not lines:
        return flags
    number = np.repeat(np.arange(len(lines)), lengths)  # of each token's line
    rows = np.arange(count) + number  # the tokens' rows: a blank one follows each line
    flags[rows, [role for line in lines for role in line.roles]] = 1.0
    place = len(ROLES) + CUE_COUNT
    sizes = np.array([piece.end - piece.start for line in lines for piece in line.pieces])
    flags[rows, len(ROLES) : place] = np.repeat([piece.cues for line in lines for piece in line.pieces], sizes, axis=0)
    ends = np.repeat(np.cumsum(sizes), sizes)
    to_end = ends - 1 - np.arange(count)
    flags[rows, place + np.minimum(np.repeat(sizes, sizes) - 1 - to_end, 4)] = 1.0
    flags[rows, place + 5 + np.minimum(to_end, 4)] = 1.0
    whole = place + _PLACE
    flags[rows, whole] = np.repeat([line.is_heading for line in lines], lengths)
    flags[rows, whole + 4] = number / len(lines)
    flags[rows, whole + 5 : whole + 8] = (len(lines) < 8, math.log1p(count) / 8, math.log1p(len(lines)) / 5)
    seen: set[str] = set()
    single: list[tuple[bool, ...]] = []
    for line in lines:
        single += _single_flags(line, seen, table)
        seen.update(token.lower for token in line.tokens if len(token.lower) > 3)
    alone = np.array(single, dtype=np.float32)
    flags[rows, whole + 1 : whole + 4], flags[rows, whole + 8 :] = alone[:, :3], alone[:, 3:]
    return flags


def encode_text(text: str, table: WordTable) -> Encoded:
    """The rows of a posting."""
    lines = outline_lines(split_lines(smooth_text(text), names=table.names))
    words: list[str] = []
    shapes: list[str] = []
    for line in lines:
        words += [*(token.lower for token in line.tokens), "\n"]
        shapes += [*(shape_of(token.word) for token in line.tokens), "\n"]
    tags = [table.tag_of(word) if word != "\n" else "\n" for word in words]
    return Encoded(lines, words, shapes, tags, _make_flags(lines, table), _piece_starts(lines), *_titles(lines, table))


def _piece_starts(lines: list[Line]) -> NDArray[np.int64]:
    starts: list[int] = []
    row = 0
    for line in lines:
        starts += [row + piece.start for piece in line.pieces]
        row += len(line.tokens) + 1
    return np.array(starts, dtype=np.int64)


def _titles(lines: list[Line], table: WordTable) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The mean vector of each heading's words, the first for none, and each row's heading."""
    rows: list[int] = []
    known: dict[Title, int] = {(): 0}
    for line in lines:
        rows += [known.setdefault(title, len(known)) for title in line.titles]
        rows.append(0)
    means = [table.vectors[[table.rows.get(word, 0) for word in title] or [0]].mean(axis=0) for title in known]
    return np.array(means, dtype=np.float32), np.array(rows, dtype=np.int64)
