"""The training loop: several networks from one seed each, with averaged weights; slow but the same every time."""

# torch and its company are for training only, and may be absent where types are checked.
# mypy: allow-subclassing-any
# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call,no-any-return,operator"

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from applykit.finder.examples import UNKNOWN, Batch, Example, encode_all, make_batch, make_example
from applykit.finder.features import Encoded
from applykit.finder.gold import LabelledPosting
from applykit.finder.network import PARTS, Network, Vocabulary, Weights, parts_of
from applykit.finder.torchnet import Shape, TorchNet, chain_loss
from applykit.finder.warmup import make_texts, warm_up
from applykit.finder.words import WordTable

# Chosen by cross-validation over the training postings (docs/finder-comparison.md).
SETTINGS = {"keywords": 0.46, "conditions": 0.46, "same": 0.6}
_LEAST_SEEN = {"word": 2, "start": 3, "end": 3, "shape": 5, "tag": 5}


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn, and how many networks vote."""

    epochs: int = 20
    networks: int = 1
    rate: float = 3e-3
    batch: int = 6
    level_share: float = 0.15
    averaging: float = 0.995
    warm_rounds: int = 3
    shape: Shape = field(default_factory=Shape)


def build_vocabulary(encoded: Iterable[Encoded]) -> Vocabulary:
    """The strings seen often enough; word starts, ends are counted once per distinct word."""
    counts: dict[str, Counter[str]] = {part: Counter() for part in PARTS}
    words: set[str] = set()
    for one in encoded:
        for part in ("word", "shape", "tag"):
            counts[part].update(parts_of(one)[part])
        words.update(one.words)
    counts["start"].update(word[:3] for word in words)
    counts["end"].update(word[-3:] for word in words)
    kept = {part: sorted(s for s, n in counts[part].items() if n >= _LEAST_SEEN[part]) for part in PARTS}
    return Vocabulary({part: {s: i + 1 for i, s in enumerate(strings)} for part, strings in kept.items()})


def _loss(net: TorchNet, batch: Batch, plan: Plan) -> torch.Tensor:
    labels, levels = net(batch)
    each = chain_loss(labels[batch.rows], batch.labels, batch.lengths, net.steps + net.forbidden)
    level_loss = functional.cross_entropy(levels, batch.levels, ignore_index=UNKNOWN)
    return each.sum() / batch.lengths.sum() + plan.level_share * level_loss


class _Average:
    """A running mean of a network's numbers over the second half of the steps."""

    def __init__(self, net: TorchNet, keep: float) -> None:
        self.net, self.keep = net, keep
        self.mean: dict[str, torch.Tensor] = {}

    def add(self) -> None:
        """Take the network's present numbers into the mean."""
        for name, value in self.net.named_parameters():
            if name in self.mean:
                self.mean[name].mul_(self.keep).add_(value.detach(), alpha=1 - self.keep)
            else:
                self.mean[name] = value.detach().clone()


def train_network(
    examples: list[Example], sizes: dict[str, int], plan: Plan, seed: int, texts: list[Example]
) -> dict[str, np.ndarray]:
    """One network's numbers by name. The same seed, data and torch release give the same numbers on one machine."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    shuffle = random.Random(seed)  # noqa: S311 - an order of training, no secret
    net = TorchNet(sizes, examples[0].inputs.vectors.shape[1], plan.shape).train()
    if texts:
        warm_up(net, texts, rounds=plan.warm_rounds, rate=plan.rate, seed=seed)
    total = math.ceil(len(examples) / plan.batch) * plan.epochs
    optimizer = torch.optim.AdamW(net.parameters(), lr=plan.rate, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, total_steps=total, pct_start=0.1)
    average = _Average(net, plan.averaging)
    order = list(range(len(examples)))
    for step in range(total):
        at = step % math.ceil(len(examples) / plan.batch) * plan.batch
        if at == 0:
            shuffle.shuffle(order)
        loss = _loss(net, make_batch([examples[i] for i in order[at : at + plan.batch]]), plan)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        pace.step()
        if step > total // 2:
            average.add()
    return {name: value.numpy().astype(np.float16) for name, value in average.mean.items()}


def train_weights(
    postings: list[LabelledPosting],
    table: WordTable,
    plan: Plan,
    *,
    seed: int,
    say: Callable[[str], None],
    sentences: list[str] | None = None,
) -> Weights:
    """All networks of a plan, seeds `seed`, `seed` + 1 …, as the finder uses them; `sentences` are for the warm-up."""
    encoded = encode_all(postings, table)
    vocabulary = build_vocabulary(encoded)
    examples = [make_example(p, e, vocabulary, table) for p, e in zip(postings, encoded, strict=True)]
    sizes = {part: len(rows) for part, rows in vocabulary.rows.items()}
    texts = make_texts(sentences, [p.text for p in postings], vocabulary, table) if sentences else []
    networks, steps = [], []
    for number in range(plan.networks):
        say(f"network {number + 1} of {plan.networks}, {len(examples)} postings, {plan.epochs} rounds")
        numbers = train_network(examples, sizes, plan, seed + number, texts)
        arrays = {name: value.astype(np.float32) for name, value in numbers.items()}
        steps.append(arrays.pop("steps").astype(np.float64))
        networks.append(Network(arrays))
    return Weights(vocabulary, tuple(networks), tuple(steps), dict(SETTINGS))
