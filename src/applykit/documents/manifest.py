"""Reading design.yaml, which people write by hand."""

import re
from io import StringIO
from typing import Any

from applykit.documents.engine.faults import nearest
from applykit.documents.model import Manifest
from applykit.errors import ApplykitError, Problem

KEYS = ("name", "summary", "accent", "font")


def parse_manifest(data: bytes, *, file: str) -> Manifest:
    """The manifest in these bytes; raises ApplykitError with every wrong key and value."""
    values = read_yaml(data, file=file)
    problems = [unknown_key(str(key), file) for key in values if key not in KEYS]
    problems += [wrong_value(key, file) for key in KEYS if not isinstance(values.get(key, ""), str)]
    if not values.get("name"):
        problems.append(Problem("gives the design no name.", "Add a line `name: …`.", file=file))
    if isinstance(values.get("accent"), str) and not re.fullmatch(r"[0-9A-Fa-f]{6}|", values["accent"]):
        problems.append(Problem("`accent` is no colour.", "Write six hexadecimal digits in quotes.", file=file))
    if problems:
        raise ApplykitError(problems)
    return Manifest(**values)


def read_yaml(data: bytes, *, file: str) -> dict[Any, Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        # The base loader: every value is text, as colours such as 000000 must be.
        values = YAML(typ="base", pure=True).load(StringIO(data.decode("utf-8-sig")))
    except (YAMLError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise ApplykitError(Problem(f"is no YAML: {reason}.", "Check its lines.", file=file)) from None
    if not isinstance(values, dict):
        raise ApplykitError(Problem("is no list of keys and values.", "Write `name: …` first.", file=file))
    return values


def unknown_key(key: str, file: str) -> Problem:
    close = nearest(key, KEYS)
    hint = f"Did you mean `{close}`?" if close else f"Keys are: {', '.join(KEYS)}."
    return Problem(f"`{key[:60]}` is no key of a design.", hint, file=file)


def wrong_value(key: str, file: str) -> Problem:
    return Problem(f"`{key}` is no text.", "Write it in quotes.", file=file)
