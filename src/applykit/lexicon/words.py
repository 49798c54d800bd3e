"""Cutting text into words and walls: the one place that decides what separates and what joins.

A term and a text are cut by the same function, so `C++/C#`, `C#/.NET`, `pick-and-pack`, "machine-learning",
"R.Ph." and "health care" need no spellings of their own. tests/cases/separators.yaml fixes the rules.
It stands where spaCy's English tokenizer would (text in, tokens with exact offsets out): that one keeps `C++/C#` and
"machine-learning" whole, takes four times as long, and building it costs 0.08 s of every start.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from applykit.lexicon.compounds import FIRST_PARTS, is_compound
from applykit.lexicon.stems import plain_key, stem_key

WALL = "|"  # stands for everything that no term reaches over


class Word(NamedTuple):
    """One word or wall of a text. `plain` and `stem` are its keys (see `stems`); a wall has WALL for both."""

    start: int
    end: int
    plain: str
    stem: str


ACCENTS = "\u0300-\u036f"
LETTER = rf"[^\W\d_][{ACCENTS}]*"
WORD = re.compile(
    rf"""(?P<dotted>(?<![\w.])(?:[^\W\d_]{{1,2}}\.){{1,4}}[^\W\d_]{{1,2}}(?![\w'’])\.?)  # R.Ph. B.S.N. e.g.
      | (?<![\w.])\.(?i:net)\b                                                       # .NET
      | (?:{LETTER})+(?:['’](?:s|S|t|re|ve|ll|d|m)\b)?(?:\+\+|\#|\+(?![\w+]))?(?:\((?:s|es|ies)\))?
      | \d+(?:[.,]\d+)*""",
    re.VERBOSE,
)
TRANSPARENT = frozenset(("a", "an", "the", "our", "your", "their", "its", "The", "Our", "Your", "Their", "Its"))
HYPHENS = frozenset("-\u2010\u2011\u2012\u2013")
GLUE = HYPHENS | frozenset("/._\\")
WITHOUT_QUOTES = str.maketrans("", "", "\"“”‘’'`*\u00ad\u200b\ufeff")
BARE = re.compile(r"\((?:s|es|ies)\)$|(?<=\w)\.")


def cut_words(text: str) -> list[Word]:
    """The words of `text` in order, walls between those that no term may reach over; offsets count characters."""
    words: list[Word] = []
    previous = 0
    opens = False  # whether the last word may be the first part of a compound
    for found in WORD.finditer(text):
        start, end = found.span()
        gap = text[previous:start]
        previous = end
        raw = found.group()
        joined = gap == " " or joins(gap, raw[0])  # mostly a blank, which need not be asked about
        if not joined:
            if words and words[-1].stem != WALL:
                words.append(Word(words[-1].end, start, WALL, WALL))
        elif "&" in gap and words:
            at = start - len(gap) + gap.index("&")
            words.append(Word(at, at + 1, "and", "and"))
        elif "<" in gap and text[end : end + 1] == ">":
            previous = end = end + 1
        if raw in TRANSPARENT and text[end : end + 1] not in GLUE:
            continue
        if joined and opens and (merged := merge_compound(words[-1], raw, end, text)):
            words[-1] = merged
            opens = False
        else:
            plain, stem, opens = keys_of(raw)
            words.append(Word(start, end, plain, stem))
    return words


def joins(gap: str, following: str) -> bool:
    """Whether a term may reach over `gap`, the characters between two words; `following` begins the second.

    Blanks join, so do one glued hyphen, slash, full stop or ampersand, and a line break inside a sentence (the next
    line begins in lower case). Everything else is a wall: commas, brackets, dashes and slashes between blanks.
    """
    bare = gap.translate(WITHOUT_QUOTES)
    core = bare.strip()
    if not core:
        return "\n" not in bare or (bare.count("\n") == 1 and following.islower())
    if core == "&" or (core == "<" and following.isdigit()):  # "USP <797>" is how the chapters are written
        return "\n" not in bare
    if core not in GLUE or "\n" in bare:
        return False
    return len(bare) == 1 or (core in HYPHENS and len(bare) == 2)


def merge_compound(last: Word, raw: str, end: int, text: str) -> Word | None:
    """The word that `last` and `raw` make together ("health care", "non-sterile"), or None."""
    first = text[last.start : last.end].casefold()
    between = text[last.end : end - len(raw)]
    if not is_compound(first, raw.casefold(), hyphen=between in HYPHENS):
        return None
    plain, stem, _ = keys_of(first + raw.casefold())
    return Word(last.start, end, plain, stem)


@lru_cache(maxsize=100_000)
def keys_of(raw: str) -> tuple[str, str, bool]:
    """The plain and the stem key of a word as written, "(s)" and the stops of "R.Ph." left out.

    The third tells whether the word may be the first part of a compound.
    """
    bare = BARE.sub("", raw)
    if len(bare) > 2 and bare[-1] == "s" and bare[:-1].isupper():
        bare = bare[:-1]  # "EHRs", "IVs"
    return plain_key(bare), stem_key(bare), raw.casefold() in FIRST_PARTS


def term_keys(text: str) -> tuple[tuple[str, str], ...]:
    """The keys of a term's words; walls inside a term count for nothing."""
    return tuple((word.plain, word.stem) for word in cut_words(text) if word.stem != WALL)
