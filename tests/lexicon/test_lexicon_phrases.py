"""Wordings of one task agree, and others do not."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.lexicon import agree
from applykit.lexicon.phrases import read_task, task_key

ROWS: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "task_phrases.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['a']} / {row['b']}" for row in ROWS])
def test_phrases_agree_as_the_table_says(row: dict[str, Any]) -> None:
    assert agree(row["a"], row["b"]) is row["agree"], (read_task(row["a"]), read_task(row["b"]))
    assert agree(row["b"], row["a"]) is row["agree"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("take inventory of medications", "drug inventory"),
        ("preparation of labels", "prepare labels"),
        ("stock shelves", "restocking the shelves"),
    ],
)
def test_wordings_that_say_exactly_the_same_have_one_key(one: str, other: str) -> None:
    assert task_key(one) == task_key(other) != ""


def test_words_that_tell_nothing_have_no_key() -> None:
    assert task_key("") == task_key("of the") == ""
    assert task_key("preparation") != ""
    assert read_task("preparation of and for labels").object is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_agreement_has_no_direction(one: str, other: str) -> None:
    assert agree(one, other) == agree(other, one)


@given(st.lists(st.sampled_from(["preparation", "of", "labels", "is", "taken", "inventory", "for", "cleaning", "duties",
                                 "and", "responsible", "prepare"]), max_size=7))  # fmt: skip
def test_a_phrase_that_has_an_object_agrees_with_itself(words: list[str]) -> None:
    phrase = " ".join(words)
    assert agree(phrase, phrase) == (read_task(phrase).object is not None)
