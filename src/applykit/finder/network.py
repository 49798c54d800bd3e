"""The network itself, in numpy: embeddings, dilated convolutions, and scores of labels and levels for every row."""

import json
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from applykit.finder.features import Encoded
from applykit.finder.words import WordTable

Floats = NDArray[np.float32]
PARTS = ("word", "start", "end", "shape", "tag")
PART_SIZES = {"word": 48, "start": 24, "end": 24, "shape": 12, "tag": 20}
DILATIONS = (1, 1, 2, 4)  # of the convolutions over tokens
PIECE_DILATIONS = (1, 2, 4)  # of those over sentences and labels, which are mixed in after MIX_AFTER layers
MIX_AFTER = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """For each part of a word the strings that were seen in training; row 0 stands for all others."""

    rows: dict[str, dict[str, int]]

    def look_up(self, encoded: Encoded) -> dict[str, NDArray[np.int64]]:
        """The row of each part of each word, arrays (rows,)."""
        strings = parts_of(encoded)
        return {
            part: np.fromiter(map(self.rows[part].get, strings[part], repeat(0)), np.int64, len(strings[part]))
            for part in PARTS
        }


def parts_of(encoded: Encoded) -> dict[str, list[str]]:
    """The strings of each part, one a row: the word, its first and last three letters, its shape, its tag."""
    return {
        "word": encoded.words,
        "start": [word[:3] for word in encoded.words],
        "end": [word[-3:] for word in encoded.words],
        "shape": encoded.shapes,
        "tag": encoded.tags,
    }


def static_rows(encoded: Encoded, table: WordTable) -> NDArray[np.int64]:
    """The row of each word in the table of vectors, 0 when unknown."""
    return np.fromiter(map(table.rows.get, encoded.words, repeat(0)), np.int64, len(encoded.words))


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network reads of a posting.

    parts: rows of the embeddings; vectors: (rows, vector size); titles: (headings, vector size); titled: (rows,);
    flags: (rows, FLAG_COUNT); pieces: first row of each piece.
    """

    parts: dict[str, NDArray[np.int64]]
    vectors: Floats
    titles: Floats
    titled: NDArray[np.int64]
    flags: Floats
    pieces: NDArray[np.int64]


def make_inputs(encoded: Encoded, vocabulary: Vocabulary, table: WordTable) -> Inputs:
    """The arrays of a posting."""
    vectors = table.vectors[static_rows(encoded, table)]
    parts = vocabulary.look_up(encoded)
    return Inputs(parts, vectors, encoded.titles, encoded.titled, encoded.flags, encoded.pieces)


@dataclass(frozen=True, slots=True)
class Network:
    """The trained numbers by name, as `applykit.finder.torchnet` names them; all float32.

    `kernels` are the convolutions' numbers laid out for one matrix product: (3 * in, out), from (out, in, 3).
    """

    weights: dict[str, Floats]
    kernels: dict[str, Floats] = field(init=False)

    def __post_init__(self) -> None:
        """Lay the kernels out once."""
        layers = [*(f"layers.{i}" for i in range(len(DILATIONS)))]
        layers += [f"piece_layers.{i}" for i in range(len(PIECE_DILATIONS))]
        raw = {name: self.weights[f"{name}.weight"] for name in layers}
        flat = {n: np.ascontiguousarray(k.transpose(2, 1, 0).reshape(-1, k.shape[0])) for n, k in raw.items()}
        object.__setattr__(self, "kernels", flat)

    def run(self, inputs: Inputs) -> tuple[Floats, Floats]:
        """Scores of labels (rows, LABEL_COUNT) and of levels (rows, 3)."""
        w = self.weights
        columns = [w[f"{part}.weight"][inputs.parts[part]] for part in PARTS]
        x = np.concatenate([*columns, inputs.vectors, inputs.flags], axis=1) @ w["inlet.weight"].T + w["inlet.bias"]
        x = np.maximum(x + (inputs.titles @ w["title.weight"].T)[inputs.titled], 0.0)
        for layer, step in enumerate(DILATIONS):
            if layer == MIX_AFTER:
                x = x + self._context(x, inputs.pieces)
            x = x + self._convolve(self._normalize(x, f"norms.{layer}"), f"layers.{layer}", step)
        x = self._normalize(x, f"norms.{len(DILATIONS)}")
        return x @ w["labels.weight"].T + w["labels.bias"], x @ w["levels.weight"].T + w["levels.bias"]

    def _context(self, x: Floats, pieces: NDArray[np.int64]) -> Floats:
        """What stands around each row's piece: means of pieces, convolved with their neighbours."""
        lengths = np.diff(np.append(pieces, len(x)))
        counts: Floats = lengths[:, None].astype(np.float32)
        p: Floats = np.asarray(np.add.reduceat(x, pieces, axis=0), dtype=np.float32) / counts
        for layer, step in enumerate(PIECE_DILATIONS):
            p = p + self._convolve(self._normalize(p, f"piece_norms.{layer}"), f"piece_layers.{layer}", step)
        return np.repeat(p @ self.weights["back.weight"].T + self.weights["back.bias"], lengths, axis=0)

    def _normalize(self, x: Floats, name: str) -> Floats:
        """Layer normalization, as torch computes it."""
        part = np.float32(1.0 / x.shape[1])
        normal: Floats = x - (np.einsum("ij->i", x) * part)[:, None]
        normal *= (np.float32(1.0) / np.sqrt(np.einsum("ij,ij->i", normal, normal) * part + np.float32(1e-5)))[:, None]
        normal *= self.weights[f"{name}.weight"]
        normal += self.weights[f"{name}.bias"]
        return normal

    def _convolve(self, x: Floats, name: str, step: int) -> Floats:
        """A width-three convolution over rows `step` apart, with a gated linear unit; zeros beyond both ends."""
        blank = np.zeros((step, x.shape[1]), dtype=np.float32)
        padded = np.concatenate([blank, x, blank])
        near = np.concatenate([padded[: len(x)], x, padded[2 * step :]], axis=1)
        out = near @ self.kernels[name]
        out += self.weights[f"{name}.bias"]
        half = out.shape[1] // 2
        gate: Floats = np.tanh(out[:, half:] * np.float32(0.5))  # of which half and a half is the logistic function
        gate += np.float32(1.0)
        gate *= out[:, :half]
        gate *= np.float32(0.5)
        return gate


@dataclass(frozen=True, slots=True)
class Weights:
    """What one weights file holds: a vocabulary, the networks that vote, and the numbers of the choice."""

    vocabulary: Vocabulary
    networks: tuple[Network, ...]
    steps: tuple[NDArray[np.float64], ...]
    settings: dict[str, float]


def load_weights(path: Path) -> Weights:
    """Read a file that `applykit.finder.train` wrote; numbers are kept there in half precision."""
    with np.load(path, allow_pickle=False) as data:
        head = json.loads(bytes(data["head"]).decode("utf-8"))
        rows = {part: {s: i + 1 for i, s in enumerate(strings)} for part, strings in head["vocabulary"].items()}
        networks, steps = [], []
        for number in range(head["networks"]):
            prefix = f"{number}/"
            names = [name for name in data.files if name.startswith(prefix)]
            arrays = {name.removeprefix(prefix): data[name].astype(np.float32) for name in names}
            steps.append(arrays.pop("steps").astype(np.float64))
            networks.append(Network(arrays))
    return Weights(Vocabulary(rows), tuple(networks), tuple(steps), head["settings"])


def save_weights(weights: Weights, path: Path) -> None:
    """Write what `load_weights` reads: no pickle, and the same bytes for the same numbers."""
    head = {
        "vocabulary": {part: list(rows) for part, rows in weights.vocabulary.rows.items()},
        "networks": len(weights.networks),
        "settings": weights.settings,
    }
    told = json.dumps(head, ensure_ascii=False).encode("utf-8")
    arrays: dict[str, Any] = {"head": np.frombuffer(told, dtype=np.uint8)}
    for number, (network, steps) in enumerate(zip(weights.networks, weights.steps, strict=True)):
        arrays |= {f"{number}/{name}": value.astype(np.float16) for name, value in network.weights.items()}
        arrays[f"{number}/steps"] = steps.astype(np.float16)
    np.savez_compressed(path, **arrays)
