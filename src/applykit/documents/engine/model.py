"""The values of the engine: tags as found in a template, and what is worth saying about them."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Place(StrEnum):
    """Where in the XML a tag stands, which decides how its output is escaped."""

    TEXT = "text"  # in w:t: line breaks and tabs become Word's own
    PLAIN = "plain"  # in an attribute, a drawing or a formula: one line
    FIELD = "field"  # in a field code: no quotes, no backslashes
    CORE = "core"  # in a document property: at most 255 characters


CELL_WORDS = frozenset(("colspan", "cellbg", "vm", "hm"))


@dataclass(frozen=True, slots=True)
class Tag:
    """One `{{ }}`, `{% %}` or `{# #}` of a template.

    `kind` is "var", "block" or "comment"; `scope` is "", "p", "tr", "tc" or "r" as in docxtpl; `body` the words
    between the braces, `trim` the "-" signs at its two ends. `part` and `paragraph` say where it was found.
    """

    kind: str
    body: str
    scope: str = ""
    trim: tuple[bool, bool] = (False, False)
    place: Place = Place.TEXT
    part: str = ""
    paragraph: str = ""

    @property
    def word(self) -> str:
        """The first word of a block tag: "for", "endif" …"""
        return self.body.split(None, 1)[0] if self.kind == "block" and self.body else ""

    def at(self, part: str, paragraph: str, place: Place = Place.TEXT) -> "Tag":
        return replace(self, part=part, paragraph=paragraph, place=place)

    def __str__(self) -> str:
        left, right = {"var": ("{{", "}}"), "block": ("{%", "%}"), "comment": ("{#", "#}")}[self.kind]
        return f"{left}{self.scope} {self.body} {right}"


@dataclass(frozen=True, slots=True)
class TemplateNote:
    """Something in a template that works but deserves a word, such as text that a paragraph tag swallows."""

    message: str
    part: str
    paragraph: str = ""
