"""Relations between entries: those that lead nowhere, and those that lead round in circles."""

from collections.abc import Iterable, Iterator, Set

from applykit.errors import Problem
from applykit.lexicon.load import Placed

RELATIONS = ("implies", "broader", "related", "replaces")
ORDERED = ("implies", "broader")  # these may not go round in a circle


def find_dead_relations(entries: Iterable[Placed], *, known: Set[str], warning: bool = False) -> Iterator[Problem]:
    """Relations to ids that are not `known`."""
    for placed in entries:
        for relation in RELATIONS:
            for number, target in enumerate(getattr(placed.skill, relation)):
                if target not in known:
                    message = f"{placed.skill.id}: {relation} names {target!r}, which no entry has."
                    yield placed.problem(message, "Correct the id or remove it.", relation, number, warning=warning)


def find_cycles(entries: Iterable[Placed]) -> Iterator[Problem]:
    """Entries that imply, or are a kind of, themselves; each circle is told once, at its first id."""
    by_id = {placed.skill.id: placed for placed in entries}
    for relation in ORDERED:
        told: set[str] = set()
        for start in sorted(by_id):
            circle = circle_from(start, relation, by_id)
            if circle and not told & set(circle):
                told |= set(circle)
                message = f"{relation} goes in a circle: {' → '.join([*circle, circle[0]])}."
                yield by_id[circle[0]].problem(message, "Remove one of these relations.", relation)


def circle_from(start: str, relation: str, by_id: dict[str, Placed]) -> list[str]:
    """The shortest way from `start` back to itself, or nothing."""
    came_from: dict[str, str] = {}
    waiting = [start]
    for current in waiting:
        for target in getattr(by_id[current].skill, relation):
            if target == start:
                return path_to(current, start, came_from)
            if target in by_id and target not in came_from:
                came_from[target] = current
                waiting.append(target)
    return []


def path_to(end: str, start: str, came_from: dict[str, str]) -> list[str]:
    path = [end]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]
