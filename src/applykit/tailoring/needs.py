"""What the posting asks for, named inside a sentence."""

import re

from applykit.matching.model import Match
from applykit.requirements.model import Kind
from applykit.tailoring.grammar.nouns import lower_first, name_task, with_article
from applykit.tailoring.grammar.verbs import Form, form_of
from applykit.tailoring.material import Material
from applykit.tailoring.names import keep_names, written_as

LONGEST = 6  # words: a longer quote reads like a list
ODD = re.compile(r"[^\w\s'’&/.,%<>()+#-]|[,.]\s*$|\d{3,}")
COUNTABLE = re.compile(
    r"\b(?:thru|through|system|scanner|register|counter|cart|machine|kit|jack|truck|forklift|cabinet|printer|phone|"
    r"spreadsheet|database|computer|keyboard|robot|device|tool|center|shop|desk|line|board|hood|pump|meter)\Z"
)
NAMED_THINGS = (Kind.TOOL, Kind.CREDENTIAL, Kind.LANGUAGE)


def say_need(match: Match, material: Material) -> str:
    """A requirement as a noun phrase: the posting's own term of several words, else the lexicon's name.

    Names of products and credentials stay as they are; tasks become gerunds ("answering phones").
    """
    requirement = match.requirement
    entry = material.lexicon.skills.get(requirement.id)
    if entry is None:
        return _from_quote(match, material)
    quotes = [" ".join(mention.quote.split()) for mention in requirement.mentions]
    terms = [term for quote in quotes if (term := written_as(quote, entry))]
    if requirement.kind in NAMED_THINGS:
        return _countable(next(iter(terms), entry.name))
    written = next((term for term in terms if " " in term), entry.name)
    return _countable(name_task(written if requirement.kind is not Kind.SOFT else entry.name))


def _countable(name: str) -> str:
    """A thing one can count gets its article: "a barcode scanner", but "Pyxis", "software", "cycle counts"."""
    return with_article(name) if COUNTABLE.search(name) and name[:1].islower() else name


def _from_quote(match: Match, material: Material) -> str:
    quote = " ".join(match.requirement.mentions[0].quote.split()).strip(" .,;:")
    if len(quote.split()) > LONGEST or ODD.search(quote):
        quote = match.requirement.name
    if match.requirement.kind in NAMED_THINGS:
        return quote
    return keep_names(name_task(unshout(quote)), quote, material.lexicon)


def unshout(text: str) -> str:
    """Title Case and CAPITALS made small, but for acronyms and names with mixed letters."""
    words = text.split(" ")
    capitals = [word for word in words if all(part[:1].isupper() and part[1:].islower() for part in word.split("-"))]
    if len(words) > 1 and len(capitals) == len([word for word in words if len(word) > 3]):
        return " ".join(word.lower() if word in capitals else word for word in words)
    return lower_first(text)


def is_task(need: str) -> bool:
    """Whether a need is named by what one does ("answering phones") and not by a noun."""
    found = form_of(need.split(" ")[0])
    return found is not None and found[1] is Form.GERUND and " " in need
