"""Posted and closing dates, and the posting's reference number."""

import datetime
import re

from applykit.posting.fact import Fact, Label, Source
from applykit.posting.model import Span

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: index for index, name in enumerate(MONTH_NAMES, 1)}
DATE = re.compile(
    r"(?P<iso>\b\d{4}-\d{2}-\d{2}\b)"
    r"|\b(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<y>\d{4}|\d{2})\b"
    r"|\b(?P<m1>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?P<d1>\d{1,2})(?:st|nd|rd"
    r"|th)?,?\s+(?P<y1>\d{4})\b"
    r"|\b(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.?,?\s+(?P<y2>\d{4})\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"£|\bUK\b|United Kingdom|\bEngland\b|\bNHS\b|\bScotland\b|\bAustralia\b|New Zealand|\bIreland\b|Curriculum Vitae\b"
)
POSTED = re.compile(
    r"(?:job |date )?(?:posted|posting date|published|post date|date posted|opening date|open date|opened|job date"
    r"|date)(?: on| date)?|vacancy opens"
)
CLOSES = re.compile(
    r"(?:application |applications? )?(?:clos(?:es|ing|e)(?: date)?|deadline|end date|expir(?:es|y)(?: date)?"
    r"|apply by|due(?: date)?|application deadline|posting end date|valid through|closing date for applications"
    r"|unposting date)(?: on| date)?"
)
BOTH = re.compile(
    r"open(?:ing)? (?:and|/|&)?\s*clos(?:es|ing) dates?|(?:application|posting) (?:period|window|dates?)|open period"
)
CLOSES_TEXT = re.compile(
    r"\b(?:clos(?:es?|ing)(?: date)?|deadline|apply (?:by|before)|applications? (?:are )?due|until|no later than"
    r"|expires?|received by|submitted by|posting to close|accept(?:ing|ed) (?:applications )?(?:through"
    r"|until))\b[^.\n]{0,60}$"
    r"|\b(?:apply|send|submit|e-?mail)\b[^\n]{0,140}\bby\s*$",
    re.IGNORECASE,
)
POSTED_TEXT = re.compile(r"\b(?:posted|published|date posted|posting date|listed)(?: on)?:?\s*$", re.IGNORECASE)
REFERENCE_LABELS = re.compile(
    r"(?:job |req(?:uisition)? |position |posting |vacancy |announcement |opportunity |career |advert |reference "
    r"|ref |external |job posting |job req |job requisition |tracking |auto req |opening )*"
    r"(?:id|code|number|no|ref|reference|req|requisition|requisition id|requisition number|announcement|job|jr"
    r"|identification)(?: (?:id|number|no|code|ref))?"
)
REFERENCE_TEXT = re.compile(
    r"\b(?:job|req(?:uisition)?|ref(?:erence)?|posting|vacancy|announcement|position|opening)\.?\s*(?:id|no\.?"
    r"|number|num|#|code|ref(?:erence)?)?\s*[:#]+\s*#?(?P<id>[A-Z0-9][\w/-]{2,30})\b",
    re.IGNORECASE,
)
ID = re.compile(r"#?(?P<id>(?=[\w/.-]*\d)[A-Za-z0-9][\w/.-]{2,40})(?=\s|$|[,;)])")


def read_date(text: str, *, british: bool) -> tuple[str, Span] | None:
    """The first date in the text as ISO 8601, with where it stands; None when there is none that exists."""
    for found in DATE.finditer(text):
        date = date_of(found, british=british)
        if date:
            return date, Span(*found.span())
    return None


def date_of(found: re.Match[str], *, british: bool) -> str | None:
    """A matched date as ISO 8601; day and month by their size, else by the country's habit."""
    try:
        if found["iso"]:
            return datetime.date.fromisoformat(found["iso"]).isoformat()
        if found["a"]:
            first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
            month, day = (second, first) if first > 12 or (british and second <= 12) else (first, second)
            return datetime.date(year + 2000 if year < 100 else year, month, day).isoformat()
        month_name, day_words, year_words = (
            (found["m1"], found["d1"], found["y1"]) if found["m1"] else (found["m2"], found["d2"], found["y2"])
        )
        return datetime.date(int(year_words), MONTHS[month_name[:3].casefold()], int(day_words)).isoformat()
    except ValueError:
        return None


def find_dates(source: Source) -> tuple[Fact[str] | None, Fact[str] | None]:
    """When the posting was posted and when it closes."""
    british = bool(BRITISH.search(source.text))
    posted = date_by_label(source, POSTED, british=british)
    closes = date_by_label(source, CLOSES, british=british)
    for label in source.labelled(BOTH):
        posted, closes = both_dates(label, posted, closes, british=british)
    return posted or date_in_text(source.text, POSTED_TEXT, british=british), closes or date_in_text(
        source.text, CLOSES_TEXT, british=british
    )


def date_by_label(source: Source, pattern: re.Pattern[str], *, british: bool) -> Fact[str] | None:
    """The date in the value of such a label."""
    for label in source.labelled(pattern):
        found = read_date(label.value, british=british)
        if found:
            return Fact(found[0], Span(label.span.start + found[1].start, label.span.start + found[1].end))
    return None


def both_dates(
    label: Label, posted: Fact[str] | None, closes: Fact[str] | None, *, british: bool
) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Two dates in one value: the first opens, the second closes."""
    first = read_date(label.value, british=british)
    if not first:
        return posted, closes
    second = read_date(label.value[first[1].end :], british=british)
    start = label.span.start
    posted = posted or Fact(first[0], Span(start + first[1].start, start + first[1].end))
    if second:
        offset = start + first[1].end
        closes = closes or Fact(second[0], Span(offset + second[1].start, offset + second[1].end))
    return posted, closes


def date_in_text(text: str, before: re.Pattern[str], *, british: bool) -> Fact[str] | None:
    """The first date behind words that say what it is."""
    for found in DATE.finditer(text):
        date = date_of(found, british=british)
        if date and before.search(text[max(0, found.start() - 150) : found.start()]):
            return Fact(date, Span(*found.span()))
    return None


def find_reference(source: Source) -> Fact[str] | None:
    """The posting's number at its employer, by label or behind words such as "Req #"."""
    for label in source.labelled(REFERENCE_LABELS):
        found = ID.match(label.value)
        if found:
            start = label.span.start + found.start("id")
            return Fact(found["id"], Span(start, start + len(found["id"])))
    for hit in REFERENCE_TEXT.finditer(source.text):
        if any(character.isdigit() for character in hit["id"]):
            return Fact(hit["id"], Span(*hit.span("id")))
    return None
