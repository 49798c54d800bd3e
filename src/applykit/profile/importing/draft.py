"""What an import has understood so far: profile data, guesses to be marked, and what could not be placed."""

from dataclasses import dataclass, field
from typing import Any

from applykit.profile.dateforms import Period


@dataclass(slots=True)
class Draft:
    """Data in the keys of a profile; `guesses` are comments by pointer; `left_out` were known to be no facts."""

    data: dict[str, Any] = field(default_factory=dict)
    guesses: dict[str, str] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    used: list[str] = field(default_factory=list)  # words of the source that stand in the data in another form

    def add(self, section: str, item: Any, guesses: dict[str, str] | None = None) -> None:
        """Append an item to a list section; guesses are by key of the item."""
        items = self.data.setdefault(section, [])
        for key, comment in (guesses or {}).items():
            self.guesses[f"/{section}/{len(items)}" + (f"/{key}" if key else "")] = comment
        items.append(item)


def compact(**values: Any) -> dict[str, Any]:
    """A mapping without what is empty; a trailing underscore keeps Python's words free."""
    return {key.rstrip("_"): value for key, value in values.items() if value not in (None, "", [], {}, ())}


def period_fields(periods: list[Period], written: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """startDate and endDate of an entry, and the guesses about them; two single dates are a start and an end."""
    if not periods:
        return {}, {}
    best = next((period for period in periods if not period.single), None)
    if best is None and len(periods) >= 2:
        first, second = periods[0].end or "", periods[1].end or ""
        low, high = sorted((first, second)) if "present" not in (first, second) else (first, second)
        return {"startDate": low, "endDate": high}, {"startDate": f"from {written[0]!r} and {written[1]!r}"}
    period = best or periods[0]
    text = written[periods.index(period)]
    fields = compact(startDate=period.start, endDate=period.end)
    guesses = {}
    if period.guess:
        guesses["endDate" if period.end else "startDate"] = f"{text!r}: {period.guess}"
    elif any(mark in text.casefold() for mark in LOST_WORDS):
        guesses["endDate" if period.end else "startDate"] = f"written {text!r}"
    return fields, guesses


LOST_WORDS = (
    "spring", "summer", "fall", "autumn", "winter", "early", "mid", "late", "q1", "q2", "q3", "q4", "circa", "ca.",
    "expected", "anticipated", "class of", "primavera", "verano", "otoño", "invierno", "printemps", "été", "automne",
    "hiver", "about", "around",
)  # fmt: skip
