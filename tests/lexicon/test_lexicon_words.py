"""Cutting text into words: the table of separators, and laws for any text."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.lexicon.words import WALL, cut_words, term_keys

CASES = Path(__file__).parents[1] / "cases" / "separators.yaml"
ROWS: list[dict[str, Any]] = YAML(typ="safe").load(CASES.read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_text_is_cut_as_the_table_says(row: dict[str, Any]) -> None:
    assert " ".join(word.stem for word in cut_words(row["text"])) == row["words"]


@given(st.text(max_size=200))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    words = cut_words(text)
    places = [(word.start, word.end) for word in words]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@given(st.lists(st.sampled_from(["attention", "to", "detail", "C++", "R.Ph.", "IV", "health", "care"]), max_size=8))
def test_walls_never_begin_or_double(words: list[str]) -> None:
    stems = [word.stem for word in cut_words(", ".join(words))]
    assert stems[:1] != [WALL]
    assert all(pair != (WALL, WALL) for pair in pairwise(stems))


def test_offsets_are_exact() -> None:
    text = "Must know C++/C# and health care."
    assert [text[word.start : word.end] for word in cut_words(text)] == [
        "Must",
        "know",
        "C++",
        "C#",
        "and",
        "health care",
    ]


def test_walls_inside_a_term_count_for_nothing() -> None:
    assert term_keys("USP <797>") == term_keys("USP 797")
