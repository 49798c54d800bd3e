"""Training itself; these need torch, which applykit does not install."""

from pathlib import Path

import numpy as np
import pytest

from applykit.finder.gold import Label, LabelledPosting
from applykit.finder.model import Finder
from applykit.finder.network import Network, load_weights, save_weights
from applykit.finder.words import load_words

torch = pytest.importorskip("torch", reason="training needs torch")

TEXTS = ("Duties\nlift boxes and sort mail.\n", "Must sort mail.\nLift boxes daily;\nBenefits: free lunch")


def posting(number: int) -> LabelledPosting:
    text = TEXTS[number % 2]
    places = [(text.lower().index(quote), len(quote)) for quote in ("lift boxes", "sort mail")]
    labels = tuple(Label(start, start + size, "skill", "duty") for start, size in sorted(places))
    return LabelledPosting(f"p{number}", text, labels)


POSTINGS = [posting(number) for number in range(8)]


def test_numpy_computes_what_torch_computes() -> None:
    from applykit.finder.examples import GAP, encode_all, make_batch, make_example
    from applykit.finder.learning import build_vocabulary
    from applykit.finder.torchnet import Shape, TorchNet

    table = load_words()
    encoded = encode_all(POSTINGS[:2], table)
    vocabulary = build_vocabulary(encoded)
    examples = [make_example(p, e, vocabulary, table) for p, e in zip(POSTINGS, encoded, strict=False)]
    torch.manual_seed(1)
    sizes = {part: len(rows) for part, rows in vocabulary.rows.items()}
    net = TorchNet(sizes, table.vectors.shape[1], Shape()).eval()
    network = Network({name: value.detach().numpy() for name, value in net.named_parameters()})
    with torch.no_grad():
        labels, _ = net(make_batch(examples))
    start = 0
    for example in examples:
        scores, _ = network.run(example.inputs)
        assert np.allclose(labels[start : start + len(scores)].numpy(), scores, atol=1e-4)
        start += len(scores) + GAP


def test_training_learns_repeats_itself_and_is_kept_in_a_file(tmp_path: Path) -> None:
    from applykit.finder.learning import Plan, train_weights

    plan = Plan(epochs=25, networks=1, batch=4, warm_rounds=1)
    said: list[str] = []
    sentences = ["Workers lift boxes and sort the mail every day."] * 400
    weights, again = (
        train_weights(POSTINGS, load_words(), plan, seed=3, say=said.append, sentences=sentences) for _ in range(2)
    )
    for name, value in weights.networks[0].weights.items():
        assert np.array_equal(value, again.networks[0].weights[name])
    save_weights(weights, tmp_path / "w.npz")
    finder = Finder(load_weights(tmp_path / "w.npz"), load_words())
    found = {TEXTS[0][span.start : span.end] for span in finder.find_spans(TEXTS[0])}
    assert found == {"lift boxes", "sort mail"}
    assert len(said) == 2


def test_cross_validation_keeps_the_numbers_of_each_fold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from applykit.finder import learning
    from applykit.finder.evaluate import cross_validate

    short = learning.Plan(epochs=6, networks=1, batch=4)
    monkeypatch.setattr(learning, "Plan", lambda networks: short)
    tally = cross_validate(POSTINGS, [], folds=2, seed=0, share=0.5, keep=tmp_path)
    assert tally.counts["keywords", "labelled"] == 16
    assert "fold 2" in capsys.readouterr().out
    for fold in range(2):
        assert len(load_weights(tmp_path / f"fold{fold}.npz").networks) == 1
