"""Postings made from a few lines, and tables of examples."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from applykit.posting.model import Posting, Role, Section, Span

CASES = Path(__file__).parents[1] / "cases"


def read_cases(name: str) -> list[dict[str, Any]]:
    """The rows of tests/cases/NAME.yaml."""
    rows: list[dict[str, Any]] = YAML(typ="safe").load((CASES / f"{name}.yaml").read_text("utf-8"))
    return rows


def make_posting(text: str, role: str = "required", heading: str = "") -> Posting:
    """A posting of one section with that role, under a heading where one is given."""
    if not heading:
        return Posting(text, sections=(Section(Role(role), Span(0, len(text))),))
    whole = f"{heading}\n{text}"
    section = Section(Role(role), Span(len(heading) + 1, len(whole)), Span(0, len(heading)))
    return Posting(whole, sections=(section,))
