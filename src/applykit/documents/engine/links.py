"""Link targets that are filled per document: checked, numbered, and written as relationships."""

import re
from urllib.parse import quote, urlsplit

from applykit.documents.engine.text import escape

LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
EMPTY_RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
WEB = frozenset({"https", "http"})
SHORT = {"mailto": re.compile(r"[^\s@]+@[^\s@]+"), "tel": re.compile(r"\+?[0-9().\- ]{3,40}")}
LENGTH = 2_000
KEPT = "!#$%&'()*+,/:;=?@[]~"  # reserved characters of RFC 3986, and % of what is encoded already
TAIL = re.compile(r"</(?:\w+:)?Relationships>\s*$|<(?:\w+:)?Relationships([^>]*)/>\s*$")


def safe_target(target: str) -> str | None:
    """The target as an address that Word opens, or None where nobody should follow it.

    Only web, mail and phone addresses pass; everything that an address cannot hold is percent-encoded.
    """
    target = target.strip()
    scheme, colon, rest = target.partition(":")
    scheme = scheme.casefold()
    if not colon or len(target) > LENGTH or any(ord(character) < 32 for character in target):
        return None
    if scheme in SHORT:
        usable = SHORT[scheme].fullmatch(rest)
        return f"{scheme}:{quote(rest.replace(' ', ''), safe=KEPT, errors='ignore')}" if usable else None
    if scheme not in WEB:
        return None
    try:
        host = urlsplit(target).hostname
    except ValueError:
        return None
    return f"{scheme}:{quote(rest, safe=KEPT, errors='ignore')}" if host else None


class Links:
    """The targets of one part of one document, each with its relationship id."""

    __slots__ = ("ids",)

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def add(self, target: str) -> str:
        """The id of a target, new or known; "" where it is not safe."""
        safe = safe_target(target)
        if safe is None:
            return ""
        return self.ids.setdefault(safe, f"rIdLink{len(self.ids) + 1}")

    def relationships(self) -> str:
        return "".join(
            f'<Relationship Id="{name}" Type="{LINK_TYPE}" Target="{escape(target)}" TargetMode="External"/>'
            for target, name in self.ids.items()
        )


def with_relationships(rels: str, links: Links) -> str:
    """A relationship part with this document's links added at its end."""
    match = TAIL.search(rels)
    if match is None:
        return EMPTY_RELATIONSHIPS.replace("></", f">{links.relationships()}</")
    if match.group(1) is not None:
        head, tail = f"{rels[: match.start()]}<Relationships{match.group(1)}>", "</Relationships>"
    else:
        head, tail = rels[: match.start()], rels[match.start() :]
    return head + links.relationships() + tail
