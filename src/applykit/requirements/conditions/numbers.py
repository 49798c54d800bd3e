"""Numbers as postings write them: digits, words, both ("one (1)"), ranges, "2+", "or more"."""

import re
from typing import NamedTuple

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS = {word: number for number, word in enumerate(UNITS)} | TENS | {"hundred": 100}
NUMBER = (
    r"(?:\d{1,4}(?:[.,]\d{1,3})?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|"
    r"five|six|seven|eight|nine))?|" + "|".join(sorted(UNITS, key=len, reverse=True)) + r"|hundred)"
)
BRACKETED = r"(?:\s?\(\s?\d{1,4}\+?\s?\))?"
TO = r"\s*(?:[-–—]|\bto\b|\bor\b)\s*"
MORE = r"(?:\s?\+|\s*\(?\bplus\b\)?|\s+or\s+more\b)?"
RANGE = rf"(?P<low>{NUMBER}){BRACKETED}{MORE}(?:{TO}(?P<high>{NUMBER}){BRACKETED}{MORE})?"


class Amount(NamedTuple):
    """A number or a range; `high` is None where none is stated."""

    low: float
    high: float | None = None


def read_number(text: str) -> float:
    """ "12", "1,500", "twenty-five", "one" as a number; `text` matches NUMBER."""
    bare = text.casefold().replace(",", "")
    return float(bare) if bare[0].isdigit() else float(sum(WORDS[part] for part in re.split(r"[- ]", bare)))


def read_amount(found: re.Match[str]) -> Amount:
    """The groups `low` and `high` of a match of RANGE; a second number that is not higher is no upper end."""
    low = read_number(found["low"])
    high = read_number(found["high"]) if found["high"] else low
    return Amount(low, high if high > low else None)
