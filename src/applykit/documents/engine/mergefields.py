"""MERGEFIELD fields of an existing letter, filled like tags."""

import re
from collections.abc import Mapping

from lxml import etree

from applykit.documents.engine.names import XML_SPACE, w
from applykit.documents.engine.tidy import remove

INSTRUCTION = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)


def field_name(instruction: str) -> str | None:
    """The name in ` MERGEFIELD First_Name \\* MERGEFORMAT `, or None for other fields."""
    match = INSTRUCTION.match(instruction)
    return (match.group(1) or match.group(2)).strip() if match else None


def bind_merge_fields(root: etree._Element, fields: Mapping[str, str]) -> None:
    """Turn merge fields into tags: by `fields` (names in lower case with "_" for spaces), else by their own name."""
    for simple in list(root.iter(w("fldSimple"))):
        name = field_name(simple.get(w("instr"), ""))
        if name:
            bind_simple(simple, expression_of(name, fields))
    for paragraph in root.iter(w("p")):
        bind_complex(paragraph, fields)


def expression_of(name: str, fields: Mapping[str, str]) -> str:
    key = re.sub(r"\W+", "_", name).strip("_").casefold()
    return f"{{{{ {fields.get(key, key)} }}}}"


def bind_simple(simple: etree._Element, words: str) -> None:
    """A w:fldSimple becomes its first run, with the tag as its text."""
    runs = list(simple.iter(w("r")))
    run = runs[0] if runs else etree.Element(w("r"))
    put_text(run, words)
    simple.addprevious(run)
    remove(simple)


def put_text(run: etree._Element, words: str) -> None:
    """Make these words the only content of a run."""
    for child in list(run):
        if child.tag != w("rPr"):
            run.remove(child)
    text = etree.SubElement(run, w("t"))
    text.text = words
    text.set(XML_SPACE, "preserve")


def bind_complex(paragraph: etree._Element, fields: Mapping[str, str]) -> None:
    """Fields written as begin, instruction, separator, result and end, each in a run of its own."""
    span: list[etree._Element] = []
    depth, instruction, shown = 0, "", None
    for run in list(paragraph.iter(w("r"))):
        mark = run.find(w("fldChar"))
        kind = mark.get(w("fldCharType")) if mark is not None else None
        depth += kind == "begin"
        if depth:
            span.append(run)
            instruction += "".join(code.text or "" for code in run.iter(w("instrText")))
            if shown is None and run.find(w("t")) is not None:
                shown = run
        if kind == "end" and depth:
            depth -= 1
            if depth == 0:
                replace_field(span, shown, field_name(instruction), fields)
                span, instruction, shown = [], "", None


def replace_field(
    span: list[etree._Element], shown: etree._Element | None, name: str | None, fields: Mapping[str, str]
) -> None:
    """Put a tag in the place of a whole merge field, in the formatting of its result."""
    if name is None:
        return
    keep = shown if shown is not None else span[0]
    put_text(keep, expression_of(name, fields))
    for run in span:
        if run is not keep:
            remove(run)
