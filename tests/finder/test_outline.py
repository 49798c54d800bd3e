"""Headings, labels inside lines and sentence pieces."""

import pytest

from applykit.finder.outline import ROLES, looks_like_heading, outline_lines, role_of
from applykit.finder.text import split_lines


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Preferred Qualifications", "preferred"),
        ("Minimum Qualifications", "required"),
        ("What We Offer", "offer"),
        ("Key Responsibilities", "duty"),
        ("Equal Opportunity Employer", "equal"),
        ("Physical Demands", "physical"),
        ("How to apply", "apply"),
        ("Zebra", "none"),
    ],
)
def test_role_of_a_heading(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Job Duties", True),
        ("what you will do:", True),
        ("Answer the phone.", False),
        ("answer the phone", False),
        ("12345", False),
        ("A line of far too many words to be any kind of heading:", False),
        ("***", False),
    ],
)
def test_headings(line: str, expected: bool) -> None:
    (tokens,) = split_lines(line)
    assert looks_like_heading(tokens) is expected


def roles_of(text: str) -> list[tuple[str, str]]:
    return [
        (token.word, ROLES[role])
        for line in outline_lines(split_lines(text))
        for token, role in zip(line.tokens, line.roles, strict=True)
    ]


def test_a_heading_holds_until_the_next() -> None:
    found = dict(roles_of("Requirements\nlift boxes daily.\nBenefits\nfree lunch every day."))
    assert found["boxes"] == "required"
    assert found["lunch"] == "offer"


def test_a_label_inside_a_line_is_the_heading_of_what_follows() -> None:
    (line,) = outline_lines(split_lines("We build tools.Desired skills: welding; soldering"))
    titles = {token.word: title for token, title in zip(line.tokens, line.titles, strict=True)}
    assert titles["welding"] == ("desired", "skills")
    assert titles["build"] == ()
    assert dict(roles_of("We build tools.Desired skills: welding"))["welding"] == "preferred"


def test_pieces_cover_a_line() -> None:
    (line,) = outline_lines(split_lines("Must lift boxes. Sort them; label themAlways smile"))
    assert [piece.start for piece in line.pieces[1:]] == [piece.end for piece in line.pieces[:-1]]
    assert line.pieces[0].start == 0
    assert line.pieces[-1].end == len(line.tokens)
    assert len(line.pieces) == 4
