"""Dates as people write them, in the precision they give: `Mar 2021`, `03/2021-now`, `Summer 2019`, `since 2020`.

Nothing is added that is not written: a season or a quarter gives its year, and no form gives today's day. Months are
understood in English, Spanish, French, German, Italian and Portuguese.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass

from applykit.profile.dates import PRESENT, exists
from applykit.profile.datewords import MONTH_OF, period_pattern

DURATION = re.compile(
    r"[\s·•(,|]*\(?(?<!\w)(?:less than a year|\d+\s*(?:years?|yrs?|yr\.|anos?|ans?|jahre?)(?:[\s,]*(?:and\s+)?\d+\s*"
    r"(?:months?|mos?|mes(?:es)?|mois|monate?))?|\d+\s*(?:months?|mos?|mes(?:es)?|mois|monate?))\b\.?\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """What a stretch of text says about time; `start` and `end` as a profile writes them.

    `guess` says what was assumed (order of day and month, century); `begin` and `stop` are offsets into the text.
    """

    start: str | None
    end: str | None
    begin: int
    stop: int
    single: bool = False
    expected: bool = False
    guess: str = ""


def fold(text: str) -> str:
    """Lower case without accents, every letter staying where it was, so that offsets hold."""
    if text.isascii():
        return text.lower()
    return "".join(_fold_letter(letter) for letter in text)


def _fold_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


@functools.lru_cache(maxsize=4096)
def find_periods(text: str) -> tuple[Period, ...]:
    """Every date or period in a text, from left to right."""
    found = (_period(match) for match in period_pattern().finditer(fold(text)))
    return tuple(
        period for period in found if period and (period.end != PRESENT or period.start or _alone(period, text))
    )


def _alone(period: Period, text: str) -> bool:
    """Whether a lone word such as "current" is all that the text says: elsewhere it is no date."""
    return not re.search(r"\w", text[: period.begin] + text[period.stop :])


def read_date(text: str) -> str | None:
    """One date from a text that holds nothing else, or None."""
    periods = find_periods(text.strip())
    if len(periods) != 1 or not periods[0].single:
        return None
    period = periods[0]
    whole = period.begin == 0 and not text.strip()[period.stop :].strip(" .")
    return (period.end or period.start) if whole else None


def read_period(text: str) -> Period | None:
    """One date or period from a text that holds nothing else but a duration or brackets around it, or None."""
    periods = find_periods(text)
    if len(periods) != 1:
        return None
    rest = text[: periods[0].begin] + " " + DURATION.sub("", text[periods[0].stop :])
    return None if re.search(r"\w", rest) else periods[0]


def _period(match: re.Match[str]) -> Period | None:
    """The period of a match of the pattern, or None where a day in it does not exist."""
    parts = {key: value for key, value in match.groupdict().items() if value is not None}
    begin, stop = match.span()
    if "onlynow" in parts:
        return Period(None, PRESENT, begin, stop, single=True)
    if "twom1" in parts:
        return _two_digit_years(parts, begin, stop)
    if "spany1" in parts:
        return _year_span(parts, begin, stop)
    if "barelead" in parts:
        end, guess = _date(parts, "c")
        start = f"{end[:4]}-{MONTH_OF[parts['baremonth']]:02d}" if end else None
        return Period(start, end, begin, stop, guess=guess) if end else None
    for prefix, role in (("d", "since"), ("e", "until"), ("f", "single"), ("a", "range")):
        value, guess = _date(parts, prefix)
        if value:
            return _with_role(value, guess, role, parts, begin, stop)
    return None


def _with_role(value: str, guess: str, role: str, parts: dict[str, str], begin: int, stop: int) -> Period | None:
    if role == "since":
        return Period(value, PRESENT, begin, stop, guess=guess)
    if role == "until":
        return Period(None, value, begin, stop, guess=guess)
    if role == "range":
        end, more = (PRESENT, "") if "now" in parts else _date(parts, "b")
        return Period(value, end, begin, stop, guess=guess or more) if end else None
    if "open" in parts:
        return Period(value, PRESENT, begin, stop, guess=guess or "nothing stands after the dash")
    return Period(None, value, begin, stop, single=True, expected="expected" in parts, guess=guess)


def _two_digit_years(parts: dict[str, str], begin: int, stop: int) -> Period:
    start = f"{_century(parts['twoy1'])}-{int(parts['twom1']):02d}"
    end = PRESENT if "twonow" in parts else f"{_century(parts['twoy2'])}-{int(parts['twom2']):02d}"
    return Period(start, end, begin, stop, guess="the century")


def _year_span(parts: dict[str, str], begin: int, stop: int) -> Period | None:
    """`2019-20` and `2019/20` are two years, `2019-07` is a month; `2010/11` is taken for a school year."""
    first, last = int(parts["spany1"]), int(parts["spany1"][:2] + parts["spany2"])
    is_month = 1 <= int(parts["spany2"]) <= 12
    if is_month and not (parts["spansep"] != "-" and last == first + 1):
        return Period(None, f"{first}-{parts['spany2']}", begin, stop, single=True)
    guess = "two years, not a month" if is_month else ""
    return Period(str(first), str(last), begin, stop, guess=guess) if first < last <= first + 60 else None


def _century(two: str) -> str:
    """The year of two digits: 50 to 99 lie in the 1900s; no clock is asked."""
    return ("19" if int(two) >= 50 else "20") + two


def _date(parts: dict[str, str], prefix: str) -> tuple[str | None, str]:
    """The date of the groups with a prefix, and what was guessed."""
    get = {key[1:]: value for key, value in parts.items() if key[0] == prefix}.get
    if year := get("isoyear"):
        return _checked(year, get("isomonth"), get("isoday")), ""
    if year := get("triple"):
        return _slashed(year, int(get("one") or 0), int(get("two") or 0))
    if year := get("numyear") or get("lastyear"):
        return _checked(year, get("nummonth") or get("firstmonth")), ""
    if get("longyear"):
        return _checked(get("longyear"), _month(get("longmonth")), get("day")), ""
    if get("dfyear"):
        return _checked(get("dfyear"), _month(get("dfmonth")), get("dayfirst")), ""
    if month := get("mymonth") or get("ymmonth"):
        short = get("myshort")
        return _checked(_century(short) if short else get("myyear") or get("ymyear"), _month(month)), ""
    if short := get("sshort"):
        return _century(short), ""
    return get("yyear"), ""


def _month(name: str | None) -> str:
    return str(MONTH_OF[name or ""])


def _checked(year: str | None, month: str | None, day: str | None = None) -> str | None:
    """ISO text of a day that exists; of its month where the day does not."""
    if year is None or month is None:
        return year
    text = f"{year}-{int(month):02d}"
    return f"{text}-{int(day):02d}" if day and exists(int(year), int(month), int(day)) else text


def _slashed(year: str, one: int, two: int) -> tuple[str | None, str]:
    """`03/04/2021`: the month first, as in the United States, unless it cannot be."""
    if one > 12:
        return _checked(year, str(two), str(one)) if two <= 12 else None, ""
    return _checked(year, str(one), str(two)), "" if two > 12 or one == two else "the month comes first"
