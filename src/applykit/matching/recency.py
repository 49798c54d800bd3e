"""Experience "in the last three years": how far back the months count."""

import re

from applykit.matching.timeline import DatedRole, Period, Timeline, union_months
from applykit.requirements.model import Requirement

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WINDOW = re.compile(
    r"[\s,]*\b(?:(?:with)?in |over |during )?(?:the |your )?(?:last|past) "
    rf"(?:(\d{{1,3}}|{'|'.join(NUMBERS)})(?:\s*\(\d+\))? )?(year|month)s?\b",
    re.IGNORECASE,
)
ESSENCE = re.compile(r"within (\d+) months")  # as the essence of a requirement words it


def without_window(text: str) -> str:
    """A text without what it says of how recent the work must be."""
    return WINDOW.sub("", text)


def window_asked(requirement: Requirement) -> int | None:
    """The months, counted back from today, in which the work must have been done; None where any time will do."""
    detail = requirement.detail
    for word in detail.words if detail else ():
        if found := ESSENCE.fullmatch(word):
            return int(found[1])
    texts = (requirement.name, *(mention.quote for mention in requirement.mentions), *(detail.fields if detail else ()))
    found = next(filter(None, map(WINDOW.search, texts)), None)
    return _months(found) if found else None


def say_window(months: int) -> str:
    """As `window_asked` reads it from an essence."""
    return f"within {months} months"


def _months(found: re.Match[str]) -> int:
    number = (found[1] or "1").casefold()
    count = NUMBERS.index(number) + 1 if number in NUMBERS else int(number)
    return count * (12 if found[2].casefold() == "year" else 1)


def months_within(window: int | None, roles: list[DatedRole], timeline: Timeline) -> int:
    """Months of the roles together, those before the window left out."""
    first = timeline.date.year * 12 + timeline.date.month - 1 - window if window else 0
    periods = [role.period for role in roles if role.period and role.period.end > first]
    return union_months(Period(max(period.start, first), period.end) for period in periods)
