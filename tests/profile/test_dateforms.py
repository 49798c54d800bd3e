"""Dates as people write them; the rows are in tests/cases/dates.yaml."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.profile.dateforms import find_periods, fold, read_date, read_period
from applykit.profile.dates import check_date, is_before

CASES = YAML(typ="safe", pure=True).load((Path(__file__).parents[1] / "cases" / "dates.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", CASES["periods"], ids=str)
def test_periods(row: list[Any]) -> None:
    text, start, end, *guess = (str(cell) for cell in row)
    period = read_period(text)
    assert period is not None
    assert (period.start or "none", period.end, period.guess) == (start, end, guess[0] if guess else "")


@pytest.mark.parametrize("row", CASES["singles"], ids=str)
def test_single_dates(row: list[Any]) -> None:
    assert read_date(str(row[0])) == str(row[1])


@pytest.mark.parametrize("text", CASES["nothing"])
def test_what_is_no_date(text: str) -> None:
    assert find_periods(text) == ()
    assert read_date(text) is None


def test_an_expected_date_is_marked() -> None:
    period = read_period("Expected graduation: May 2027")
    assert period is not None
    assert period.expected
    assert period.end == "2027-05"


def test_slashes_are_a_guess_only_where_they_are_ambiguous() -> None:
    assert [find_periods(text)[0].guess for text in ("03/04/2021", "03/13/2021", "04/04/2021")] == [
        "the month comes first",
        "",
        "",
    ]


def test_a_duration_beside_a_period_is_not_in_its_way() -> None:
    period = read_period("Jan 2020 - Present (3 yrs 2 mos)")
    assert period is not None
    assert period.start == "2020-01"
    assert read_period("Clerk, Jan 2020 - Present") is None
    assert read_period("no date") is None


@given(st.dates(min_value=datetime.date(1850, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_what_a_program_writes_is_read_back_in_its_precision(day: datetime.date) -> None:
    iso = day.isoformat()
    assert read_date(iso) == iso
    assert read_date(f"{day:%B} {day.day}, {day.year}") == iso
    assert read_date(f"{day.day} {day:%b} {day.year}") == iso
    assert read_date(f"{day:%B %Y}") == iso[:7]
    assert read_date(f"{day:%m/%Y}") == iso[:7]
    assert read_date(f"{day:%Y}") == iso[:4]


@given(st.text(max_size=60))
def test_any_text_gives_dates_that_a_profile_takes(text: str) -> None:
    assert len(fold(text)) == len(text)
    for period in find_periods(text):
        assert 0 <= period.begin < period.stop <= len(text)
        assert all(check_date(date) == date for date in (period.start, period.end) if date)


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (2019, "2019"),
        ("PRESENT", "present"),
        (datetime.date(2020, 1, 2), "2020-01-02"),
        ("2013-12-01T08:00", "2013-12-01"),
    ],
)
def test_dates_of_a_profile(value: object, result: str) -> None:
    assert check_date(value) == result


@pytest.mark.parametrize("value", ["2019-06-31", "2019-13", "19", True, [], "soon", "0000", "٢٠١٩"])
def test_what_is_no_date_of_a_profile(value: object) -> None:
    with pytest.raises(ValueError, match="date"):
        check_date(value)


def test_before_means_certainly_before() -> None:
    assert is_before("2019-12", "2020")
    assert not is_before("2020", "2020-05")
    assert is_before("2020", "present")
    assert not is_before("present", "2020")
