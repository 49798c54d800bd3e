"""What the posting asks for, named inside a sentence."""

import re

from applykit.matching.model import Match
from applykit.requirements.model import Kind
from applykit.tailoring.grammar.nouns import lower_first, name_task
from applykit.tailoring.grammar.verbs import Form, form_of
from applykit.tailoring.material import Material

LONGEST = 6  # words: a longer quote reads like a list
ODD = re.compile(r"[^\w\s'’&/.,%<>()+#-]|[,.]\s*$|\d{3,}")


def say_need(match: Match, material: Material) -> str:
    """A requirement as a noun phrase, in the posting's words where they can stand in a sentence."""
    requirement = match.requirement
    entry = material.vocabulary.skills.get(requirement.id)
    terms = {term.text.casefold(): term.text for term in entry.terms} if entry else {}
    for mention in requirement.mentions:
        quote = " ".join(mention.quote.split())
        if quote.casefold() in terms:
            return name_task(terms[quote.casefold()])
    if entry:
        return name_task(entry.name)
    quote = " ".join(requirement.mentions[0].quote.split()).strip(" .,;:")
    if len(quote.split()) <= LONGEST and not ODD.search(quote):
        return name_task(unshout(quote) if requirement.kind is not Kind.TOOL else quote)
    return name_task(requirement.name)


def unshout(text: str) -> str:
    """Title Case and CAPITALS made small, but for acronyms and names with mixed letters."""
    words = text.split(" ")
    capitals = [word for word in words if word[:1].isupper() and word[1:].islower()]
    if len(words) > 1 and len(capitals) == len([word for word in words if len(word) > 3]):
        return " ".join(word.lower() if word in capitals else word for word in words)
    return lower_first(text)


def is_task(need: str) -> bool:
    """Whether a need is named by what one does ("answering phones") and not by a noun."""
    found = form_of(need.split(" ")[0])
    return found is not None and found[1] is Form.GERUND and " " in need
