"""Profile data → YAML text that a person edits: block style, comments beside what is a guess."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from applykit.profile.tree import pointer_to

SCHEMA_LINE = "# yaml-language-server: $schema=profile.schema.json"
# Words that need no quotes: they begin with a letter and hold nothing that YAML reads as a sign.
PLAIN = re.compile(
    r"[^\W\d_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff:#\"'\[\]{},&*!|>%@`\\]|:(?=[^\s:])|(?<=\S)#|['\",&!|>%@\[\]{}*])*"
)
DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
RESERVED = re.compile(r"(?:null|true|false|yes|no|on|off|y|n|nan|inf)", re.IGNORECASE)
ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def dump_yaml(data: Mapping[str, Any], *, comments: Mapping[str, str] | None = None) -> str:
    """YAML of nested mappings, lists and plain values; comments by pointer, each beside or above what it is about.

    What it writes, `load_profile` reads back as it was, whatever characters are in it.
    """
    return "".join(line + "\n" for line in _mapping(data, "", 0, comments or {}))


def _mapping(data: Mapping[str, Any], pointer: str, depth: int, comments: Mapping[str, str]) -> Iterator[str]:
    for key, value in data.items():
        inner = pointer + pointer_to(key)
        yield from _entry("  " * depth + _scalar(str(key)) + ":", value, inner, depth, comments)


def _entry(lead: str, value: Any, pointer: str, depth: int, comments: Mapping[str, str]) -> Iterator[str]:
    """A key or dash with its value on the same line, or below it."""
    comment = _comment(comments.get(pointer, ""))
    if isinstance(value, Mapping) and value:
        yield lead + comment
        yield from _mapping(value, pointer, depth + 1, comments)
    elif isinstance(value, list | tuple) and value:
        yield lead + comment
        yield from _list(value, pointer, depth + 1, comments)
    elif isinstance(value, str) and _is_block(value):
        yield f"{lead} |-{comment}"
        yield from ("  " * (depth + 1) + line if line else "" for line in value.split("\n"))
    else:
        yield f"{lead} {_scalar(value)}{comment}"


def _list(items: list[Any] | tuple[Any, ...], pointer: str, depth: int, comments: Mapping[str, str]) -> Iterator[str]:
    indent = "  " * depth
    for index, item in enumerate(items):
        inner = f"{pointer}/{index}"
        if isinstance(item, Mapping) and item:
            if inner in comments:
                yield f"{indent}#{_comment(comments[inner])[3:]}"
            lines = _mapping(item, inner, depth + 1, comments)
            first = next(lines)
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from lines
        else:
            yield from _entry(f"{indent}-", item, inner, depth, comments)


def _comment(text: str) -> str:
    """A comment to stand behind a value; one line, printable."""
    clean = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", " ", text).split())
    return f"  # {clean}" if clean else ""


def _is_block(text: str) -> bool:
    """Whether a text of several lines can stand as a block: nothing to escape, no spaces at the ends of lines."""
    lines = text.split("\n")
    if len(lines) < 2 or ESCAPED.search(text) or re.search(r"[\x00-\x09\x0b-\x1f]", text):
        return False
    return bool(lines[0]) and bool(lines[-1]) and all(line == line.strip() for line in lines)


def _scalar(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        if (PLAIN.fullmatch(value) or DATE.fullmatch(value)) and not RESERVED.fullmatch(value) and _is_safe(value):
            return value
        return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    if isinstance(value, Mapping | list | tuple):
        return "{}" if isinstance(value, Mapping) else "[]"
    return json.dumps(value)


def _is_safe(text: str) -> bool:
    return text == text.strip() and ": " not in text and " #" not in text and not text.endswith(":")
