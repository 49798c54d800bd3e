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


@dataclass(frozen=True, slots=True)
class _Columns:
    """Lines, longest first, as columns: the row of each place (longest, lines), from the line's start and from its end;
    and how many lines reach each place."""

    rows: NDArray[np.int64]
    turned: NDArray[np.int64]
    inside: NDArray[np.bool_]
    alive: list[int]


def _lay_columns(lines: list[tuple[int, int]]) -> _Columns:
    firsts, lengths = np.array(sorted(lines, key=lambda line: (-line[1], line[0]))).T
    places = np.arange(int(lengths[0]))[:, None]
    inside = places < lengths
    turned = np.where(inside, firsts + lengths - 1 - places, 0)
    return _Columns(np.where(inside, firsts + places, 0), turned, inside, [int(n) for n in inside.sum(axis=1)])


def _walk(weights: Floats, alive: list[int], moves: Floats, first: Floats) -> Floats:
    """Rows of a walk along the columns, each summing to one; `weights` as (longest, chains, lines, labels)."""
    walk = np.zeros_like(weights)
    walk[0] = weights[0] * first
    walk[0] /= walk[0].sum(axis=2, keepdims=True)
    for t in range(1, len(weights)):
        n = alive[t]
        row = (walk[t - 1, :, :n] @ moves) * weights[t, :, :n]
        np.divide(row, row.sum(axis=2, keepdims=True), out=walk[t, :, :n])
    return walk


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


def find_stretches(scores: Floats, lines: list[tuple[int, int]], steps: Floats, *, least: float) -> list[Stretches]:
    """The probable stretches within lines (first row, rows), for each network.

    `scores`: (networks, rows, LABEL_COUNT), `steps`: (networks, LABEL_COUNT, LABEL_COUNT). Lines and networks are
    worked on side by side; a stretch never leaves its line, since no step leads on from a line's last row.
    """
    penalties, start = allowed_steps()
    columns = _lay_columns(lines)
    several = len(scores)
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    moves = np.exp(steps + penalties)
    # The way back is a way forward over each line turned round, so that one walk does both.
    both = np.concatenate([weights[:, columns.rows], weights[:, columns.turned]])
    both = np.ascontiguousarray(both.transpose(1, 0, 2, 3))
    firsts = np.concatenate([np.tile(np.exp(start), (several, 1)), np.ones((several, LABEL_COUNT))])[:, None]
    walked = _walk(both, columns.alive, np.concatenate([moves, moves.transpose(0, 2, 1)]), firsts)
    flat = np.zeros((2, several, scores.shape[1] + 1, LABEL_COUNT))  # blank rows stay 0, so that nothing leads there
    for part, rows, there in zip(
        flat, (columns.rows, columns.turned), (slice(several), slice(several, None)), strict=True
    ):
        part[:, rows[columns.inside]] = walked[:, there].transpose(1, 0, 2, 3)[:, columns.inside]
    found = []
    for forth, back, move in zip(*flat, moves, strict=True):
        begin, from_begin, from_inside = _conditions(forth, back, move)
        found.append(_stretches(begin, from_begin, from_inside, least))
    return found


def _conditions(forth: Floats, back: Floats, moves: Floats) -> tuple[Floats, Floats, Floats]:
    """How likely a span begins at each row, and goes on from it as its first row and as a later one: (rows, kinds).

    `forth` weighs a row's label by all that stands before it, `back` by all that follows, each with the row's own
    score, and each but for a factor.
    """
    onward = back[1:] @ moves.T  # of each row, by what the rows after it say
    ended = onward.sum(axis=1, keepdims=True) == 0.0
    both = forth[:-1] * np.where(ended, 1.0, onward)
    begin = both[:, BEGIN] / both.sum(axis=1, keepdims=True).clip(1e-300)
    total = onward.clip(1e-300)
    from_begin, from_inside = (moves[first, INSIDE] * back[1:, INSIDE] / total[:, first] for first in (BEGIN, INSIDE))
    return begin, from_begin, from_inside
