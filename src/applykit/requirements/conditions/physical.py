"""Weights to lift, push or carry, and hours on the feet."""

import re
from collections.abc import Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements.clauses import Clause
from applykit.requirements.conditions.numbers import RANGE, read_amount
from applykit.requirements.found import Found
from applykit.requirements.model import Detail, Kind

POUNDS_A_KILO = 2.20462  # NIST SP 811: one pound is 0.45359237 kg
HOURS_A_DAY = 24
UNIT = r"(?P<unit>lbs?\b\.?|pounds?|#|kgs?\b\.?|kilos?\b|kilograms?)"
ACT = (
    r"(?P<act>lift(?:ing|s)?|carry(?:ing)?|push(?:ing)?|pull(?:ing)?|mov(?:e|ing)|exert(?:ing)?|hold(?:ing)?|"
    r"handl(?:e|ing)|transfer(?:ring)?|load(?:ing)?|hoist(?:ing)?)"
)
WEIGHT = re.compile(rf"\b{ACT}\b[^.;\n]{{0,70}}?(?<![\w.]){RANGE}\s?-?\s?{UNIT}", re.IGNORECASE)
BARE_WEIGHT = re.compile(rf"\b(?P<act>weigh(?:ing|t)?|up to|of)\s(?:up to\s)?{RANGE}\s?-?\s?{UNIT}", re.IGNORECASE)
LIFTS = re.compile(r"\b(?:lift|carry|push|pull)", re.IGNORECASE)
WEIGHT_IDS = {"carry": "carrying", "push": "pushing-pulling", "pull": "pushing-pulling"}
HOURS = re.compile(
    rf"\b(?P<act>stand(?:ing)?|walk(?:ing)?|sit(?:ting)?|on your feet)\b[^.;\n]{{0,40}}?\b{RANGE}[- ]?\s?"
    r"(?:consecutive |continuous )?hours?\b(?: (?:a|per|each) (?:day|shift))?",
    re.IGNORECASE,
)
HOUR_IDS = {"walk": "walking", "sit": "sitting"}


def find_physical(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """Weights and hours with their values; what needs no value is left to the lexicon."""
    yield from find_weights(clause, lexicon)
    yield from find_hours(clause, lexicon)


def find_weights(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """ "lift up to 50 lbs", "Pushing / Pulling: 26-40 lbs", "carry 20 kg"; bare weights beside a word for lifting."""
    bare = BARE_WEIGHT.finditer(clause.text) if LIFTS.search(clause.text) else ()
    taken = 0
    for found in (*WEIGHT.finditer(clause.text), *bare):
        if found.start() < taken:
            continue
        amount = read_amount(found)
        taken = found.end()
        factor = POUNDS_A_KILO if found["unit"].casefold().startswith("k") else 1.0
        detail = Detail(pounds=round((amount.high or amount.low) * factor, 1))
        yield make_found(clause, found, id_of(found["act"], WEIGHT_IDS, "lifting"), "weight", detail, lexicon)


def find_hours(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """ "stand for up to 8 hours a day"."""
    for found in HOURS.finditer(clause.text):
        amount = read_amount(found)
        if amount.low <= HOURS_A_DAY:
            detail = Detail(hours=amount.high or amount.low)
            yield make_found(clause, found, id_of(found["act"], HOUR_IDS, "standing"), "hours", detail, lexicon)


def id_of(act: str, ids: dict[str, str], default: str) -> str:
    """The lexicon id of what is done."""
    return next((key for start, key in ids.items() if act.casefold().startswith(start)), default)


def make_found(clause: Clause, found: re.Match[str], key: str, rule: str, detail: Detail, lexicon: Lexicon) -> Found:
    """The match under a lexicon id, named by the lexicon where it has the id."""
    name = lexicon.skills[key].name if key in lexicon.skills else key.replace("-", " ")
    span = Span(clause.span.start + found.start(), clause.span.start + found.end())
    return Found(span, Kind.PHYSICAL, key, name, rule, detail)
