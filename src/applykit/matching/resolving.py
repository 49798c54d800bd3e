"""Phrases that name an entry of the lexicon: what a posting says in two ways is one requirement, with its relations.

Reading a posting keeps unlike wordings of one entry apart, the later ones under an id of their own ("phrase:cspt").
Here they get their entry's id back, where the entry is of the same kind; a tool only where the entry has no other name,
since one entry may stand for several products.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from applykit.lexicon import Lexicon
from applykit.matching.words import stem_set
from applykit.requirements.model import Kind, Level, Requirement

PHRASE = "phrase:"
NAMED = (Kind.SKILL, Kind.SOFT, Kind.TOOL, Kind.CREDENTIAL, Kind.LANGUAGE)
SINGLE = (Kind.CREDENTIAL, Kind.LANGUAGE)  # kinds of which an entry is one thing, however it is written
WORDED = (Kind.SKILL, Kind.SOFT)  # kinds that may be told by the same words in another order
STRONGEST_FIRST = (Level.REQUIRED, Level.PREFERRED, Level.DUTY)


def resolve_requirements(requirements: Sequence[Requirement], lexicon: Lexicon) -> tuple[Requirement, ...]:
    """The requirements in order, phrases under the ids of their entries, and the same thing said twice only once."""
    return resolve(tuple(requirements), lexicon)


@lru_cache(maxsize=64)
def resolve(requirements: tuple[Requirement, ...], lexicon: Lexicon) -> tuple[Requirement, ...]:
    """The same, kept for the postings of a run: every person asks it again."""
    kept: list[Requirement] = []
    for one in requirements:
        key = entry_of(one, lexicon)
        named = replace(one, id=key) if key else one
        twin = next((place for place, other in enumerate(kept) if is_same(other, named)), None)
        if twin is None:
            kept.append(named)
        else:
            kept[twin] = join(kept[twin], named)
    return tuple(kept)


def entry_of(requirement: Requirement, lexicon: Lexicon) -> str | None:
    """The entry that a phrase names as a whole, or None."""
    if not requirement.id.startswith(PHRASE) or requirement.kind not in NAMED:
        return None
    kind = requirement.kind.value
    known = [key for key in lexicon.identify(requirement.name) if lexicon.skills[key].kind.value == kind]
    if not known and requirement.kind in WORDED:
        found = lexicon.closest(requirement.name, least=1.0)
        known = [found[0]] if found and lexicon.skills[found[0]].kind.value == kind else []
    if len(known) != 1 or (
        requirement.kind is Kind.TOOL and not alike(requirement.name, lexicon.skills[known[0]].name)
    ):
        return None
    return known[0]


def is_same(one: Requirement, other: Requirement) -> bool:
    """Whether two requirements of one entry ask for one thing."""
    if one.id != other.id or one.kind is not other.kind:
        return False
    return one.kind in SINGLE or alike(one.name, other.name)


def alike(one: str, other: str) -> bool:
    """Whether two names have the same words, or one is made of the other's first letters."""
    return stem_set(one) == stem_set(other) or is_short_for(one, other) or is_short_for(other, one)


def is_short_for(short: str, name: str) -> bool:
    """ "CSPT" for "Certified Compounded Sterile Preparation Technician": capitals that begin its words, in order."""
    letters = iter(word[0].upper() for word in name.split() if word[0].isalpha())
    return len(short) > 1 and short.isalpha() and short.isupper() and all(letter in letters for letter in short)


def join(one: Requirement, other: Requirement) -> Requirement:
    """Both mentions under the first name; the stronger level, and whichever has details."""
    level = min(one.level, other.level, key=STRONGEST_FIRST.index)
    mentions = tuple(dict.fromkeys((*one.mentions, *other.mentions)))
    return replace(one, level=level, mentions=mentions, detail=one.detail or other.detail)
