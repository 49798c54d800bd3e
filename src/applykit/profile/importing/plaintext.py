"""Texts with Markdown marks in structured files, and texts that go through a section's parser as if they were lines."""

import re
from typing import Any

from applykit.profile.dateforms import find_periods
from applykit.profile.importing.draft import Draft, compact, period_fields
from applykit.profile.importing.layout import Cell
from applykit.profile.importing.rows import Row
from applykit.profile.importing.textlines import markdown_runs


def plain(text: Any) -> str:
    """A value as text, without Markdown's emphasis and link targets."""
    if text is None or isinstance(text, dict | list):
        return ""
    return "".join(run.text for run in markdown_runs(" ".join(str(text).split())))


def link_in(text: Any) -> str:
    """The first address that a Markdown text links to."""
    return next((run.link for run in markdown_runs(str(text or "")) if run.link), "")


def item_rows(texts: list[str]) -> list[Row]:
    """Rows, each a bullet of its own, for the parsers of sections."""
    return [
        Row((Cell(markdown_runs(" ".join(text.split()))),), level=1, whole=True)
        for text in texts
        if text and text.strip()
    ]


def bullets_of(text: Any) -> tuple[str, list[str]]:
    """A Markdown text of paragraphs and lists as a summary and highlights."""
    paragraphs, bullets = [], []
    for line in str(text or "").splitlines():
        found = re.match(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+(.*)", line)
        if found:
            bullets.append(plain(found[1]))
        elif line.strip() and bullets and line[:1].isspace():
            bullets[-1] += " " + plain(line)
        elif line.strip():
            paragraphs.append(plain(line))
    return " ".join(paragraphs), [bullet for bullet in bullets if bullet]


def date_fields(start: Any, end: Any, single: Any, draft: Draft, label: str) -> dict[str, str]:
    """startDate and endDate from what a structured file says; what is no date is kept as unplaced text."""
    if start or end:
        fields = compact(startDate=one_date(start), endDate=one_date(end))
        for value in (start, end):
            if value and not one_date(value):
                draft.unplaced.append(f"{label}: {value}")
        return fields
    if not single:
        return {}
    periods = find_periods(str(single))
    fields, _ = period_fields(list(periods), [str(single)] * max(len(periods), 1))
    if not fields or (any(letter.isalpha() for letter in str(single)) and fields.get("endDate") != "present"):
        draft.unplaced += [f"{label}: {single}"] if not fields else []
    return fields


def one_date(value: Any) -> str:
    """One date of a structured file in our form, or ""."""
    periods = find_periods(str(value if value is not None else "").strip())
    return (periods[0].end or periods[0].start or "") if len(periods) == 1 else ""


def leftovers(item: dict[str, Any], used: tuple[str, ...], label: str) -> list[str]:
    """What an entry of a structured file holds under keys that were not read."""
    found = []
    for key, value in item.items():
        if key not in used and value not in (None, "", [], {}):
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            found.append(f"{label}, {key}: {text}")
    return found
