"""Every fact of a profile with the pointer under which it can be found again."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from applykit.profile.model import Highlight, Part, Profile
from applykit.profile.shape import fields_of
from applykit.profile.tree import pointer_to, tokens_of

# Not facts: bookkeeping, and what an import could not place.
SILENT = frozenset({"version", "meta", "unplaced", "private", "x-"})
LABELS = frozenset({"id", "tags", "consent", "image"})


class Fact(NamedTuple):
    """One text of a profile; `kind` is its pointer without the indexes, with dots: `work.highlights`."""

    pointer: str
    text: str
    kind: str


def iterate_facts(profile: Profile, *, private: bool = False) -> Iterator[Fact]:
    """Every printable text of a profile, in the order of the schema; with `private`, then those of `private:`.

    Pointers are RFC 6901 into the profile's JSON; a highlight that has an id or tags keeps the pointer of the highlight
    itself. Numbers come as text, truth values do not come. Private facts have kinds that begin with "private".
    """
    for name, field in type(profile).model_fields.items():
        if name not in SILENT:
            key = field.alias or name
            yield from _facts_of(getattr(profile, name), pointer_to(key), key)
    if private:
        yield from _facts_of(profile.private, "/private", "private")


def _facts_of(value: Any, pointer: str, kind: str) -> Iterator[Fact]:
    if isinstance(value, Highlight):
        value = value.text
    if isinstance(value, str):
        if value.strip():
            yield Fact(pointer, value, kind)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield Fact(pointer, f"{value:g}" if isinstance(value, float) else str(value), kind)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _facts_of(item, f"{pointer}/{index}", kind)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _facts_of(item, pointer + pointer_to(key), f"{kind}.{key}")
    elif isinstance(value, Part):
        yield from _facts_of_part(value, pointer, kind)


def _facts_of_part(part: Part, pointer: str, kind: str) -> Iterator[Fact]:
    for name, field in type(part).model_fields.items():
        if name not in LABELS:
            key = field.alias or name
            yield from _facts_of(getattr(part, name), f"{pointer}/{key}", f"{kind}.{key}")


def resolve(profile: Profile, pointer: str) -> Any:
    """What a pointer points to: a text for a highlight, otherwise the value itself; KeyError where there is nothing.

    Keys may be the model's names or the file's spellings (`on_call`, `onCall`; `issued`, `date`).
    """
    value: Any = profile
    for token in tokens_of(pointer):
        value = _step(value, token, pointer)
    return value.text if isinstance(value, Highlight) else value


def _step(value: Any, token: str, pointer: str) -> Any:
    if isinstance(value, tuple | list):
        if not (token.isascii() and token.isdigit() and int(token) < len(value)):
            raise KeyError(pointer)
        return value[int(token)]
    if isinstance(value, Part):
        field = fields_of(type(value)).get(token)
        extra = value.model_extra or {}
        found = getattr(value, field.name) if field else extra.get(token)
    else:
        found = value.get(token) if isinstance(value, dict) else None
    if found is None:
        raise KeyError(pointer)
    return found
