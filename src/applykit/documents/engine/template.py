"""A Word template, compiled once and rendered any number of times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jinja2 import Template as JinjaTemplate

from applykit.documents.engine.archive import Prefix, pack_entry, write_archive
from applykit.documents.engine.faults import FAULTS, explain
from applykit.documents.engine.limits import OUTPUT_LENGTH, Budget
from applykit.documents.engine.links import with_relationships
from applykit.documents.engine.model import Tag, TemplateNote
from applykit.documents.engine.repair import repair_blocks
from applykit.documents.engine.sandbox import RUN, Run
from applykit.documents.engine.source import DECLARATION
from applykit.errors import ApplykitError, Problem

BATCH = 512
PLAIN = (str, int, float, bool, type(None))


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the document that is filled: its compiled source, its tags in order, its relationships."""

    name: str
    jinja: JinjaTemplate
    tags: tuple[Tag, ...]
    repair: bool = False
    rels_name: str = ""
    rels: str = ""  # the relationships' XML, where links are filled


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template; nothing in it changes, so that threads may share it."""

    name: str
    prefix: Prefix
    parts: tuple[Part, ...]
    notes: tuple[TemplateNote, ...] = ()

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags of all parts, in order."""
        return tuple(tag for part in self.parts for tag in part.tags)

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The filled document as the bytes of a .docx file.

        `context` holds plain dicts, lists, strings and numbers only. Raises ApplykitError, naming template, paragraph
        and field, where the template asks for something that is not there or for too much.
        """
        check_plain(context)
        budget = Budget()
        entries = []
        for part in self.parts:
            run = Run(budget)
            xml = self.fill(part, {**context, RUN: run})
            entries.append(pack_entry(part.name, xml.encode("utf-8")))
            if part.rels:
                entries.append(pack_entry(part.rels_name, with_relationships(part.rels, run.links).encode("utf-8")))
        return write_archive(self.prefix, entries)

    def fill(self, part: Part, variables: dict[str, Any]) -> str:
        """The XML of one part."""
        context = part.jinja.new_context(variables)
        try:
            xml = DECLARATION + "".join(self.bounded(part, part.jinja.root_render_func(context)))
        except FAULTS as error:
            raise ApplykitError(explain(error, part.tags, variables, template=self.name)) from None
        return repair_blocks(xml) if part.repair else xml

    def bounded(self, part: Part, pieces: Iterator[str]) -> Iterator[str]:
        """The pieces of a part, until they are more than any document needs."""
        size = 0
        while batch := "".join(islice(pieces, BATCH)):
            size += len(batch)
            if size > OUTPUT_LENGTH:
                message = f"{part.name} would grow beyond {OUTPUT_LENGTH // 1_000_000} million characters."
                raise ApplykitError(Problem(message, "Check the loops of the template.", file=self.name))
            yield batch


def check_plain(value: Any, *, depth: int = 0) -> None:
    """Refuse everything but plain values, since methods of other objects would run inside the template."""
    if type(value) in PLAIN:
        return
    if depth > 20:
        raise TypeError("template values are nested deeper than 20 levels")
    if type(value) is dict or (depth == 0 and isinstance(value, Mapping)):
        children: Any = value.values()
    elif type(value) is list or type(value) is tuple:
        children = value
    else:
        raise TypeError(f"a template value is a {type(value).__name__}; give dicts, lists, strings and numbers")
    for child in children:
        if type(child) is not str:
            check_plain(child, depth=depth + 1)
