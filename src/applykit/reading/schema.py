"""schema.org JobPosting objects in a page: JSON-LD, microdata and RDFa, all as plain dicts."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from applykit.reading.outline import write_node

# The texts of a JobPosting in reading order, with the heading each gets behind the first.
DESCRIPTION_KEYS = (
    ("description", ""),
    ("responsibilities", "Responsibilities"),
    ("educationRequirements", "Education requirements"),
    ("experienceRequirements", "Experience requirements"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("workHours", ""),
    ("jobBenefits", "Benefits"),
    ("benefits", "Benefits"),
    ("incentiveCompensation", ""),
    ("incentives", ""),
)
LONG_TEXTS = frozenset(key for key, _ in DESCRIPTION_KEYS)
MOST_OBJECTS = 200
DEEPEST = 12
VALUE_ATTRIBUTES = ("content", "datetime", "href", "src")


def find_postings(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """All JobPosting objects of a page, JSON-LD before microdata before RDFa; nested and repeated ones once."""
    found = list(from_json_ld(tree))
    if not found:
        found = list(from_attributes(tree, "[itemscope][itemtype]", "itemtype", "itemprop"))
    if not found:
        found = list(from_attributes(tree, "[typeof]", "typeof", "property"))
    unique = {json.dumps(posting, sort_keys=True, default=str): posting for posting in found[:MOST_OBJECTS]}
    return list(unique.values())


def from_json_ld(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """JobPostings in script elements; scripts that are no JSON are passed over."""
    for node in tree.css('script[type*="ld+json"]')[:MOST_OBJECTS]:
        data = parse_loosely(node.text())
        if data is not None:
            yield from job_postings(data)


def parse_loosely(text: str) -> Any:
    """JSON as pages write it: raw line breaks within strings, comments around, a comma too many."""
    text = re.sub(
        r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>)\s*$",
        "",
        text.strip(),
    )
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def job_postings(data: Any) -> Iterator[dict[str, Any]]:
    """Every JobPosting inside lists, graphs and objects."""
    stack: list[tuple[Any, int]] = [(data, 0)]
    while stack:
        value, depth = stack.pop(0)
        if isinstance(value, list) and depth < DEEPEST:
            stack.extend((item, depth + 1) for item in value[:MOST_OBJECTS])
        elif isinstance(value, dict):
            if is_posting_type(value.get("@type")):
                yield value
            elif depth < DEEPEST:
                stack.extend((item, depth + 1) for item in value.values() if isinstance(item, (list, dict)))


def is_posting_type(kind: Any) -> bool:
    """Whether a type is JobPosting, alone or among others, with or without a prefix."""
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and re.split(r"[/:#]", each.strip())[-1] == "JobPosting" for each in kinds)


def from_attributes(
    tree: LexborHTMLParser, selector: str, type_name: str, property_name: str
) -> Iterator[dict[str, Any]]:
    """JobPostings in microdata (`itemtype`, `itemprop`) or RDFa (`typeof`, `property`)."""
    for node in tree.css(selector)[: MOST_OBJECTS * 10]:
        if any(is_posting_type(kind) for kind in (node.attributes.get(type_name) or "").split()):
            yield read_scope(node, type_name, property_name, 0)


def read_scope(node: LexborNode, type_name: str, property_name: str, depth: int) -> dict[str, Any]:
    """The properties of one item; items below it become dicts of their own."""
    data: dict[str, Any] = {}
    stack = list(node.iter())[::-1]
    while stack:
        current = stack.pop()
        names = (current.attributes.get(property_name) or "").split()
        scoped = type_name in current.attributes or "itemscope" in current.attributes
        if names:
            value = (
                read_scope(current, type_name, property_name, depth + 1)
                if scoped and depth < DEEPEST
                else value_of(current, names[0])
            )
            for name in names:
                add(data, re.split(r"[/:#]", name)[-1], value)
        if not scoped:
            stack.extend(list(current.iter())[::-1])
    return data


def value_of(node: LexborNode, name: str) -> str:
    """A property's value: what an attribute says, long texts as light Markdown, else the element's text."""
    for attribute in VALUE_ATTRIBUTES:
        value = node.attributes.get(attribute)
        if value and not (attribute in ("href", "src") and " ".join(node.text().split())):
            return value
    return write_node(node) if name in LONG_TEXTS else " ".join(node.text().split())


def add(data: dict[str, Any], name: str, value: Any) -> None:
    """A property that comes again makes a list."""
    if name not in data:
        data[name] = value
    elif isinstance(data[name], list):
        data[name].append(value)
    else:
        data[name] = [data[name], value]
