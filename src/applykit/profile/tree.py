"""A file's data together with the place of every value in it, built without recursion and within limits."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from applykit.errors import ApplykitError, Problem

MAX_NODES = 20_000  # a profile of forty years has about 2,000
MAX_DEPTH = 30  # the schema needs 7

Place = tuple[int, int]  # line and column, from 1


def pointer_to(*tokens: str | int) -> str:
    """The RFC 6901 pointer of a path of keys and indexes."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def tokens_of(pointer: str) -> list[str]:
    """The keys and indexes of an RFC 6901 pointer."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


@dataclass(frozen=True, slots=True)
class Tree:
    """Data of a YAML or JSON file; `places` and `keys` by pointer, `raw` the written form of every number."""

    data: Any
    places: dict[str, Place]
    keys: dict[str, Place]
    raw: dict[str, str]
    problems: tuple[Problem, ...]
    file: str | None = None

    def place_of(self, pointer: str, *, key: bool = False) -> Place:
        """Where a value (or its key) stands; for what is not in the file, where its parent stands."""
        table = self.keys if key and pointer in self.keys else self.places
        while pointer and pointer not in table:
            pointer = pointer.rpartition("/")[0]
        return table.get(pointer, (1, 1))

    def problem(
        self, pointer: str, message: str, remedy: str = "", *, key: bool = False, warning: bool = False
    ) -> Problem:
        line, column = self.place_of(pointer, key=key)
        return Problem(message, remedy, file=self.file, line=line, column=column, warning=warning)


@dataclass(slots=True)
class Frame:
    """An open mapping or list."""

    container: dict[str, Any] | list[Any]
    pointer: str
    anchor: str | None
    first_node: int
    key: str | None = None
    merges: list[Any] = field(default_factory=list)


class TreeBuilder:
    """Takes the events of a parser (open, scalar, alias, close) and grows a Tree."""

    def __init__(self, file: str | None) -> None:
        self.file = file
        self.root: Any = None
        self.frames: list[Frame] = []
        self.places: dict[str, Place] = {}
        self.keys: dict[str, Place] = {}
        self.raw: dict[str, str] = {}
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.problems: list[Problem] = []
        self.nodes = 0

    def note(self, place: Place, message: str, remedy: str) -> None:
        self.problems.append(Problem(message, remedy, file=self.file, line=place[0], column=place[1]))

    def stop(self, place: Place, message: str, remedy: str) -> ApplykitError:
        """The error for what cannot be read further, with all found so far."""
        self.note(place, message, remedy)
        return ApplykitError(self.problems)

    def count(self, size: int, place: Place) -> None:
        self.nodes += size
        if self.nodes > MAX_NODES:
            raise self.stop(place, f"The file holds more than {MAX_NODES} values.", "Leave out what is no profile.")

    def open(self, container: dict[str, Any] | list[Any], place: Place, *, anchor: str | None = None) -> None:
        pointer = self.attach(container, place)
        if len(self.frames) >= MAX_DEPTH:
            raise self.stop(place, f"Lists and keys are nested more than {MAX_DEPTH} deep.", "Flatten this part.")
        self.frames.append(Frame(container, pointer, anchor, self.nodes))

    def close(self) -> None:
        frame = self.frames.pop()
        for merged in frame.merges:
            assert isinstance(frame.container, dict)
            for key, value in merged.items():
                frame.container.setdefault(key, value)
        if frame.anchor:
            self.anchors[frame.anchor] = (frame.container, self.nodes - frame.first_node + 1)

    def scalar(self, value: Any, place: Place, *, written: str = "", anchor: str | None = None) -> None:
        """A text, number, truth value or None; `written` is how a number stood in the file."""
        frame = self.frames[-1] if self.frames else None
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            self.take_key(frame, value if isinstance(value, str) else written, place)
            return
        pointer = self.attach(value, place)
        if written:
            self.raw[pointer] = written
        if anchor:
            self.anchors[anchor] = (value, 1)

    def alias(self, anchor: str, place: Place) -> None:
        """A YAML alias; it counts as much as what it stands for, so that nine lines cannot grow to a billion values."""
        if anchor not in self.anchors:
            raise self.stop(place, f"*{anchor[:40]} stands for nothing that was finished before.", "Write it out.")
        value, size = self.anchors[anchor]
        self.count(size, place)
        self.attach(value, place)

    def take_key(self, frame: Frame, key: str, place: Place) -> None:
        assert isinstance(frame.container, dict)
        pointer = frame.pointer + pointer_to(key)
        if pointer in self.keys:
            line = self.keys[pointer][0]
            self.note(place, f"The key {shown(key)} stands here again, first on line {line}.", "Keep one of the two.")
        else:
            self.keys[pointer] = place
        frame.key = key

    def attach(self, value: Any, place: Place) -> str:
        """Put a value where it belongs and remember its place; gives its pointer."""
        self.count(1, place)
        frame = self.frames[-1] if self.frames else None
        if frame is None:
            self.root, pointer = value, ""
        elif isinstance(frame.container, list):
            pointer = f"{frame.pointer}/{len(frame.container)}"
            frame.container.append(value)
        elif frame.key is None:
            raise self.stop(place, "A list or mapping stands where a key should.", "Write a word before the colon.")
        else:
            pointer = frame.pointer + pointer_to(frame.key)
            self.put(frame, value)
        self.places[pointer] = place
        return pointer

    def put(self, frame: Frame, value: Any) -> None:
        assert isinstance(frame.container, dict)
        if frame.key == "<<":
            merged = value if isinstance(value, list) else [value]
            frame.merges += [part for part in merged if isinstance(part, dict)]
        elif frame.key is not None:
            frame.container.setdefault(frame.key, value)
        frame.key = None

    def finish(self) -> Tree:
        return Tree(self.root, self.places, self.keys, self.raw, tuple(self.problems), self.file)


def shown(value: object, *, width: int = 40) -> str:
    """A value as a message quotes it: one line, cut, nothing a terminal could obey."""
    text = repr(value)
    return text if len(text) <= width + 2 else text[:width] + "…'"


def joined(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file, each once."""
    return tuple(dict.fromkeys(sorted(problems, key=lambda p: (p.line or 0, p.column or 0, p.message))))
