"""Hand-labelled postings: reading them, and spreading labels to every mention."""

import json
from pathlib import Path

import pytest

from applykit.errors import ApplykitError
from applykit.finder.gold import Label, LabelledPosting, read_gold, spread_labels


def write(folder: Path, text: str, rows: list[dict[str, object]]) -> None:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    (folder / "one.json").write_text(json.dumps(rows), encoding="utf-8")


def test_labels_are_placed_by_occurrence(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"quote": "sew", "kind": "skill", "level": "duty", "occurrence": 2},
        {"quote": "weekends", "kind": "schedule", "level": "required"},
    ]
    write(tmp_path, "sew or sew on weekends", rows)
    (posting,) = read_gold(tmp_path)
    assert posting.name == "one"
    assert posting.labels == (Label(7, 10, "skill", "duty"), Label(14, 22, "schedule", "required"))


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"quote": "knit", "kind": "skill", "level": "duty", "occurrence": 1},
        {"quote": "sew", "kind": "craft", "level": "duty", "occurrence": 1},
        {"quote": "", "kind": "skill", "level": "duty"},
    ]
    write(tmp_path, "sew", rows)
    with pytest.raises(ApplykitError) as caught:
        read_gold(tmp_path)
    assert len(caught.value.problems) == 3


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ApplykitError, match="no labelled posting"):
        read_gold(tmp_path)


def spread(text: str, *quotes: str) -> list[str]:
    labels = tuple(Label(text.index(q), text.index(q) + len(q), "skill", "duty") for q in quotes)
    return [text[label.start : label.end] for label in spread_labels(LabelledPosting("x", text, labels))]


def test_other_mentions_are_marked_too() -> None:
    assert spread("Sewing. We love sewing, not resewing.", "Sewing") == ["Sewing", "sewing"]
    assert spread("hand sewing and sewing", "hand sewing", "sewing and") == ["hand sewing", "sewing and"]
    assert spread("QA QA", "QA") == ["QA"]


def test_a_text_that_changes_length_in_lower_case_is_left_alone() -> None:
    assert spread("\u0130 sewing sewing", "sewing") == ["sewing"]
