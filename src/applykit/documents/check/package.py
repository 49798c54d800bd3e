"""A .docx opened for checking: its parts as parsed XML, its relationships, its content types."""

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from applykit.documents.engine.archive import read_parts
from applykit.documents.engine.package import (
    CONTENT_TYPES,
    Relationship,
    parse_xml,
    read_relationships,
    relationships_name,
)
from applykit.errors import ApplykitError, Problem

STEADY = re.compile(r"\[Content_Types\]\.xml|docProps/app\.xml|word/(?:styles|numbering|settings|fontTable)\.xml")
STEADY_BYTES = 64 * 1024
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
        return [(name, self.roots[name]) for name in story_names(self.names) if name in self.roots]


@lru_cache(maxsize=64)
def story_names(names: tuple[str, ...]) -> tuple[str, ...]:
    order = ("document", "header", "footer", "footnotes", "endnotes", "comments")
    named = [
        (rank, name)
        for name in names
        for rank, prefix in enumerate(order)
        if name.startswith(f"word/{prefix}") and name.count("/") == 1
    ]
    return tuple(name for _rank, name in sorted(named))


def open_package(data: bytes, *, file: str) -> Opened:
    """Unpack and parse a Word file; raises ApplykitError where it cannot be opened or is damaged."""
    parts = {name: plain for name, (_entry, plain) in read_parts(data, file=file).items()}
    roots = {
        name: parse_part(plain, name, file)
        for name, plain in parts.items()
        if name.endswith(".xml") and name != CONTENT_TYPES
    }
    if CONTENT_TYPES not in parts:
        raise ApplykitError(Problem("has no list of its parts.", "Open it in Word and save it again.", file=file))
    types = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES, file)
    relationships = {
        part_of(name): parse_relationships(plain, name, file) for name, plain in parts.items() if name.endswith(".rels")
    }
    return Opened(
        file,
        tuple(parts),
        roots,
        relationships,
        {item.get("Extension", "").casefold(): item.get("ContentType", "") for item in types.iter(f"{TYPES}Default")},
        {item.get("PartName", "").lstrip("/"): item.get("ContentType", "") for item in types.iter(f"{TYPES}Override")},
    )


def parse_part(plain: bytes, name: str, file: str) -> etree._Element:
    """A part's XML; parts that are the same in every document of a design are parsed once. Nothing changes them."""
    if STEADY.fullmatch(name) and len(plain) <= STEADY_BYTES:
        with suppress(ApplykitError):  # said again below, with the file's name
            return parse_steady(plain)
    return parse_xml(plain, part=name, file=file)


def parse_relationships(plain: bytes, name: str, file: str) -> tuple[Relationship, ...]:
    if len(plain) <= STEADY_BYTES:
        with suppress(ApplykitError):
            return parse_steady_relationships(plain)
    return tuple(read_relationships(plain, part=name, file=file))


@lru_cache(maxsize=24)
def parse_steady_relationships(plain: bytes) -> tuple[Relationship, ...]:
    return tuple(read_relationships(plain, part="", file=""))


@lru_cache(maxsize=24)
def parse_steady(plain: bytes) -> etree._Element:
    return parse_xml(plain, part="", file="")


def part_of(rels_name: str) -> str:
    """word/_rels/document.xml.rels → word/document.xml; the package's own list belongs to ""."""
    folder, _, name = rels_name.rpartition("_rels/")
    part = folder + name.removesuffix(".rels")
    return part if relationships_name(part) == rels_name else ""
