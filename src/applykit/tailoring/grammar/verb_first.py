"""Statements that begin with a verb, put into the tense of their role."""

import re
from itertools import pairwise

from applykit.tailoring.grammar.nouns import lower_first
from applykit.tailoring.grammar.verbs import EITHER, Form, form_of, participle_of, past_of

ADVERB = re.compile(r"^(?:\w+ly|also|often|always|regularly|currently|personally) (?=\w)", re.IGNORECASE)
DETERMINER = re.compile(r"^(?:the|a|an|all|any|each|every|new|our|their|its|his|her|up|out|in|over|more|\d|\$)")
LASTING = re.compile(
    r"\b(?:for (?:the (?:past|last) |over |more than |about )?[\w.]+ (?:months|years)|since \d{4})$", re.IGNORECASE
)
NOUN_TAIL_WORDS = """
entry control management service services processing handling preparation training support skills work planning system
systems procedures maintenance operations experience safety coordination rotation verification keeping taking line desk
room floor improvement person clerk team triage
"""
NOUN_TAILS = frozenset(NOUN_TAIL_WORDS.split())


def verb_first(text: str, current: bool) -> str | None:
    """A statement that begins with a verb, perhaps after an adverb; None where the tense cannot be told safely."""
    adverb = ADVERB.match(text)
    lead, rest = (lower_first(adverb.group()), text[adverb.end() :]) if adverb else ("", text)
    first, _, tail = rest.partition(" ")
    found = form_of(first.rstrip(","))
    if found is None or not (tail or found[1] is Form.PAST):
        return None
    base, form = found
    if form is Form.PAST:
        return f"I {lead}{lower_first(first)}{' ' if tail else ''}{tail}"
    if form is Form.GERUND or reads_as_noun(found, tail, listed=first.endswith(",")):
        return None
    comma = "," if first.endswith(",") else ""
    return (from_base if form is Form.BASE else from_third)(lead, base, comma, tail, current)


def from_base(lead: str, base: str, comma: str, tail: str, current: bool) -> str:
    """ "Answer phones" → "I answer phones", "I answered phones", "my job was to answer phones and greet"."""
    several = bool(comma) or more_verbs(tail)
    if current and LASTING.search(tail) and not several:
        return f"I have {lead}{participle_of(base)} {tail}"
    if current or base == past_of(base):
        return f"I {lead}{base}{comma} {tail}"
    if several:
        return f"my job was to {lead}{base}{comma} {tail}"
    return f"I {lead}{past_of(base)} {tail}"


def from_third(lead: str, base: str, comma: str, tail: str, current: bool) -> str | None:
    """ "Enters prescriptions and verifies insurance" → "I enter prescriptions and verify insurance"."""
    words = tail.split(" ")
    done: list[str] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else comma
        found = form_of(word.rstrip(","))
        if (before in ("and", "or") or before.endswith(",")) and found and found[1] is Form.THIRD:
            if found[0] in EITHER and not takes_object(words[index + 1 :]):
                return None
            word = (found[0] if current else past_of(found[0])) + ("," if word.endswith(",") else "")
        done.append(word)
    return f"I {lead}{base if current else past_of(base)}{comma} {' '.join(done)}"


def takes_object(following: list[str]) -> bool:
    """Whether the words after a verb-or-noun begin with an object, so that it must be a verb."""
    return bool(following) and bool(DETERMINER.match(following[0].casefold()))


def reads_as_noun(found: tuple[str, Form], tail: str, *, listed: bool) -> bool:
    """ "Order entry", "Stock control", "Phones, mail and visitors": a word that is a noun too, and no verb here."""
    base, form = found
    first = tail.split(" ")[0].rstrip(",") if tail else ""
    if base not in EITHER:
        return False
    if listed:
        following = form_of(first)
        return following is None or following[1] is not form
    return not first or first in ("and", "or", "of", "for", "&") or first.casefold() in NOUN_TAILS


def more_verbs(tail: str) -> bool:
    """Whether a later word, after "and", "or" or a comma, is or may be a verb in the base form."""
    return any(
        (before in ("and", "or", "then") or before.endswith(","))
        and (found := form_of(word.rstrip(",."))) is not None
        and found[1] is Form.BASE
        for before, word in pairwise(tail.split(" "))
    )
