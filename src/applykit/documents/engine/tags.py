"""Finding tags in a paragraph's text, whatever Word has done to it."""

import re
from dataclasses import dataclass

from applykit.documents.engine.model import Tag

CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
KINDS = {"{{": "var", "{%": "block", "{#": "comment"}
OPENER = re.compile(r"\{[{%#]")
SCOPE = re.compile(r"(tr|tc|p|r)\s")
# Word's typographic quotes and spaces, one for one, so that positions stay. Zero-width characters become spaces too.
STRAIGHT = str.maketrans(
    dict.fromkeys("“”„‟″", '"') | dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("\u00a0\u2007\u202f\u200b\ufeff\n\t", " ")
)


@dataclass(frozen=True, slots=True)
class FoundTag:
    """A tag and its place (start, end) in the paragraph's text."""

    start: int
    end: int
    tag: Tag


@dataclass(frozen=True, slots=True)
class BrokenTag:
    """An opening brace pair that nothing closes."""

    start: int
    text: str


def find_tags(text: str) -> tuple[list[FoundTag], list[BrokenTag]]:
    """All tags of a paragraph in order, and the ones that are not closed; `{% raw %}` … stays text."""
    found: list[FoundTag] = []
    broken: list[BrokenTag] = []
    straight = text.translate(STRAIGHT)
    position, raw = 0, False
    while match := OPENER.search(straight, position):
        start, opener = match.start(), match.group()
        end = find_end(straight, start + 2, CLOSERS[opener])
        tag = read_tag(straight[start + 2 : end - 2], opener) if end else None
        if raw and (tag is None or tag.word != "endraw"):
            position = start + 2
        elif tag is None:
            broken += [BrokenTag(start, text[start : start + 60])] if opener != "{#" else []
            position = start + 2
        else:
            raw = tag.word == "raw"
            found.append(FoundTag(start, end, tag))
            position = end
    return found, broken


def find_end(text: str, start: int, closer: str) -> int:
    """Where a tag ends, past `closer`; quoted closers do not count. 0 where it does not end before the next one."""
    position, quote = start, ""
    limit = next_opener(text, start)
    while position < limit:
        character = text[position]
        if quote:
            quote = "" if character == quote else quote
        elif text.startswith(closer, position):
            return position + len(closer)
        elif character in "\"'":
            quote = character
        position += 1
    end = text.find(closer, start, limit)  # an odd quote, as in a comment
    return end + len(closer) if end >= 0 else 0


def next_opener(text: str, start: int) -> int:
    """The next place outside quotes where another tag would begin, or the end of the text."""
    for match in OPENER.finditer(text, start):
        inside = text[start : match.start()]
        if inside.count('"') % 2 == 0 and inside.count("'") % 2 == 0:
            return match.start()
    return len(text)


def read_tag(inner: str, opener: str) -> Tag:
    """A tag from the words between its braces."""
    kind = KINDS[opener]
    trim = (inner.startswith("-"), inner.endswith("-"))
    inner = inner[trim[0] :] if trim[0] else inner
    inner = inner[:-1] if trim[1] and inner else inner
    scope = match.group(1) if (match := SCOPE.match(inner)) else ""
    return Tag(kind, inner[len(scope) :].strip(), scope, trim)
