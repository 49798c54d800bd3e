"""Facts of postings, by a table of cases and by laws."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.errors import ApplykitError
from applykit.posting import Posting, parse_posting
from applykit.reading.model import Document

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "posting_facts.yaml")


def plain(posting: Posting, name: str) -> Any:
    """A fact as the table writes it."""
    value = getattr(posting, name)
    if name == "mission":
        return value.of(posting.text) if value else None
    if isinstance(value, tuple):
        return list(value)
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_facts_by_case(case: dict[str, Any]) -> None:
    posting = parse_posting(Document(case["text"], title=case.get("title")))
    assert {name: plain(posting, name) for name in case["facts"]} == case["facts"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_spans_lie_in_the_text(case: dict[str, Any]) -> None:
    posting = parse_posting(Document(case["text"], title=case.get("title")))
    for name, span in posting.spans:
        assert 0 <= span.start < span.end <= len(posting.text)
        value = getattr(posting, name)
        if isinstance(value, str) and name in ("title", "employer", "reference", "how_to_apply"):
            assert span.of(posting.text).endswith(value)


@given(st.lists(st.sampled_from([line for case in CASES for line in case["text"].splitlines()]), max_size=12))
def test_the_same_text_gives_the_same_posting(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert parse_posting(Document(text)) == parse_posting(Document(text))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_gives_a_posting(text: str) -> None:
    posting = parse_posting(Document(text, title=text[:40]))
    assert isinstance(posting, Posting)
    assert posting.source == "-"


def test_a_page_without_a_posting_is_refused() -> None:
    page = Document("The tide is high at noon.", name="tide.html", media_type="text/html")
    with pytest.raises(ApplykitError, match="reads like a job posting"):
        parse_posting(page)


@pytest.mark.parametrize("text", ["Duties:\nMend nets.", "Pay: $20\nPlace: Dover\nLocation: Dover"])
def test_a_page_with_signs_of_a_posting_is_read(text: str) -> None:
    assert parse_posting(Document(text, media_type="text/html")).text == text
