"""Whether a statement claims a skill, plans it, only touches it, or denies it."""

import re
from enum import IntEnum


class Strength(IntEnum):
    """What a statement says of a skill; only CLAIMED is evidence that meets a requirement."""

    DENIED = 0
    PLANNED = 1
    WEAK = 2
    CLAIMED = 3


CLAUSE_END = re.compile(r"[.;:!?\n](?=\s|$)|,? but |, (?:though|although|however|while|yet)\b")

DENIED = re.compile(
    r"\bno (?:[\w-]+ ){0,2}(?:experience|knowledge|training|background|exposure|skills?)\b"
    r"|\bnot(?! only| just| merely| a single| one )\b|\w+n['’]t\b|\bnever\b|\bcannot\b|\bunable to\b|\brather not\b"
    r"|\b(?:without|lack(?:s|ing)?|zero|little) (?:any |of |in )?(?:\w+ )?(?:experience|knowledge|training)\b"
    r"|\bprefers? not\b|\bavoids?\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\bstudy(?:ing)? (?:for|towards?)\b|\bprepar(?:e|es|ing) (?:for|to take|to sit)\b"
    r"|\b(?:plan|hop|aim|intend|look)(?:s|ing|e|es)? to\b|\b(?:want|wish|would like|wants|wishes)\b"
    r"|\bwilling\b|\binterest(?:ed)? in\b|\beager\b|\bkeen\b|\benrolled\b|\bworking towards?\b|\bpursuing\b"
    r"|\bwill (?:take|sit|complete|begin|start|obtain|earn|be)\b|\bscheduled (?:for|to)\b|\bcandidate for\b"
    r"|\baspir(?:ing|e|es)\b|\beligible (?:for|to)\b|\bready to learn\b|\bto be (?:taken|completed)\b"
    r"|\b(?:currently|still|now|am|is) learning\b|^\W*learning\b|\bgoals?:?\b|\bobjective:?\b|\bseeking\b",
    re.IGNORECASE,
)
PLANNED_AFTER = re.compile(
    r"\bin[- ]progress\b|\b(?:exam|test) (?:is )?(?:in|on|scheduled|booked|pending)\b|\bscheduled\b|\bpending\b"
    r"|\bplanned\b|\bexpected\b|\bcandidate\b|[- ]eligible\b|\banticipated\b|\bto be (?:taken|completed)\b",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"\bfamiliar(?:ity)?\b|\bexpos(?:ed|ure) to\b|\b(?:basic|some|limited|general|beginner|introductory)\b"
    r"|\bobserv(?:ed|ing)\b|\bshadow(?:ed|ing)\b|\bcourse ?work\b|\baware(?:ness)? of\b|\bintroduction to\b",
    re.IGNORECASE,
)
WEAK_AFTER = re.compile(r"^\W*\(?(?:basic|beginner|novice|introductory|learning)\b", re.IGNORECASE)
WEAK_LEVEL = re.compile(r"\b(?:beginner|basic|novice|learning|elementary|familiar|introductory)\b", re.IGNORECASE)


def read_strength(text: str, start: int, end: int) -> Strength:
    """What `text` says of the words from `start` to `end`, judged by the clause they stand in."""
    before, after = clause_around(text, start, end)
    if DENIED.search(before):
        return Strength.DENIED
    if PLANNED.search(before) or PLANNED_AFTER.search(after):
        return Strength.PLANNED
    if WEAK.search(before) or WEAK_AFTER.search(after):
        return Strength.WEAK
    return Strength.CLAIMED


def clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a range in its own clause."""
    begin = max((match.end() for match in CLAUSE_END.finditer(text, 0, start)), default=0)
    following = CLAUSE_END.search(text, end)
    return text[begin:start], text[end : following.start() if following else len(text)]
