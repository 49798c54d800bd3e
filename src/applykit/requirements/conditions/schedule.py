"""Shares of travel, days and hours of work."""

import re
from collections.abc import Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements.clauses import Clause
from applykit.requirements.found import Found, phrase_id
from applykit.requirements.model import Detail, Kind

SHARE = r"(?P<low>\d{1,3})\s?%?\s?(?:(?:-|–|to)\s?(?P<high>\d{1,3}))?\s?(?:%|percent\b)"
TRAVEL = (
    re.compile(rf"\btravel(?:ing|ling)?\b[^.;\n]{{0,40}}?{SHARE}(?: of (?:the |your )?time)?", re.IGNORECASE),
    re.compile(rf"{SHARE}\s?(?:of (?:the |your )?time )?(?:\w+ )?travel(?:ing|ling)?\b", re.IGNORECASE),
)
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b\.?"
DAYS = rf"(?:{DAY}\s?(?:-|–|—|to|through|thru)\s?{DAY}|\bm\s?[-–]\s?f\b|{DAY}(?:(?:,\s?| and | & |, and ){DAY})+)"
CLOCK = r"\d{1,2}(?::\d{2})?\s?(?:[ap]\.?\s?m\b\.?|[ap]\b)?"
CLOCK_SURE = r"\d{1,2}(?::\d{2})?\s?(?:[ap]\.?\s?m\b\.?|[ap]\b)"
TIMES = (
    rf"(?:(?:from |between )?{CLOCK}\s?(?:-|–|—|to|until|and)\s?{CLOCK_SURE}(?:\s?(?:EST|CST|PST|MST|ET|CT|PT|MT)\b)?)"
)
PATTERN = re.compile(
    rf"\b{DAYS}(?:[,:;]?\s?\(?(?:approximately )?{TIMES}\)?)?|\b{TIMES}(?:,?\s?{DAYS})?", re.IGNORECASE
)
WEEK = re.compile(r"\b(?:mon(?:day)?s?|m)\b\.?\s?(?:-|–|—|to|through|thru)\s?(?:fri(?:day)?s?|f)\b", re.IGNORECASE)


def find_schedule(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """Travel with its share, and days with hours; shifts by name are left to the lexicon."""
    yield from find_travel(clause, lexicon)
    yield from find_days(clause, lexicon)


def find_travel(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """ "travel up to 25%", "10-20% travel"; the higher share counts."""
    for pattern in TRAVEL:
        for found in pattern.finditer(clause.text):
            share = max(int(found["low"]), int(found["high"] or 0)) / 100
            if share <= 1:
                span = Span(clause.span.start + found.start(), clause.span.start + found.end())
                name = lexicon.skills["travel"].name if "travel" in lexicon.skills else "travel"
                yield Found(
                    span, Kind.SCHEDULE, "travel", name, "travel share", Detail(travel=share, words=("travel",))
                )
                return


def find_days(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """ "Monday through Friday, 8 am to 5 pm", "7:00am - 3:30pm", "M-F"."""
    for found in PATTERN.finditer(clause.text):
        words = found[0].rstrip(" ,(:")
        span = Span(clause.span.start + found.start(), clause.span.start + found.start() + len(words))
        key = "monday-to-friday" if WEEK.search(words) and "monday-to-friday" in lexicon.skills else phrase_id(words)
        name = lexicon.skills[key].name if key in lexicon.skills else " ".join(words.split())
        yield Found(span, Kind.SCHEDULE, key, name, "days and hours", Detail(words=("days-and-hours",)))
