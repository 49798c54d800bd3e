"""Judging a piece of a heading line: a job title, an employer, a school, a degree, a place?"""

import re

from applykit.profile.dateforms import fold
from applykit.profile.importing.words import (
    DEGREES,
    ORGS,
    PLACE,
    SCHOOLS,
    SENIORITY,
    SOFT_PLACE,
    TITLES,
    TRAILING_PLACE,
)

DOER = re.compile(r"(?:[^aeiou]er|[aeiou]ver|tor|sor|ist|ian|eer)s?$")  # who does: washer, driver, operator, florist
DIPLOMA = re.compile(r"\b(?:high|secondary) school\s+(?:diploma|equivalen\w+|degree|graduate|certificate)")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


def words_of(text: str) -> list[str]:
    return WORD.findall(fold(text))


def is_title_word(word: str) -> bool:
    return word in TITLES or word.removesuffix("s") in TITLES


def title_score(text: str) -> float:
    """Above 0 for what sounds like a job title, below for what sounds like an employer."""
    words = words_of(re.sub(r"\([^)]*\)", " ", text)) or words_of(text)
    if not words:
        return 0.0
    words = [word for word in words if word not in {"i", "ii", "iii", "iv", "1", "2", "3"}] or words
    score = 2.0 * is_title_word(words[-1]) + 1.0 * any(is_title_word(word) for word in words[:-1])
    score += 0.6 * (score == 0 and words[-1] not in ORGS and bool(DOER.search(words[-1])) and len(words) <= 4)
    score += 1.0 * any(word in SENIORITY for word in words)
    score += 2.0 * (len(words) > 2 and words[1] in {"of", "de", "for", "en", "des", "du"} and is_title_word(words[0]))
    score -= 2.0 * (words[-1] in ORGS) + 0.7 * any(word in ORGS for word in words[:-1])
    return score - 2.0 * bool(re.search(r"\b(?:Inc|LLC|Ltd|GmbH|Corp|PLC|L\.L\.C|S\.A|Co)\b\.?,?$", text))


def is_school(text: str) -> bool:
    return bool(SCHOOLS.search(DIPLOMA.sub(" ", fold(text))))


def is_degree(text: str) -> bool:
    return bool(DEGREES.search(fold(text)))


def is_place(text: str) -> bool:
    return bool(PLACE.fullmatch(text.strip(" ()")))


def is_soft_place(text: str) -> bool:
    """Whether a text beside a line may be a place: one to three capitalised names."""
    return bool(SOFT_PLACE.fullmatch(text.strip(" ()"))) and title_score(text) <= 0


def cut_place(text: str) -> tuple[str, str]:
    """A text without the place at its end, and the place ("" where there is none)."""
    if is_place(text):
        return "", text.strip(" ()")
    found = TRAILING_PLACE.search(text)
    if not found:
        return text, ""
    rest = text[: found.start()].strip(" ,-–—|•·(")
    # "Bank of Dayton, OH" loses no part of its name: a place needs a sign or a comma before its city.
    if text[found.start()] == " " and text[found.start() + 1 : found.start() + 2] not in "-–—|•·":
        return text, ""
    return (rest, found["place"]) if rest else (text, "")
