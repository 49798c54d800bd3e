"""pydantic's complaints in a person's words, with the place in the file and without private text."""

from typing import Any

from applykit.errors import Problem
from applykit.profile.dateforms import read_date
from applykit.profile.model import Profile
from applykit.profile.shape import fields_of
from applykit.profile.tree import Tree, pointer_to, shown, tokens_of

KINDS = {
    "string_type": "text",
    "tuple_type": "a list (lines that begin with a dash)",
    "model_type": "a mapping (lines of key: value)",
    "model_attributes_type": "a mapping (lines of key: value)",
    "dict_type": "a mapping (lines of key: value)",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "float_parsing": "a number",
    "float_type": "a number",
}
ITEMS = {"work": "job", "education": "school", "certificates": "certificate", "skills": "skill", "roles": "role"}


def natural_name(pointer: str) -> str:
    """What a pointer points to, as a sentence begins: /work/1 → "work, item 2"."""
    parts = [f"item {int(token) + 1}" if token.isdigit() else token for token in tokens_of(pointer)]
    return ", ".join(parts) or "A profile"


def complaint_about(complaint: Any, tree: Tree) -> Problem:
    """One Problem for one entry of `ValidationError.errors()`."""
    location = [part for part in complaint["loc"] if part not in ("constrained-str", "bool", "str")]
    pointer = pointer_to(*location)
    message, remedy = words_for(complaint, [str(part) for part in location])
    return tree.problem(pointer, message, remedy)


def words_for(complaint: Any, location: list[str]) -> tuple[str, str]:
    """What is wrong and what to do."""
    kind, context = complaint["type"], complaint.get("ctx", {})
    name = natural_name(pointer_to(*location))
    if kind == "missing":
        return missing(location)
    if kind == "value_error":
        return date_words(name, complaint)
    found = found_words(complaint["input"], private=location[:1] == ["private"])
    if kind == "literal_error":
        return f"{name} is {found}.", f"Write {str(context['expected']).replace(' or ', ', ')}."
    if kind == "string_too_long":
        return f"{name} is longer than {context['max_length']} characters.", "Shorten it, or split it."
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        side = "at least" if "ge" in context else "at most"
        return f"{name} is {found}.", f"Write a number of {side} {bound:g}."
    if complaint["input"] is None:
        return f"{name} is empty.", "Write something there, or delete the line."
    wanted = (
        "text" if location[-2:-1] == ["highlights"] else KINDS.get(kind, "what `applykit profile schema` describes")
    )
    return f"{name} is {found}.", f"Write {wanted} here."


def found_words(value: Any, *, private: bool) -> str:
    """What stood there: a kind for structures, a quotation for plain values."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    return "something else" if private else shown(value if not isinstance(value, bool) else str(value).lower())


def missing(location: list[str]) -> tuple[str, str]:
    *parent, key = location
    if location == ["basics"]:
        return "The profile has no basics.", "Begin with basics: and, indented below it, name: and your name."
    key = spelling_of(parent, key)
    where = natural_name(pointer_to(*parent))
    return f"{where} has no {key}.", f"Add a line {key}: …" + (" (or Self-employed)." if parent[:1] == ["work"] else "")


def spelling_of(parent: list[str], key: str) -> str:
    """How a person writes a field whose model name differs."""
    field = fields_of(Profile).get(parent[0]) if parent else None
    known = fields_of(field.part) if field and field.part else {}
    return known[key].spelling if key in known else key


def date_words(name: str, complaint: Any) -> tuple[str, str]:
    reason = str(complaint["ctx"]["error"])
    what, _, _ = reason.partition("; ")
    value = complaint["input"]
    read = read_date(value) if isinstance(value, str) else None
    forms = "Write YYYY, YYYY-MM or YYYY-MM-DD, or present."
    return f"{name}: {what}.", f"Write {read}." if read else forms
