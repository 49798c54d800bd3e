"""Values that stand beside a lexicon term: the state of a licence, the time to earn it, the level of a language."""

import math
import re
from dataclasses import replace

from applykit.lexicon.lexicon import Lexicon
from applykit.requirements.clauses import Clause
from applykit.requirements.conditions.numbers import RANGE, read_amount
from applykit.requirements.found import Found
from applykit.requirements.model import Detail, Kind
from applykit.requirements.states import find_state

DEADLINE = re.compile(
    rf"\b(?:within|in|no later than|by)\s(?:the\s)?(?:first\s)?{RANGE}\s?-?(?P<unit>days?|weeks?|months?|years?)\b"
    r"(?:\s?(?:of|from|after|following|post)[- ](?:\w+ ){0,3}?(?:hire|hiring|employment|start|starting|"
    r"appointment|orientation)"
    r"|(?=\s*(?:-|–|$|[,.;)])))",
    re.IGNORECASE,
)
MONTHS = {"d": 1 / 30, "w": 7 / 30, "m": 1.0, "y": 12.0}
DEADLINE_KINDS = frozenset((Kind.CREDENTIAL, Kind.EDUCATION, Kind.ELIGIBILITY))

# Strongest words first.
LANGUAGE_LEVELS = (
    ("native", re.compile(r"\b(?:native|mother tongue|first language|primary language)\b", re.IGNORECASE)),
    ("fluent", re.compile(r"\b(?:fluent|fluency|fluently|bilingual|full professional)\b", re.IGNORECASE)),
    ("proficient", re.compile(r"\b(?:proficien(?:t|cy)|excellent|advanced|strong|business level)\b", re.IGNORECASE)),
    ("conversational", re.compile(r"\b(?:conversational|intermediate|working knowledge|good)\b", re.IGNORECASE)),
    ("basic", re.compile(r"\b(?:basic|elementary|beginner)\b", re.IGNORECASE)),
)
CEFR = re.compile(r"\b[ABC][12]\b(?=[ ,.;)/]|$)|\bILR (?:level )?[0-5]\+?")


def add_details(found: Found, clause: Clause, lexicon: Lexicon) -> Found:
    """The find with what its clause says of it besides; the find itself where it says nothing."""
    detail = found.detail or Detail()
    fuller = detail
    if found.kind is Kind.CREDENTIAL or found.id == "drivers-license":
        issuer = lexicon.skills[found.id].issuer if found.id in lexicon.skills else None
        fuller = replace(fuller, state=find_state(clause.text), issuer=issuer)
    if found.kind in DEADLINE_KINDS:
        fuller = replace(fuller, deadline_months=find_deadline(clause.text))
    if found.kind is Kind.LANGUAGE:
        fuller = replace(fuller, language_level=find_language_level(clause.text))
    if found.kind in (Kind.SCHEDULE, Kind.ELIGIBILITY) and found.id in lexicon.skills:
        fuller = replace(fuller, words=(found.id,))
    return replace(found, detail=fuller) if fuller != Detail() else found


def find_deadline(text: str) -> int | None:
    """ "within 6 months of hire" as 6, "within 90 days" as 3: months, rounded up."""
    found = DEADLINE.search(text)
    if found is None:
        return None
    amount = read_amount(found)
    return max(1, math.ceil((amount.high or amount.low) * MONTHS[found["unit"][0].casefold()] - 0.01))


def find_language_level(text: str) -> str | None:
    """The CEFR or ILR level as written, else the strongest word for one."""
    if written := CEFR.search(text):
        return written[0]
    return next((level for level, pattern in LANGUAGE_LEVELS if pattern.search(text)), None)
