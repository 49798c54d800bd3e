"""Weights to lift, push or carry, and hours on the feet."""

import re
from collections.abc import Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements.clauses import Clause
from applykit.requirements.conditions.numbers import NUMBER, RANGE, read_amount
from applykit.requirements.found import Found
from applykit.requirements.model import Detail, Kind

POUNDS_A_KILO = 2.20462  # NIST SP 811: one pound is 0.45359237 kg
UNIT = r"(?P<unit>lbs?\b\.?|pounds?|#|kgs?\b\.?|kilos?\b|kilograms?)"
ACT = r"(?P<act>lift(?:ing|s)?|carry(?:ing)?|push(?:ing)?|pull(?:ing)?|mov(?:e|ing)|exert(?:ing)?|hold(?:ing)?|handl(?:e|ing)|transfer(?:ring)?|load(?:ing)?|hoist(?:ing)?)"
WEIGHT = re.compile(rf"\b{ACT}\b(?P<between>[^.;\n]{{0,70}}?)(?<![\w.]){RANGE}\s?-?\s?{UNIT}", re.IGNORECASE)
BARE_WEIGHT = re.compile(rf"\b(?P<act>weigh(?:ing|t)?|up to|of)\s(?:up to\s)?{RANGE}\s?-?\s?{UNIT}", re.IGNORECASE)
IDS = (
    ("lift", "lifting"),
    ("exert", "lifting"),
    ("carry", "carrying"),
    ("push", "pushing-pulling"),
    ("pull", "pushing-pulling"),
)
HOURS = re.compile(
    rf"\b(?P<act>stand(?:ing)?|walk(?:ing)?|sit(?:ting)?|on your feet)\b(?P<between>[^.;\n]{{0,40}}?)\b{RANGE}[- ]?\s?(?:consecutive |continuous )?hours?\b"
    r"(?: (?:a|per|each) (?:day|shift))?",
    re.IGNORECASE,
)
HOUR_IDS = {"stand": "standing", "walk": "walking", "sit": "sitting", "on you": "standing"}
ANOTHER_ACT = re.compile(r"\b(?:lift|carry|push|pull)", re.IGNORECASE)


def find_physical(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """Weights and hours with their values; what needs no value is left to the lexicon."""
    yield from find_weights(clause, lexicon)
    yield from find_hours(clause, lexicon)


def find_weights(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """ "lift up to 50 lbs", "Pushing / Pulling: 26-40 lbs", "carry 20 kg"."""
    taken = 0
    for pattern in (WEIGHT, BARE_WEIGHT):
        for found in pattern.finditer(clause.text):
            amount = read_amount(found)
            if amount is None or (
                pattern is BARE_WEIGHT and (found.start() < taken or not ANOTHER_ACT.search(clause.text))
            ):
                continue
            taken = found.end()
            factor = POUNDS_A_KILO if found["unit"].casefold().startswith("k") else 1.0
            detail = Detail(pounds=round((amount.high or amount.low) * factor, 1))
            yield make_found(clause, found, weight_id(found["act"]), "weight", detail, lexicon)


def weight_id(act: str) -> str:
    """The lexicon id of what is done with the weight."""
    return next((key for start, key in IDS if act.casefold().startswith(start)), "lifting")


def find_hours(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """ "stand for up to 8 hours a day"."""
    for found in HOURS.finditer(clause.text):
        amount = read_amount(found)
        if amount is None or amount.low > 24:
            continue
        key = next(key for start, key in HOUR_IDS.items() if found["act"].casefold().startswith(start))
        yield make_found(clause, found, key, "hours", Detail(hours=amount.high or amount.low), lexicon)


def make_found(clause: Clause, found: re.Match[str], key: str, rule: str, detail: Detail, lexicon: Lexicon) -> Found:
    """The match under a lexicon id, named by the lexicon where it has the id."""
    name = lexicon.skills[key].name if key in lexicon.skills else key.replace("-", " ")
    span = Span(clause.span.start + found.start(), clause.span.start + found.end())
    return Found(span, Kind.PHYSICAL, key, name, rule, detail)


__all__ = ["NUMBER", "find_physical"]
