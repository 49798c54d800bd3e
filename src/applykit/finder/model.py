"""The finder: loads the shipped numbers once and reads postings with them."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from applykit.finder.chain import MAX_SPAN, Stretches, find_stretches, join_stretches
from applykit.finder.choice import Candidate, choose_spans
from applykit.finder.features import Encoded, encode_text
from applykit.finder.kinds import KINDS, LEVELS
from applykit.finder.network import Weights, load_weights, make_inputs
from applykit.finder.outline import ROLES
from applykit.finder.words import WORDS_FILE, WordTable, load_words

Floats = NDArray[np.float64]
Floats32 = NDArray[np.float32]
WEIGHTS_FILE = Path(__file__).with_name("weights.npz")
LEAST = 0.01  # spans less likely than this add nothing to what is expected
_NEVER_FIRST = frozenset("-•,;:./&)!?|")
_NEVER_LAST = frozenset("-•,;:./&(!?|")
_SILENT_ROLES = frozenset({"offer", "equal_opportunity", "how_to_apply"})


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """text[start:end] asks for something of this kind at this level; `score` is how surely, 0 to 1."""

    start: int
    end: int
    kind: str
    level: str
    score: float


@dataclass(frozen=True, slots=True)
class Finder:
    """Trained numbers together with the word table they were trained with."""

    weights: Weights
    table: WordTable

    def candidates(self, text: str) -> list[Candidate]:
        """Every span with some probability, by start; the networks' probabilities averaged."""
        encoded = encode_text(text, self.table)
        if not encoded.lines:
            return []
        inputs = make_inputs(encoded, self.weights.vocabulary, self.table)
        lines = list(zip(encoded.starts, (len(line.tokens) for line in encoded.lines), strict=True))
        scores = [network.run(inputs) for network in self.weights.networks]
        labels = np.array([labels for labels, _ in scores], dtype=np.float64)
        stretches = find_stretches(labels, lines, np.array(self.weights.steps), least=LEAST)
        votes = zip(stretches, (_certainty(levels) for _, levels in scores), strict=True)
        return list(_count_votes(encoded, list(votes)))

    def find_spans(
        self, text: str, sections: Sequence[tuple[int, int, str]] = (), known: Sequence[tuple[int, int]] = ()
    ) -> tuple[FoundSpan, ...]:
        """The spans of what a posting asks for, by start; none overlap, none repeats another's content."""
        return tuple(
            FoundSpan(
                choice.candidate.start,
                choice.candidate.end,
                choice.candidate.kind,
                choice.candidate.level,
                round(choice.answers, 4),
            )
            for choice in choose_spans(
                self.candidates(_without_silent(text, sections)), text, self.weights.settings, known
            )
        )


def _certainty(levels: Floats32) -> Floats:
    """Level scores as probabilities, summed up to each row (rows + 1, levels), so that means of stretches are cheap."""
    certain = np.exp((levels - levels.max(axis=1, keepdims=True)).astype(np.float64))
    certain /= certain.sum(axis=1, keepdims=True)
    return np.concatenate([np.zeros((1, certain.shape[1])), np.cumsum(certain, axis=0)])


def _count_votes(encoded: Encoded, votes: list[tuple[Stretches, Floats]]) -> Iterator[Candidate]:
    """Candidates by start: kinds averaged over the networks, levels weighted by how likely each thinks the span."""
    joined = join_stretches([stretches for stretches, _ in votes])
    levels = np.concatenate(
        [
            s.kinds.sum(axis=1, keepdims=True) * (sums[s.first + s.more + 1] - sums[s.first]) / (s.more + 1)[:, None]
            for s, sums in votes
        ]
    )
    places, which = np.unique(joined.first * MAX_SPAN + joined.more, return_inverse=True)
    kinds = np.zeros((len(places), len(KINDS)))
    hints = np.zeros((len(places), len(LEVELS)))
    np.add.at(kinds, which, joined.kinds / len(votes))
    np.add.at(hints, which, levels)
    tokens = [token for line in encoded.lines for token in (*line.tokens, None)]
    roles = [role for line in encoded.lines for role in (*line.roles, 0)]
    chances, best = kinds.sum(axis=1).tolist(), kinds.argmax(axis=1).tolist()
    for i, place in enumerate(places.tolist()):
        first, more = divmod(place, MAX_SPAN)
        start, end = tokens[first], tokens[first + more]
        if start and end and start.word not in _NEVER_FIRST and end.word not in _NEVER_LAST:
            level = level_under(roles[first], LEVELS[int(hints[i].argmax())])
            yield Candidate(start.start, end.end, KINDS[best[i]], level, chances[i])


def level_under(role: int, level: str) -> str:
    """The level, given the heading's role: what stands under "Preferred qualifications" is not required."""
    return "preferred" if level == "required" and ROLES[role] == "preferred" else level


def _without_silent(text: str, sections: Sequence[tuple[int, int, str]]) -> str:
    """The text with blanks, in the same number, for the sections in which nothing is asked for."""
    for start, end, role in sections:
        if role in _SILENT_ROLES:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=1)
def shipped_fingerprint() -> str:
    """A hash of the shipped numbers and words: other ones find other things."""
    digest = hashlib.sha256()
    for path in (WEIGHTS_FILE, WORDS_FILE):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def load_finder() -> Finder:
    """The shipped finder, loaded when it is first asked for."""
    return Finder(load_weights(WEIGHTS_FILE), load_words())


def find_spans(
    text: str, sections: Sequence[tuple[int, int, str]] = (), known: Sequence[tuple[int, int]] = ()
) -> tuple[FoundSpan, ...]:
    """What the cleaned text of a posting asks for, by start.

    `sections` are (start, end, role) as the posting stage reads them; spans in `offer`, `equal_opportunity` and
    `how_to_apply` sections are left out. `known` are places (start, end) where lists or rules saw something: the
    finder is readier to see the same there. Spans lie within a line, never overlap, and no two say the same.
    """
    return load_finder().find_spans(text, sections, known)
