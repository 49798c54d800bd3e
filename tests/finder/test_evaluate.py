"""Counting agreement, and training from end to end where torch is at hand."""

import json
from pathlib import Path

import pytest

from applykit.finder.evaluate import Tally, count_posting, describe, main, pair_spans
from applykit.finder.gold import Label, LabelledPosting
from applykit.finder.model import FoundSpan
from applykit.finder.train import main as train
from applykit.finder.train import sentences_near

TEXT = "data entry, entry of data and filing"


def span(quote: str, kind: str = "skill", level: str = "duty") -> FoundSpan:
    return FoundSpan(TEXT.index(quote), TEXT.index(quote) + len(quote), kind, level, 1.0)


def label(quote: str) -> Label:
    return Label(TEXT.index(quote), TEXT.index(quote) + len(quote), "skill", "duty")


def test_pairs_are_one_to_one() -> None:
    spans = [span("data entry"), span("entry of data"), span("filing")]
    assert pair_spans(TEXT, [label("data entry")], spans) == {0: 0}


def test_figures() -> None:
    tally = Tally()
    posting = LabelledPosting("x", TEXT, (label("data entry"), label("filing")))
    count_posting(tally, posting, [span("data entry", level="required"), span("and", "physical")])
    assert tally.f1("keywords") == pytest.approx((2 / 3, 1.0, 0.5))
    assert tally.f1("conditions") == (0.0, 0.0, 0.0)
    assert "level right 0.000, kind right 1.000" in describe(tally)


def test_the_command_measures_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Requirements\n- High school diploma\n", encoding="utf-8")
    rows = [{"quote": "High school diploma", "kind": "education", "level": "required", "occurrence": 1}]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert "conditions F1 1.000" in capsys.readouterr().out


def test_training_says_what_is_wrong_with_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train([str(tmp_path)]) == 2
    assert "no labelled posting" in capsys.readouterr().err


def test_without_sentences_the_warm_up_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sentences_near(tmp_path / "gold" / "train", None) == []
    assert "without the warm-up" in capsys.readouterr().err
