"""What people in the posting's occupation usually have besides: neither a gap nor part of the score."""

from collections import Counter
from collections.abc import Iterable, Iterator

from applykit.matching.statements import Strength
from applykit.requirements.model import Kind
from applykit.tailoring.grammar.nouns import join_words
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.sentences import from_phrase, posting_source
from applykit.tailoring.skills import name_is_noun

MOST_NAMES = 5
MOST_TOOLS = 3


def usual_lines(material: Material) -> tuple[Sentence, ...]:
    """One sentence with what O*NET's people have, the posting does not ask for and the profile does not show, if any.

    Things alike are named once: whoever reads of Microsoft Excel need not read of Microsoft Office.
    """
    known = frozenset(family(spoken_of(material), material))
    names: dict[str, str] = {}
    kinds: Counter[str] = Counter()
    for key in material.usual:
        entry = material.lexicon.skills[key]
        kind = entry.kind.value
        full = kind == Kind.TOOL and kinds[kind] == MOST_TOOLS
        if (
            key not in known
            and not full
            and name_is_noun(entry.name)
            and names.keys().isdisjoint(family([key], material))
        ):
            names[key] = entry.name
            kinds[kind] += 1
    if not names:
        return ()
    chosen = list(names)[:MOST_NAMES]
    text = material.phrases.label(
        "usual",
        names=join_words([names[key] for key in chosen]),
        occupation="; ".join(one.title for one in material.occupations),
    )
    entries = (Source(SourceKind.LEXICON, key) for key in (*chosen, *(one.code for one in material.occupations)))
    return (from_phrase(text, "labels.usual", posting_source("title"), *entries),)


def spoken_of(material: Material) -> Iterator[str]:
    """The ids that the posting asks for, and those that the profile shows."""
    for match in material.report.matches:
        yield from (match.requirement.id, *(branch.requirement.id for branch in match.branches))
    yield from (key for key in material.claims.by_id if material.claims.at_least(key, Strength.WEAK))


def family(keys: Iterable[str], material: Material) -> Iterator[str]:
    """The ids with what they imply, are kinds of, and what is a kind of them."""
    lexicon = material.lexicon
    for key in keys:
        yield from (key, *lexicon.implied(key), *lexicon.broader(key), *lexicon.narrower(key))
