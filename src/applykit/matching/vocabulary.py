"""What matching needs of a lexicon, and the relations between its entries."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from applykit.lexicon.model import Skill


class Found(Protocol):
    """A term found in a text: half-open range of characters and the entry's id."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def id(self) -> str: ...


class Vocabulary(Protocol):
    """The part of a lexicon that matching uses."""

    @property
    def skills(self) -> Mapping[str, Skill]: ...

    def find(self, text: str) -> Sequence[Found]: ...


def reach(start: Iterable[str], step: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Every id reachable from `start` by `step`, nearest first; `start` itself is left out."""
    seen = dict.fromkeys(start)
    queue = list(seen)
    found: list[str] = []
    for current in queue:
        for following in step(current):
            if following not in seen:
                seen[following] = None
                queue.append(following)
                found.append(following)
    return tuple(found)


def implied_by(identifier: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """All that someone who has `identifier` surely has too."""
    return reach([identifier], lambda each: _entry_ids(vocabulary, each, "implies"))


def kinds_above(identifier: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The entries that `identifier` is a kind of, through any number of steps."""
    return reach([identifier], lambda each: _entry_ids(vocabulary, each, "broader"))


def neighbours(identifier: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The entries that `identifier` names as related; one step, one way."""
    return _entry_ids(vocabulary, identifier, "related")


def _entry_ids(vocabulary: Vocabulary, identifier: str, relation: str) -> tuple[str, ...]:
    entry = vocabulary.skills.get(identifier)
    if entry is None:
        return ()
    ids: tuple[str, ...] = getattr(entry, relation)
    return ids
