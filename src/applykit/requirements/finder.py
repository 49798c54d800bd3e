"""What `find_requirements` expects of a learned finder; `applykit.finder` has one."""

from collections.abc import Sequence
from typing import Protocol


class FoundPhrase(Protocol):
    """text[start:end] asks for something of `kind` at `level`; `score` is how surely, 0 to 1."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def score(self) -> float: ...


class Finder(Protocol):
    """Anything that finds phrases in a cleaned posting text; `sections` are (start, end, role),
    `known` the places (start, end) where lists and rules saw something."""

    def find_spans(
        self, text: str, sections: Sequence[tuple[int, int, str]] = (), known: Sequence[tuple[int, int]] = ()
    ) -> Sequence[FoundPhrase]: ...
