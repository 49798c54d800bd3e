"""The shipped finder on a posting written for this test."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from applykit.finder import FoundSpan, find_spans
from applykit.finder.kinds import KINDS, LEVELS

POSTING = """Pharmacy Technician

We are a family-owned pharmacy that cares about people.

Responsibilities
- Fill prescriptions and resolve insurance rejections
- Maintain inventory and answer phones

Requirements
- High school diploma or GED
- PTCB certification
- Must be able to lift 50 pounds
- Attention to detail

Preferred Qualifications
- Bilingual Spanish
- Experience with Microsoft Excel

Benefits
- Paid time off, dental insurance and a 401(k)
"""


@pytest.fixture(scope="module")
def found() -> dict[str, FoundSpan]:
    return {POSTING[span.start : span.end]: span for span in find_spans(POSTING)}


@pytest.mark.parametrize(
    ("quote", "kind", "level"),
    [
        ("Attention to detail", "soft", "required"),
        ("High school diploma", "education", "required"),
        ("Microsoft Excel", "tool", "preferred"),
        ("resolve insurance rejections", "skill", "duty"),
    ],
)
def test_what_is_asked_for_is_found(found: dict[str, FoundSpan], quote: str, kind: str, level: str) -> None:
    assert (found[quote].kind, found[quote].level) == (kind, level)


def test_what_is_offered_is_not(found: dict[str, FoundSpan]) -> None:
    offered = POSTING.index("Benefits")
    assert [quote for quote, span in found.items() if span.start >= offered] == []


def test_spans_in_silent_sections_are_left_out() -> None:
    start = POSTING.index("Requirements")
    everything = find_spans(POSTING)
    silent = find_spans(POSTING, [(start, len(POSTING), "offer")])
    assert any(span.start >= start for span in everything)
    assert all(span.start < start for span in silent)


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "•", "\x00\x01", "\\-\\-", "a" * 5000, "word " * 3000])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert isinstance(find_spans(text), tuple)


@settings(max_examples=15)
@given(st.lists(st.sampled_from([*POSTING.splitlines(), "", "\t", "C++ / C#", "•", "ﬁle\u200b"]), max_size=12))
def test_spans_lie_within_lines_apart_and_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = find_spans(text)
    for span in spans:
        quote = text[span.start : span.end]
        assert quote.strip() == quote
        assert "\n" not in quote
        assert span.kind in KINDS
        assert span.level in LEVELS
        assert 0 < span.score <= 1
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert find_spans(text) == spans
