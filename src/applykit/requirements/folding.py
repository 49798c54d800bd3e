"""Many mentions of one thing become one requirement: all mentions kept, the strongest level wins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from applykit.posting.model import Span
from applykit.requirements.found import Found, phrase_id
from applykit.requirements.model import Detail, Kind, Level, Mention, Requirement
from applykit.requirements.wording import content_words, shared

STRENGTH = {Level.REQUIRED: 0, Level.PREFERRED: 1, Level.DUTY: 2}
SAME = 0.5  # shared part of the words from which two mentions of one id are one requirement
ORIGINS = ("lexicon", "rule", "finder")  # what a requirement counts as when several saw it


@dataclass(frozen=True, slots=True)
class Judged:
    """A thing found with its level and the reason for it; `counts` unless it is only said in passing."""

    found: Found
    level: Level
    why: str
    counts: bool = True


def rank(one: Judged) -> tuple[bool, int, Span]:
    """Sort key of the mentions of one thing: what counts, the strongest, the first."""
    return not one.counts, STRENGTH[one.level], one.found.span


def fold(judged: Iterable[Judged], text: str) -> tuple[Requirement, ...]:
    """One requirement an id of which a mention counts, in the order of first mention in the text."""
    groups: dict[str, list[Judged]] = {}
    for one in sorted(name_amounts(judged, text), key=lambda one: (one.found.span, one.found.id, one.found.rule)):
        groups.setdefault(one.found.id, []).append(one)
    distinct: dict[str, list[Judged]] = {}
    for key, group in groups.items():
        leading, *others = split_distinct(group, text)
        distinct.setdefault(key, []).extend(leading)
        for members in others:
            distinct.setdefault(phrase_id(members[0].found.span.of(text)), []).extend(members)
    folded = [
        make_requirement(key, members, text) for key, members in distinct.items() if any(m.counts for m in members)
    ]
    return tuple(sorted(folded, key=lambda r: (min(m.span for m in r.mentions), r.id)))


def name_amounts(judged: Iterable[Judged], text: str) -> list[Judged]:
    """The finds; an amount of experience that stands elsewhere with its field ("2 years as a cook") under that id."""
    named = list(judged)
    amounts = [
        (one, n, amount_of(one), content_words(one.found.span.of(text)))
        for n, one in enumerate(named)
        if one.found.kind is Kind.EXPERIENCE and amount_of(one)
    ]
    for one, n, amount, words in amounts:
        fuller = [(-len(more), m, other) for other, m, same, more in amounts if same == amount and words < more]
        if fuller:
            named[n] = replace(one, found=replace(one.found, id=min(fuller)[2].found.id))
    return named


def amount_of(one: Judged) -> tuple[int, int | None] | None:
    """The months asked for, if they are."""
    detail = one.found.detail
    return (detail.months, detail.months_maximum) if detail and detail.months else None


def split_distinct(group: Sequence[Judged], text: str) -> list[list[Judged]]:
    """One id's finds apart by what they say: those unlike the leading one are things of their own.

    An entry may stand for several ("vision": depth perception, colour vision), and a posting that lists them asks for
    each. The first of the groups keeps the id.
    """
    ranked = sorted(group, key=rank)
    groups: list[tuple[frozenset[str], list[Judged]]] = []
    for one in ranked:
        words = content_words(one.found.span.of(text))
        home = next((members for leading, members in groups if same_thing(leading, words)), None)
        if home is None:
            groups.append((words, [one]))
        else:
            home.append(one)
    return [members for _, members in groups]


def same_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two phrases under one id speak of the same: half of the longer one's words or all of the shorter one's.

    Other numbers make another thing.
    """
    numbers = {word for word in one if word[0].isdigit()}, {word for word in other if word[0].isdigit()}
    alike = shared(one, other) >= SAME or one <= other or other <= one
    return alike and (numbers[0] == numbers[1] or not all(numbers))


def make_requirement(key: str, group: Sequence[Judged], text: str) -> Requirement:
    """All that speaks of one thing; the mention that decided the level comes first."""
    ranked = sorted(group, key=rank)
    first = ranked[0]
    spans = dict.fromkeys(one.found.span for one in ranked)
    scores = [one.found.score for one in group if one.found.score is not None]
    return Requirement(
        id=key,
        name=first.found.name if first.found.id == key else " ".join(first.found.span.of(text).split()),
        kind=first.found.kind,
        level=first.level,
        mentions=tuple(mention(span, text) for span in spans),
        detail=merge_details([one.found.detail for one in ranked if one.found.detail]),
        origin=min((one.found.origin for one in group if one.found.kind is first.found.kind), key=ORIGINS.index),
        alternative_of=group_of(ranked),
        score=max(scores, default=None),
        why=tuple(dict.fromkeys(f"{one.found.rule}; {one.why}" for one in ranked)),
    )


def group_of(ranked: Sequence[Judged]) -> str | None:
    """The "or" that the thing belongs to, unless it is asked for as strongly by itself elsewhere."""
    strongest = [one.found.group for one in ranked if one.level is ranked[0].level]
    return strongest[0] if all(strongest) else None


def mention(span: Span, text: str) -> Mention:
    return Mention(span, span.of(text))


def merge_details(details: Sequence[Detail]) -> Detail | None:
    """The first value of every field that any of the details states; lists are joined."""
    if not details:
        return None
    values: dict[str, Any] = {}
    for item in fields(Detail):
        stated = [value for detail in details if (value := getattr(detail, item.name)) not in (None, (), False)]
        if stated:
            joined = isinstance(stated[0], tuple)
            values[item.name] = (
                tuple(dict.fromkeys(part for value in stated for part in value)) if joined else stated[0]
            )
    return Detail(**values)
