"""Small builders for sentences with sources, and dates as the documents write them."""

from typing import Any

from applykit.profile.model import Profile
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.phrases import Phrases

DATE = Source(SourceKind.DATE, "date")


def from_profile(text: str, *pointers: str) -> Sentence:
    """A text taken from the profile."""
    return Sentence(text, tuple(Source(SourceKind.PROFILE, pointer) for pointer in pointers))


def from_phrase(text: str, name: str, *others: Source) -> Sentence:
    """A text of the phrase bank, with the sources of what fills it."""
    return Sentence(text, (Source(SourceKind.PHRASE, name), *dict.fromkeys(others)))


def profile_sources(*pointers: str) -> tuple[Source, ...]:
    return tuple(Source(SourceKind.PROFILE, pointer) for pointer in pointers)


def posting_source(where: str) -> Source:
    return Source(SourceKind.POSTING, where)


def look_up(profile: Profile, pointer: str) -> Any:
    """The value at an RFC 6901 pointer into the profile, a highlight as its text; LookupError where there is none."""
    value: Any = profile
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, (tuple, list)):
            value = value[int(name)]
        elif isinstance(value, dict):
            value = value[name]
        else:
            value = _field(value, name)
    return getattr(value, "text", value)


def _field(value: Any, name: str) -> Any:
    fields = type(value).model_fields
    for field_name, info in fields.items():
        if name in (field_name, info.alias):
            return getattr(value, field_name)
    raise LookupError(name)


def say_date(date: str, phrases: Phrases) -> str:
    """ "2022-03-14" and "2022-03" → "Mar 2022", "2022" → "2022", "present" → "Present"."""
    if date == "present":
        return phrases.label("present")
    return date if len(date) == 4 else f"{phrases.months[int(date[5:7]) - 1]} {date[:4]}"


def say_month(date: str, phrases: Phrases) -> str:
    """A date inside a sentence, with the month written out."""
    if len(date) == 10:
        return say_day(date, phrases)
    return date if len(date) == 4 else f"{phrases.months_long[int(date[5:7]) - 1]} {date[:4]}"


def say_day(date: str, phrases: Phrases) -> str:
    """ "2026-11-25" → "November 25, 2026"."""
    year, month, day = (int(part) for part in date.split("-"))
    return phrases.label("long_date", month=phrases.months_long[month - 1], day=day, year=year)


def say_range(start: str | None, end: str | None, phrases: Phrases) -> str | None:
    """A range of dates; one date alone where only one is known, None where none is."""
    if start and end and start != end:
        return phrases.label("date_range", start=say_date(start, phrases), end=say_date(end, phrases))
    if start and end is None:
        return phrases.label("date_range", start=say_date(start, phrases), end=phrases.label("present"))
    return say_date(start or end or "", phrases) if start or end else None


NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def say_number(number: int) -> str:
    """Whole numbers up to ten in words."""
    return NUMBER_WORDS[number] if 0 <= number < len(NUMBER_WORDS) else str(number)


def say_years(months: int) -> str:
    """Whole years, rounded down: "six years"; months under one year: "eight months"; 17 months are more than a year."""
    if 12 < months < 24:
        return "more than a year"
    count, unit = (months // 12, "year") if months >= 12 else (months, "month")
    return f"{say_number(count)} {unit}{'' if count == 1 else 's'}"


def one_line(text: str) -> str:
    """Text with line breaks and runs of space made one space."""
    return " ".join(text.split())
