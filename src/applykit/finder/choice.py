"""Chooses which of the probable spans to say, so that the expected agreement with a careful reader is greatest."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from applykit.finder.kinds import CONDITION_KINDS

# Words that do not tell two requirements apart.
_EMPTY_WORDS = """
a an the of in on at to for with and or by from as is are be your our their its this that any all other such than
ability able knowledge experience experienced skill skills strong excellent good great proven demonstrated working
understanding proficiency proficient familiarity familiar including required requirement preferred must minimum least
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_EXACTNESS = 0.1  # what likely borders are worth beside the answer itself
_KNOWN = 0.25  # what is taken off the price of a span that says what a list or a rule saw there, by the part shared
_WORD = re.compile(r"[a-z0-9]+(?:[+#]+)?")
_ENDINGS = (("ies", "y", 5), ("ing", "", 6), ("ed", "", 5), ("es", "", 5), ("s", "", 4))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of the text, its likeliest kind and level, and how likely exactly this span is, of whatever kind."""

    start: int
    end: int
    kind: str
    level: str
    probability: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate that was chosen, with the expected number of wanted spans that it answers (0 to about 1)."""

    candidate: Candidate
    answers: float


def stem_word(word: str) -> str:
    """A word without plural, -ing and -ed endings and without a last e, crudely, for comparing only."""
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            stem = word[: -len(ending)]
            return stem + instead if instead else stem.rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


@lru_cache(maxsize=50_000)
def content_of(quote: str) -> frozenset[str]:
    """The stems of the words that carry the meaning; all words when none does."""
    words = _WORD.findall(quote.casefold())
    telling = [word for word in words if word not in _EMPTY] or words
    return frozenset(map(stem_word, telling))


def shared_part(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the longer one's content that the two share."""
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0


def expected_answers(candidates: Sequence[Candidate], contents: Sequence[frozenset[str]]) -> list[float]:
    """How many wanted spans each candidate (sorted by start) may be expected to answer, at most 1.

    Its own probability, and that of each overlapping candidate that it would answer, by the part of content they share.
    """
    totals = [candidate.probability for candidate in candidates]
    for i, one in enumerate(candidates):
        for j in range(i + 1, len(candidates)):
            if candidates[j].start >= one.end:
                break
            part = shared_part(contents[i], contents[j])
            if part >= 0.5:
                totals[i] += part * candidates[j].probability
                totals[j] += part * one.probability
    return [min(1.0, total) for total in totals]


def known_parts(
    candidates: Sequence[Candidate], contents: Sequence[frozenset[str]], known: Sequence[tuple[int, int]], text: str
) -> list[float]:
    """The part of each candidate's content (sorted by start) that an overlapping known span says too; 0 below half."""
    starts = [candidate.start for candidate in candidates]
    longest = max((candidate.end - candidate.start for candidate in candidates), default=0)
    parts = [0.0] * len(candidates)
    for start, end in known:
        content = content_of(text[start:end])
        for i in range(bisect_left(starts, start - longest), bisect_left(starts, end)):
            if candidates[i].end > start:
                part = shared_part(contents[i], content)
                parts[i] = max(parts[i], part if part >= 0.5 else 0.0)
    return parts


def best_apart(candidates: Sequence[Candidate], gains: Sequence[float]) -> list[int]:
    """Indexes of the candidates that do not overlap and whose gains add up to most (weighted interval scheduling)."""
    order = sorted(range(len(candidates)), key=lambda i: (candidates[i].end, candidates[i].start, i))
    ends = [candidates[i].end for i in order]
    best = [0.0]
    before: list[int] = []  # for each place: how many candidates may stand before this one; -1 when it is left out
    for place, i in enumerate(order):
        free = bisect_right(ends, candidates[i].start, 0, place)
        gained = best[free] + gains[i]
        taken = gained > best[place] + 1e-12
        before.append(free if taken else -1)
        best.append(gained if taken else best[place])
    chosen = []
    place = len(order)
    while place:
        if before[place - 1] < 0:
            place -= 1
        else:
            chosen.append(order[place - 1])
            place = before[place - 1]
    return chosen[::-1]


def choose_spans(
    candidates: Sequence[Candidate], text: str, settings: dict[str, float], known: Sequence[tuple[int, int]] = ()
) -> list[Choice]:
    """The spans to say, in order of place; the same content said twice is said once, where it is most certain.

    What is wanted is the set with the greatest expected F1, so every span has to earn a price, about half the F1
    that can be reached (Lewis 1995, Evaluating and optimizing autonomous text classification systems).
    `settings`: the price of "keywords" and of "conditions", and "same", the shared part from which two spans are one
    requirement. `known`: places (start, end) where lists and rules saw something; saying the same is cheaper there.
    """
    ordered = sorted(candidates, key=lambda c: (c.start, c.end, -c.probability, c.kind, c.level))
    contents = [content_of(text[c.start : c.end]) for c in ordered]
    answers = expected_answers(ordered, contents)
    prices = [settings["conditions" if c.kind in CONDITION_KINDS else "keywords"] for c in ordered]
    parts = known_parts(ordered, contents, known, text)
    gains = [
        answer + _EXACTNESS * one.probability + _KNOWN * part - price
        for answer, one, part, price in zip(answers, ordered, parts, prices, strict=True)
    ]
    apart = best_apart(ordered, gains)
    said: list[frozenset[str]] = []
    chosen: list[Choice] = []
    for i in sorted(apart, key=lambda i: (-answers[i], ordered[i].start)):
        if all(shared_part(contents[i], other) < settings["same"] for other in said):
            said.append(contents[i])
            chosen.append(Choice(ordered[i], answers[i]))
    return sorted(chosen, key=lambda choice: choice.candidate.start)
