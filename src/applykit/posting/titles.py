"""The job's title: from labels, the format's own title, the first lines, or the sentence that announces the job."""

import re
from collections.abc import Iterator

from applykit.posting.fact import Fact, Source
from applykit.posting.model import Role, Span
from applykit.posting.title_words import VAGUE, find_heads, names_work, plausible, singular, strip_around, title_in

LABELS = re.compile(
    r"(?:job |position |posting |role |vacancy |working |official "
    r"|business )?(?:posting )?titles?(?: of position)?|position|role|job|vacancy|job opening|now hiring|hiring"
    r"|we are hiring|opening|job role|post"
)
FIRST_LINES = 8
HOURS = re.compile(r"\s*\([^()]*\d\s?[ap]\.?m\b[^()]*\)$", re.IGNORECASE)  # "Welder (3:30pm-2am Mon-Thu)"
ASKING = (Role.REQUIRED, Role.PREFERRED, Role.EQUAL_OPPORTUNITY, Role.OFFER)

ANNOUNCES = re.compile(
    r"\b(?:seeking|seeks|hiring|recruiting|(?:looking|searching|search|recruiting|opportunity|opening|openings"
    r"|vacancy|need|hunting|position available|opportunities)\s+for|join (?:our|the|us)[\w '’&-]{0,50}?\bas"
    r"|work as|role of|position of|to hire|to recruit|recruit|welcome|add|require|needs|appoint)\s+"
    r"(?:(?:a|an|the|our|one|two|three|several|another|full[- ]time|part[- ]time|some|new|multiple"
    r"|additional)\s+(?:\(an?\)\s+|/an\s+)?|\(an?\)\s+)*(?P<words>[^.!?;:\n]{3,120})",
    re.IGNORECASE,
)
AS_A = re.compile(r"\b[Aa]s (?:a|an|our|the)(?:\s?\(an?\)|/an)?\s+(?P<words>[^.!?;:,\n]{3,90})")
THE_ROLE = re.compile(
    r"^(?:The|Our|An?)\s+(?P<words>[^.!?;:,\n]{3,80}?)\s*(?:\([^()\n]{1,30}\)\s*)?(?:\w{3,15}ly )?(?:will"
    r"|is responsible"
    r"|is an?|performs|provides|assists|reports|works|serves|position|role|functions|supports|ensures|plays|must"
    r"|coordinates|manages|intervenes|leads|oversees|delivers|maintains|conducts|prepares|operates|develops|helps)\b"
)


def find_title(source: Source, *, given: str | None, marked: frozenset[int]) -> Fact[str] | None:
    """The title by the first way that finds one."""
    ways = (
        title_by_label(source),
        title_given(source.text, given),
        title_by_line(source, marked),
        title_announced(source),
    )
    for way in ways:
        found = next(way, None)
        if found:
            return found
    return None


def title_by_label(source: Source) -> Iterator[Fact[str]]:
    """The value of a label such as "Job title"."""
    for label in source.labelled(LABELS):
        value = re.split(r"\s{2,}|[•|]", label.value)[0].strip()
        if plausible(value) and (label.name.endswith(("title", "titles")) or names_work(value)):
            yield Fact(value, Span(label.span.start, label.span.start + len(value)))


def title_given(text: str, given: str | None) -> Iterator[Fact[str]]:
    """The title of the page, mail or table row, without what stands around it."""
    value = strip_around(given or "")
    if plausible(value):
        at = text.find(value)
        yield Fact(value, Span(at, at + len(value)) if at >= 0 else None)


def title_by_line(source: Source, marked: frozenset[int]) -> Iterator[Fact[str]]:
    """A short line near the top that names work; lines that mark-up made headings first."""
    lines = source.lines[:FIRST_LINES]
    for wanted in (True, False):
        for span in lines:
            line = HOURS.sub("", span.of(source.text).lstrip("• ").split(" | ")[0])
            if (span.start in marked) is wanted and is_title_line(line) and not in_label(source, span):
                start = source.text.index(line, span.start)
                yield Fact(line.rstrip("!: "), Span(start, start + len(line.rstrip("!: "))))


def in_label(source: Source, span: Span) -> bool:
    """Whether the line is a label line or a label's value."""
    return any(span.covers(label.span) or label.span.covers(span) for label in source.labels)


NOT_TITLE_LINE = re.compile(
    r"\b(?:responsib\w*|qualifications?|requirements?|duties|functions?|benefits|summary|snapshot|overview"
    r"|description|roles?|jobs?|positions?)\b\W*(?:\b(?:are|is|for|of)\b|$)|:$|^(?:benefits of|skills|education"
    r"|experience)\b",
    re.IGNORECASE,
)


def is_title_line(line: str) -> bool:
    """Whether a whole line can be a title: short, names work, starts with a capital, is no sentence."""
    words = line.split()
    if (
        not plausible(line)
        or NOT_TITLE_LINE.search(line)
        or len(words) > 10
        or not names_work_plainly(line)
        or not line[0].isupper()
    ):
        return False
    capital = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    return (
        capital * 2 >= len(words)
        and not line.endswith(".")
        and ":" not in line
        and not re.search(r"\b(?:is|are|will|we|you|our|your|must|have)\b", line)
    )


def names_work_plainly(line: str) -> bool:
    """Whether a line names work; a vague noun counts only as the last word of its phrase."""
    plain = [head for head in find_heads(line) if singular(head[0]) not in VAGUE]
    last = re.split(r"\s[-–—(]|[,(/]", line)[0].split()[-1:]
    return bool(plain) or (bool(last) and names_work(last[0])) or (names_work(line) and not any(find_heads(line)))


def title_announced(source: Source) -> Iterator[Fact[str]]:
    """The title in a sentence that announces the job, in "As a …" or in "The … will".

    Capitals are preferred, and sections that ask for something come last, where only capitals count.
    """
    found = list(announced(source))
    for wanted in ((True, True), (True, False), (False, True)):
        fitting = [title for title in found if (not is_asked(source, title), title.value[0].isupper()) == wanted]
        yield from (fullest(title, fitting) for title in fitting)


def is_asked(source: Source, title: Fact[str]) -> bool:
    """Whether the title stands in a section that asks for something or offers it, where other jobs are named."""
    return title.span is not None and source.role_at(title.span.start) in ASKING


def fullest(title: Fact[str], others: list[Fact[str]]) -> Fact[str]:
    """The title as its longest form says it: "Licensed Social Worker" for "Social Worker"."""
    longer = [other for other in others if other.value.casefold().endswith(f" {title.value.casefold()}")]
    return max(longer, key=lambda other: len(other.value), default=title)


def announced(source: Source) -> Iterator[Fact[str]]:
    """Every title that a sentence announces, the surer patterns first."""
    for pattern in (ANNOUNCES, AS_A, THE_ROLE):
        for span in source.sentences:
            for found in pattern.finditer(span.of(source.text)):
                title = title_in(found["words"])
                if title:
                    at = source.text.index(title, span.start + found.start("words"))
                    yield Fact(title, Span(at, at + len(title)))
