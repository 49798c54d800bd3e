"""The parts of a Word file and how they hang together: what is filled, what is refused, what is left out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from applykit.documents.engine.archive import Entry, pack_entry
from applykit.documents.engine.model import TemplateNote
from applykit.documents.engine.names import PACKAGE_RELS, w
from applykit.documents.engine.text import escape
from applykit.errors import ApplykitError, Problem

CORE = "docProps/core.xml"
FILLED = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|word/charts/chart\d+\.xml|word/diagrams/data\d+\.xml|docProps/core\.xml"
)
CHANGED = re.compile(r"word/(?:styles|settings|theme/theme\d*)\.xml")
CONTENT_TYPES = "[Content_Types].xml"
TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
SETTINGS = "word/settings.xml"
SETTINGS_RELS = "word/_rels/settings.xml.rels"
ATTACHED = "attachedTemplate"
DROPPED_LINKS = (ATTACHED, "mailMergeSource", "mailMergeHeaderSource")
LEFT_OUT = {
    w(ATTACHED): "the link to the template it was made from is left out of documents.",
    w("mailMerge"): "the link to a mail merge's data is left out of documents.",
}
# A part of a hundred pages is about 5 MB with 200,000 elements and attributes; a parsed one takes some 100 bytes each.
PART_BYTES = 24 * 1024 * 1024
PART_NODES = 1_000_000


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part; `external` targets lie outside of the file."""

    id: str
    type: str
    target: str
    external: bool


def parse_xml(content: bytes, *, part: str, file: str) -> etree._Element:
    """The root of a part's XML; no entities, nothing from outside, and no more than fits a small memory."""
    if len(content) > PART_BYTES or content.count(b"<") + content.count(b"=") > PART_NODES:
        raise ApplykitError(Problem(f"{part} is larger than any document's.", "Give a shorter one.", file=file))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        message = f"{part} is damaged: {error.msg}."
        raise ApplykitError(Problem(message, "Open it in Word and save it again.", file=file)) from None


def check_package(entries: dict[str, Entry], *, file: str) -> None:
    """Refuse files with macros."""
    types = entries[CONTENT_TYPES].unpack() if CONTENT_TYPES in entries else b""
    if b"macroEnabled" in types or any(name.casefold().endswith("vbaproject.bin") for name in entries):
        message = "holds macros, which could run on the computer of everyone who opens a document made from it."
        raise ApplykitError(Problem(message, "Save it as a document without macros (.docx).", file=file))
    if not types:
        raise ApplykitError(Problem("has no list of its parts.", "Open it in Word and save it again.", file=file))


def relationships_name(part: str) -> str:
    """word/document.xml → word/_rels/document.xml.rels"""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def read_relationships(content: bytes, *, part: str, file: str) -> list[Relationship]:
    root = parse_xml(content, part=part, file=file)
    return [
        Relationship(
            item.get("Id", ""),
            item.get("Type", ""),
            item.get("Target", ""),
            item.get("TargetMode", "").casefold() == "external",
        )
        for item in root.iter(f"{{{PACKAGE_RELS}}}Relationship")
    ]


def write_relationships(relationships: Iterable[Relationship]) -> str:
    """The XML of a relationships part."""
    items = "".join(
        f'<Relationship Id="{escape(item.id)}" Type="{escape(item.type)}" Target="{escape(item.target)}"'
        + (' TargetMode="External"/>' if item.external else "/>")
        for item in relationships
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Relationships xmlns="{PACKAGE_RELS}">{items}</Relationships>'


def without_remote_template(
    entries: dict[str, Entry], *, file: str
) -> tuple[dict[str, Entry], tuple[TemplateNote, ...]]:
    """The entries of a document, not of a Word template, and without its links to a template and a mail merge's data.

    Word leaves these two in many files, and would fetch what they name whenever someone opens a document. What was
    dropped is noted.
    """
    entries = dict(entries)
    types = entries[CONTENT_TYPES].unpack()
    if TEMPLATE_TYPE in types:
        entries[CONTENT_TYPES] = pack_entry(CONTENT_TYPES, types.replace(TEMPLATE_TYPE, DOCUMENT_TYPE))
    if SETTINGS not in entries:
        return entries, ()
    root = parse_xml(entries[SETTINGS].unpack(), part=SETTINGS, file=file)
    found = [element for element in root if element.tag in (w(ATTACHED), w("mailMerge"))]
    for element in found:
        root.remove(element)
    if found:
        entries[SETTINGS] = pack_entry(SETTINGS, etree.tostring(root, encoding="UTF-8", standalone=True))
    notes = [TemplateNote(LEFT_OUT[element.tag], SETTINGS) for element in found]
    if SETTINGS_RELS in entries:
        relationships = read_relationships(entries[SETTINGS_RELS].unpack(), part=SETTINGS_RELS, file=file)
        kept = [item for item in relationships if item.type.rpartition("/")[2] not in DROPPED_LINKS]
        if len(kept) < len(relationships):
            entries[SETTINGS_RELS] = pack_entry(SETTINGS_RELS, write_relationships(kept).encode("utf-8"))
    return entries, tuple(notes)
