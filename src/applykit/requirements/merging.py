"""The learned finder's phrases beside the lexicon and the rules: each corrects the other, by named rules.

same words      A phrase and a find that share most of their words are one thing: the find gives id, name, kind and
                values, the phrase gives the span of a lexicon term (its cut is the more careful) and its score.
inside          A phrase that says much more than the lexicon terms in it ("process refill requests" with "refills")
                takes their place, linked to the closest entry by its words, else standing for itself.
around          A find that says more than the phrase in it stays.
alone, phrase   A phrase without a find is linked to the closest entry by its words, else it stands for itself.
alone, find     A find that the finder did not see stays where lists and rules are right often enough: `is_trusted`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements.finder import FoundPhrase
from applykit.requirements.found import Found, overlaps, phrase_id
from applykit.requirements.model import Kind, Level
from applykit.requirements.wording import content_words, shared

SAME = 0.5  # part of the words of the longer that must be shared to be the same thing
LINKED = 0.67  # part of all words that a phrase and an entry's term must share to be linked
# Kinds of which terms that the finder passed over are right at least four times in ten (measured on postings that it
# was not trained on); below that they cost more precision than they bring in recall.
TRUSTED = frozenset((Kind.SKILL, Kind.TOOL, Kind.CREDENTIAL, Kind.PHYSICAL, Kind.ELIGIBILITY, Kind.LANGUAGE))


def merge_phrases(
    found: Sequence[Found], phrases: Iterable[FoundPhrase], text: str, lexicon: Lexicon
) -> tuple[Found, ...]:
    """Finds and phrases as one list without two for the same words, in order."""
    ordered = sorted(phrases, key=lambda phrase: (phrase.start, phrase.end, phrase.kind))
    merged: list[Found] = []
    answered: set[int] = set()
    for phrase in ordered:
        span = Span(phrase.start, phrase.end)
        partners = [n for n, one in enumerate(found) if overlaps(one.span, span)]
        answered.update(partners)
        merged += settle(phrase, [found[n] for n in partners], text, lexicon)
    alone = (one for n, one in enumerate(found) if n not in answered)
    return tuple(sorted(set(merged) | set(alone), key=lambda one: (one.span, one.id, one.rule)))


def is_trusted(one: Found, level: Level) -> bool:
    """Whether a find counts that the finder did not see."""
    if one.origin == "rule":
        return one.rule != "kind of experience"
    return one.kind in TRUSTED or (one.kind is Kind.SOFT and level is Level.REQUIRED)


def settle(phrase: FoundPhrase, partners: Sequence[Found], text: str, lexicon: Lexicon) -> Iterator[Found]:
    """What becomes of a phrase and the finds that overlap it."""
    words = content_words(text[phrase.start : phrase.end])
    shares = [(shared(words, content_words(one.span.of(text))), one) for one in partners]
    best = max(shares, key=lambda item: (item[0], -item[1].span.start, item[1].id), default=None)
    if best is None:
        yield from_phrase(phrase, text, lexicon)
    elif best[0] >= SAME:
        yield agree(best[1], phrase)
    elif any(one.span.covers(Span(phrase.start, phrase.end)) for one in partners):
        yield from partners
    else:
        yield from (one for one in partners if one.origin == "rule")
        if all(one.origin != "rule" for one in partners):
            yield from_phrase(phrase, text, lexicon)


def agree(one: Found, phrase: FoundPhrase) -> Found:
    """A find that the finder confirms."""
    span = Span(phrase.start, phrase.end) if one.origin == "lexicon" else one.span
    rule = f"{one.rule} and finder {phrase.score:.2f}"
    return replace(one, span=span, rule=rule, score=phrase.score, level=Level(phrase.level))


def from_phrase(phrase: FoundPhrase, text: str, lexicon: Lexicon) -> Found:
    """A phrase that only the finder saw, under the id of the entry with its words, if there is one."""
    words = " ".join(text[phrase.start : phrase.end].split())
    kind = Kind(phrase.kind)
    key, rule = phrase_id(words), f"finder {phrase.score:.2f}"
    name = words
    linked = link(words, kind, lexicon)
    if linked:
        key, likeness = linked
        name = lexicon.skills[key].name
        kind = Kind(lexicon.skills[key].kind.value)
        rule += f", linked to {key} by {likeness:.0%} of its words"
    span = Span(phrase.start, phrase.end)
    return Found(span, kind, key, name, rule, None, "finder", "", Level(phrase.level), phrase.score)


def link(words: str, kind: Kind, lexicon: Lexicon) -> tuple[str, float] | None:
    """The entry that a phrase means: one that has it as a term, of the same kind if possible; else the most like it."""
    known = lexicon.identify(words)
    same = [key for key in known if lexicon.skills[key].kind.value == kind.value]
    if same or known:
        return (same or known)[0], 1.0
    closest = lexicon.closest(words, least=LINKED)
    return closest if closest and lexicon.skills[closest[0]].kind.value == kind.value else None
