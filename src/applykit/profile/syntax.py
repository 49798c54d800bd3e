"""Text of a YAML or JSON file → Tree."""

import json
import re
from typing import Any

from applykit.errors import ApplykitError, Problem
from applykit.profile.tree import Tree, TreeBuilder, shown

# The scalars of YAML 1.2's core schema, https://yaml.org/spec/1.2.2/#1032-tag-resolution, without octal and hex:
# "007" and "0x1F" are far likelier a number on a licence.
NULL = re.compile(r"null|Null|NULL|~|")
TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
INTEGER = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})")
FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?|\.\d{1,17})(?:[eE][-+]?\d{1,2})?")

HINTS = {
    "mapping values are not allowed": "Put quotes around a text that holds a colon followed by a space.",
    "found character '\\t'": "Indent with spaces, not tabs.",
    "found unexpected ':'": "Put quotes around a text that holds a colon.",
    "could not find expected ':'": "Write key: value, with a space after the colon.",
    "expected <block end>": "Indent the keys of one part equally, and put quotes around texts with special characters.",
    "found unexpected end of stream": "Close the quotes or brackets that were opened.",
    "found character '@'": "Put quotes around a text that begins with @.",
    "found character '%'": "Put quotes around a text that begins with %.",
    "found character '`'": "Put quotes around a text that begins with a backquote.",
    "expected alphabetic or numeric": "Put quotes around a text that begins with * or &.",
}
JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|-?\d[\d.eE+-]*|true|false|null', re.DOTALL)


def parse_yaml(text: str, *, file: str | None = None) -> Tree:
    """One YAML document with the line and column of every value; tags and second documents are refused."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    builder = TreeBuilder(file)
    documents = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            documents += type(event).__name__ == "DocumentStartEvent"
            if documents > 1:
                raise builder.stop(place_of(event), "A second document begins (---).", "Keep one person a file.")
            take_event(builder, event)
    except YAMLError as error:
        raise ApplykitError([*builder.problems, yaml_problem(error, file)]) from None
    except (ValueError, IndexError, AttributeError):  # what ruamel raises for some broken escapes and directives
        raise ApplykitError(
            Problem("This is not YAML.", "Compare it with `applykit profile new`.", file=file)
        ) from None
    return builder.finish()


def place_of(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def take_event(builder: TreeBuilder, event: Any) -> None:
    """Hand one event of ruamel's parser on; stream and document events carry nothing."""
    kind = type(event).__name__
    if kind in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent") and event.tag not in (None, "!", TEXT_TAG):
        builder.note(place_of(event), f"The tag {shown(str(event.tag))} is not read.", "Leave it out.")
    if kind == "ScalarEvent":
        plain = event.style is None and event.tag is None
        value = plain_value(event.value) if plain else event.value
        written = event.value if plain and not isinstance(value, str) else ""
        builder.scalar(value, place_of(event), written=written, anchor=event.anchor)
    elif kind == "MappingStartEvent":
        builder.open({}, place_of(event), anchor=event.anchor)
    elif kind == "SequenceStartEvent":
        builder.open([], place_of(event), anchor=event.anchor)
    elif kind == "AliasEvent":
        builder.alias(event.anchor, place_of(event))
    elif kind in ("MappingEndEvent", "SequenceEndEvent"):
        builder.close()


TEXT_TAG = "tag:yaml.org,2002:str"


def plain_value(text: str) -> Any:
    """What an unquoted YAML scalar means."""
    if NULL.fullmatch(text):
        return None
    if TRUTH.fullmatch(text):
        return text.casefold() == "true"
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else text


def yaml_problem(error: Any, file: str | None) -> Problem:
    """ruamel's complaint with its place and, for the usual mistakes, what to do."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = " ".join(str(getattr(error, "problem", None) or "This is not YAML").split())[:120]
    hint = next((hint for start, hint in HINTS.items() if start in words), "Look at this line and the one before it.")
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    return Problem(f"This is not YAML: {words}.", hint, file=file, line=line, column=column)


def parse_json(text: str, *, file: str | None = None) -> Tree:
    """A JSON text with the line and column of every value."""
    try:
        # A first pass by the standard parser for the grammar; numbers are not built, they may be a megabyte long.
        json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        remedy = "Look at this line and the one before it for a missing comma, quote or bracket."
        problem = Problem(f"This is not JSON: {error.msg}.", remedy, file=file, line=error.lineno, column=error.colno)
        raise ApplykitError(problem) from None
    except ValueError as error:
        raise ApplykitError(Problem(f"This is not JSON: {error}.", "Write a number.", file=file)) from None
    except RecursionError:
        raise ApplykitError(Problem("The file is nested too deeply.", "Flatten it.", file=file)) from None
    builder = TreeBuilder(file)
    line, line_start, seen = 1, 0, 0
    for token in JSON_TOKEN.finditer(text):
        if breaks := text.count("\n", seen, token.start()):
            line, line_start = line + breaks, text.rfind("\n", seen, token.start()) + 1
        seen = token.start()
        take_token(builder, token[0], (line, seen - line_start + 1))
    return builder.finish()


def refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def take_token(builder: TreeBuilder, token: str, place: tuple[int, int]) -> None:
    """Hand one token of a valid JSON text to the builder."""
    match token:
        case "{":
            builder.open({}, place)
        case "[":
            builder.open([], place)
        case "}" | "]":
            builder.close()
        case "true" | "false" | "null":
            builder.scalar({"true": True, "false": False, "null": None}[token], place)
        case _ if token.startswith('"'):
            builder.scalar(json.loads(token, strict=False), place)
        case _ if len(token) > 18:
            builder.scalar(token, place)
        case _:
            builder.scalar(json.loads(token), place, written=token)
