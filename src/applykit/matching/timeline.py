"""Dated work: months from dates of any precision, and unions of periods in which overlaps count once."""

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from applykit.profile.model import Profile


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A half-open range of months, counted as year * 12 + month - 1."""

    start: int
    end: int

    @classmethod
    def between(cls, start: str | None, end: str | None, date: datetime.date) -> Self | None:
        """The whole months from `start` to `end` ("present" or None: to `date`); None without a start.

        A month given as the end counts as worked. Where only years are given, only the years surely between them
        count: 2019 to 2021 is 24 months, 2019 to 2019 one.
        """
        if not start or start == "present":
            return None
        today = date.year * 12 + date.month - 1
        first = month_of(start)
        if end is None or end == "present":
            last = today
        elif len(end) == 4:
            last = int(end) * 12 if len(start) == 4 else int(end) * 12 + 1
        else:
            last = month_of(end) + 1
        return cls(first, max(min(last, today), first + 1) if first <= today else first)

    @property
    def months(self) -> int:
        return self.end - self.start


def month_of(date: str) -> int:
    """The month in which an ISO date begins, counted from year 0."""
    return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) >= 7 else 0)


def last_day(date: str) -> datetime.date:
    """The last day a date of any precision can mean: "2026" ends in December, "2026-07" on the 31st."""
    year, month, day = int(date[:4]), int(date[5:7] or 12), int(date[8:10] or 0)
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


def union_months(periods: Iterable[Period]) -> int:
    """Months covered by at least one period."""
    total, reached = 0, -1
    for period in sorted(periods):
        total += max(0, period.end - max(period.start, reached))
        reached = max(reached, period.end)
    return total


@dataclass(frozen=True, slots=True)
class DatedRole:
    """One role of the profile: `pointer` to it, its title, employer, setting, and when it was held.

    `place` is the pointer of the whole job, which a role shares with others under one employer.
    """

    pointer: str
    place: str
    title: str
    employer: str
    setting: str
    start: str | None
    end: str | None
    period: Period | None
    paid: bool = True

    @property
    def current(self) -> bool:
        return self.end == "present" or (self.end is None and self.start is not None)

    @property
    def head(self) -> str:
        """The words that say what kind of work it was."""
        return " ".join(part for part in (self.title, self.setting, self.employer) if part)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All roles of a profile on one date, paid work first, in the profile's order."""

    roles: tuple[DatedRole, ...]
    date: datetime.date

    @classmethod
    def read(cls, profile: Profile, date: datetime.date) -> Self:
        return cls(tuple(_work_roles(profile, date)) + tuple(_volunteer_roles(profile, date)), date)

    @property
    def paid(self) -> tuple[DatedRole, ...]:
        return tuple(role for role in self.roles if role.paid)

    def months(self, roles: Iterable[DatedRole]) -> int:
        """Months of the given roles together; those without dates count nothing."""
        return union_months(role.period for role in roles if role.period)

    def last_used(self, roles: Iterable[DatedRole]) -> str | None:
        """When the latest of the roles ended: "present", YYYY-MM or YYYY as far as known."""
        dated = [role for role in roles if role.period]
        if not dated:
            return None
        latest = max(dated, key=lambda role: (role.current, role.period or Period(0, 0), role.pointer))
        return "present" if latest.current else latest.end


def _work_roles(profile: Profile, date: datetime.date) -> Iterable[DatedRole]:
    for number, work in enumerate(profile.work):
        place = f"/work/{number}"
        if not work.roles:
            period = Period.between(work.startDate, work.endDate, date)
            yield DatedRole(
                place, place, work.position or "", work.name, work.setting or "", work.startDate, work.endDate, period
            )
        for index, role in enumerate(work.roles):
            start, end = role.startDate or work.startDate, role.endDate or work.endDate
            period = Period.between(start, end, date)
            yield DatedRole(
                f"{place}/roles/{index}", place, role.position, work.name, work.setting or "", start, end, period
            )


def _volunteer_roles(profile: Profile, date: datetime.date) -> Iterable[DatedRole]:
    for number, work in enumerate(profile.volunteer):
        place = f"/volunteer/{number}"
        period = Period.between(work.startDate, work.endDate, date)
        title = work.position or ""
        yield DatedRole(place, place, title, work.organization, "", work.startDate, work.endDate, period, paid=False)
