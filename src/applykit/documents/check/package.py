"""A .docx opened for checking: its parts as parsed XML, its relationships, its content types."""

from dataclasses import dataclass

from lxml import etree

from applykit.documents.engine.archive import read_entries
from applykit.documents.engine.package import (
    CONTENT_TYPES,
    Relationship,
    parse_xml,
    read_relationships,
    relationships_name,
)

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A checked and unpacked Word file; `roots` holds every XML part that is not a list of relationships."""

    file: str
    names: tuple[str, ...]
    roots: dict[str, etree._Element]
    relationships: dict[str, tuple[Relationship, ...]]  # by the part they belong to
    defaults: dict[str, str]  # extension → content type
    overrides: dict[str, str]  # part → content type

    @property
    def document(self) -> etree._Element:
        return self.roots["word/document.xml"]

    def stories(self) -> list[tuple[str, etree._Element]]:
        """The parts that hold text: body, headers, footers, notes, comments; the body first."""
        order = ("document", "header", "footer", "footnotes", "endnotes", "comments")
        named = [
            (rank, name)
            for name in self.roots
            for rank, prefix in enumerate(order)
            if name.startswith(f"word/{prefix}") and name.count("/") == 1
        ]
        return [(name, self.roots[name]) for _rank, name in sorted(named)]


def open_package(data: bytes, *, file: str) -> Opened:
    """Unpack and parse a Word file; raises ApplykitError where it cannot be opened or is damaged."""
    entries = read_entries(data, file=file)
    is_rels = {name: name.endswith(".rels") for name in entries}
    roots = {
        name: parse_xml(entry.unpack(), part=name, file=file)
        for name, entry in entries.items()
        if name.endswith(".xml") and name != CONTENT_TYPES
    }
    types = parse_xml(entries[CONTENT_TYPES].unpack(), part=CONTENT_TYPES, file=file)
    relationships = {
        part_of(name): tuple(read_relationships(entry.unpack(), part=name, file=file))
        for name, entry in entries.items()
        if is_rels[name]
    }
    return Opened(
        file,
        tuple(entries),
        roots,
        relationships,
        {item.get("Extension", "").casefold(): item.get("ContentType", "") for item in types.iter(f"{TYPES}Default")},
        {item.get("PartName", "").lstrip("/"): item.get("ContentType", "") for item in types.iter(f"{TYPES}Override")},
    )


def part_of(rels_name: str) -> str:
    """word/_rels/document.xml.rels → word/document.xml; the package's own list belongs to ""."""
    folder, _, name = rels_name.rpartition("_rels/")
    part = folder + name.removesuffix(".rels")
    return part if relationships_name(part) == rels_name else ""
