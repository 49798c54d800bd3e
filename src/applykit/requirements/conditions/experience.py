"""Years and months of experience with their field."""

import re
from collections.abc import Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Role, Span
from applykit.requirements.clauses import Clause
from applykit.requirements.conditions.numbers import RANGE, read_amount
from applykit.requirements.found import Found, phrase_id
from applykit.requirements.model import Detail, Kind

TIME = re.compile(
    rf"\b{RANGE}\s?[-–]?\s?(?P<unit>years?|yrs?\b\.?|months?|mos\b\.?|mths?\b)(?:['’]s?|s['’])?"
    r"(?P<plus>\s?\+|\s+(?:or more|plus|minimum|min)\b)?",
    re.IGNORECASE,
)
# Amounts of time that are no experience: ages, deadlines, histories, courses of study.
OTHER_TIME = re.compile(
    r"^\s*(?:of age|old|older|ago|contracts?|warranty|in business|in a row|period|lease|term\b|anniversary|"
    r"from the date|"
    r"program|degree|college|university|diploma|commitment|crime|of service|of education|of college|of nursing school|"
    r"nursing school|course)",
    re.IGNORECASE,
)
BEFORE_OTHER = re.compile(
    r"(?:within|after|every|past|last|first|over the|for over|for more than|for nearly|for almost|during|next|"
    r"age of|ages?|"
    r"up to|children|previous|in the|each|per|once)\s*(?:\(?\w+\)?\s)?$",
    re.IGNORECASE,
)
EXPERIENCE = re.compile(r"\b(?:experienced?|exp\.?|background|track record|history)\b", re.IGNORECASE)
WORK_IN = re.compile(
    r"\s*(?:of\s)?(?:\w+\s)?(?:in|as|with|working|managing|selling|leading|developing|doing|on)\b", re.IGNORECASE
)
STOP = re.compile(
    r"[.,;:()\n•|]|\s[-–—/]\s|\b(?:is|are|was|required?|requires|preferred|preferably|desired|desirable|minimum|"
    r"plus|must|"
    r"or equivalent|equivalent to|and/or|with an?|which|that|who|will|ideally|needed|necessary|including|such as|but|"
    r"strongly|highly)\b",
    re.IGNORECASE,
)
TRAILING = re.compile(r"(?:\s+(?:and|or|of|in|a|an|the|at|to|with|for|as|on|is))+$|\s+$", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:\W*\b(?:of|in|as|with|working|a|an|the|related|relevant|work|prior|previous|professional|minimum)\b)+",
    re.IGNORECASE,
)
LONGEST_FIELD = 7  # words behind "experience" that still name its field
BEFORE, BEHIND = 70, 90  # characters around an amount in which "experience" speaks of it


def find_experience(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:  # noqa: ARG001  (the rules' common signature)
    """ "2+ years of retail pharmacy experience", "six (6) months", "3 to 5 years as a cook"."""
    for found in TIME.finditer(clause.text):
        if not is_experience(found, clause):
            continue
        amount = read_amount(found)
        end = end_of_phrase(clause.text, found.end())
        words = clause.text[found.start() : end]
        factor = 12 if found["unit"][0] in "yY" else 1
        field = field_of(clause.text[found.end() : end])
        detail = Detail(
            months=round(amount.low * factor),
            months_maximum=round(amount.high * factor) if amount.high else None,
            fields=(field,) if field else (),
        )
        span = Span(clause.span.start + found.start(), clause.span.start + end)
        yield Found(span, Kind.EXPERIENCE, phrase_id(words), " ".join(words.split()), "amount of experience", detail)


def is_experience(found: re.Match[str], clause: Clause) -> bool:
    """Whether an amount of time is one of experience, judged by the words around it."""
    before, after = clause.text[: found.start()], clause.text[found.end() :]
    if OTHER_TIME.match(after) or (BEFORE_OTHER.search(before) and not EXPERIENCE.search(after[:40])):
        return False
    if EXPERIENCE.search(after[:BEHIND]) or EXPERIENCE.search(before[-BEFORE:]):
        return clause.role is not Role.EMPLOYER
    return clause.role in (Role.REQUIRED, Role.PREFERRED) and bool(WORK_IN.match(after) or not after.strip(" .,;)"))


def end_of_phrase(text: str, start: int) -> int:
    """Where "… of retail pharmacy experience in a hospital" ends: at a sign or a verb, or after some words."""
    stop = STOP.search(text, start)
    end = stop.start() if stop else len(text)
    experience = EXPERIENCE.search(text, start, end)
    limit = experience.end() if experience else start
    words = list(re.finditer(r"\S+", text[limit:end]))
    if len(words) > LONGEST_FIELD:
        end = limit if experience else limit + words[LONGEST_FIELD - 1].end()
    return start + len(TRAILING.sub("", text[start:end]))


def field_of(words: str) -> str:
    """The field alone: "of retail pharmacy experience" is "retail pharmacy"."""
    bare = LEADING.sub(" ", " " + EXPERIENCE.sub(" ", words).strip())
    return " ".join(bare.split())
