"""Which of several probable spans are said."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.finder.choice import (
    Candidate,
    best_apart,
    choose_spans,
    content_of,
    expected_answers,
    shared_part,
    stem_word,
)

SETTINGS = {"keywords": 0.4, "conditions": 0.4, "same": 0.6}
TEXT = "inventory management and inventory, then lift 50 pounds"


def at(quote: str, probability: float, kind: str = "skill", occurrence: int = 0) -> Candidate:
    start = TEXT.index(quote)
    for _ in range(occurrence):
        start = TEXT.index(quote, start + 1)
    return Candidate(start, start + len(quote), kind, "duty", probability)


def said(*candidates: Candidate, settings: dict[str, float] = SETTINGS) -> list[str]:
    return [TEXT[c.candidate.start : c.candidate.end] for c in choose_spans(candidates, TEXT, settings)]


@pytest.mark.parametrize(
    ("word", "stem"),
    [("policies", "policy"), ("lifting", "lift"), ("stocked", "stock"), ("boxes", "box"), ("skills", "skill"),
     ("process", "process"), ("manage", "manag"), ("use", "use"), ("glass", "glass")],
)  # fmt: skip
def test_stems(word: str, stem: str) -> None:
    assert stem_word(word) == stem


def test_content_leaves_out_words_that_tell_nothing() -> None:
    assert content_of("strong knowledge of the Billing") == {"bill"}
    assert content_of("skills") == {"skill"}
    assert shared_part(content_of("data entry"), content_of("entry of data")) == 1.0
    assert shared_part(frozenset(), frozenset({"a"})) == 0.0


def test_overlapping_spans_that_answer_one_another_add_up() -> None:
    both = [at("inventory management", 0.3), at("inventory", 0.3)]
    assert expected_answers(both, [content_of("inventory management"), content_of("inventory")]) == pytest.approx(
        [0.45, 0.45]
    )
    assert said(*both) in (["inventory management"], ["inventory"])


def test_two_likely_parts_are_said_rather_than_the_whole() -> None:
    whole = at("inventory management and inventory", 0.2)
    parts = (at("inventory management", 0.6), at("inventory", 0.6, occurrence=1))
    assert said(whole, *parts) == ["inventory management", "inventory"]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6), st.floats(-1, 1)), max_size=7))
def test_no_other_set_gains_more(rows: list[tuple[int, int, float]]) -> None:
    candidates = [Candidate(start, start + size, "skill", "duty", 0.5) for start, size, _ in rows]
    gains = [gain for _, _, gain in rows]
    chosen = best_apart(candidates, gains)
    best = max(
        sum(gains[i] for i in subset)
        for n in range(len(rows) + 1)
        for subset in itertools.combinations(range(len(rows)), n)
        if not any(
            candidates[i].start < candidates[j].end and candidates[j].start < candidates[i].end
            for i, j in itertools.combinations(subset, 2)
        )
    )
    assert sum(gains[i] for i in chosen) == pytest.approx(best, abs=1e-9)


def test_neither_overlap_nor_repetition_is_said() -> None:
    assert said(at("inventory", 0.9), at("inventory", 0.5, occurrence=1)) == ["inventory"]
    assert said(at("inventory management", 0.9), at("management and", 0.8)) == ["inventory management"]


def test_each_group_has_its_own_least() -> None:
    spans = (at("inventory", 0.5), at("lift 50 pounds", 0.3, "physical"))
    assert said(*spans) == ["inventory"]
    assert said(*spans, settings=SETTINGS | {"conditions": 0.2}) == ["inventory", "lift 50 pounds"]


def test_what_lists_know_is_said_more_readily() -> None:
    spans = [at("inventory management", 0.3), at("lift 50 pounds", 0.3, "physical")]
    known = [(0, len("inventory")), (TEXT.index("50"), TEXT.index("50") + 2)]
    chosen = choose_spans(spans, TEXT, SETTINGS, known)
    assert [c.candidate for c in chosen] == spans[:1]
    assert choose_spans([], TEXT, SETTINGS, known) == []


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20), st.floats(0.02, 1)), max_size=30))
def test_chosen_spans_never_overlap(rows: list[tuple[int, int, float]]) -> None:
    candidates = [Candidate(start, min(start + size, len(TEXT)), "skill", "duty", p) for start, size, p in rows]
    chosen = [choice.candidate for choice in choose_spans(candidates, TEXT, SETTINGS)]
    assert all(one.end <= other.start for one, other in itertools.pairwise(chosen))
    assert choose_spans(candidates[::-1], TEXT, SETTINGS) == choose_spans(candidates, TEXT, SETTINGS)
