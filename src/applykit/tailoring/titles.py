"""Job titles as a sentence says them."""

import re

from applykit.lexicon import Lexicon
from applykit.tailoring.grammar.nouns import lower_first
from applykit.tailoring.names import keep_names

TERMS = re.compile(
    r"(?<=\w)(?:[\s,]+(?:flexible|virtual|remote|hybrid|on-?site|ft|pt|prn|per diem|full[- ]?time|part[- ]?time|"
    r"(?:1st|2nd|3rd|first|second|third)(?: shift)?|(?:day|night|evening|weekend)s?(?: shift)?))+$",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*[-–—]\s+.*$|\s+[-–—]\S.*$|\s*\|.*$|\s*\([^)]*\)|\s*[-–—]?\s*(?:req(?:uisition)?\.?\s*)?#\s*\w+.*$|,?\s*\$[\d,.].*$"
)
DEMAND = re.compile(
    r"\s*[/,;(–—-]\s*(?:[\w&.'’-]+\s+){0,4}(?:exp(?:erience)?\.?|required|req['’]?d|preferred|needed)\b.*$"
    r"|\s*[-/,]\s*(?:100% )?(?:remote|hybrid|on-?site|work from home)\b.*$",
    re.IGNORECASE,
)
HIRING = re.compile(
    r"^(?:now hiring|hiring|urgent(?:ly hiring)?|immediate(?:ly)? (?:opening|hiring)|wanted|job title|position)"
    r"\s*[:!–-]*\s*",
    re.IGNORECASE,
)
IDEAL = re.compile(r"^(?:(?:an?|the|our|ideal|experienced|motivated|dedicated|talented)\s+)+(?=\w)")
SPEECH = re.compile(
    r"\b(?:[Ww]e|us|[Oo]urs?|[Yy]ours?|[Yy]ou|is|are|[Mm]ust|[Oo]nly|[Nn]eed(?:s|ed)?)\b"
)  # a line that is no title
SHORTEST = 2  # letters
PLURAL = re.compile(r"(\b\w*(?:ian|ant|er|or|ist|nurse|associate|aide|clerk|intern|rep|ative))s$", re.IGNORECASE)
ROMAN = re.compile(r"^(?:I{1,3}|IV|V|VI{0,3})$")
VOWEL = re.compile("[AEIOUY]")
SMALL_PART = re.compile(r"[^\s/-]+")
SMALL = frozenset(("of", "and", "for", "the", "in", "at", "to", "or"))


def say_title(title: str | None) -> str | None:
    """A title without shift, place, pay and shouting: "PHARMACY TECHNICIAN II - Nights" → "Pharmacy Technician II".

    Its words stay, but for capitals where all are capitals and the plural of several openings. None for what is no
    title but a piece of a sentence.
    """
    if not title:
        return None
    text = HIRING.sub("", " ".join(title.split()))
    text = TERMS.sub("", DEMAND.sub("", text))
    text = TAIL.sub("", text).strip(" -–—|,:;!*") or text
    text = PLURAL.sub(r"\1", IDEAL.sub("", text))
    if len(text) < SHORTEST or SPEECH.search(text):
        return None
    words = text.split(" ")
    if len(words) > 1 and all(word.isupper() or not word.isalpha() for word in words):
        text = " ".join(_capitalize(word, number) for number, word in enumerate(words))
    return text


def _capitalize(word: str, number: int) -> str:
    if ROMAN.match(word) or not VOWEL.search(word) or (len(word) <= 3 and word.lower() not in SMALL and number):
        return word
    return word.lower() if number and word.lower() in SMALL else word[:1] + word[1:].lower()


def lower_title(title: str, lexicon: Lexicon) -> str:
    """A job title inside a sentence: small letters but for names, acronyms, numerals and words with mixed letters."""
    whole = " ".join(title.split()).replace(" & ", " and ")
    return keep_names(SMALL_PART.sub(lambda word: lower_first(word.group()), whole), whole, lexicon)
