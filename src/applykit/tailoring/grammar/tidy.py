"""Bullets before they become sentences: marks, labels and shorthand taken off, articles put in."""

import re

from applykit.tailoring.grammar.nouns import article_for, lower_first
from applykit.tailoring.grammar.verbs import Form, form_of

LABEL = re.compile(r"^[A-Z][\w&/ -]{2,40}: (?=([A-Za-z]+))")
SHORTHAND = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"(?<=\w) & (?=\w)", " and "),
        (r"\bw/o\s?", "without "),
        (r"\bw/\s?", "with "),
        (r"~\s?(?=[\d$])", "about "),
        (r"\bapprox(?:\.|imately)?(?=\s[\d$])", "about"),
        (r"\bhrs?\.?(?=\s|$)", "hours"),
        (r"\bavg\.?(?=\s)", "average"),
        (r"\b(?:incl\.|including:)(?=\s)", "including"),
        (r"(?<![\w,.])(\$?\d[\d,.]*)\+(?=\s)", r"more than \1"),
        (r"\bper day\b", "a day"),
        (r"\bper week\b", "a week"),
        (r"\bper month\b", "a month"),
        (r"\bper shift\b", "a shift"),
        (r"\bper hour\b", "an hour"),
        (r"\b(?:more than|over|about) more than\b", "more than"),
        (r"\btechs\b", "technicians"),
    )
)
ARTICLED = (
    r"assist(?:ed|ing|s)?|help(?:ed|ing|s)?|support(?:ed|ing|s)?|aid(?:ed)?|shadow(?:ed)?|to|with|for|by|under|of"
)
PERSON = (
    r"(?:lead |head |senior |store |office |shift |general |staff |charge )?(?:pharmacist|manager|supervisor|director|"
    r"doctor|physician|owner|dentist|attorney|principal|teacher|chef|foreman)"
)
AFTER_PERSON = r"(?=\s(?:in|with|to|by|on|at|for|and|during|when|as)\b|[,.;]|$)"
BARE_PERSON = re.compile(rf"\b({ARTICLED}) ({PERSON}){AFTER_PERSON}", re.IGNORECASE)
SIZE = (
    r"(?:(?:very )?(?:busy|fast-paced|high-volume|low-volume|small|large|24-hour|local|national|"
    r"family-owned|\d[\d,]*-\w+) )"
)
PLACE = (
    r"(?:pharmacy|hospital|store|warehouse|office|clinic|environment|setting|team|restaurant|shop|company|practice|"
    r"department|kitchen|call center)"
)
BARE_PLACE = re.compile(rf"\b(in|at|within|for) ({SIZE}(?:[a-z-]+ ){{0,3}}?{PLACE}\b)", re.IGNORECASE)
BARE_TEAM = re.compile(
    r"\b((?:scal|grew|grow|led|lead|manag|built|build|train|supervis|join|support|mentor|coach)(?:e|ed|ing|s)?) "
    r"((?:(?!and\b|or\b|new\b|small\b|large\b)[a-z]{4,} )?team\b)"
    r"( of (?:\d|two|three|four|five|six|seven|eight|nine|ten|about|up to))?",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """A statement without bullet, final point, leading label and shorthand."""
    text = re.sub(r"\s+", " ", text).strip(" \t•·*–—-").rstrip(" .;,")
    label = LABEL.match(text)
    if label and (label[1][0].isupper() or _is_told(label[1])):
        text = text[label.end() :]
    for pattern, words in SHORTHAND:
        text = pattern.sub(words, text)
    return text


def smooth(clause: str) -> str:
    """Add the articles that bullets leave out: "assisted pharmacist with" and "in busy pharmacy"."""
    clause = BARE_PERSON.sub(lambda match: f"{match[1]} the {match[2].lower()}", clause)
    clause = BARE_PLACE.sub(lambda match: f"{match[1]} {article_for(match[2])} {match[2]}", clause)
    clause = BARE_TEAM.sub(lambda m: f"{m[1]} {'a' if m[3] else 'the'} {m[2]}{m[3] or ''}", clause)
    parts = [part.strip() for part in clause.split("; ")]
    return parts[0] if len(parts) > 1 and form_of(parts[1].split(" ")[0]) is None else join_parts(parts)


def join_parts(parts: list[str]) -> str:
    """Statements divided by semicolons become one sentence when all are verbs, with "and" before the last."""
    rest = [lower_first(part.removeprefix("and ")) for part in parts[1:]]
    if not rest:
        return parts[0]
    if parts[0].startswith("I was ") and len(rest) == 1 and _is_base(rest[0]):
        return f"{parts[0]}, and I {rest[0]}"
    middle = "".join(f", {part}" for part in rest[:-1])
    return f"{parts[0]}{middle}{',' if rest[:-1] else ''} and {rest[-1]}"


def _is_told(word: str) -> bool:
    """Whether a word after a colon begins what was done: "Excel: built the report", not "Responsible for: opening"."""
    found = form_of(word)
    return found is not None and found[1] is not Form.GERUND


def _is_base(part: str) -> bool:
    """Whether a statement begins with a verb in the base form: "schedule nine colleagues"."""
    found = form_of(part.split(" ")[0])
    return found is not None and found[1] is Form.BASE
