"""Tokens keep their place, whatever the text went through before."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.finder.text import MAX_TOKENS, smooth_text, split_lines


@given(st.text())
def test_smoothing_keeps_every_place(text: str) -> None:
    assert len(smooth_text(text)) == len(text)


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    for tokens in split_lines(text):
        assert tokens
        assert len(tokens) <= MAX_TOKENS
        for token in tokens:
            assert text[token.start : token.end] == token.word
        assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++ and C#, Node.js", ["C++", "and", "C#", ",", "Node", ".", "js"]),
        ("a 2,000-bed site", ["a", "2,000", "-", "bed", "site"]),
        ("don't wait", ["don't", "wait"]),
        ("experienceStrong ethic", ["experience", "Strong", "ethic"]),
        ("JavaScript", ["JavaScript"]),
        ("", []),
    ],
)
def test_words_of_a_line(text: str, words: list[str]) -> None:
    lines = split_lines(text, names=frozenset({"javascript"}))
    assert [token.word for tokens in lines for token in tokens] == words


def test_a_glued_word_is_marked() -> None:
    (line,) = split_lines("yearsExperience here")
    assert [token.glued for token in line] == [False, True, False]


@pytest.mark.parametrize(
    ("raw", "smooth"),
    [("entry\\-level", "entry -level"), ("patientâ€™s", "patient's".replace("'", "'  ")), ("a\u200bb’s", "a b's")],
)
def test_traces_of_scraping_are_made_plain(raw: str, smooth: str) -> None:
    assert smooth_text(raw) == smooth
