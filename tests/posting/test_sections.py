"""Sections: roles in many styles, and every visible character in exactly one of them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.posting import Posting, parse_posting
from applykit.posting.fact import make_source
from applykit.posting.headings import normal_heading, read_heading, role_of_heading
from applykit.posting.model import Role
from applykit.posting.parse import LONGEST
from applykit.reading.model import Document

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "sections.yaml")
LINE = st.sampled_from(
    [
        "Duties:",
        "Requirements",
        "• Sort mail",
        "You must have a van.",
        "",
        "Location: Dover",
        "Shift:",
        "Nights",
        "We offer paid time off.",
        "**Perks**",
        "We are an equal opportunity employer.",
        "Nice to have: Spanish",
        "Greets guests. Answers calls. " * 20,
        "- - -",
    ]
)


def parse(text: str) -> Posting:
    return parse_posting(Document(text))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_sections_by_case(case: dict[str, Any]) -> None:
    posting = parse(case["text"])
    found = []
    for section, (_, wanted) in zip(posting.sections, case["sections"], strict=False):
        words = section.heading.of(posting.text) if section.heading else section.span.of(posting.text)
        found.append([section.role.value, wanted if words.startswith(wanted) else words[:60]])
    found += [[section.role.value, section.span.of(posting.text)[:60]] for section in posting.sections[len(found) :]]
    assert found == case["sections"]


def check_partition(posting: Posting) -> None:
    """Headings and bodies stand in order, do not overlap, and leave only white space out."""
    position = 0
    for section in posting.sections:
        for span in (section.heading, section.span):
            if span:
                assert span.start >= position
                assert not posting.text[position : span.start].strip()
                position = span.end
    assert not posting.text[position:].strip()


@given(st.lists(LINE, max_size=14).map("\n".join))
def test_sections_hold_every_character_once(text: str) -> None:
    check_partition(parse(text))


@given(st.text(max_size=200))
def test_sections_of_any_text_hold_every_character_once(text: str) -> None:
    check_partition(parse(text))


def test_sections_of_real_postings_hold_every_character_once(shared_folder: Path) -> None:
    files = sorted((shared_folder / "gold" / "dev").glob("*.txt"))
    assert files
    for file in files:
        check_partition(parse(file.read_text("utf-8")))


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Key Responsibilities:", Role.DUTIES),
        ("ESSENTIAL FUNCTIONS", Role.DUTIES),
        ("What You’ll Do", Role.DUTIES),
        ("A day in the life", Role.DUTIES),
        ("Essential criteria", Role.REQUIRED),
        ("Who you are", Role.REQUIRED),
        ("Education & Experience", Role.REQUIRED),
        ("Knowledge, Skills, and Abilities (KSAs)", Role.REQUIRED),
        ("Required and Preferred Qualifications", Role.REQUIRED),
        ("Selective Placement Factor", Role.REQUIRED),
        ("Preferred Skills", Role.PREFERRED),
        ("Bonus points if you", Role.PREFERRED),
        ("It would be great if you have", Role.PREFERRED),
        ("Assets", Role.PREFERRED),
        ("Asset Management Duties", Role.DUTIES),
        ("Sign-on bonus", Role.OFFER),
        ("Why join us?", Role.OFFER),
        ("Compensation & Benefits", Role.OFFER),
        ("Working Conditions", Role.CONDITIONS),
        ("Conditions of Employment", Role.CONDITIONS),
        ("About Bluff Harbor Inn", Role.EMPLOYER),
        ("Our Mission", Role.EMPLOYER),
        ("About the role", Role.SUMMARY),
        ("Job Summary", Role.SUMMARY),
        ("How You Will Be Evaluated", Role.HOW_TO_APPLY),
        ("Equal Employment Opportunity", Role.EQUAL_OPPORTUNITY),
        ("Reasonable Accommodations", Role.EQUAL_OPPORTUNITY),
        ("Duties and Requirements", None),
    ],
)
def test_role_of_heading(words: str, role: Role | None) -> None:
    found = role_of_heading(words)
    assert found is not None
    assert found[0] is role


@pytest.mark.parametrize(
    "line",
    [
        "High school diploma required.",
        "Strong communication skills",
        "12345",
        "",
        "• Requirements vary",
        "Join us for a bright future!",
        "Patient Experience",
        "Manager",
        "This line is much longer than any heading would be in a posting because it goes on and on until it ends: yes",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert read_heading(line, marked=False, before_gap=False) is None


def test_headings_are_compared_without_marks_and_brackets() -> None:
    assert normal_heading("** What You’ll Do & Own (mostly) :") == "what you'll do and own"


def test_sections_say_why() -> None:
    posting = parse("Duties:\nSort mail.\n\nWe are an equal opportunity employer, without regard to race or sex.")
    assert [section.cue for section in posting.sections] == ["heading: duties", "sentence cues"]


def test_abbreviations_end_no_sentence_in_long_lines() -> None:
    text = "You will report to Dr. Ames and ship parts to St. Olaf, e.g. Valves. " * 8
    assert len(parse(text).sections) == 1


@pytest.mark.parametrize(
    ("line", "before_gap", "is_heading"),
    [
        ("PERKS WE ARE PROUD OF", True, True),
        ("PERKS WE ARE PROUD OF", False, False),
        ("Benefits", False, True),
        ("2 years of experience", False, False),
        ("skills and experience", False, False),
        ("Must Have A Very Long List Of Skills", True, False),
        ("Additional skills", True, True),
        ("Additional skills", False, True),
        ("Skills you have", False, False),
        ("One two three four five six seven: eight", True, False),
    ],
)
def test_plain_headings(line: str, before_gap: bool, is_heading: bool) -> None:
    assert (read_heading(line, marked=False, before_gap=before_gap) is not None) is is_heading


def test_no_role_between_sections() -> None:
    source = make_source("Duties:\n\n\nSort.", (), parse("Duties:\n\n\nSort.").sections)
    assert source.role_at(10_000) is None


def test_an_endless_text_is_cut_with_a_warning() -> None:
    posting = parse("Sort mail. " * 40_000)
    assert len(posting.text) <= LONGEST
    assert [problem.warning for problem in posting.problems] == [True]
