"""The keys of words: what folds together and what stays apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.lexicon.stems import plain_key, stem_key

SAME_PLAIN = [
    ("licence", "licenses"), ("organise", "organizes"), ("organisation", "organizations"), ("colour", "colors"),
    ("centre", "centers"), ("technician", "technicians"), ("pharmacy", "pharmacies"), ("box", "boxes"),
    ("child", "children"),
    ("analysis", "analyses"), ("driver's", "drivers"), ("résumé", "resumes"), ("class", "classes"), ("topic", "topics"),
    ("analyse", "analyze"), ("labelling", "labeling"), ("dish", "dishes"), ("advertise", "advertise"),
]  # fmt: skip
SAME_STEM = [
    ("manage", "managing"), ("manage", "managed"), ("plan", "planning"), ("stock", "stocked"), ("certify", "certified"),
    ("fulfil", "fulfilling"), ("install", "installing"), ("control", "controlled"), ("dispense", "dispensing"),
    ("prioritise", "prioritizing"), ("travelling", "travel"), ("take", "taken"),
]  # fmt: skip
APART_PLAIN = [
    ("bill", "billing"),
    ("market", "marketing"),
    ("sale", "sales"),
    ("electronic", "electronics"),
    ("acces", "access"),
]
APART_STEM = [
    ("nurse", "nursing"),
    ("engineer", "engineering"),
    ("account", "accounting"),
    ("need", "ne"),
    ("thing", "th"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PLAIN)
def test_plurals_and_spellings_share_a_plain_key(one: str, other: str) -> None:
    assert plain_key(one) == plain_key(other)


@pytest.mark.parametrize(("one", "other"), SAME_STEM)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem_key(one) == stem_key(other)


@pytest.mark.parametrize(("one", "other"), APART_PLAIN)
def test_other_words_keep_their_plain_keys(one: str, other: str) -> None:
    assert plain_key(one) != plain_key(other)


@pytest.mark.parametrize(("one", "other"), APART_STEM)
def test_fields_keep_their_stems(one: str, other: str) -> None:
    assert stem_key(one) != stem_key(other)


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=12))
def test_keys_ignore_letter_case(word: str) -> None:
    assert plain_key(word.casefold()) == plain_key(word.casefold().casefold())
    assert stem_key(word)
