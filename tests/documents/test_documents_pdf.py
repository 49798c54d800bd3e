"""What the check makes of a PDF: lines from places, columns and sidebars, letters that no program can read."""

import pytest

from applykit.documents.check.pdf_facts import lines_of, words_with_gaps
from applykit.documents.check.pdf_lines import Line, Placed, count_columns, group_lines, words_of

WIDTH = 612.0


def put(text: str, left: float, baseline: float, size: float = 10) -> Placed:
    """A text whose letters are half as wide as high."""
    return Placed(left, left + len(text) * size / 2, baseline, size, text)


def column(texts: list[str], left: float, top: float, step: float = 14) -> list[Placed]:
    return [put(text, left, top - number * step) for number, text in enumerate(texts)]


def page(*columns: list[Placed]) -> list[Line]:
    return group_lines([item for texts in columns for item in texts])


MAIN = ["Experience", *["Counted every item in the long row of shelves"] * 30]
SKILLS = ["Skills", "Excel", "Word", "Counting", "Languages", "Spanish", "English", "French"]


def test_lines_are_read_from_left_to_right_and_top_to_bottom() -> None:
    lines = page(
        [put("second line", 60, 680), put("2020", 500, 701), put("Technician,", 60, 700), put("Shop", 122, 700)]
    )
    assert [words_of(line) for line in lines] == ["Technician, Shop 2020", "second line"]


def test_pieces_of_a_word_are_joined() -> None:
    assert words_of([put("expe", 60, 700), put("rience", 81, 700)]) == "experience"


@pytest.mark.parametrize(("side", "main"), [(40.0, 200.0), (480.0, 60.0)])
def test_a_narrow_sidebar_is_seen(side: float, main: float) -> None:
    assert count_columns(page(column(MAIN, main, 700), column(SKILLS, side, 693, step=17)), WIDTH) == 2


def test_a_sidebar_of_contact_data_is_seen_below_a_head() -> None:
    head = [put("Robin Sample, technician of many years and places, willing to move anywhere", 40, 750)]
    side = column(["Contact", "Dayton, OH", "555-0142", "robin@example.com", "example.com", "more"], 40, 694, step=19)
    assert count_columns(page(head, column(MAIN, 200, 700), side), WIDTH) == 2


def test_two_halves_are_columns() -> None:
    halves = [column(["Counted items in a row"] * 20, left, 700) for left in (40, 320)]
    assert count_columns(page(*halves), WIDTH) == 2


def test_dates_at_the_right_are_no_column() -> None:
    dates = [put("May 2020", 520, 700 - number * 42) for number in range(10)]
    assert count_columns(page(column(MAIN, 60, 700), dates), WIDTH) == 1


def test_headings_at_the_left_of_their_text_are_no_column() -> None:
    labels = [put(text, 40, 700 - number * 42) for number, text in enumerate(["Summary", "Skills", *["2020"] * 7])]
    assert count_columns(page(column(MAIN[1:], 200, 700), labels), WIDTH) == 1


def test_text_without_a_heading_beside_it_is_no_sidebar() -> None:
    notes = column(["Dayton, OH"] * 8, 480, 693, step=17)
    assert count_columns(page(column(MAIN, 60, 700), notes), WIDTH) == 1


def test_lines_that_run_across_keep_a_page_in_one_column() -> None:
    across = column(["A line that runs across both sides of what might be a gutter of the page"] * 8, 40, 690, step=25)
    assert count_columns(page(column(MAIN, 200, 700), column(SKILLS, 40, 693, step=17), across), WIDTH) == 1


def test_letters_that_nobody_names_are_shown_as_gaps() -> None:
    assert words_with_gaps("asset \ufffenancial data, exempli\ufffeed") == ["?nancial", "exempli?ed"]
    assert words_with_gaps("submis\ufffesions, \ufffe 555-0142") == []
    assert lines_of("submis\ufffesions\r\n\r\n  two  words ") == ["submissions", "two words"]
