"""The network as torch trains it; `applykit.finder.network` runs the same arithmetic in numpy."""

# torch and its company are for training only, and may be absent where types are checked.
# mypy: allow-subclassing-any
# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call,no-any-return,operator"

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from applykit.finder.chain import LABEL_COUNT, allowed_steps
from applykit.finder.examples import Batch
from applykit.finder.features import FLAG_COUNT
from applykit.finder.kinds import LEVELS
from applykit.finder.network import DILATIONS, MIX_AFTER, PART_SIZES, PARTS, PIECE_DILATIONS


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide the network is, and how much of it is left out at random while it learns."""

    width: int = 128
    drop: float = 0.3
    forget_word: float = 0.2


class TorchNet(nn.Module):
    """Embeddings of word parts, beforehand vectors and flags, then gated dilated convolutions."""

    def __init__(self, sizes: dict[str, int], vector_size: int, shape: Shape) -> None:
        super().__init__()
        self.plan = shape
        for part in PARTS:
            table = nn.Embedding(sizes[part] + 1, PART_SIZES[part])
            nn.init.normal_(table.weight, 0.0, 0.3)
            self.add_module(part, table)
        width = shape.width
        self.inlet = nn.Linear(sum(PART_SIZES.values()) + vector_size + FLAG_COUNT, width)
        self.layers = nn.ModuleList(nn.Conv1d(width, 2 * width, 3, padding=d, dilation=d) for d in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(len(DILATIONS) + 1))
        self.title = nn.Linear(vector_size, width, bias=False)
        self.piece_layers = nn.ModuleList(
            nn.Conv1d(width, 2 * width, 3, padding=d, dilation=d) for d in PIECE_DILATIONS
        )
        self.piece_norms = nn.ModuleList(nn.LayerNorm(width) for _ in PIECE_DILATIONS)
        self.back = nn.Linear(width, width)
        self.labels = nn.Linear(width, LABEL_COUNT)
        self.levels = nn.Linear(width, len(LEVELS))
        self.steps = nn.Parameter(torch.zeros(LABEL_COUNT, LABEL_COUNT))
        self.register_buffer("forbidden", torch.tensor(allowed_steps()[0], dtype=torch.float32), persistent=False)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Scores of labels (rows, LABEL_COUNT) and of levels (rows, 3)."""
        x = self.read(batch)
        return self.labels(x), self.levels(x)

    def read(self, batch: Batch) -> Tensor:
        """What is understood of every row (rows, width)."""
        columns = [getattr(self, part)(self._forget(part, batch.parts[part])) for part in PARTS]
        x = self.inlet(self._drop(torch.cat([*columns, batch.vectors, batch.flags], dim=-1), 0.7))
        x = functional.relu(x + self.title(self._drop(batch.titles, 0.7))[batch.titled]) * batch.real
        for number, (layer, norm) in enumerate(zip(self.layers, self.norms[:-1], strict=True)):
            if number == MIX_AFTER:
                x = (x + self._context(x, batch)) * batch.real
            x = (x + self._convolve(layer, self._drop(norm(x) * batch.real))) * batch.real
        normal: Tensor = self._drop(self.norms[-1](x))
        return normal

    def _context(self, x: Tensor, batch: Batch) -> Tensor:
        real = batch.real_pieces
        p = torch.zeros(len(real), x.shape[1]).index_add(0, batch.piece_of, x) / batch.piece_lengths
        p = p * real
        for layer, norm in zip(self.piece_layers, self.piece_norms, strict=True):
            p = (p + self._convolve(layer, self._drop(norm(p) * real))) * real
        return self.back(self._drop(p))[batch.piece_of]

    @staticmethod
    def _convolve(layer: nn.Module, x: Tensor) -> Tensor:
        return functional.glu(layer(x.t()[None])[0], dim=0).t()

    def _drop(self, x: Tensor, part: float = 1.0) -> Tensor:
        return functional.dropout(x, self.plan.drop * part, self.training)

    def _forget(self, part: str, rows: Tensor) -> Tensor:
        """Words made unknown at random, so that their parts and company are learned too."""
        if part != "word" or not self.training:
            return rows
        return torch.where(torch.rand(rows.shape) < self.plan.forget_word, torch.zeros_like(rows), rows)


def chain_loss(scores: Tensor, labels: Tensor, lengths: Tensor, steps: Tensor) -> Tensor:
    """Minus the log likelihood of each column's labels.

    scores: (rows, columns, LABEL_COUNT), labels: (rows, columns), lengths: (columns,), longest first.
    """
    every = torch.arange(scores.shape[1])
    told = scores[0, every, labels[0]]
    total = scores[0]
    for t in range(1, scores.shape[0]):
        alive = int((lengths > t).sum())
        now = labels[t, :alive]
        step = steps[labels[t - 1, :alive], now] + scores[t, every[:alive], now]
        told = torch.cat([told[:alive] + step, told[alive:]])
        grown = torch.logsumexp(total[:alive, :, None] + steps, dim=1) + scores[t, :alive]
        total = torch.cat([grown, total[alive:]])
    return torch.logsumexp(total, dim=1) - told
