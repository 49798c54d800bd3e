"""Chooses which of the probable spans to say, so that the expected agreement with a careful reader is greatest."""

import re
from bisect import bisect_left
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
    """For each candidate (sorted by start) the summed probability of the overlapping ones that it would answer."""
    masses = [candidate.probability for candidate in candidates]
    totals = list(masses)
    for i, one in enumerate(candidates):
        for j in range(i + 1, len(candidates)):
            other = candidates[j]
            if other.start >= one.end:
                break
            if shared_part(contents[i], contents[j]) >= 0.5:
                totals[i] += masses[j]
                totals[j] += masses[i]
    return totals


def _keep_apart(candidates: Sequence[Candidate], keys: Sequence[float]) -> list[int]:
    """Indexes of candidates that do not overlap, taken greedily by key, then by place."""
    taken: list[int] = []
    starts: list[int] = []  # of what is taken, sorted, with the ends beside them
    ends: list[int] = []
    for i in sorted(range(len(candidates)), key=lambda i: (-keys[i], candidates[i].start, candidates[i].end)):
        one = candidates[i]
        at = bisect_left(starts, one.start)
        if (at == 0 or ends[at - 1] <= one.start) and (at == len(starts) or starts[at] >= one.end):
            starts.insert(at, one.start)
            ends.insert(at, one.end)
            taken.append(i)
    return taken


def choose_spans(candidates: Sequence[Candidate], text: str, settings: dict[str, float]) -> list[Choice]:
    """The spans to say, in order of place; the same content said twice is said once, where it is most certain.

    `settings`: "weight" of the exact span beside its expected answers when overlapping ones compete, the least answers
    "keywords" and "conditions", and "same", the shared part from which two spans are one requirement.
    """
    ordered = sorted(candidates, key=lambda c: (c.start, c.end))
    contents = [content_of(text[c.start : c.end]) for c in ordered]
    answers = expected_answers(ordered, contents)
    keys = [answer + settings["weight"] * c.probability for answer, c in zip(answers, ordered, strict=True)]
    said: list[frozenset[str]] = []
    chosen: list[Choice] = []
    for i in sorted(_keep_apart(ordered, keys), key=lambda i: (-answers[i], ordered[i].start)):
        least = settings["conditions" if ordered[i].kind in CONDITION_KINDS else "keywords"]
        if answers[i] < least or any(shared_part(contents[i], other) >= settings["same"] for other in said):
            continue
        said.append(contents[i])
        chosen.append(Choice(ordered[i], answers[i]))
    return sorted(chosen, key=lambda choice: choice.candidate.start)
