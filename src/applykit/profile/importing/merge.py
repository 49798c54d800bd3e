"""Two profiles of one person → one: what is new is added, what differs is a conflict to decide."""

from collections.abc import Callable
from typing import Any, NamedTuple

from applykit.profile.dateforms import fold
from applykit.profile.tree import pointer_to

# Which keys say that two entries of a list are one and the same.
IDENTITY = {
    "work": ("name", "position"), "volunteer": ("organization", "position"), "education": ("institution", "studyType"),
    "certificates": ("name",), "skills": ("name",), "languages": ("language",), "awards": ("title",),
    "publications": ("name",), "projects": ("name",), "interests": ("name",), "references": ("name",),
    "memberships": ("organization",), "continuingEducation": ("name",), "workshops": ("name",),
    "profiles": ("network", "url"), "roles": ("position", "startDate"), "why": ("text",),
}  # fmt: skip


class Conflict(NamedTuple):
    """A place where both have a value and the values differ."""

    pointer: str
    mine: Any
    theirs: Any


Decide = Callable[[Conflict], Any]


def keep_mine(conflict: Conflict) -> Any:
    return conflict.mine


def keep_theirs(conflict: Conflict) -> Any:
    return conflict.theirs


def merge_profiles(mine: dict[str, Any], theirs: dict[str, Any], decide: Decide) -> dict[str, Any]:
    """A new mapping: mine with what theirs adds; `decide` gives the value for each conflict. Both stay as they are."""
    return _merge_maps(mine, theirs, "", decide)


def _merge_maps(mine: dict[str, Any], theirs: dict[str, Any], pointer: str, decide: Decide) -> dict[str, Any]:
    merged = dict(mine)
    for key, value in theirs.items():
        merged[key] = _merge(mine[key], value, pointer + pointer_to(key), key, decide) if key in mine else value
    return merged


def _merge(mine: Any, theirs: Any, pointer: str, key: str, decide: Decide) -> Any:
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _merge_maps(mine, theirs, pointer, decide)
    if isinstance(mine, list) and isinstance(theirs, list):
        return _merge_lists(mine, theirs, pointer, key, decide)
    return mine if same(mine, theirs) else decide(Conflict(pointer, mine, theirs))


def _merge_lists(mine: list[Any], theirs: list[Any], pointer: str, key: str, decide: Decide) -> list[Any]:
    merged = list(mine)
    taken: set[int] = set()
    for item in theirs:
        index = next((i for i, own in enumerate(mine) if i not in taken and alike(own, item, key)), None)
        if index is None:
            merged.append(item)
            continue
        taken.add(index)
        if isinstance(item, dict) and isinstance(mine[index], dict):
            merged[index] = _merge_maps(mine[index], item, f"{pointer}/{index}", decide)
    return merged


def alike(mine: Any, theirs: Any, key: str) -> bool:
    """Whether two items of a list speak of one thing."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        if key == "highlights":
            return same(mine.get("text"), theirs.get("text"))
        names = IDENTITY.get(key, ())
        first, *others = names or ("",)
        if not names or not same(mine.get(first), theirs.get(first)):
            return False
        return all(name not in mine or name not in theirs or same(mine[name], theirs[name]) for name in others)
    if key == "highlights":
        return same(text_of(mine), text_of(theirs))
    return same(mine, theirs)


def text_of(highlight: Any) -> Any:
    return highlight.get("text") if isinstance(highlight, dict) else highlight


def same(mine: Any, theirs: Any) -> bool:
    """Equality that overlooks case, white space and a full stop at the end."""
    if isinstance(mine, str) and isinstance(theirs, str):
        return squeezed(mine) == squeezed(theirs)
    return bool(mine == theirs)


def squeezed(text: str) -> str:
    return " ".join(fold(text).split()).rstrip(".")
