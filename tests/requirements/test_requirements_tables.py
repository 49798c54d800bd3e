"""The tables of examples: levels, negation, offers, conditions, each through the stage's own door."""

from dataclasses import fields
from typing import Any

import pytest
from tests.requirements.postings import make_posting, read_cases

from applykit.lexicon import Lexicon
from applykit.requirements import Detail, Requirement, find_requirements

LEVELS, NEGATION, OFFERS, CONDITIONS = (read_cases(n) for n in ("levels", "negation", "offers", "conditions"))


def find(row: dict[str, Any], lexicon: Lexicon) -> tuple[Requirement, ...]:
    return find_requirements(make_posting(row["text"], row.get("role", "required"), row.get("heading", "")), lexicon)


def quotes(requirements: tuple[Requirement, ...]) -> set[str]:
    return {mention.quote for requirement in requirements for mention in requirement.mentions}


@pytest.mark.parametrize("row", LEVELS, ids=[row["text"][:60] for row in LEVELS])
def test_levels(row: dict[str, Any], lexicon: Lexicon) -> None:
    requirements = find(row, lexicon)
    found = {
        words: {r.level.value for r in requirements if words.casefold() in r.mentions[0].quote.casefold()}
        for words in row["asks"]
    }
    assert found == {words: {level} for words, level in row["asks"].items()}


@pytest.mark.parametrize("row", NEGATION + OFFERS, ids=[row["text"][:60] for row in NEGATION + OFFERS])
def test_what_is_not_asked_for(row: dict[str, Any], lexicon: Lexicon) -> None:
    found = quotes(find(row, lexicon))
    assert not [quote for quote in found if any(word in quote for word in row["gone"])]
    assert all(any(words in quote for quote in found) for words in row.get("kept", ()))


def set_values(detail: Detail | None) -> dict[str, Any]:
    """The fields of a detail that are set, tuples as lists."""
    values = {item.name: getattr(detail, item.name) for item in fields(Detail)} if detail else {}
    return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items() if v not in (None, (), False)}


def is_meant(quote: str, requirement: Requirement) -> bool:
    """A rule's span must be exact; how much of the words around it a lexicon term takes is the lexicon's affair."""
    found = requirement.mentions[0].quote
    return quote == found or (requirement.origin == "lexicon" and quote in found)


VALUES = [row for row in CONDITIONS if "quote" in row]
NO_VALUES = [row for row in CONDITIONS if "none" in row]


@pytest.mark.parametrize("row", NO_VALUES, ids=[row["text"][:60] for row in NO_VALUES])
def test_amounts_of_something_else_are_no_conditions(row: dict[str, Any], lexicon: Lexicon) -> None:
    rules = {why.split(";")[0] for requirement in find(row, lexicon) for why in requirement.why}
    assert not rules & set(row["none"])


@pytest.mark.parametrize("row", VALUES, ids=[row["text"][:60] for row in VALUES])
def test_conditions_have_their_values(row: dict[str, Any], lexicon: Lexicon) -> None:
    matching = [r for r in find(row, lexicon) if is_meant(row["quote"], r)]
    assert [(r.kind.value, set_values(r.detail)) for r in matching] == [(row["kind"], row["detail"])]
    assert matching[0].id == row.get("id", matching[0].id)
