"""Profile dates: YYYY, YYYY-MM, YYYY-MM-DD or `present`, precision kept."""

import datetime
import re
from typing import Any

PRESENT = "present"
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
FORMS = "write YYYY, YYYY-MM or YYYY-MM-DD, or present"


def check_date(value: Any) -> str:
    """The date as text; raises ValueError with what is wrong where it is no date that exists."""
    if isinstance(value, datetime.date):
        value = value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"this is no date; {FORMS}")
    text = value.strip()
    if text.casefold() == PRESENT:
        return PRESENT
    found = ISO.fullmatch(text[:10]) if "T" in text else ISO.fullmatch(text)
    if found is None:
        raise ValueError(f"{text[:40]!r} is no date; {FORMS}")
    if not exists(*(int(part) if part else 1 for part in found.groups())):
        raise ValueError(f"the date {text[:40]!r} does not exist; {FORMS}")
    return found.group(0)


def exists(year: int, month: int, day: int) -> bool:
    """Whether a day is in the calendar."""
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def is_before(first: str, second: str) -> bool:
    """Whether one date is certainly before another, as far as the coarser of the two tells; `present` is last."""
    if PRESENT in (first, second):
        return first != PRESENT and second == PRESENT
    width = min(len(first), len(second))
    return first[:width] < second[:width]
