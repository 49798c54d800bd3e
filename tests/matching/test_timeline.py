"""Dated work: months from dates of any precision, unions in which overlaps count once."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.makers import DAY, make_profile

from applykit.matching.timeline import Period, Timeline, last_day, union_months

periods = st.lists(
    st.builds(lambda start, length: Period(start, start + length), st.integers(24_000, 24_200), st.integers(1, 60)),
    max_size=8,
)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2024-01", "2024-12", 12),
        ("2024-01", "2024-01", 1),
        ("2024-01-15", "2024-03-02", 3),
        ("2019", "2021", 24),
        ("2019", "2019", 1),
        ("2019-06", "2021", 20),
        ("2019", "2021-06", 30),
        ("2025-11", "present", 12),
        ("2025-11", None, 12),
        ("2026-11", "present", 1),
        ("2026-01", "2027-12", 10),
        ("2027-05", "2028-01", 0),
    ],
)
def test_months_between(start: str, end: str | None, months: int) -> None:
    period = Period.between(start, end, DAY)
    assert period is not None
    assert period.months == months


@pytest.mark.parametrize("start", [None, "present", ""])
def test_no_period_without_a_start(start: str | None) -> None:
    assert Period.between(start, "2024-01", DAY) is None


@pytest.mark.parametrize(
    ("date", "last"),
    [("2026", (2026, 12, 31)), ("2024-02", (2024, 2, 29)), ("2026-07", (2026, 7, 31)), ("2026-07-04", (2026, 7, 4))],
)
def test_last_day(date: str, last: tuple[int, int, int]) -> None:
    assert last_day(date) == datetime.date(*last)


@given(periods)
def test_union_counts_every_month_once(found: list[Period]) -> None:
    months = {month for period in found for month in range(period.start, period.end)}
    assert union_months(found) == len(months)


@given(periods, periods)
def test_more_work_is_never_less(first: list[Period], second: list[Period]) -> None:
    assert union_months(first + second) >= union_months(first)


def test_roles_under_one_employer_and_volunteering() -> None:
    roles = [
        {"position": "Assistant", "startDate": "2021-07"},
        {"position": "Receptionist", "startDate": "2019-02", "endDate": "2021-06"},
    ]
    profile = make_profile(
        work=[{"name": "Clinic", "startDate": "2019-02", "endDate": "present", "roles": roles}],
        volunteer=[{"organization": "Pantry", "startDate": "2024-01", "endDate": "present"}],
    )
    timeline = Timeline.read(profile, DAY)
    assert [role.pointer for role in timeline.roles] == ["/work/0/roles/0", "/work/0/roles/1", "/volunteer/0"]
    assert [role.current for role in timeline.roles] == [True, False, True]
    assert len(timeline.paid) == 2
    assert timeline.months(timeline.paid) == 93
    assert timeline.last_used(timeline.paid) == "present"
    assert timeline.last_used(timeline.roles[1:2]) == "2021-06"
    assert timeline.last_used(()) is None
