"""The probabilities of spans against every labelling written out."""

import itertools

import numpy as np
import pytest

from applykit.finder.chain import BEGIN, INSIDE, LABEL_COUNT, allowed_steps, find_stretches, join_stretches
from applykit.finder.kinds import KINDS


def paths(n: int) -> list[tuple[int, ...]]:
    """All allowed labellings of n tokens with O and the first two kinds."""
    steps, start = allowed_steps()
    labels = [0, int(BEGIN[0]), int(INSIDE[0]), int(BEGIN[1]), int(INSIDE[1])]
    return [
        path
        for path in itertools.product(labels, repeat=n)
        if start[path[0]] == 0 and all(steps[a, b] == 0 for a, b in itertools.pairwise(path))
    ]


def spans_in(path: tuple[int, ...]) -> set[tuple[int, int, int]]:
    found = set()
    for i, label in enumerate(path):
        if label in BEGIN:
            end = i
            while end + 1 < len(path) and path[end + 1] == label + 1:
                end += 1
            found.add((i, end - i, (label - 1) // 2))
    return found


@pytest.mark.parametrize("n", [1, 2, 4])
def test_span_probabilities_equal_the_sum_over_all_labellings(n: int) -> None:
    random = np.random.default_rng(n)
    scores = np.full((n + 3, LABEL_COUNT), -40.0)
    scores[:, :5] = random.normal(size=(n + 3, 5))
    steps = random.normal(size=(LABEL_COUNT, LABEL_COUNT))
    weights: dict[tuple[int, int, int], float] = {}
    total = 0.0
    for path in paths(n):
        score = sum(scores[i, label] for i, label in enumerate(path))
        weight = float(np.exp(score + sum(steps[a, b] for a, b in itertools.pairwise(path))))
        total += weight
        for span in spans_in(path):
            weights[span] = weights.get(span, 0.0) + weight
    other = random.normal(size=scores.shape)
    both = np.array([scores, other]), np.array([steps, steps.T])
    found, apart = find_stretches(both[0], [(0, n), (n + 1, 2)], both[1], least=0.0)
    (alone,) = find_stretches(other[None], [(0, n), (n + 1, 2)], steps.T[None], least=0.0)
    assert np.array_equal(apart.kinds, alone.kinds)
    seen = {
        (int(first), int(more), kind): float(found.kinds[i, kind])
        for i, (first, more) in enumerate(zip(found.first, found.more, strict=True))
        for kind in (0, 1)
        if first < n
    }
    for span, weight in weights.items():
        assert seen[span] == pytest.approx(weight / total, abs=1e-9)


def test_unlikely_spans_are_left_out() -> None:
    scores = np.zeros((3, LABEL_COUNT))
    scores[:, 0] = 20.0
    (found,) = find_stretches(scores[None], [(0, 3)], np.zeros((1, LABEL_COUNT, LABEL_COUNT)), least=0.01)
    assert len(found.first) == 0
    assert join_stretches([]).kinds.shape == (0, len(KINDS))
