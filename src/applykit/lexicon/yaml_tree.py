"""YAML text as plain values with the line and column of every key and item; only what a data file needs.

Anchors, aliases and tags are refused: they serve nobody here and allow files that grow when read.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from applykit.errors import ApplykitError, Problem

Path = tuple[str | int, ...]
Places = dict[Path, tuple[int, int]]
MAX_DEPTH = 12
MAX_OPEN = 100
BRACKET = re.compile(r"[\[\]{}]")
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
PLAIN_NAMES = ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in PLAIN_NAMES)


@dataclass(slots=True)
class Tree:
    """What is gathered while nodes are turned into values."""

    file: str
    places: Places = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def refuse(self, message: str, remedy: str, node: Any) -> None:
        mark = node.start_mark
        self.problems.append(Problem(message, remedy, self.file, mark.line + 1, mark.column + 1))


def parse_yaml(text: str, *, file: str) -> tuple[Any, Places]:
    """The values of a YAML text and where each stands (line and column, from 1), by path.

    Raises ApplykitError with every problem: broken syntax, a key twice, anchors, tags, too deep nesting.
    """
    if nests_deep(text):
        raise ApplykitError(Problem("is nested too deep.", "Write it flatter.", file))
    root = compose(text, file=file)
    tree = Tree(file)
    value = None if root is None else build(root, (), tree)
    if tree.problems:
        raise ApplykitError(tree.problems)
    return value, tree.places


def nests_deep(text: str) -> bool:
    """Whether more brackets are open at once than any honest file has; reading such a file would take for ever."""
    depth = 0
    for found in BRACKET.finditer(text):
        depth += 1 if found[0] in "[{" else -1
        if depth > MAX_OPEN:
            return True
    return False


def compose(text: str, *, file: str) -> Any:
    """The root node of a YAML text; ruamel's complaints become an ApplykitError with line and column."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        message = f"is no valid YAML: {error.problem or error.context}."
        raise ApplykitError(Problem(message, "Mend the file at that place.", file, *place)) from None
    except RecursionError:
        raise ApplykitError(Problem("is nested too deep.", "Write it flatter.", file)) from None
    except (YAMLError, ValueError) as error:
        reason = next(iter(str(error).splitlines()), "unreadable")
        message = f"is no valid YAML: {reason}."
        raise ApplykitError(Problem(message, "Save it as plain UTF-8 YAML.", file)) from None


def build(node: Any, path: Path, tree: Tree) -> Any:
    """The value of a node; where it and its parts stand goes into `tree.places`, what is refused into `problems`."""
    tree.places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    reason = refusal(node, path, tree)
    if reason:
        tree.refuse(reason, "Write the values out plainly.", node)
        return None
    tree.seen.add(id(node))
    if node.id == "scalar":
        return scalar(node)
    if node.id == "sequence":
        return [build(item, (*path, index), tree) for index, item in enumerate(node.value)]
    return build_mapping(node, path, tree)


def refusal(node: Any, path: Path, tree: Tree) -> str | None:
    """Why a node is not read, or None."""
    if id(node) in tree.seen or node.anchor:
        return "anchors and aliases are not read here."
    if str(node.tag) not in PLAIN_TAGS:
        return "tags are not read here."
    return "is nested too deep." if len(path) > MAX_DEPTH else None


def build_mapping(node: Any, path: Path, tree: Tree) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if key_node.id == "scalar" else ""
        if not key:
            tree.refuse("a key must be a plain word.", "Write `key: value`.", key_node)
        elif key in values:
            tree.refuse(f"the key {key!r} stands twice.", "Keep one of them.", key_node)
        else:
            tree.places[(*path, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            values[key] = build(value_node, (*path, key), tree)
    return values


def scalar(node: Any) -> Any:
    """Text, true, false, or None for nothing; numbers stay text, as an alias may well be "1099"."""
    if node.style is None and node.value in ("", "~", "null"):
        return None
    if node.style is None and node.value in BOOLEANS:
        return BOOLEANS[node.value]
    return node.value
