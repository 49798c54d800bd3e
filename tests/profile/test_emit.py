"""YAML as we write it is read back as it was, whatever is in it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.profile.emit import dump_yaml
from applykit.profile.syntax import parse_json, parse_yaml

LEGAL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=30)
TRICKY = st.text("ab:# -'\"\n[]{},&*!|>%@`\\?~0", max_size=12)
KEYS = (LEGAL | TRICKY).filter(lambda key: key != "<<")
VALUES = st.recursive(
    LEGAL | TRICKY | st.integers(-999, 999) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), LEGAL)
def test_round_trip(data: dict[str, Any], comment: str) -> None:
    pointers = ["/" + key.replace("~", "~0").replace("/", "~1") for key in data]
    assert parse_yaml(dump_yaml(data, comments=dict.fromkeys(pointers, comment))).data == data


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Filled 180 prescriptions", "a: Filled 180 prescriptions\n"),
        ("2021", 'a: "2021"\n'),
        ("2021-06", "a: 2021-06\n"),
        ("no", 'a: "no"\n'),
        ("one: two", 'a: "one: two"\n'),
        ("one\ntwo", "a: |-\n  one\n  two\n"),
        ([], "a: []\n"),
        ({}, "a: {}\n"),
        (["x", {"b": 1}], "a:\n  - x\n  - b: 1\n"),
        (True, "a: true\n"),
        (1.5, "a: 1.5\n"),
    ],
)
def test_how_values_look(value: Any, written: str) -> None:
    assert dump_yaml({"a": value}) == written


def test_comments_stand_beside_or_above() -> None:
    text = dump_yaml({"a": [{"b": "x"}], "c": "z"}, comments={"/a/0": "above", "/a/0/b": "beside\nit", "/c": ""})
    assert text == "a:\n  # above\n  - b: x  # beside it\nc: z\n"


def test_numbers_as_they_were_written_are_known() -> None:
    tree = parse_yaml("a: 007\nb: 1e5\nc: 12345678901234567890123\nd: .5\ne: ~\nf: !!str 12\n")
    assert tree.data == {"a": "007", "b": 1e5, "c": "12345678901234567890123", "d": 0.5, "e": None, "f": "12"}
    assert tree.raw["/b"] == "1e5"
    assert parse_json('{"a": 1234567890123456789012345, "b": 1.50}').data == {
        "a": "1234567890123456789012345",
        "b": 1.5,
    }
