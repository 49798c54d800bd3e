"""Numbers in sentences, and the numbers their sources allow."""

import re
from functools import lru_cache

from applykit.tailoring.sentences import NUMBER_WORDS

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
WORDS = {word: str(number) for number, word in enumerate(NUMBER_WORDS) if number > 1}
WORDS |= {"eleven": "11", "twelve": "12"}
WORD = re.compile(r"\b(?:" + "|".join(WORDS) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text: digits without separators and leading zeros, and number words above one."""
    found = {_plain(number) for number in DIGITS.findall(text)}
    return frozenset(found | {WORDS[word.casefold()] for word in WORD.findall(text)})


def _plain(number: str) -> str:
    whole = number.replace(",", "").strip(".")
    if re.fullmatch(r"\d+\.0+", whole):
        whole = whole.split(".")[0]
    return whole.lstrip("0") or "0"
