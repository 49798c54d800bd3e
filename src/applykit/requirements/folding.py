"""Many mentions of one thing become one requirement: all mentions kept, the strongest level wins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from applykit.posting.model import Span
from applykit.requirements.found import Found
from applykit.requirements.model import Detail, Level, Mention, Requirement

STRENGTH = {Level.REQUIRED: 0, Level.PREFERRED: 1, Level.DUTY: 2}
ORIGINS = ("lexicon", "rule", "finder")  # what a requirement counts as when several saw it


@dataclass(frozen=True, slots=True)
class Judged:
    """A thing found with its level and the reason for it."""

    found: Found
    level: Level
    why: str


def fold(judged: Iterable[Judged], text: str) -> tuple[Requirement, ...]:
    """One requirement an id, in the order of first mention in the text."""
    groups: dict[str, list[Judged]] = {}
    for one in sorted(judged, key=lambda one: (one.found.span, one.found.id, one.found.rule)):
        groups.setdefault(one.found.id, []).append(one)
    folded = [make_requirement(group, text) for group in groups.values()]
    return tuple(sorted(folded, key=lambda r: (min(m.span for m in r.mentions), r.id)))


def make_requirement(group: Sequence[Judged], text: str) -> Requirement:
    """All that was found under one id; the mention that decided the level comes first."""
    ranked = sorted(group, key=lambda one: (STRENGTH[one.level], one.found.span))
    first = ranked[0]
    spans = dict.fromkeys(one.found.span for one in ranked)
    scores = [one.found.score for one in group if one.found.score is not None]
    return Requirement(
        id=first.found.id,
        name=first.found.name,
        kind=first.found.kind,
        level=first.level,
        mentions=tuple(mention(span, text) for span in spans),
        detail=merge_details([one.found.detail for one in ranked if one.found.detail]),
        origin=min((one.found.origin for one in group), key=ORIGINS.index),
        alternative_of=next((one.found.group for one in ranked if one.found.group), None),
        score=max(scores, default=None),
        why=tuple(dict.fromkeys(f"{one.found.rule}; {one.why}" for one in ranked)),
    )


def mention(span: Span, text: str) -> Mention:
    return Mention(span, span.of(text))


def merge_details(details: Sequence[Detail]) -> Detail | None:
    """The first value of every field that any of the details states; lists are joined."""
    if not details:
        return None
    values = {}
    for item in fields(Detail):
        stated = [value for detail in details if (value := getattr(detail, item.name)) not in (None, (), False)]
        if stated:
            joined = isinstance(stated[0], tuple)
            values[item.name] = (
                tuple(dict.fromkeys(part for value in stated for part in value)) if joined else stated[0]
            )
    return Detail(**values)
