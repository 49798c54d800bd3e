"""Tests for the contact line: where it goes on to another line, and what keeps together."""

import dataclasses
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.documents import load_design, render_documents
from applykit.documents.contact import contact_context, fill_lines, line_breaks
from applykit.documents.context import letter_context
from applykit.tailoring.model import Application, Sentence
from applykit.tailoring.page import Page

ReadText = Callable[..., list[str]]


def rows(widths: list[float], gap: float, starts: frozenset[int]) -> list[float]:
    """The widths of the lines that these starts make."""
    edges = [0, *sorted(starts), len(widths)]
    return [sum(widths[start:end]) + gap * (end - start - 1) for start, end in pairwise(edges) if end > start]


@given(widths=st.lists(st.integers(1, 60), min_size=1, max_size=7), gap=st.integers(0, 5))
def test_lines_are_as_few_and_as_even_as_can_be(widths: list[float], gap: int) -> None:
    starts = line_breaks(widths, gap, 60)
    shown = rows(widths, gap, starts)
    assert all(width <= 60 for width in shown)
    places = range(1, len(widths))
    others = [rows(widths, gap, frozenset(chosen)) for k in range(len(widths)) for chosen in combinations(places, k)]
    fitting = [other for other in others if max(other) <= 60]
    fewest = min(len(other) for other in fitting)
    assert len(shown) == fewest
    assert max(shown) == min(max(other) for other in fitting if len(other) == fewest)


def test_an_item_wider_than_a_line_stands_alone() -> None:
    assert line_breaks([10, 200, 10], 3, 100) == {1, 2}
    assert fill_lines([], 3, 100) == line_breaks([], 3, 100) == frozenset()


def test_a_short_contact_line_has_no_breaks(application: Application) -> None:
    items = contact_context(application.resume.contact, Page())
    assert [item["shown"] for item in items] == [item.text.text for item in application.resume.contact]
    assert not any(item["new_line"] for item in items)


def test_a_long_contact_line_goes_on_between_items(application: Application) -> None:
    short = application.resume.contact
    place = dataclasses.replace(short[0], text=Sentence("A very long place name " * 4, ()))
    items = contact_context((place, *short[1:]), Page())
    assert " " not in items[0]["shown"]
    assert items[1]["shown"] == "(555) 555-0142"
    assert [item["new_line"] for item in items].count(True) == 1


@pytest.mark.parametrize("design", ["classic", "modern", "compact", "plain"])
def test_no_line_ends_with_a_separator(design: str, application: Application, read_text: ReadText) -> None:
    first = application.resume.contact[0]
    many = tuple(
        dataclasses.replace(first, text=Sentence(f"example.com/a-long-address/{number}", ())) for number in range(7)
    )
    resume = dataclasses.replace(application.resume, contact=many)
    document = render_documents(dataclasses.replace(application, resume=resume), load_design(design))[0].data
    shown = next(text for text in read_text(document) if "a-long-address" in text)
    lines = shown.split("\n")
    assert len(lines) > 1
    assert [line for line in lines if line.strip(" |·") != line] == []


def test_a_phone_number_in_a_letter_breaks_at_no_space(application: Application, read_text: ReadText) -> None:
    letter = application.letter
    phone = letter_context(letter)["phone"]
    words = Sentence(f"Call {phone}.", ())
    changed = dataclasses.replace(application, letter=dataclasses.replace(letter, paragraphs=((words,),)))
    document = render_documents(changed, load_design("classic"))[1].data
    shown = next(text for text in read_text(document) if text.startswith("Call"))
    assert shown == "Call (555)\u00a0555-0142."


def test_a_letter_without_a_phone_number_is_left_alone(application: Application) -> None:
    letter = dataclasses.replace(application.letter, contact=())
    assert letter_context(letter)["phone"] == ""
    assert letter_context(letter)["paragraphs"][0] == "I am applying. I can count."
