"""The learned finder's phrases beside the lexicon and the rules: each corrects the other, by named rules.

same words      A phrase and a find that share most of their words are one thing: the find gives id, name, kind and
                values, the phrase gives the span (its cut is the more careful), the score and an opinion on the level.
a rule's words  A rule's find is confirmed by the phrase most like it, however long either is; other phrases in its
                span ("Python" in "4 years of experience with Python") stand for themselves.
one thing       Phrases within a degree of several fields ("Accounting or Finance") or a credential with its subject are
                its parts: the find gives the span, the surest phrase the rest.
more words      A phrase that says much more than the lexicon terms in it ("process refill requests" with "refills")
                takes their place, linked to the closest entry by its words, else standing for itself.
alone, phrase   A phrase without a find is linked to the closest entry by its words, else it stands for itself.
alone, find     A find that the finder did not see stays where lists and rules are right often enough: `is_trusted`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from applykit.lexicon.context import Objection
from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements.finder import FoundPhrase
from applykit.requirements.found import Found, phrase_id
from applykit.requirements.model import Kind, Level
from applykit.requirements.wording import content_words, shared

SAME = 0.5  # part of the words of the longer that must be shared to be the same thing
LINKED = 0.67  # part of all words that a phrase and an entry's term must share to be linked
# Kinds of which terms that the finder passed over are still right more often than not (measured on postings that it was
# not trained on). Skills and soft skills are not: there what the finder passes over is mostly said in passing.
TRUSTED = frozenset((Kind.TOOL, Kind.PHYSICAL, Kind.ELIGIBILITY, Kind.LANGUAGE))
# What an entry of a kind is asked for as, where the finder is right oftener than the lexicon (measured likewise): "SQL"
# as a tool, "intensive care" as a kind of experience, "presentation" as a skill. Of all other pairs the lexicon's is.
BETTER_SEEN = {
    Kind.SKILL: frozenset((Kind.TOOL, Kind.EXPERIENCE, Kind.EDUCATION, Kind.CREDENTIAL)),
    Kind.SOFT: frozenset((Kind.SKILL,)),
}
# Eligibility entries whose terms mostly stand in other talk: "see the reference", "under merit promotion procedures".
OFTEN_IN_PASSING = frozenset(("reference-check", "federal-hiring-status"))
OPEN_ENDS = (" in", " to", " of")  # "must reside in", "local to": half of what is asked for
# The score from which a phrase alone is right as often as not; of other kinds the finder's own choice is good enough.
ALONE = {
    Kind.TOOL: 0.7,
    Kind.CREDENTIAL: 0.7,
    Kind.SOFT: 0.5,
    Kind.EDUCATION: 0.5,
    Kind.PHYSICAL: 0.6,
    Kind.SCHEDULE: 0.6,
    Kind.ELIGIBILITY: 0.6,
}
KEYWORDS = frozenset((Kind.SKILL, Kind.SOFT, Kind.TOOL))  # never gates, whatever saw them


def merge_phrases(
    found: Sequence[Found], phrases: Iterable[FoundPhrase], text: str, lexicon: Lexicon
) -> tuple[Found, ...]:
    """Finds and phrases as one list without two for the same words, in order."""
    ordered = join_parts(found, sorted(phrases, key=lambda phrase: (phrase.start, phrase.end, phrase.kind)))
    partners = pair_up(found, ordered, text)
    merged = [
        agree(partners[n], phrase) if n in partners else from_phrase(phrase, text, lexicon)
        for n, phrase in enumerate(ordered)
        if n in partners or not has_other_sense(phrase, text, lexicon)
    ]
    alone = (one for one in found if next(neighbours(one.span, ordered), None) is None)
    return tuple(sorted({*merged, *alone}, key=lambda one: (one.span, one.id, one.rule)))


@dataclass(frozen=True, slots=True)
class Whole:
    """A phrase made of the parts that a find holds together."""

    start: int
    end: int
    kind: str
    level: str
    score: float


def join_parts(found: Iterable[Found], phrases: list[FoundPhrase]) -> list[FoundPhrase]:
    """The phrases, those that are only parts of one find as one: the surest, with the find's span."""
    for one in filter(is_one_thing, found):
        parts = sorted(neighbours(one.span, phrases))
        if parts and all(one.span.covers(span_of(phrases[n])) for n in parts):
            whole = (one.span.start, one.span.end)
            surest = max((phrases[n] for n in parts), key=lambda phrase: phrase.score)
            phrases[parts[0] : parts[-1] + 1] = [Whole(*whole, surest.kind, surest.level, surest.score)]
    return phrases


def is_one_thing(one: Found) -> bool:
    """Whether a find's words are no list of things: a degree in this or that, a credential with its subject."""
    if one.origin != "rule":
        return one.kind is Kind.ELIGIBILITY and "/" in one.term
    return one.kind is Kind.CREDENTIAL or (
        one.kind is Kind.EDUCATION and one.detail is not None and len(one.detail.fields) > 1
    )


def pair_up(found: Sequence[Found], phrases: Sequence[FoundPhrase], text: str) -> dict[int, Found]:
    """Which find (if any) each phrase confirms: by number, the most alike pairs first, each find once."""
    words = [content_words(text[phrase.start : phrase.end]) for phrase in phrases]
    alike = sorted(
        (-share, one.span, one.id, n)
        for one in found
        for n in neighbours(one.span, phrases)
        if (share := shared(words[n], content_words(one.span.of(text)))) > 0
    )
    by_place = {(one.span, one.id): one for one in found}
    partners: dict[int, Found] = {}
    used: set[tuple[Span, str]] = set()
    for share, span, key, n in alike:
        one = by_place[span, key]
        enough = -share >= SAME or one.origin == "rule"
        if enough and n not in partners and (span, key) not in used:
            partners[n] = one
            used.add((span, key))
    return partners


def neighbours(span: Span, phrases: Sequence[FoundPhrase]) -> Iterator[int]:
    """The numbers of the phrases (by start, none overlapping) that share a character with the span."""
    number = bisect_left(phrases, span.end, key=lambda phrase: phrase.start) - 1
    while number >= 0 and phrases[number].end > span.start:
        yield number
        number -= 1


def span_of(phrase: FoundPhrase) -> Span:
    return Span(phrase.start, phrase.end)


def is_trusted(one: Found) -> bool:
    """Whether a find counts that the finder did not see."""
    if one.origin == "rule":
        return one.rule != "kind of experience"
    if one.kind is Kind.ELIGIBILITY and (one.id in OFTEN_IN_PASSING or one.term.endswith(OPEN_ENDS)):
        return False
    return one.kind in TRUSTED


def is_sure(one: Found) -> bool:
    """Whether a phrase counts that neither list nor rule knows."""
    return (one.score or 0.0) >= ALONE.get(one.kind, 0.0)


def agree(one: Found, phrase: FoundPhrase) -> Found:
    """A find that the finder confirms: its id and values, the phrase's words; the kind as `kind_of` says.

    A condition or credential of that kind only the finder saw, whatever list holds its words.
    """
    rule = f"{one.rule} and finder {phrase.score:.2f}"
    kind = kind_of(one, phrase)
    if kind is not one.kind:
        rule += f", {kind} by the finder"
    origin = one.origin if kind is one.kind or kind in KEYWORDS else "finder"
    level = Level(phrase.level)
    return replace(one, span=span_of(phrase), kind=kind, rule=rule, origin=origin, score=phrase.score, level=level)


def kind_of(one: Found, phrase: FoundPhrase) -> Kind:
    """The kind of a find that the finder confirms, where the two disagree."""
    seen = Kind(phrase.kind)
    doubtful = one.origin == "lexicon" and seen in BETTER_SEEN.get(one.kind, ())
    return seen if doubtful else one.kind


def has_other_sense(phrase: FoundPhrase, text: str, lexicon: Lexicon) -> bool:
    """Whether a phrase is a name that the words around it make something else: the "Access" of "Access to patients".

    Only of names, which are written letter for letter: of other words the finder knows better in what sense they stand.
    """
    if not lexicon.identify(text[phrase.start : phrase.end]):
        return False
    first = text.rfind("\n", 0, phrase.start) + 1
    line = text[first : (text.find("\n", phrase.end) + 1 or len(text) + 1) - 1]
    place = (phrase.start - first, phrase.end - first)
    candidates = (one for one in lexicon.explain(line) if (one.hit.start, one.hit.end) == place)
    return any(one.against is Objection.SENSE and one.row.exact for one in candidates)


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
    return Found(span_of(phrase), kind, key, name, rule, None, "finder", "", Level(phrase.level), phrase.score)


def link(words: str, kind: Kind, lexicon: Lexicon) -> tuple[str, float] | None:
    """The entry that a phrase means: one that has it as a term, of the same kind if possible; else the most like it."""
    known = lexicon.identify(words)
    same = [key for key in known if lexicon.skills[key].kind.value == kind.value]
    if same or known:
        return (same or known)[0], 1.0
    closest = lexicon.closest(words, least=LINKED)
    return closest if closest and lexicon.skills[closest[0]].kind.value == kind.value else None
