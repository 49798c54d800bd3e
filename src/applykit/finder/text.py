"""Cuts a posting into lines of tokens that keep their place in the text."""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# UTF-8 read as Windows-1252 or Mac Roman, as scraped postings hold it; the longest sequences stand first.
_MOJIBAKE = (
    ("â€™", "'"), ("â€˜", "'"), ("â€œ", '"'), ("â€\x9d", '"'), ("â€“", "-"), ("â€”", "-"), ("â€¢", "•"),
    ("â€¦", "."), ("‚Äô", "'"), ("‚Äì", "-"), ("Ã©", "é"), ("Â\xa0", " "), ("Â·", "•"), ("â€", '"'),
)  # fmt: skip
_ODD_SPACE = "\\\u00a0\u200b\u200c\u200d\ufeff\u202f\u2009*`\t\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LOOKALIKES = str.maketrans(
    dict.fromkeys(_ODD_SPACE, " ") | dict.fromkeys("’‘´", "'") | dict.fromkeys("“”", '"') | dict.fromkeys("–—‐‑−", "-")
)
_TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:'[a-z]+)?(?:\+\+|#(?![A-Z]{3}))?|\d+(?:[.,]\d+)*|[^\sA-Za-zÀ-ÿ\d]")
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z])")
MAX_TOKENS = 600  # a longer line is cut: nothing is gained from one sentence of a thousand words


class Token(NamedTuple):
    """A word or sign: its place, its letters, these in lower case, and whether it stood glued to the one before."""

    start: int
    end: int
    word: str
    lower: str
    glued: bool


def smooth_text(text: str) -> str:
    """The text with look-alike signs made plain and every character still at its place (same length)."""
    if any(sign in text for sign in "â‚ÃÂ"):
        for wrong, right in _MOJIBAKE:
            text = text.replace(wrong, right + " " * (len(wrong) - len(right)))
    return text.translate(_LOOKALIKES)


@lru_cache(maxsize=20_000)
def _cut_points(word: str) -> tuple[int, ...]:
    """Where a word may be two words glued together ("yearsExperience")."""
    return tuple(match.start() for match in _GLUED.finditer(word))


def _tokens_of_line(line: str, offset: int, names: frozenset[str]) -> Iterator[Token]:
    for match in _TOKEN.finditer(line):
        word, at = match.group(), offset + match.start()
        lower = word.lower()
        if len(word) <= 5 or word == lower or lower in names or not _cut_points(word):
            yield Token(at, at + len(word), word, lower, False)
            continue
        edges = (0, *_cut_points(word), len(word))
        for first, last in itertools.pairwise(edges):
            yield Token(at + first, at + last, word[first:last], lower[first:last], first > 0)


def split_lines(text: str, *, names: frozenset[str] = frozenset()) -> list[list[Token]]:
    """The lines that hold a token, in order; `names` (small letters) are never cut at an inner capital."""
    lines: list[list[Token]] = []
    offset = 0
    for line in text.split("\n"):
        tokens = list(_tokens_of_line(line, offset, names))
        lines += [tokens[i : i + MAX_TOKENS] for i in range(0, len(tokens), MAX_TOKENS)]
        offset += len(line) + 1
    return lines
