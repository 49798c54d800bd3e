"""Where a finder's phrase begins and ends."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.requirements.postings import make_posting
from tests.requirements.test_requirements_merging import Phrase, Stub

from applykit.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements import find_requirements
from applykit.requirements.cutting import cut_phrases
from applykit.requirements.found import Found
from applykit.requirements.model import Kind


def found(text: str, quote: str, kind: str = "tool", origin: str = "lexicon") -> Found:
    at = text.index(quote)
    return Found(Span(at, at + len(quote)), Kind(kind), quote, quote, "rule", origin=origin)


def cut(text: str, phrases: list[str], finds: list[Found]) -> list[str]:
    """The quotes of the cut phrases; each phrase stands where its text first does."""
    places = [(text.index(quote), text.index(quote) + len(quote)) for quote in phrases]
    spans = cut_phrases([Phrase(start, end, "tool", "required", 0.9) for start, end in places], finds, text)
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "phrases", "names", "expected"),
    [
        # a name is whole
        ("knows QS/1 well", ["QS"], ["QS/1"], ["QS/1"]),
        ("knows QS/1 well", ["1 well"], ["QS/1"], ["QS/1 well"]),
        ("process refill requests", ["refill"], ["refill requests"], ["refill"]),
        ("process refill requests", ["requests"], ["refill requests"], ["requests"]),
        ("knows CI/CD well", ["CI", "CD"], ["CI/CD"], ["CI", "CD"]),
        ("knows QS/1 well", ["knows QS"], ["QS/1"], ["knows QS"]),
        # an enumeration of names is cut
        ("QS/1 or PioneerRx", ["QS/1 or PioneerRx"], ["QS/1", "PioneerRx"], ["QS/1", "PioneerRx"]),
        ("Excel, Word and/or Access", ["Excel, Word and/or Access"], ["Excel", "Word", "Access"],
         ["Excel", "Word", "Access"]),
        ("Excel (Word)", ["Excel (Word)"], ["Excel", "Word"], ["Excel (Word)"]),
        ("Excel or big Word", ["Excel or big Word"], ["Excel", "Word"], ["Excel or big Word"]),
        ("great Excel or Word", ["great Excel or Word"], ["Excel", "Word"], ["Excel", "Word"]),
        ("keep Excel or Word", ["keep Excel or Word"], ["Excel", "Word"], ["keep Excel or Word"]),
        # brackets and initials are whole
        ("a degree (ADN) here", ["degree (ADN"], [], ["degree (ADN)"]),
        ("a degree (ADN here", ["degree (ADN"], [], ["degree (ADN"]),
        ("nurses (RN) here", ["RN)"], [], ["RN"]),
        ("at (some) place", ["some) place"], [], ["(some) place"]),
        ("at some) place", ["some) place"], [], ["some) place"]),
        ("a Ph.D. here", ["Ph"], [], ["Ph.D."]),
        ("a G.P.A of 3", ["G"], [], ["G.P.A"]),
        ("Stop.Do this", ["Stop"], [], ["Stop"]),
        # a number alone is nothing
        ("two (2) tools", ["two (2)", "tools"], [], ["tools"]),
        ("3 or more tools", ["3 or more"], [], []),
    ],
)  # fmt: skip
def test_borders(text: str, phrases: list[str], names: list[str], expected: list[str]) -> None:
    assert cut(text, phrases, [found(text, name) for name in names]) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "stays"),
    [
        ("a related degree", "related degree", False),
        ("a college degree", "college degree", True),
        ("an accredited school", "accredited school", False),
        ("the School of Business", "Business", False),
        ("courses in Business", "Business", True),
    ],
)
def test_education_without_level_or_field_says_nothing(text: str, phrase: str, stays: bool) -> None:
    at = text.index(phrase)
    assert bool(cut_phrases([Phrase(at, at + len(phrase), "education", "required", 0.9)], [], text)) == stays


def test_days_and_hours_are_one_shift() -> None:
    text = "Monday to Friday, 8 am to 5 pm, weekends, 9 am to 5 pm"
    rules = [replace(found(text, quote, "schedule", "rule"), rule="days and hours")
             for quote in ("Monday to Friday, 8 am to 5 pm", "9 am to 5 pm")]  # fmt: skip
    told = [
        Phrase(text.index(quote), text.index(quote) + len(quote), kind, "duty", score)
        for quote, kind, score in (
            ("Monday to Friday", "schedule", 0.5), ("8 am to 5 pm", "schedule", 0.9), ("weekends", "schedule", 0.7),
            ("9 am", "skill", 0.7),
        )
    ]  # fmt: skip
    spans = cut_phrases(told, rules, text)
    assert [(text[span.start : span.end], span.score) for span in spans] == [
        ("Monday to Friday, 8 am to 5 pm", 0.9), ("weekends", 0.7), ("9 am", 0.7)
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["soft", "physical"])
def test_qualities_and_movements_are_named_in_pairs(kind: str) -> None:
    text = "bend and squat"
    assert cut(text, [text], [found(text, "bend", kind), found(text, "squat", kind)]) == [text]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Three (3) or more years of care", "more years of care", "Three (3) or more years of care"),
        ("five (5) to seven (7) years of care", "seven (7) years of care", "five (5) to seven (7) years of care"),
        ("2 years of great care", "great care", "great care"),
    ],
)
def test_an_amount_begins_with_its_number(text: str, phrase: str, expected: str) -> None:
    assert cut(text, [phrase], [found(text, text, "experience", "rule")]) == [expected]


def test_two_names_of_one_phrase_are_alternatives(lexicon: Lexicon) -> None:
    text = "Experience with QS/1 or PioneerRx"
    asked = find_requirements(
        make_posting(text), lexicon, finder=Stub({"QS/1 or PioneerRx": ("tool", "required", 0.9)})
    )
    assert [(r.id, r.mentions[0].quote, r.score) for r in asked] == [
        ("qs-1", "QS/1", 0.9), ("pioneerrx", "PioneerRx", 0.9)
    ]  # fmt: skip
    assert len({r.alternative_of for r in asked}) == 1
    assert asked[0].alternative_of is not None


@given(st.text(alphabet="aB (2).,/", min_size=1, max_size=30), st.lists(st.integers(0, 29), max_size=8, unique=True))
def test_cut_phrases_never_overlap(text: str, places: list[int]) -> None:
    ends = sorted(place for place in places if place <= len(text))
    phrases = [Phrase(start, end, "tool", "required", 0.9) for start, end in list(pairwise(ends))[::2]]
    finds = [Found(Span(start, end), Kind.TOOL, "x", "x", "rule", origin="lexicon") for start, end in pairwise(ends)]
    spans = cut_phrases(phrases, finds, text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
