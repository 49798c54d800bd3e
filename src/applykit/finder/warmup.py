"""A warm-up before learning from labels: guess hidden words of sentences about work from what stands around them."""

# torch and its company are for training only, and may be absent where types are checked.
# mypy: allow-subclassing-any
# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call,no-any-return,operator"

import random

import torch
from torch import Tensor, nn
from torch.nn import functional

from applykit.finder.examples import Batch, Example, make_batch
from applykit.finder.features import encode_text
from applykit.finder.network import Vocabulary, make_inputs
from applykit.finder.torchnet import TorchNet
from applykit.finder.words import WordTable

_HIDDEN = 0.15
_SENTENCES = 16  # laid together as one text
_TEXTS = 10  # in a step


def make_texts(sentences: list[str], plain: list[str], vocabulary: Vocabulary, table: WordTable) -> list[Example]:
    """Unlabelled examples: sentences laid together as lines, and whole postings."""
    joined = ["\n".join(sentences[i : i + _SENTENCES]) for i in range(0, len(sentences), _SENTENCES)]
    encoded = [one for text in (*joined, *plain) if (one := encode_text(text[:20_000], table)).lines]
    return [Example(make_inputs(one, vocabulary, table), one.titled * 0, one.titled * 0, [(0, 1)]) for one in encoded]


def hide_words(batch: Batch, generator: torch.Generator) -> tuple[Batch, Tensor, Tensor]:
    """The batch with some known words hidden, the hidden rows, and their vectors (what is to be guessed)."""
    known = batch.vectors.abs().sum(dim=1) > 0
    chosen = (torch.rand(len(known), generator=generator) < _HIDDEN) & known
    keep = (~chosen).to(torch.float32)[:, None]
    parts = {part: torch.where(chosen, torch.zeros_like(rows), rows) for part, rows in batch.parts.items()}
    hidden = Batch(
        **{name: getattr(batch, name) for name in Batch.__slots__} | {"parts": parts, "vectors": batch.vectors * keep}
    )
    return hidden, chosen, batch.vectors[chosen]


def warm_up(net: TorchNet, texts: list[Example], *, rounds: int, rate: float, seed: int) -> None:
    """Train the network's body in place; what is guessed is the hidden word's vector, by the cosine between them."""
    generator = torch.Generator().manual_seed(seed)
    shuffle = random.Random(seed)  # noqa: S311 - an order of training, no secret
    guess = nn.Linear(net.labels.in_features, texts[0].inputs.vectors.shape[1])
    numbers = [*net.parameters(), *guess.parameters()]
    steps = rounds * (len(texts) // _TEXTS)
    optimizer = torch.optim.AdamW(numbers, lr=rate, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=max(steps, 2), pct_start=0.1)
    order = list(range(len(texts)))
    for step in range(steps):
        at = step % (len(texts) // _TEXTS) * _TEXTS
        if at == 0:
            shuffle.shuffle(order)
        hidden, chosen, wanted = hide_words(make_batch([texts[i] for i in order[at : at + _TEXTS]]), generator)
        loss = 1.0 - functional.cosine_similarity(guess(net.read(hidden)[chosen]), wanted).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(numbers, 1.0)
        optimizer.step()
        pace.step()
