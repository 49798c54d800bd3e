"""Grammar: bullets to clauses, verbs to forms, nouns to articles; the rows are in tests/cases/grammar.yaml."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.tailoring.grammar.first_person import first_person
from applykit.tailoring.grammar.nouns import join_words, lower_first, name_task, upper_first, with_article
from applykit.tailoring.grammar.verbs import KNOWN, Form, form_of, gerund_of, participle_of, past_of, third_of

CASES: dict[str, Any] = YAML(typ="safe").load((Path(__file__).parents[1] / "cases" / "grammar.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", CASES["first_person"], ids=lambda row: f"{row['text'][:40]}-{row['now']}")
def test_bullet_becomes_clause(row: dict[str, Any]) -> None:
    assert first_person(row["text"], current=row["now"]) == row["says"]


def test_table_is_long_enough() -> None:
    assert len(CASES["first_person"]) >= 150


@pytest.mark.parametrize("row", CASES["task_names"], ids=lambda row: row["text"])
def test_task_is_named(row: dict[str, str]) -> None:
    assert name_task(row["text"]) == row["says"]


@pytest.mark.parametrize("row", CASES["articles"], ids=lambda row: row["text"])
def test_article_follows_the_sound(row: dict[str, str]) -> None:
    assert with_article(row["text"]) == row["says"]


@pytest.mark.parametrize("row", CASES["verbs"], ids=lambda row: row[0])
def test_verb_forms(row: list[str]) -> None:
    base = row[0]
    assert [base, past_of(base), participle_of(base), third_of(base), gerund_of(base)] == row


@pytest.mark.parametrize("base", sorted(KNOWN))
def test_every_known_verb_is_recognised_in_every_form(base: str) -> None:
    assert form_of(base) == (base, Form.BASE)
    assert form_of(third_of(base)) == (base, Form.THIRD)
    assert form_of(gerund_of(base)) == (base, Form.GERUND)
    past = form_of(past_of(base))
    assert past is not None
    assert past[1] is Form.PAST or past_of(base) in KNOWN


@given(st.text(max_size=80), st.booleans())
def test_any_text_gives_a_clause_or_nothing(text: str, current: bool) -> None:
    clause = first_person(text, current=current)
    assert clause is None or clause[:1] in ("I", "m", "w", "o")


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=4))
def test_joined_words_are_all_there(words: list[str]) -> None:
    joined = join_words(words)
    assert [part for part in joined.replace(" and ", ", ").split(", ") if part] == words


@pytest.mark.parametrize(
    ("text", "small", "large"),
    [
        ("Managed x", "managed x", "Managed x"),
        ("HIPAA x", "HIPAA x", "HIPAA x"),
        ("iPad x", "iPad x", "iPad x"),
        ("I x", "I x", "I x"),
    ],
)
def test_first_letters(text: str, small: str, large: str) -> None:
    assert lower_first(text) == small
    assert upper_first(text) == large
