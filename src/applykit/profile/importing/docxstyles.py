"""What a Word file's styles and lists say about a paragraph or a run: bold, size, heading, bullet."""

from dataclasses import dataclass, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """Resolved properties; `heading` as of Line, `level` of a list (0 none), `left` in points, `before` likewise."""

    bold: bool = False
    italic: bool = False
    size: float = 10.0
    caps: bool = False
    hidden: bool = False
    heading: int = 0
    level: int = 0
    left: float = 0.0
    before: float = 0.0


class Styles:
    """The styles of a document, each resolved along its `basedOn` chain once."""

    def __init__(self, root: Any | None) -> None:
        self.elements = {}
        self.resolved: dict[str, Look] = {}
        self.default = Look()
        self.default_style = ""
        if root is None:
            return
        for element in root.iterfind(f"{W}style"):
            self.elements[element.get(f"{W}styleId") or ""] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
                self.default_style = element.get(f"{W}styleId") or ""
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self.default = with_run(self.default, defaults)

    def look(self, name: str, depth: int = 0) -> Look:
        """A style's look; chains that lead back to themselves end."""
        if name in self.resolved:
            return self.resolved[name]
        element = self.elements.get(name)
        if element is None or depth > 20:
            return self.default
        based = element.find(f"{W}basedOn")
        parent = based.get(f"{W}val") if based is not None else None
        look = self.look(parent, depth + 1) if parent else self.default
        title = element.find(f"{W}name")
        words = (title.get(f"{W}val") or "").casefold() if title is not None else ""
        if words.startswith("heading ") and words[8:].isdigit():
            look = replace(look, heading=max(10 - int(words[8:]), 1))
        if words.startswith(("list bullet", "list number")):
            look = replace(look, level=int(words[-1]) if words[-1].isdigit() else 1)
        look = with_paragraph(look, element.find(f"{W}pPr"))
        self.resolved[name] = with_run(look, element.find(f"{W}rPr"))
        return self.resolved[name]


def with_run(look: Look, properties: Any | None) -> Look:
    """A look with the run properties of an element."""
    if properties is None:
        return look
    for name, field in (("b", "bold"), ("i", "italic"), ("caps", "caps"), ("smallCaps", "caps"), ("vanish", "hidden")):
        element = properties.find(f"{W}{name}")
        if element is not None:
            look = replace(look, **{field: (element.get(f"{W}val") or "1") not in OFF})
    size = number_in(properties.find(f"{W}sz"))
    return replace(look, size=size / 2) if size else look


def with_paragraph(look: Look, properties: Any | None) -> Look:
    """A look with the paragraph properties of an element: list, indent, outline level, space before."""
    if properties is None:
        return look
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None and (outline.get(f"{W}val") or "").isdigit() and int(outline.get(f"{W}val")) < 9:
        look = replace(look, heading=9 - int(outline.get(f"{W}val")))
    indent = properties.find(f"{W}ind")
    if indent is not None:
        left = number_in(indent, "left") or number_in(indent, "start")
        look = replace(look, left=left / 20)
    spacing = properties.find(f"{W}spacing")
    if spacing is not None:
        look = replace(look, before=number_in(spacing, "before") / 20)
    numbered = properties.find(f"{W}numPr")
    if numbered is not None:
        level = int(number_in(numbered.find(f"{W}ilvl")))
        on = number_in(numbered.find(f"{W}numId")) > 0
        look = replace(look, level=level + 1 if on else 0, left=look.left + 18 * level)
    return look


def number_in(element: Any | None, attribute: str = "val") -> float:
    """A number of an attribute; 0 where there is none, bounded where it is absurd."""
    if element is None:
        return 0.0
    try:
        return max(-30_000.0, min(float(element.get(f"{W}{attribute}") or 0), 30_000.0))
    except ValueError:
        return 0.0
