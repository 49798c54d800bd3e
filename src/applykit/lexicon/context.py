"""Whether a matched term means what the entry means: letter case, borders, and the words around it."""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import NamedTuple

from applykit.lexicon.words import WALL, Word

SENTENCE_END = re.compile(r"\n|[.!?;](?=\s+[A-Z0-9•*\-–]|\s*$)")
NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
BESIDE_LETTER = frozenset(' \t\n\u00a0,/();:|•[]"“”')
SHOUTED = frozenset((
    "THE", "AND", "OF", "TO", "WITH", "FOR", "IN", "IS", "ARE", "YOU", "WE", "OUR", "YOUR", "MUST", "WILL", "BE", "OR",
    "ON", "AT", "BY", "AS",
))  # fmt: skip


class Row(NamedTuple):
    """A term as the compiled lexicon holds it (see `compile`)."""

    stems: str
    plain: str
    id: str
    exact: bool
    near: tuple[str, ...]
    not_near: tuple[str, ...]
    text: str


class Sentences:
    """Where the sentences and lines of a text begin and end, and which stems stand in them; found when asked for."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        self.words = words
        self.ends: list[int] | None = None

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence or line that holds start:end."""
        if self.ends is None:
            self.ends = [0, *(found.end() for found in SENTENCE_END.finditer(self.text)), len(self.text) + 1]
        first = bisect_right(self.ends, start) - 1
        last = bisect_left(self.ends, end, lo=first + 1)
        return self.ends[first], self.ends[last]

    def stems_around(self, start: int, end: int) -> str:
        """The stems of the words in the same sentence between blanks; start:end itself is a wall there."""
        first, last = self.around(start, end)
        begin = bisect_left(self.words, first, key=attrgetter("start"))
        found = ["", WALL]
        for word in self.words[begin:]:
            if word.start >= last:
                break
            if word.end <= start or word.start >= end:
                found.append(word.stem)
            elif found[-1] != WALL:
                found.append(WALL)
        return " ".join((*found, WALL, ""))

    def stands_in_own_line(self, start: int, end: int) -> bool:
        """Whether start:end is all that its line or bullet says: an item of a list."""
        begin = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        line = self.text[begin : stop if stop >= 0 else len(self.text)]
        return sum(map(str.isalnum, line)) == sum(map(str.isalnum, self.text[start:end]))


def objection(row: Row, text: str, start: int, end: int, plain: str, sentences: Sentences) -> str | None:
    """Why the term of `row`, found at start:end of `text`, does not count there; None where it does."""
    if row.plain and row.plain != plain:
        return f"a term of one word counts only in its own form and its plural ({row.text!r})"
    if not stands_alone(text, start, end):
        return "one or two letters need a blank, comma, slash or bracket on both sides"
    if row.exact and not same_case(row.text, text[start:end]):
        return f"it must be written {row.text!r}, letter for letter"
    if differs_by_capital_s(row.text, text[start:end]):
        return f"{text[start:end]!r} is another abbreviation than {row.text!r}"
    if row.exact and is_shouted(row, start, end, sentences):
        return "a short acronym does not count in a line of capitals"
    if (row.near or row.not_near) and not in_context(row, start, end, sentences):
        return "the words around it do not fit: " + describe_context(row)
    return None


def describe_context(row: Row) -> str:
    """The context rule of a term in words; the words are shown as the stems they are compared by."""
    wanted = f"one of {', '.join(row.near)}" if row.near else ""
    unwanted = f"none of {', '.join(row.not_near)}" if row.not_near else ""
    return " and ".join(part for part in (wanted, unwanted) if part)


def stands_alone(text: str, start: int, end: int) -> bool:
    """A term of one or two characters needs clear borders: no "C" in "C-suite", "R&D", "vitamin B12"."""
    if end - start > 2:
        return True
    if "&" in text[max(start - 2, 0) : start] + text[end : end + 2]:
        return False
    before = text[start - 1 : start]
    after = text[end : end + 2]
    stop = after[:1] == "." and not after[1:].strip()
    return (not before or before in BESIDE_LETTER) and (not after or after[0] in BESIDE_LETTER or stop)


def same_case(term: str, found: str) -> bool:
    """Letter for letter, separators aside; a plural s may follow an acronym."""
    wanted, written = NOT_ALPHANUMERIC.sub("", term), NOT_ALPHANUMERIC.sub("", found)
    return written in (wanted, wanted + "s")


def differs_by_capital_s(term: str, found: str) -> bool:
    """Abbreviations make their plural with a small s: CBCS is not CBC."""
    return term.isupper() and found.isupper() and term != found and term in (f"{found}S", found.removesuffix("S"))


def is_shouted(row: Row, start: int, end: int, sentences: Sentences) -> bool:
    """In a line of capitals a short acronym proves nothing: "WORK WITH IT TEAMS"."""
    if len(row.text) > 4 or row.near:
        return False
    first, last = sentences.around(start, end)
    line = sentences.text[first:last]
    return len(SHOUTED.intersection(line.split())) > 1 and not any(letter.islower() for letter in line)


def in_context(row: Row, start: int, end: int, sentences: Sentences) -> bool:
    """At least one `near` word and no `not_near` word stands in the same sentence or line.

    Alone in its line, as lists of skills have it, a term is what it says.
    """
    stems = sentences.stems_around(start, end)
    first, last = sentences.around(start, end)
    line = sentences.text[first:last]
    if any(stands_in(word, stems, line) for word in row.not_near):
        return False
    if not row.near or any(stands_in(word, stems, line) for word in row.near):
        return True
    return sentences.stands_in_own_line(start, end)


def stands_in(context: str, stems: str, line: str) -> bool:
    """Whether a context word or phrase stands among the stems; a sign is looked for as written."""
    if not any(letter.isalnum() for letter in context):
        return context in line
    return f" {context} " in stems
