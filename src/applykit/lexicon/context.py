"""Whether a matched term means what the entry means: letter case, borders, and the words around it."""

import re
from bisect import bisect_left, bisect_right
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from applykit.lexicon.words import WALL, Word

SENTENCE_END = re.compile(r"\n|[.!?;](?=\s+[A-Z0-9•*\-–]|\s*$)")
NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
BESIDE_LETTER = frozenset(' \t\n\u00a0,/();:|•[]"“”')
SHOUTED = frozenset((
    "THE", "AND", "OF", "TO", "WITH", "FOR", "IN", "IS", "ARE", "YOU", "WE", "OUR", "YOUR", "MUST", "WILL", "BE", "OR",
    "ON", "AT", "BY", "AS",
))  # fmt: skip


class ContextWords(NamedTuple):
    """The `near` or `not_near` words of a term: single stems, phrases of several, and signs as written."""

    words: frozenset[str]
    phrases: tuple[str, ...]
    signs: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.signs)

    def stand_in(self, around: "Around") -> bool:
        """Whether any of them stands around a term."""
        return (
            not (self.words.isdisjoint(around.before) and self.words.isdisjoint(around.behind))
            or any(f" {phrase} " in around.joined() for phrase in self.phrases)
            or any(sign in around.line for sign in self.signs)
        )

    def hold_term(self, around: "Around") -> bool:
        """Whether a phrase that the term is part of stands there: "leadership team" round "leadership"."""
        return any(f" {phrase} " in around.whole() for phrase in self.phrases)

    def __str__(self) -> str:
        return ", ".join(sorted((*self.words, *self.phrases, *self.signs)))


@lru_cache(maxsize=4096)
def sort_context(units: tuple[str, ...]) -> ContextWords:
    """Context words by how they are looked for; the terms of an entry mostly share theirs, hence remembered."""
    signs = tuple(unit for unit in units if not any(map(str.isalnum, unit)))
    spoken = [unit for unit in units if unit not in signs]
    return ContextWords(
        frozenset(unit for unit in spoken if " " not in unit), tuple(unit for unit in spoken if " " in unit), signs
    )


class Row(NamedTuple):
    """A term as the compiled lexicon holds it (see `compile`)."""

    stems: str
    plain: str
    id: str
    exact: bool
    near: ContextWords
    not_near: ContextWords
    text: str


class Place(NamedTuple):
    """Where a term's words stand: characters start:end, words first:last."""

    start: int
    end: int
    first: int
    last: int


class Around(NamedTuple):
    """The sentence or line of a term: the stems before it, its own, those behind it, and the line as written."""

    before: list[str]
    own: list[str]
    behind: list[str]
    line: str

    def joined(self) -> str:
        """The stems in order between blanks; the term itself is a wall."""
        return " ".join(("", WALL, *self.before, WALL, *self.behind, WALL, ""))

    def whole(self) -> str:
        """The same with the term among them."""
        return " ".join(("", WALL, *self.before, *self.own, *self.behind, WALL, ""))


class Sentences:
    """Where the sentences and lines of a text begin and end, and which stems stand in them; found when asked for."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        self.words = words
        self.stems = [word.stem for word in words]
        self.ends: list[int] | None = None

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The sentence or line that holds start:end."""
        if self.ends is None:
            self.ends = [0, *(found.end() for found in SENTENCE_END.finditer(self.text)), len(self.text) + 1]
        first = bisect_right(self.ends, start) - 1
        last = bisect_left(self.ends, end, lo=first + 1)
        return self.ends[first], self.ends[last]

    def around(self, place: Place) -> Around:
        """What stands in the same sentence or line."""
        start, end = self.bounds(place.start, place.end)
        begin, stop = place.first, place.last
        while begin and self.words[begin - 1].start >= start:
            begin -= 1
        while stop < len(self.words) and self.words[stop].start < end:
            stop += 1
        own = self.stems[place.first : place.last]
        return Around(self.stems[begin : place.first], own, self.stems[place.last : stop], self.text[start:end])

    def stands_in_own_line(self, place: Place) -> bool:
        """Whether the term is all that its line or bullet says: an item of a list."""
        begin = self.text.rfind("\n", 0, place.start) + 1
        stop = self.text.find("\n", place.end)
        rest = self.text[begin : place.start] + self.text[place.end : stop if stop >= 0 else len(self.text)]
        return not any(map(str.isalnum, rest))


class Objection(Enum):
    """The rules by which a term whose words stand in a text does not count there, in the order they are asked."""

    FORM = "a term of one word counts only in its own form and its plural ({term!r})"
    BORDERS = "one or two letters need a blank, comma, slash or bracket on both sides"
    LETTERS = "it must be written {term!r}, letter for letter"
    PLURAL = "{found!r} is another abbreviation than {term!r}"
    SHOUTED = "a short acronym does not count in a line of capitals"
    SENSE = "the words around it speak of something else: {unwanted}"
    CONTEXT = "none of the words that belong to it stand around it: {wanted}"

    def describe(self, row: Row, found: str) -> str:
        """The rule in words for the term of `row`, found as `found`."""
        return self.value.format(term=row.text, found=found, wanted=row.near, unwanted=row.not_near)


def object_to(row: Row, text: str, place: Place, sentences: Sentences) -> Objection | None:
    """The first rule against the term of `row` at `place` of `text`; None where it counts."""
    if row.plain and row.plain != sentences.words[place.first].plain:
        return Objection.FORM
    if place.end - place.start <= 2 and not stands_alone(text, place.start, place.end):
        return Objection.BORDERS
    if row.exact and not same_case(row.text, text[place.start : place.end]):
        return Objection.LETTERS
    if row.text.isupper() and differs_by_capital_s(row.text, text[place.start : place.end]):
        return Objection.PLURAL
    if row.exact and is_shouted(row, place, sentences):
        return Objection.SHOUTED
    return object_to_context(row, place, sentences) if row.near or row.not_near else None


def object_to_context(row: Row, place: Place, sentences: Sentences) -> Objection | None:
    """At least one `near` word and no `not_near` word stands in the same sentence or line.

    A `not_near` phrase may have the term in it. Alone in its line, as lists of skills have it, a term is what it says.
    """
    around = sentences.around(place)
    if row.not_near.stand_in(around) or row.not_near.hold_term(around):
        return Objection.SENSE
    if not row.near or row.near.stand_in(around) or sentences.stands_in_own_line(place):
        return None
    return Objection.CONTEXT


def stands_alone(text: str, start: int, end: int) -> bool:
    """A term of one or two characters needs clear borders: no "C" in "C-suite", "R&D", "vitamin B12"."""
    if "&" in text[max(start - 2, 0) : start] + text[end : end + 2]:
        return False
    before = text[start - 1 : start]
    after = text[end : end + 2]
    stop = after[:1] == "." and not after[1:].strip()
    return (not before or before in BESIDE_LETTER) and (not after or after[0] in BESIDE_LETTER or stop)


def same_case(term: str, found: str) -> bool:
    """Letter for letter, separators aside; a plural s may follow an acronym."""
    if term == found:
        return True
    wanted, written = NOT_ALPHANUMERIC.sub("", term), NOT_ALPHANUMERIC.sub("", found)
    return written in (wanted, wanted + "s")


def differs_by_capital_s(term: str, found: str) -> bool:
    """An abbreviation makes its plural with a small s: CBCS is not CBC."""
    return term != found and found.isupper() and term in (f"{found}S", found.removesuffix("S"))


def is_shouted(row: Row, place: Place, sentences: Sentences) -> bool:
    """In a line of capitals a short acronym proves nothing: "WORK WITH IT TEAMS"."""
    if len(row.text) > 4 or row.near:
        return False
    first, last = sentences.bounds(place.start, place.end)
    line = sentences.text[first:last]
    return line.isupper() and len(SHOUTED.intersection(line.split())) > 1
