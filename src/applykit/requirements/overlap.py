"""When a lexicon term and a condition rule see the same words, one thing comes of it."""

from collections.abc import Iterable

from applykit.requirements.found import Found, overlaps
from applykit.requirements.model import Kind

CONDITION_KINDS = frozenset((Kind.EDUCATION, Kind.EXPERIENCE, Kind.PHYSICAL, Kind.SCHEDULE, Kind.ELIGIBILITY))


def settle_overlaps(found: Iterable[Found]) -> tuple[Found, ...]:
    """Things found without two for the same words.

    A rule's span swallows lexicon terms inside it (they are its field: "retail pharmacy" in "1 year of retail pharmacy
    experience"), except that of its own id, which lends its term. Among rules the longer wins, then the earlier.
    """
    everything = sorted(set(found), key=lambda one: (one.span, one.id, one.rule))
    rules = longest([one for one in everything if one.origin == "rule"])
    kept = list(rules)
    for one in everything:
        if one.origin != "rule" and not any(overlaps(one.span, rule.span) for rule in rules):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.span, one.id, one.rule)))


def longest(rules: list[Found]) -> list[Found]:
    """Rules' finds that do not overlap."""
    taken: list[Found] = []
    for one in sorted(rules, key=lambda one: (one.span.start - one.span.end, one.span, one.id, one.rule)):
        if not any(overlaps(one.span, other.span) for other in taken):
            taken.append(one)
    return taken
