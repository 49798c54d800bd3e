"""What in a Word file would do something on the computer of whoever opens a document made from it.

Links that a reader may follow stay. All else that Word would fetch, run or embed is refused: fields outside of a list
of harmless ones, relationships that lead out of the file, embedded programs, and VML pictures from elsewhere.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree

from applykit.documents.engine.archive import Entry
from applykit.documents.engine.marking import part_in_words, shorten
from applykit.documents.engine.names import w
from applykit.documents.engine.package import Relationship, parse_xml, read_relationships
from applykit.errors import Problem

# Fields that show, count, number or refer within the document (ECMA-376 part 1, 17.16.5).
HARMLESS_WORDS = """
    = ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE
    DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT GREETINGLINE
    HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS
    NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SKIPIF STYLEREF SUBJECT
    SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE
"""
HARMLESS = frozenset(HARMLESS_WORDS.split())
FIELD = re.compile(r"\s*(=|[A-Za-z]+)(?=$|[\s\\\"(=])")
# Words that name a field which fetches or runs something, wherever they stand in a code that tags may cut.
HARMFUL = re.compile(
    r"(?<![A-Za-z])(?:DDE(?:AUTO)?|INCLUDE(?:PICTURE|TEXT)?|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|HTMLACTIVEX|CONTROL)"
    r"(?=$|[\s\\\"])"
)
QUOTED = re.compile(r'"[^"]*"')
FOLLOWED = re.compile(r"(?:https?|mailto|tel):|#|\{\{", re.IGNORECASE)
LEADS_OUT = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\)")
# Relationship types, by their last word, that no resume or letter needs and that embed or fetch.
EMBEDDED_WORDS = """
    afchunk activexcontrolbinary attachedtemplate attachedtoolbars control ctrlprop externallink externallinkpath frame
    keymapcustomizations mailmergeheadersource mailmergesource oleobject package subdocument vbaproject wordvbadata
"""
EMBEDDED = frozenset(EMBEDDED_WORDS.split())
CHART = re.compile(r"word/charts/_rels/")  # a chart keeps its figures in a workbook inside of the file
REMEDY = "Take it out in Word, or turn it into plain text or a picture within the file."


def active_content(entries: dict[str, Entry], *, file: str) -> Iterator[Problem]:
    """A problem for each piece of active content, with the part and the words of it."""
    for name, entry in entries.items():
        lowered = name.casefold()
        if lowered.endswith(".rels"):
            relationships = read_relationships(entry.unpack(), part=name, file=file)
            found: Iterable[str] = active_relationships(name, relationships)
        elif lowered.endswith(".xml"):
            root = parse_xml(entry.unpack(), part=name, file=file)
            found = [*active_fields(root), *remote_pictures(root)]
        else:
            continue
        where = part_in_words(name)
        for complaint in dict.fromkeys(found):
            yield Problem(f"{where}: {complaint}", REMEDY, file=file)


def active_relationships(part: str, relationships: Iterable[Relationship]) -> Iterator[str]:
    """What is wrong with the relationships of one part."""
    for item in relationships:
        kind = item.type.rpartition("/")[2]
        target = unquote(item.target)
        if kind.casefold() in EMBEDDED and not (CHART.match(part) and not item.external):
            yield f"it embeds or links something that runs or is fetched: {kind} {shorten(target)}."
        elif kind == "hyperlink" and (item.external or LEADS_OUT.match(target)):
            if target.strip() and not FOLLOWED.match(target.strip()):
                yield f"a link leads to {shorten(target)}, which is no web, mail or phone address."
        elif item.external or LEADS_OUT.match(target):
            yield f"it would fetch {kind} from {shorten(target)} whenever someone opens the document."


def active_fields(root: etree._Element) -> Iterator[str]:
    """Field codes that are not known to be harmless."""
    for code, is_nested in field_codes(root):
        match = FIELD.match(code)
        name = match.group(1).upper() if match else ""
        if not code.strip() and not is_nested:
            continue
        if name not in HARMLESS or is_harmful(code):
            yield f"the field {shorten(code)} is not one that documents may hold."
        elif name == "HYPERLINK" and not is_safe_link(code):
            yield f"the field {shorten(code)} leads to what is no web, mail or phone address."


def is_harmful(code: str) -> bool:
    """Whether a field fetches or runs something, wherever in its code the word for that stands."""
    return bool(HARMFUL.search(QUOTED.sub(" ", code).upper()))


def is_safe_link(code: str) -> bool:
    """Whether a HYPERLINK field leads to a bookmark of the document or to where readers may be led."""
    words = code.strip()[len("HYPERLINK") :].strip()
    return not words or words.startswith("\\") or bool(FOLLOWED.match(words.strip('"').strip()))


def field_codes(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """The instruction of every field, and whether another field stands inside of it.

    Fields may lie in each other and over several paragraphs; codes outside of any field count as one field.
    """
    stack: list[list[str]] = [[]]
    nested = [False]
    for element in root.iter(w("fldSimple"), w("fldChar"), w("instrText")):
        kind = element.get(w("fldCharType")) if element.tag == w("fldChar") else ""
        if element.tag == w("fldSimple"):
            yield element.get(w("instr"), ""), False
        elif element.tag == w("instrText"):
            stack[-1].append(element.text or "")
        elif kind == "begin":
            nested[-1] = True
            stack.append([])
            nested.append(False)
        elif kind == "end" and len(stack) > 1:
            yield "".join(stack.pop()), nested.pop()
    nested[0] = False
    yield from (("".join(code), inner) for code, inner in zip(stack, nested, strict=True))


def remote_pictures(root: etree._Element) -> Iterator[str]:
    """Pictures that VML takes from elsewhere without a relationship, and other links of drawings."""
    for source in remote_sources(root):
        yield f"it would fetch a picture from {shorten(source)} whenever someone opens the document."
    for words in values_of(root, "href"):
        if LEADS_OUT.match(words) and not FOLLOWED.match(words.strip()):
            yield f"a link leads to {shorten(words)}, which is no web, mail or phone address."


def remote_sources(root: etree._Element) -> Iterator[str]:
    """Where pictures of VML come from, as far as that is outside of the file."""
    return (words for words in values_of(root, "src") if LEADS_OUT.match(words))


def values_of(root: etree._Element, attribute: str) -> Iterator[str]:
    """The values of an attribute, whatever its namespace."""
    for element in root.iter(etree.Element):
        for name, words in element.attrib.items():
            if str(name).rpartition("}")[2] == attribute:
                yield str(words)
