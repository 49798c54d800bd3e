""" "PTCB or ExCPT", "degree or four years of experience": things of which one is enough."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from applykit.requirements.clauses import ClauseFinder
from applykit.requirements.found import Found
from applykit.requirements.model import Kind, Requirement

# Kinds that may stand for each other across an "or"; within a kind anything may.
EXCHANGED = frozenset((Kind.EDUCATION, Kind.EXPERIENCE, Kind.CREDENTIAL))
WITHIN = frozenset((*EXCHANGED, Kind.LANGUAGE, Kind.TOOL, Kind.ELIGIBILITY))
OR = re.compile(r"(?:\bor\b|\bor/and\b|\band/or\b|/)", re.IGNORECASE)
# What may stand between two branches: commas, "or", articles and the noun they share.
BETWEEN = re.compile(
    r"^[\s,()/]*(?:(?:certified |certification|certificate|degree|diploma|license[ds]?|licence|experience|"
    r"required|exam|"
    r"equivalent|the|an?|their|at least|minimum of|in|of|from|with|by|have|has)[\s,()/]*){0,4}"
    r"(?:and/or|or|/|,)?[\s,()/]*(?:(?:an?|the|at least|have|has|in|valid|active|current|certified|other)[\s,()"
    r"]*){0,3}$",
    re.IGNORECASE,
)


def mark_alternatives(found: Iterable[Found], text: str, clauses: ClauseFinder) -> tuple[Found, ...]:
    """The same finds, the branches of one "or" under one `group`."""
    ordered = sorted(found, key=lambda one: (one.span, one.id, one.rule))
    marked: list[Found] = []
    for run in runs_of(ordered, text, clauses):
        ids = list(dict.fromkeys(one.id for one in run))
        group = "one of: " + " | ".join(ids) if len(ids) > 1 and has_or(run, text) else None
        marked += [replace(one, group=group) for one in run]
    return tuple(marked)


def runs_of(ordered: Sequence[Found], text: str, clauses: ClauseFinder) -> Iterator[list[Found]]:
    """Neighbours that may be branches of one "or"; most runs hold one thing."""
    run: list[Found] = []
    for one in ordered:
        if run and not are_branches(run[-1], one, text, clauses):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def are_branches(one: Found, other: Found, text: str, clauses: ClauseFinder) -> bool:
    """Whether two neighbours of one clause have nothing between them that ends an enumeration."""
    if clauses.at(one.span) is not clauses.at(other.span) or other.span.start < one.span.end:
        return False
    kinds = {one.kind, other.kind}
    if not (kinds <= EXCHANGED or (len(kinds) == 1 and kinds <= WITHIN)):
        return False
    return bool(BETWEEN.match(text[one.span.end : other.span.start]))


def has_or(run: Sequence[Found], text: str) -> bool:
    """Whether an "or" stands somewhere between the branches."""
    gaps = (text[one.span.end : other.span.start] for one, other in pairwise(run))
    return any(OR.search(gap) for gap in gaps)


def drop_lone_branches(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """A branch whose other branches are no requirements is a requirement like any other."""
    requirements = tuple(requirements)
    size = Counter(r.alternative_of for r in requirements)
    return tuple(
        replace(r, alternative_of=None) if r.alternative_of and size[r.alternative_of] < 2 else r for r in requirements
    )
