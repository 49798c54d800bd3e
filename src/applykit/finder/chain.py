"""A linear chain over the labels of one line: how likely is every span, exactly.

Labels are O, then B and I for each kind: 0, 1 + 2k, 2 + 2k. The forward-backward recursions follow Rabiner (1989),
A tutorial on hidden Markov models, section III; the chain given its posterior is Markov again, so a span's
probability is a product of conditional steps.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from applykit.finder.kinds import KINDS

LABEL_COUNT = 1 + 2 * len(KINDS)
BEGIN = 1 + 2 * np.arange(len(KINDS))
INSIDE = BEGIN + 1
MAX_SPAN = 14
FORBIDDEN = -50.0
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Probable stretches of rows: first row, number of rows after it, and the probability of each kind (n, kinds)."""

    first: NDArray[np.int64]
    more: NDArray[np.int64]
    kinds: Floats


def join_stretches(several: list[Stretches]) -> Stretches:
    """All of them in one."""
    nothing = np.zeros(0, dtype=np.int64)
    return Stretches(
        np.concatenate([nothing, *(one.first for one in several)]),
        np.concatenate([nothing, *(one.more for one in several)]),
        np.concatenate([np.zeros((0, len(KINDS))), *(one.kinds for one in several)]),
    )


def allowed_steps() -> tuple[Floats, Floats]:
    """Penalties (LABEL_COUNT, LABEL_COUNT) and at the start (LABEL_COUNT): an I follows only its own B or I."""
    steps = np.zeros((LABEL_COUNT, LABEL_COUNT))
    start = np.zeros(LABEL_COUNT)
    for begin, inside in zip(BEGIN, INSIDE, strict=True):
        steps[:, inside] = FORBIDDEN
        steps[[begin, inside], inside] = 0.0
        start[inside] = FORBIDDEN
    return steps, start


def _pad(scores: list[Floats]) -> tuple[Floats, list[int]]:
    """Lines (longest first) as columns (longest, lines, LABEL_COUNT), and how many lines reach each row."""
    lengths = np.array([len(rows) for rows in scores])
    padded = np.zeros((int(lengths.max()), len(scores), LABEL_COUNT))
    for i, rows in enumerate(scores):
        padded[: len(rows), i] = np.exp(rows - rows.max(axis=1, keepdims=True))
    return padded, [int(n) for n in (lengths > np.arange(len(padded))[:, None]).sum(axis=1)]


def _forward(weights: Floats, alive: list[int], steps: Floats, start: Floats) -> Floats:
    forward = np.zeros_like(weights)
    forward[0] = weights[0] * start
    forward[0] /= forward[0].sum(axis=1, keepdims=True)
    for t in range(1, len(weights)):
        n = alive[t]
        row = (forward[t - 1, :n] @ steps) * weights[t, :n]
        forward[t, :n] = row / row.sum(axis=1, keepdims=True)
    return forward


def _backward(weights: Floats, alive: list[int], steps: Floats) -> Floats:
    backward = np.ones_like(weights)
    for t in range(len(weights) - 2, -1, -1):
        n = alive[t + 1]
        row = (weights[t + 1, :n] * backward[t + 1, :n]) @ steps.T
        backward[t, :n] = row / row.sum(axis=1, keepdims=True)
    return backward


def _stretches(begin: Floats, from_begin: Floats, from_inside: Floats, least: float) -> Stretches:
    """All stretches of rows (arrays (rows, kinds)) whose probability, summed over kinds, reaches `least`."""
    found = []
    reach = begin
    for length in range(min(MAX_SPAN, len(begin))):
        more = from_begin if length == 0 else from_inside[length:]
        ended = reach * (1.0 - more)
        first = np.flatnonzero(ended.sum(axis=1) >= least)
        found.append(Stretches(first, np.full(len(first), length), ended[first]))
        reach = (reach * more)[:-1]
    return join_stretches(found)


def find_stretches(scores: Floats, lines: list[tuple[int, int]], steps: Floats, *, least: float) -> Stretches:
    """The probable stretches within lines (first row, rows) of `scores` (rows, LABEL_COUNT).

    Lines are worked on side by side; a stretch never leaves its line, since no step leads on from a line's last row.
    """
    penalties, start = allowed_steps()
    ordered = sorted(lines, key=lambda line: (-line[1], line[0]))
    weights, alive = _pad([scores[row : row + n] for row, n in ordered])
    moves = np.exp(steps + penalties)
    forward = _forward(weights, alive, moves, np.exp(start))
    backward = _backward(weights, alive, moves)
    both = forward * backward
    begin = both[:, :, BEGIN] / both.sum(axis=2, keepdims=True).clip(1e-300)
    ahead = weights[1:] * backward[1:]
    total = (ahead @ moves.T).clip(1e-300)
    from_begin = np.zeros_like(begin)
    from_inside = np.zeros_like(begin)
    from_begin[:-1] = moves[BEGIN, INSIDE] * ahead[:, :, INSIDE] / total[:, :, BEGIN]
    from_inside[:-1] = moves[INSIDE, INSIDE] * ahead[:, :, INSIDE] / total[:, :, INSIDE]
    flat = np.zeros((3, len(scores), len(KINDS)))
    for i, (row, n) in enumerate(ordered):
        flat[:, row : row + n] = begin[:n, i], from_begin[:n, i], from_inside[:n, i]
    return _stretches(flat[0], flat[1], flat[2], least)
