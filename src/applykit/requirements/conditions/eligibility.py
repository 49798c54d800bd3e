"""Ages, and the details of licences that a lexicon term cannot hold."""

import re
from collections.abc import Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements.clauses import Clause
from applykit.requirements.found import Found
from applykit.requirements.model import Detail, Kind

YEARS = r"(?P<age>1[4-9]|2[0-5]) ?(?:\+|years?(?:[- ]of[- ]age)?(?: ?\+)?|yrs?\.?(?: of age)?)"
AGE = re.compile(
    rf"\b(?:at least |minimum (?:age )?(?:of )?|must be )?{YEARS}(?: or (?:older|above|over)| and (?:older|above|over)|"
    r"[- ]old(?:er)?(?: or (?:older|above))?| of age(?: or older)?)?",
    re.IGNORECASE,
)
AGE_BARE = re.compile(
    r"\bmust be (?:at least )?(?P<age>1[4-9]|2[0-5])\b(?! (?:days|weeks|months|hours|minutes|years))", re.IGNORECASE
)
SAYS_AGE = re.compile(r"\bof[- ]age\b|[- ]old(?:er)?\b|\bor (?:above|over)\b|\bminimum age\b", re.IGNORECASE)
# "Valid California Single Subject Teaching Credential in Mathematics": the subject is part of the credential.
PLACE = r"(?:(?!Valid|Current|Active|Must|Has|Have|Hold|An? )[A-Z][a-z]+ ){0,2}"
TEACHING = re.compile(
    rf"\b{PLACE}(?P<area>(?i:single|multiple) (?i:subjects?) )?(?:(?i:teaching|teacher|educator) )?"
    r"(?i:credential|certificate|certification|licen[sc]e|licensure)"
    r"(?: in (?P<subject>[A-Z][a-z]+(?:(?: (?:or|and|&) | )[A-Z][a-z]+){0,3}))?"
)
TEACHES = re.compile(r"\b(?:teach(?:ing|er)|educator|(?:single|multiple) subjects?)\b", re.IGNORECASE)
KNOWN_AGES = (16, 18, 21)


def find_eligibility(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """A minimum age and a teaching licence with its subject; what needs no value is left to the lexicon."""
    yield from find_teaching(clause, lexicon)
    sure = (found for found in AGE.finditer(clause.text) if SAYS_AGE.search(found[0]))
    found = next(sure, None) or AGE_BARE.search(clause.text)
    if found:
        yield make_age(clause, found, lexicon)


def find_teaching(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """ "Single Subject Teaching Credential in Mathematics" as one thing: its subject is no degree."""
    name = lexicon.skills["teaching-license"].name if "teaching-license" in lexicon.skills else "teaching license"
    for found in TEACHING.finditer(clause.text):
        if (found["area"] or found["subject"]) and TEACHES.search(found[0]):
            span = Span(clause.span.start + found.start(), clause.span.start + found.end())
            fields = (found["subject"],) if found["subject"] else ()
            detail = Detail(fields=fields) if fields else None
            yield Found(span, Kind.CREDENTIAL, "teaching-license", name, "teaching licence", detail)


def make_age(clause: Clause, found: re.Match[str], lexicon: Lexicon) -> Found:
    age = int(found["age"])
    key = f"minimum-age-{age}" if age in KNOWN_AGES else "minimum-age-other"
    name = lexicon.skills[key].name if key in lexicon.skills else f"at least {age} years old"
    span = Span(clause.span.start + found.start(), clause.span.start + found.end())
    return Found(span, Kind.ELIGIBILITY, key, name, "minimum age", Detail(age=age))
