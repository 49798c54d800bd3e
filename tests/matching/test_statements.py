"""What a statement says of a skill: claimed, weak, planned or denied."""

import pytest

from applykit.matching.statements import Strength, read_strength
from applykit.matching.states import state_code
from applykit.matching.words import content_stems, stem, words_of


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Ran X every week", Strength.CLAIMED),
        ("No experience in X", Strength.DENIED),
        ("I have no hands-on experience with X", Strength.DENIED),
        ("Have not used X", Strength.DENIED),
        ("Never worked with X", Strength.DENIED),
        ("Without any training in X", Strength.DENIED),
        ("Lacks experience in X", Strength.DENIED),
        ("I can't do X", Strength.DENIED),
        ("Prefers not to work X", Strength.DENIED),
        ("Not only X but more", Strength.CLAIMED),
        ("No errors in X for a year", Strength.CLAIMED),
        ("Without a complaint, ran X", Strength.CLAIMED),
        ("No experience in Y. Ran X daily", Strength.CLAIMED),
        ("No experience in Y, but ran X daily", Strength.CLAIMED),
        ("Studying for X", Strength.PLANNED),
        ("Plan to take X", Strength.PLANNED),
        ("X exam in June", Strength.PLANNED),
        ("X (in progress)", Strength.PLANNED),
        ("X eligible", Strength.PLANNED),
        ("Interested in X", Strength.PLANNED),
        ("Would like to learn X", Strength.PLANNED),
        ("Enrolled in X", Strength.PLANNED),
        ("Currently learning X", Strength.PLANNED),
        ("Seeking work in X", Strength.PLANNED),
        ("Familiar with X", Strength.WEAK),
        ("Familiarity with X", Strength.WEAK),
        ("Exposure to X", Strength.WEAK),
        ("Basic X", Strength.WEAK),
        ("X (basic)", Strength.WEAK),
        ("Shadowed staff at X", Strength.WEAK),
        ("Introduction to X", Strength.WEAK),
        ("X", Strength.CLAIMED),
    ],
)
def test_strength_of_a_statement(text: str, strength: Strength) -> None:
    start = text.index("X")
    assert read_strength(text, start, start + 1) is strength


@pytest.mark.parametrize(
    ("text", "code"),
    [("US-WA", "WA"), ("Washington State Department of Health", "WA"), ("Seattle, WA", "WA"), ("West Virginia", "WV"),
     ("CA-ON", "ON"), ("Washington, DC", "DC"), ("Portland, Maine", "ME"), ("PTCB", None), ("", None), (None, None),
     ("Texas State Board of Pharmacy", "TX"), ("OR", "OR"), ("either OR neither", "OR")],
)  # fmt: skip
def test_state_code(text: str | None, code: str | None) -> None:
    assert state_code(text) == code


@pytest.mark.parametrize(
    ("one", "other"),
    [("filling", "fill"), ("prescriptions", "prescription"), ("managed", "manager"), ("verification", "verify"),
     ("reconciled", "reconcile"), ("ran", "running"), ("phones", "calls"), ("dispense", "filled"), ("kept", "keeping"),
     ("deliveries", "delivery"), ("technical", "technician")],
)  # fmt: skip
def test_stems_agree(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("sterile", "non-sterile"), ("nurse", "nursery"), ("java", "javascript"), ("stock", "stocking cap")],
)
def test_stems_differ(one: str, other: str) -> None:
    assert content_stems(one) != content_stems(other)


def test_words_keep_their_marks() -> None:
    assert words_of("C++ and C#, non-sterile/sterile") == ("c++", "and", "c#", "nonsterile", "sterile")
