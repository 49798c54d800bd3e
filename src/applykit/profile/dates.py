"""Profile dates: YYYY, YYYY-MM, YYYY-MM-DD or `present`, precision kept."""

import datetime
import re
from typing import Any

PRESENT = "present"
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def check_date(value: Any) -> str:
    """The date as text; raises ValueError with what is wrong where it is no date that exists."""
    if isinstance(value, datetime.date):
        value = value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError("a date is written YYYY, YYYY-MM or YYYY-MM-DD, or present")
    text = value.strip()
    if text.casefold() == PRESENT:
        return PRESENT
    found = ISO.fullmatch(text[:10]) if "T" in text else ISO.fullmatch(text)
    if found is None:
        raise ValueError(f"{text[:40]!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD, or present")
    year, month, day = (int(part) if part else None for part in found.groups())
    datetime.date(year or 0, month or 1, day or 1)  # ValueError names an impossible month or day
    return found.group(0)
