"""Where a finder's phrase begins and ends: names, brackets and initials whole, enumerations of known things apart.

The finder reads words; what is one name or several, lists and rules know better.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from applykit.posting.model import Span
from applykit.requirements.conditions.numbers import RANGE
from applykit.requirements.finder import FoundPhrase
from applykit.requirements.found import Found
from applykit.requirements.model import Kind
from applykit.requirements.wording import content_words

# Kinds of which a list is several requirements; personal qualities and movements are named in pairs.
LISTED = frozenset(Kind) - {Kind.SOFT, Kind.PHYSICAL}
BETWEEN = re.compile(r"(?i)\s*(?:[,/&]|\bor\b|\band\b|\band/or\b)(?:[\s,/&]|\bor\b|\band\b)*")
# An amount without its unit: "five (5) to", "Three (3) or more".
COUNT = re.compile(rf"(?i)\(?{RANGE}\)?(?:\s*(?:\+|or more|or|to|[-–—]))?\s*(?:more\s+)?")
# Words that name neither a level nor a field.
BARE = content_words("degree related equivalent education training accredited school field experience combination")
INSTITUTION = re.compile(
    r"\b(?:College|School|Department|Office|Division|Institute|Board|Faculty)s? (?:of|for) (?:the )?$"
)
INITIALS = re.compile(r"(?:\.[A-Za-z]\b)+\.?")  # what follows "Ph" in "Ph.D."


@dataclass(frozen=True, slots=True)
class Cut:
    """A phrase with other borders."""

    start: int
    end: int
    kind: str
    level: str
    score: float


def cut_phrases(phrases: Iterable[FoundPhrase], found: Sequence[Found], text: str) -> list[FoundPhrase]:
    """The phrases in order, none overlapping, with borders mended by what the finds and the signs around them say.

    `found` is in order of place.
    """
    told = (phrase for phrase in phrases if not says_nothing(phrase, text))
    ordered = sorted(join_hours(told, found), key=lambda phrase: (phrase.start, phrase.end, phrase.kind))
    edges = [0, *(phrase.start for phrase in ordered[1:]), len(text)]
    starts = [one.span.start for one in found]
    longest = max((one.span.end - one.span.start for one in found), default=0)
    cut: list[FoundPhrase] = []
    for number, phrase in enumerate(ordered):
        near = found[bisect_left(starts, phrase.start - longest) : bisect_left(starts, phrase.end)]
        free = Span(cut[-1].end if cut else 0, edges[number + 1])
        cut += split_branches(mend_borders(phrase, near, text, free), near, text)
    return cut


def says_nothing(phrase: FoundPhrase, text: str) -> bool:
    """Whether the phrase is a bare number, "a related degree", or "Business" of "the School of Business"."""
    if COUNT.fullmatch(text, phrase.start, phrase.end):
        return True
    if phrase.kind != Kind.EDUCATION:
        return False
    bare = content_words(text[phrase.start : phrase.end]) <= BARE
    return bare or bool(INSTITUTION.search(text, max(0, phrase.start - 30), phrase.start))


def join_hours(phrases: Iterable[FoundPhrase], found: Sequence[Found]) -> Iterator[FoundPhrase]:
    """The phrases, those within one rule's days and hours ("Monday to Friday, 8 am to 5 pm") as one."""
    hours = [one for one in found if one.rule == "days and hours"]
    within: dict[Found, list[FoundPhrase]] = {}
    for phrase in phrases:
        home = next((one for one in hours if one.span.start <= phrase.start and phrase.end <= one.span.end), None)
        if home is None or phrase.kind != Kind.SCHEDULE:
            yield phrase
        else:
            within.setdefault(home, []).append(phrase)
    for home, parts in within.items():
        surest = max(parts, key=lambda part: (part.score, -part.start))
        yield Cut(home.span.start, home.span.end, surest.kind, surest.level, surest.score)


def mend_borders(phrase: FoundPhrase, found: Sequence[Found], text: str, free: Span) -> FoundPhrase:
    """The phrase with its name, brackets and initials whole, as far as no other phrase stands there."""
    start, end = whole_name(Span(phrase.start, phrase.end), found, text, free)
    if initials := INITIALS.match(text, end, free.end):
        end = initials.end()
    opened, closed = text.count("(", start, end), text.count(")", start, end)
    if opened > closed and text[end : end + 1] == ")" and end < free.end:
        end += 1
    elif closed > opened and text[end - 1] == ")" and end - start > 1:
        end -= 1
    elif closed > opened and text[max(start - 1, free.start) : start] == "(":
        start -= 1
    return Cut(start, end, phrase.kind, phrase.level, phrase.score)


def whole_name(span: Span, found: Sequence[Found], text: str, free: Span) -> tuple[int, int]:
    """The span from the start of its amount, or that of the term it is cut out of without a blank: "QS/1" for "QS"."""
    for one in found:
        if not free.start <= one.span.start <= span.start < one.span.end <= free.end:
            continue
        before, behind = text[one.span.start : span.start], text[span.end : one.span.end]
        if one.origin == "rule" and COUNT.fullmatch(before):
            return one.span.start, span.end
        if one.origin == "lexicon" and before == before.rstrip() and behind == behind.lstrip():
            return one.span.start, max(span.end, one.span.end)
    return span.start, span.end


def split_branches(phrase: FoundPhrase, found: Sequence[Found], text: str) -> Iterator[FoundPhrase]:
    """The phrase, or what it enumerates, when it holds nothing but known things: "QS/1 or PioneerRx"."""
    parts = [
        one for one in found if phrase.start <= one.span.start and one.span.end <= phrase.end and one.kind in LISTED
    ]
    words = frozenset[str]().union(*(content_words(one.span.of(text)) for one in parts))
    apart = all(BETWEEN.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(parts))
    if len(parts) < 2 or not apart or content_words(text[phrase.start : phrase.end]) - words:
        yield phrase
        return
    for one in parts:
        yield Cut(one.span.start, one.span.end, phrase.kind, phrase.level, phrase.score)
