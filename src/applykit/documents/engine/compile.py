"""From the bytes of a .docx file to a compiled template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from applykit.documents.engine.active import active_content
from applykit.documents.engine.archive import Entry, lay_out, pack_entry, read_entries
from applykit.documents.engine.cells import apply_cell_tags
from applykit.documents.engine.checkboxes import bind_checkboxes
from applykit.documents.engine.faults import explain
from applykit.documents.engine.hoist import hoist_tags
from applykit.documents.engine.links import LINK_TYPE
from applykit.documents.engine.marking import Marked, mark_part, mark_string
from applykit.documents.engine.mergefields import bind_merge_fields
from applykit.documents.engine.model import Place, TemplateNote
from applykit.documents.engine.package import (
    CHANGED,
    CORE,
    FILLED,
    check_package,
    parse_xml,
    read_relationships,
    relationships_name,
    without_remote_template,
    write_relationships,
)
from applykit.documents.engine.repair import needs_repair
from applykit.documents.engine.sandbox import parse_counted, shared_environment
from applykit.documents.engine.scopes import double_links, lift_scopes
from applykit.documents.engine.source import Source, build_source
from applykit.documents.engine.template import Part, Template
from applykit.documents.engine.tidy import tidy
from applykit.errors import ApplykitError, Problem

# What Python says to code that is nested too deeply, such as loops in loops in loops.
TOO_DEEP = (RecursionError, SyntaxError, MemoryError)
Change = Callable[[str, etree._Element], None]


@dataclass(slots=True)
class Compiling:
    """What has been read so far of one template."""

    file: str
    entries: dict[str, Entry]
    parts: list[Part]
    problems: list[Problem]
    notes: list[TemplateNote]


def compile_template(
    data: bytes, *, name: str, fields: Mapping[str, str] | None = None, change: Change | None = None
) -> Template:
    """Compile a Word template.

    `name` is used in messages. `fields` says which field a MERGEFIELD name means; `change` may alter the XML of a part
    (page size, colour, language) before its tags are read. Raises ApplykitError with everything wrong with the
    template at once: broken tags, loops that cut a table, macros and other active content, a damaged file.
    """
    entries = read_entries(data, file=name)
    check_package(entries, file=name)
    entries, notes = without_remote_template(entries, file=name)
    state = Compiling(name, entries, [], list(active_content(entries, file=name)), list(notes))
    for part in [part for part in entries if FILLED.fullmatch(part)]:
        compile_part(part, state, fields=fields, change=change)
    if change is not None:
        for part in [part for part in entries if CHANGED.fullmatch(part)]:
            change_part(part, state, change)
    if state.problems:
        raise ApplykitError(state.problems)
    filled = {part.name for part in state.parts} | {part.rels_name for part in state.parts}
    unchanged = [entry for entry in state.entries.values() if entry.name not in filled]
    return Template(name, lay_out(unchanged), tuple(state.parts), tuple(state.notes))


def compile_part(part: str, state: Compiling, *, fields: Mapping[str, str] | None, change: Change | None) -> None:
    """Compile one part, or only tidy it where it has no tags."""
    original = state.entries[part].unpack()
    root = parse_xml(original, part=part, file=state.file)
    marked = Marked(part, state.file)
    if part == CORE:
        mark_properties(root, marked)
    else:
        if change is not None:
            change(part, root)
        tidy(root)
        bind_merge_fields(root, fields or {})
        bind_checkboxes(root)
        mark_part(root, marked)
        apply_cell_tags(marked)
    rels_name, rels = prepare_links(part, root, marked, state)
    lift_scopes(marked)
    hoist_tags(root, marked)
    source = build_source(root, marked)
    state.problems += marked.problems
    state.notes += marked.notes
    if not marked.tags:
        state.entries[part] = pack_entry(part, etree.tostring(root, encoding="UTF-8", standalone=True))
    elif not marked.problems and (jinja := compile_source(source, marked, state)) is not None:
        tags = tuple(marked.tags[number] for number in source.order)
        repair = needs_repair(source.text, marked.tags)
        state.parts.append(Part(part, jinja, tags, repair, rels_name, rels))


def change_part(part: str, state: Compiling, change: Change) -> None:
    """Alter a part that holds no tags."""
    root = parse_xml(state.entries[part].unpack(), part=part, file=state.file)
    change(part, root)
    state.entries[part] = pack_entry(part, etree.tostring(root, encoding="UTF-8", standalone=True))


def compile_source(source: Source, marked: Marked, state: Compiling) -> JinjaTemplate | None:
    """The Jinja template of a part, or None with the problem noted."""
    environment = shared_environment()
    try:
        code = environment.compile(parse_counted(source.text), filename="<template>")
    except (TemplateSyntaxError, *TOO_DEEP) as error:
        tags = tuple(marked.tags[number] for number in source.order)
        state.problems.append(explain(error, tags, {}, template=state.file))
        return None
    return JinjaTemplate.from_code(environment, code, environment.make_globals(None))


def mark_properties(root: etree._Element, marked: Marked) -> None:
    """Tags in the document properties (title, author, subject …)."""
    for element in root.iter(etree.Element):
        if element.text and ("{{" in element.text or "{%" in element.text):
            element.text = mark_string(element.text, Place.CORE, marked)


def prepare_links(part: str, root: etree._Element, marked: Marked, state: Compiling) -> tuple[str, str]:
    """Hyperlinks whose target has tags: doubled in the XML, and their relationships' part kept open.

    Gives the name and XML of the relationships to be completed per document, or two empty strings.
    """
    rels_name = relationships_name(part)
    entry = state.entries.get(rels_name)
    if entry is None:
        return "", ""
    relationships = read_relationships(entry.unpack(), part=rels_name, file=state.file)
    targets = {item.id: unquote(item.target) for item in relationships if item.type == LINK_TYPE}
    filled = {name: target for name, target in targets.items() if "{{" in target}
    if not filled:
        return "", ""
    double_links(root, filled, marked)
    return rels_name, write_relationships([item for item in relationships if item.id not in filled])
