"""O*NET's technologies as entries of the lexicon, found in texts beside the hand-written ones."""

import re
from collections.abc import Iterable, Iterator, Sequence

from applykit.lexicon.filters import names_no_product
from applykit.lexicon.load import Placed
from applykit.lexicon.model import EntryKind, Skill, Term
from applykit.lexicon.tables import LISTED
from applykit.lexicon.words import term_keys

FIELD = "onet-technology"
PREFIX = "onet-"
NOT_SLUG = re.compile(r"[^a-z0-9]+")


def technology_id(name: str) -> str:
    """ "Esri ArcGIS" as "onet-esri-arcgis"; signs that tell names apart are spelled."""
    spelled = name.casefold().replace("+", " plus").replace("#", " sharp")
    return PREFIX + NOT_SLUG.sub("-", spelled).strip("-")[:70].strip("-")


def technology_entries(lines: Iterable[str], hand: Sequence[Placed]) -> Iterator[Placed]:
    """An entry for each software name that no hand-written entry has; a hand-written name always wins.

    `lines` are the rows of onet-software.tsv. Machines and hand tools are not found in texts, nor are acronyms:
    measured on labelled postings they are as often wrong as right (docs/lexicon.md). They serve occupations.
    """
    taken = {stems for placed in hand for stems in stems_of(placed.skill)}
    ids = {placed.skill.id for placed in hand}
    for line in lines:
        name, aliases, *_ = line.split("\t")
        key, names = technology_id(name), [name, *filter(None, aliases.split(LISTED))]
        if key not in ids and taken.isdisjoint(map(term_stems, names)):
            ids.add(key)
            terms = tuple(Term(text, exact=not names_no_product(text)) for text in names)
            yield Placed(Skill(key, name, EntryKind.TOOL, FIELD, terms, source="onet"), FIELD)


def stems_of(skill: Skill) -> set[str]:
    return {term_stems(term.text) for term in skill.terms}


def term_stems(text: str) -> str:
    return " ".join(stem for _, stem in term_keys(text))
