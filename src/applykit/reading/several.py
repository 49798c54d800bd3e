"""Several postings in one text: a newsletter divided at its rules or at its repeated title labels.

The division is refused unless every part looks like a posting of its own, for a posting torn apart is worse than two
read as one.
"""

import re

RULE = re.compile(r"^[ \t]*(?:([-=*_~#•+])[ \t]?){5,}[ \t]*$", re.MULTILINE)
TITLE_LABEL = re.compile(
    r"^[ \t]*[*#_ ]{0,6}(?:job title|position title|position|job|title|vacancy"
    r"|role)[*_ ]{0,4}:[ \t*_]*(?P<value>\S[^\n]{2,90})$",
    re.IGNORECASE | re.MULTILINE,
)
NUMBERED = re.compile(
    r"^[ \t]*[*#_ ]{0,6}(?:job|position|vacancy|opening|posting)\s*(?:#|no\.?"
    r"|number)?\s*\d{1,3}\s*[:.)–-][ \t]*\S[^\n]{2,90}$",
    re.IGNORECASE | re.MULTILINE,
)
LEAST_PART = 120
LONGEST_TITLE = 100
# What a posting's first line is not: the heading of one of its sections.
SECTION = re.compile(
    r"\b(?:about|responsib|requirement|qualification|duties|benefit|what you|what we|who we|who you|how to apply"
    r"|to apply|we offer|skills|experience|education|summary|overview|description|equal|salary|perks|compensation"
    r"|our |why )",
    re.IGNORECASE,
)
OF_A_POSTING = re.compile(
    r"\b(?:appl(?:y|ications?)|salary|pay|location|requirements?|qualifications?|experience|responsib\w+|duties"
    r"|full[- ]?time|part[- ]?time|must|hiring|seeking)\b",
    re.IGNORECASE,
)
LEAST_SIGNS = 2
MOST_PARTS = 500


def split_postings(text: str) -> tuple[str, ...]:
    """The postings in a text: one, unless rules or title labels divide it into parts that all look like postings."""
    for parts in (parts_by_label(text), parts_by_rule(text)):
        if 1 < len(parts) <= MOST_PARTS:
            return parts
    return (text,)


def parts_by_label(text: str) -> tuple[str, ...]:
    """The text cut before each "Job title:" when there are several, with different titles."""
    for label in (TITLE_LABEL, NUMBERED):
        found = list(label.finditer(text))
        titles = {hit[0].casefold().strip(" *#_") for hit in found}
        if 1 < len(titles) == len(found):
            starts = [hit.start() for hit in found]
            parts = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
            if all(has_signs(part) for part in parts):
                return tuple(strip_rules(part) for part in parts)
    return ()


def parts_by_rule(text: str) -> tuple[str, ...]:
    """The text cut at lines of dashes and the like; parts that are no postings at its ends are left out."""
    parts = [part.strip("\n") for part in RULE.sub("\x00", text).split("\x00") if part.strip()]
    while parts and len(parts[0]) < LEAST_PART:
        parts.pop(0)
    while parts and len(parts[-1]) < LEAST_PART:
        parts.pop()
    return tuple(parts) if all(begins_like_posting(part) and has_signs(part) for part in parts) else ()


def begins_like_posting(part: str) -> bool:
    """Whether the part's first line can be a job's title."""
    first = part.strip().split("\n", 1)[0].strip(" *#_:")
    return 2 < len(first) <= LONGEST_TITLE and not first.endswith((".", ",", ";")) and not SECTION.search(first)


def has_signs(part: str) -> bool:
    """Whether the part is long enough and speaks of at least two things that postings speak of."""
    return len(part) >= LEAST_PART and len({hit.casefold() for hit in OF_A_POSTING.findall(part)}) >= LEAST_SIGNS


def strip_rules(part: str) -> str:
    """The part without the rules around it."""
    return RULE.sub("", part).strip("\n")
