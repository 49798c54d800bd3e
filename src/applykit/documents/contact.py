"""The contact line as templates read it, and where it goes on to another line when it is too long for one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from applykit.tailoring.model import ContactLine
    from applykit.tailoring.page import Page

SEPARATOR = " | "
# Contact lines are set a little smaller than the page model's size; this room is for fonts that run wider than it says.
FILLED = 0.97


def contact_context(contact: Sequence[ContactLine], page: Page) -> list[dict[str, Any]]:
    """The items of the contact line.

    `new_line` is true where an item is to begin another line, so that no line ends with a separator; `shown` has spaces
    that do not break, for templates that leave the breaks to Word. It has them only where the line is too long, and
    never in phone numbers: some programs know a phone number by its ordinary spaces alone.
    """
    texts = [item.text.text for item in contact]
    breaks = line_breaks([page.text_width(text) for text in texts], page.text_width(SEPARATOR), page.width * FILLED)
    return [
        {
            "text": text,
            "shown": text.replace(" ", "\u00a0") if breaks and not is_phone(item) else text,
            "target": item.target or "",
            "new_line": number in breaks,
        }
        for number, (item, text) in enumerate(zip(contact, texts, strict=True))
    ]


def is_phone(item: ContactLine) -> bool:
    return (item.target or "").startswith("tel:")


def line_breaks(widths: Sequence[float], gap: float, room: float) -> frozenset[int]:
    """Which items begin another line: as few lines as the room allows, and these as even as can be.

    The narrowest room that needs no line more is one of the widths that a row of items can have.
    """
    fewest = fill_lines(widths, gap, room)
    rows = {
        sum(widths[start:end]) + gap * (end - start - 1)
        for start in range(len(widths))
        for end in range(start + 1, len(widths) + 1)
    }
    narrower = sorted(width for width in rows if width <= room)
    place = bisect_left(narrower, True, key=lambda width: len(fill_lines(widths, gap, width)) <= len(fewest))
    return fill_lines(widths, gap, narrower[place]) if place < len(narrower) else fewest


def fill_lines(widths: Sequence[float], gap: float, room: float) -> frozenset[int]:
    """The items that begin another line when each line takes as many as it holds."""
    starts, used = set(), 0.0
    for number, width in enumerate(widths):
        if number and used + gap + width > room:
            starts.add(number)
            used = width
        else:
            used += width + (gap if number else 0.0)
    return frozenset(starts)
