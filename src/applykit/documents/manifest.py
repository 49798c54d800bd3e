"""Reading design.yaml, which people write by hand."""

import re
from io import StringIO
from typing import Any

from applykit.documents.engine.faults import nearest
from applykit.documents.model import Manifest
from applykit.errors import ApplykitError, Problem

TEXTS = ("name", "summary", "accent", "font")
PAGE = (
    *("width", "height", "size", "line", "bullet_indent", "bullet_gap", "entry_gap", "job_gap"),
    *("heading", "head", "name_size", "one_line_entry"),
)
NUMBER = re.compile(r"\d{1,4}(\.\d{1,3})?")
KEYS = (*TEXTS, "page")


def parse_manifest(data: bytes, *, file: str) -> Manifest:
    """The manifest in these bytes; raises ApplykitError with every wrong key and value."""
    values = read_yaml(data, file=file)
    problems = [unknown_key(key, file) for key in values if key not in KEYS]
    problems += [wrong_value(key, file) for key in TEXTS if not isinstance(values.get(key, ""), str)]
    if not values.get("name"):
        problems.append(Problem("gives the design no name.", "Add a line `name: …`.", file=file))
    if isinstance(values.get("accent"), str) and not re.fullmatch(r"[0-9A-Fa-f]{6}|", values["accent"]):
        problems.append(Problem("`accent` is no colour.", "Write six hexadecimal digits in quotes.", file=file))
    page, wrong = read_page(values.pop("page", {}), file)
    if problems or wrong:
        raise ApplykitError([*problems, *wrong])
    return Manifest(**values, page=page)


def read_page(values: Any, file: str) -> tuple[tuple[tuple[str, float], ...], list[Problem]]:
    """The page model's numbers, and what is wrong with them."""
    if not isinstance(values, dict):
        return (), [Problem("`page` is no list of names and numbers.", "Indent its lines below it.", file=file)]
    problems = [
        Problem(f"`page: {name[:60]}` is no number of a page.", f"Names are: {', '.join(PAGE)}.", file=file)
        for name, value in values.items()
        if name not in PAGE or not isinstance(value, str) or not NUMBER.fullmatch(value)
    ]
    return () if problems else tuple((name, float(value)) for name, value in values.items()), problems


def read_yaml(data: bytes, *, file: str) -> dict[Any, Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        # The base loader: every value is text, as colours such as 000000 must be.
        values = YAML(typ="base", pure=True).load(StringIO(data.decode("utf-8-sig")))
    except (YAMLError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise ApplykitError(Problem(f"is no YAML: {reason}.", "Check its lines.", file=file)) from None
    except (RecursionError, TypeError):
        message = "is nested more deeply than a design's manifest can be."
        raise ApplykitError(Problem(message, "Write names and values only.", file=file)) from None
    if not isinstance(values, dict):
        raise ApplykitError(Problem("is no list of keys and values.", "Write `name: …` first.", file=file))
    return values


def unknown_key(key: str, file: str) -> Problem:
    close = nearest(key, KEYS)
    hint = f"Did you mean `{close}`?" if close else f"Keys are: {', '.join(KEYS)}."
    return Problem(f"`{key[:60]}` is no key of a design.", hint, file=file)


def wrong_value(key: str, file: str) -> Problem:
    return Problem(f"`{key}` is no text.", "Write it in quotes.", file=file)
