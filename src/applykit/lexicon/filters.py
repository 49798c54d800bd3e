"""Which imported names are kept: named rules, each a plain test of one name.

tests/cases/lexicon_filters.yaml holds names that each rule keeps and drops; `applykit lexicon import --report` lists
what was dropped and by which rule. The first rule that objects is the one that is told.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from applykit.lexicon.everyday import EVERYDAY
from applykit.lexicon.words import term_keys

MAX_WORDS = 6  # names of products; longer ones are descriptions
MAX_LABEL_WORDS = 9  # task phrases
MAX_LENGTH = 100
LETTER = re.compile(r"[^\W\d_]")
ALTERNATIVES = re.compile(r"[()\[\]{};:|]|(?<!\d),|\s/\s|\band/or\b|\betc\b", re.IGNORECASE)
ODD_SIGN = re.compile(r"[@*=<>~^$!?\\\"]")
PROSE = re.compile(r"(?<![.\w-])[a-z]{2,}(?![\w-])")
GENERIC_HEADS = frozenset((
    "application", "computer", "database", "equipment", "machine", "platform", "program", "software", "system",
    "technology", "tool", "website",
))  # fmt: skip
VAGUE = frozenset((
    "analysis", "analytical", "application", "automated", "basic", "business", "computer", "computerized", "control",
    "custom", "data", "design", "development", "digital", "electronic", "information", "internet", "management",
    "online", "operating", "professional", "program", "proprietary", "reporting", "service", "software", "specialized",
    "system", "technical", "tool", "training", "web", "work",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dropped:
    """A name that is not imported, and the rule that says so."""

    table: str
    name: str
    rule: str


Rule = Callable[[str], bool]  # whether the name is dropped


def has_no_letter(name: str) -> bool:
    return not LETTER.search(name)


def is_too_short(name: str) -> bool:
    """One or two letters ("R", "GE") mean too many things; the hand-written entries have them with context."""
    return sum(letter.isalnum() for letter in name) < 3


def is_one_letter(name: str) -> bool:
    return sum(letter.isalnum() for letter in name) < 2


def is_too_long(name: str) -> bool:
    return len(name) > MAX_LENGTH or len(term_keys(name)) > MAX_WORDS


def is_long_label(name: str) -> bool:
    return len(name) > MAX_LENGTH or len(term_keys(name)) > MAX_LABEL_WORDS


def holds_alternatives(name: str) -> bool:
    """Brackets, lists and slashes hold more than one name."""
    return bool(ALTERNATIVES.search(name))


def holds_odd_sign(name: str) -> bool:
    """ "@RISK" would be looked for as "risk"."""
    return bool(ODD_SIGN.search(name))


def is_everyday(name: str) -> bool:
    """One word that postings use in other senses (see `everyday`)."""
    keys = term_keys(name)
    return len(keys) == 1 and keys[0][0] in EVERYDAY


def is_generic(name: str) -> bool:
    """Only words that name no product: "data management software", "online databases"."""
    plain = [key for key, _ in term_keys(name)]
    return bool(plain) and all(key in VAGUE | GENERIC_HEADS for key in plain)


def names_no_product(name: str) -> bool:
    """A description in small letters after its first word, and no acronym: "route planning software"."""
    words = name.split()
    return not any(any(letter.isupper() or letter.isdigit() for letter in word) for word in words[1:]) and (
        len(words) > 1 and not any(letter.isupper() for letter in words[0][1:])
    )


TECHNOLOGY: Mapping[str, Rule] = {
    "no-letter": has_no_letter,
    "too-short": is_too_short,
    "too-long": is_too_long,
    "alternatives": holds_alternatives,
    "odd-sign": holds_odd_sign,
    "everyday-word": is_everyday,
    "generic-words": is_generic,
}
LABEL: Mapping[str, Rule] = {
    "no-letter": has_no_letter,
    "too-short": is_too_short,
    "long-label": is_long_label,
    "alternatives": holds_alternatives,
    "everyday-word": is_everyday,
}
TITLE: Mapping[str, Rule] = {
    "no-letter": has_no_letter,
    "one-letter": is_one_letter,
    "long-label": is_long_label,
}
RULES: Mapping[str, Rule] = {**TECHNOLOGY, **LABEL, **TITLE}  # beside them `onet` has "prose-word" and "bare-maker"


def objecting_rule(name: str, rules: Mapping[str, Rule]) -> str | None:
    """The name of the first rule that drops `name`, or None."""
    return next((rule for rule, drops in rules.items() if drops(name)), None)


def keep_names(names: Iterable[str], rules: Mapping[str, Rule], *, table: str, dropped: list[Dropped]) -> Iterator[str]:
    """The names that no rule drops, in their order; the others are added to `dropped`."""
    for name in names:
        rule = objecting_rule(name, rules)
        if rule is None:
            yield name
        else:
            dropped.append(Dropped(table, name, rule))


def prose_words(texts: Iterable[str], *, least: int = 2) -> frozenset[str]:
    """Words written in small letters in at least `least` of the texts: as a product's only name they say nothing."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in set(PROSE.findall(text)):
            counts[word] = counts.get(word, 0) + 1
    return frozenset(word for word, count in counts.items() if count >= least)
