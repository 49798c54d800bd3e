"""Lexicon terms in the posting, as things found."""

from collections.abc import Iterator

from applykit.lexicon.lexicon import Hit, Lexicon
from applykit.posting.model import Span
from applykit.requirements.found import Found
from applykit.requirements.model import Kind


def find_keywords(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Every lexicon term that counts in the text, whatever its kind, in order."""
    return (found_term(hit, lexicon) for hit in lexicon.find(text))


def found_term(hit: Hit, lexicon: Lexicon) -> Found:
    """One hit as a thing found; its name is the entry's."""
    skill = lexicon.skills[hit.id]
    return Found(
        span=Span(hit.start, hit.end),
        kind=Kind(skill.kind.value),
        id=hit.id,
        name=skill.name,
        rule=f"lexicon term {hit.term!r}",
        origin="lexicon",
        term=hit.term,
    )
