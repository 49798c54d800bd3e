"""Labelled postings as tensors, several in one long row with blank rows between them."""

# torch and its company are for training only, and may be absent where types are checked.
# mypy: allow-subclassing-any
# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call,no-any-return,operator"

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from applykit.finder.chain import BEGIN, INSIDE
from applykit.finder.features import Encoded, encode_text
from applykit.finder.gold import LabelledPosting, spread_labels
from applykit.finder.kinds import KINDS, LEVELS
from applykit.finder.network import PARTS, Inputs, Vocabulary, make_inputs
from applykit.finder.words import WordTable

GAP = 8  # blank rows between postings: as far as the convolutions see
LONGEST = 120  # longer lines are cut for the chain's loss
UNKNOWN = -100


@dataclass(frozen=True, slots=True)
class Example:
    """One posting: the inputs, for each row its label and level (UNKNOWN where none is known), and the lines' rows."""

    inputs: Inputs
    labels: NDArray[np.int64]
    levels: NDArray[np.int64]
    lines: list[tuple[int, int]]


def _mark(encoded: Encoded, posting: LabelledPosting) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    labels = np.zeros(len(encoded.words), dtype=np.int64)
    levels = np.full(len(encoded.words), UNKNOWN, dtype=np.int64)
    rows = [
        (token.start, token.end, start + i)
        for start, line in zip(encoded.starts, encoded.lines, strict=True)
        for i, token in enumerate(line.tokens)
    ]
    for label in sorted(spread_labels(posting), key=lambda label: label.start):
        covered = [row for start, end, row in rows if start < label.end and end > label.start]
        kind = KINDS.index(label.kind)
        labels[covered] = INSIDE[kind]
        labels[covered[:1]] = BEGIN[kind]
    for label in posting.labels:
        covered = [row for start, end, row in rows if start < label.end and end > label.start]
        levels[covered] = LEVELS.index(label.level)
    return labels, levels


def _cut(encoded: Encoded) -> list[tuple[int, int]]:
    pieces = []
    for start, line in zip(encoded.starts, encoded.lines, strict=True):
        n = len(line.tokens)
        pieces += [(start + i, min(LONGEST, n - i)) for i in range(0, n, LONGEST)]
    return pieces


def make_example(posting: LabelledPosting, encoded: Encoded, vocabulary: Vocabulary, table: WordTable) -> Example:
    """The arrays of one posting."""
    labels, levels = _mark(encoded, posting)
    return Example(make_inputs(encoded, vocabulary, table), labels, levels, _cut(encoded))


def encode_all(postings: list[LabelledPosting], table: WordTable) -> list[Encoded]:
    """Every posting encoded, in order."""
    return [encode_text(posting.text, table) for posting in postings]


@dataclass(frozen=True, slots=True)
class Batch:
    """Several examples in one, with GAP blank rows and blank pieces after each.

    Inputs by row as in `Inputs`; `real` is 0 in blank rows; `piece_of` is each row's piece. Then the rows of each line
    (longest, lines) with their labels and lengths, and each row's level.
    """

    parts: dict[str, Tensor]
    vectors: Tensor
    titles: Tensor
    titled: Tensor
    flags: Tensor
    real: Tensor
    piece_of: Tensor
    piece_lengths: Tensor
    real_pieces: Tensor
    levels: Tensor
    rows: Tensor
    labels: Tensor
    lengths: Tensor


def _join(arrays: list[NDArray[Any]], fill: float) -> NDArray[Any]:
    gaps = [np.full((GAP, *array.shape[1:]), fill, dtype=array.dtype) for array in arrays]
    return np.concatenate([part for pair in zip(arrays, gaps, strict=True) for part in pair])


def _number_pieces(inputs: list[Inputs]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Each row's piece, each piece's rows, and whether it is real; a blank row is a piece of its own."""
    lengths = [np.diff(np.append(one.pieces, len(one.titled))) for one in inputs]
    joined = _join(lengths, 1)
    real = _join([np.ones(len(n), dtype=np.float32) for n in lengths], 0)
    return np.repeat(np.arange(len(joined)), joined), joined, real


def _lay_lines(examples: list[Example]) -> tuple[NDArray[np.int64], list[int]]:
    offsets = np.cumsum([0, *(len(example.labels) + GAP for example in examples)])
    lines = [(int(o) + s, n) for o, example in zip(offsets, examples, strict=False) for s, n in example.lines]
    lines.sort(key=lambda line: (-line[1], line[0]))
    rows = np.zeros((lines[0][1], len(lines)), dtype=np.int64)
    for column, (start, n) in enumerate(lines):
        rows[:n, column] = np.arange(start, start + n)
    return rows, [n for _, n in lines]


def make_batch(examples: list[Example]) -> Batch:
    """The examples laid end to end."""
    inputs = [example.inputs for example in examples]
    firsts = np.cumsum([0, *(len(one.titles) for one in inputs)])
    titled = [one.titled + first for one, first in zip(inputs, firsts, strict=False)]
    piece_of, piece_lengths, real_pieces = _number_pieces(inputs)
    rows, lengths = _lay_lines(examples)
    labels = _join([example.labels for example in examples], 0)
    return Batch(
        parts={part: torch.tensor(_join([one.parts[part] for one in inputs], 0)) for part in PARTS},
        vectors=torch.tensor(_join([one.vectors for one in inputs], 0.0)),
        titles=torch.tensor(np.concatenate([one.titles for one in inputs])),
        titled=torch.tensor(_join(titled, 0)),
        flags=torch.tensor(_join([one.flags for one in inputs], 0.0)),
        real=torch.tensor(_join([np.ones((len(one.titled), 1), dtype=np.float32) for one in inputs], 0.0)),
        piece_of=torch.tensor(piece_of),
        piece_lengths=torch.tensor(piece_lengths[:, None]),
        real_pieces=torch.tensor(real_pieces[:, None]),
        levels=torch.tensor(_join([example.levels for example in examples], UNKNOWN)),
        rows=torch.tensor(rows),
        labels=torch.tensor(labels[rows]),
        lengths=torch.tensor(lengths),
    )
