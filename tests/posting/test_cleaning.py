"""Cleaning: every named step has its cases, and no step touches real words."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.posting.cleaning import STEPS, clean_marked, clean_text

CASES: list[dict[str, str]] = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "cleaning.yaml")
PLAIN_LINE = st.from_regex(r"[A-Z][a-z]{2,9}( [a-z]{3,9}){1,8}\.", fullmatch=True)


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9+#]", "", text.casefold())


@pytest.mark.parametrize("case", CASES, ids=[f"{case['step']}-{number}" for number, case in enumerate(CASES)])
def test_cleaning_by_case(case: dict[str, Any]) -> None:
    assert clean_text(case["raw"]) == case["clean"]


def test_every_step_has_cases() -> None:
    assert {case["step"] for case in CASES} == {step.name for step in STEPS}


def test_step_names_are_unique() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS)


@given(st.text(max_size=300))
def test_cleaning_takes_any_text_and_settles(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned == cleaned.strip()
    assert "\r" not in cleaned
    assert "\n\n\n" not in cleaned


@given(st.lists(PLAIN_LINE, min_size=1, max_size=12))
def test_plain_sentences_keep_all_their_letters(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert letters(clean_text(text)) == letters(text)


@given(st.lists(PLAIN_LINE, min_size=1, max_size=6))
def test_cleaning_twice_changes_nothing(lines: list[str]) -> None:
    once = clean_text("\n\n".join(lines))
    assert clean_text(once) == once


def test_marked_headings_stand_where_they_are_said_to() -> None:
    cleaned = clean_marked("## Duties\n* Sort mail\n\n**Skills**\nReading")
    assert {cleaned.text[start:].split("\n")[0] for start in cleaned.headings} == {"Duties", "Skills"}


def test_a_bold_list_item_is_no_heading() -> None:
    assert not clean_marked("* **Sort mail**").headings
