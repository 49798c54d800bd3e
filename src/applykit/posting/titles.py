"""The job's title: from labels, the format's own title, the first lines, or the sentence that announces the job."""

import re
from collections.abc import Iterator

from applykit.posting.fact import Fact, Source
from applykit.posting.model import Role, Span
from applykit.posting.occupations import HEADS

LABELS = re.compile(
    r"(?:job |position |posting |role |vacancy |working |official "
    r"|business )?(?:posting )?titles?(?: of position)?|position|role|job|vacancy|job opening|now hiring|hiring"
    r"|we are hiring|opening|job role|post"
)
WORD = re.compile(r"\bco-ordinators?\b|\w+", re.IGNORECASE)
HEAD_ENDINGS = ("ologist", "ographer", "ician", "smith", "wright", "keeper")
ACRONYM_HEAD = re.compile(
    r"\b(?:RN|LPN|LVN|CNA|CMA|PCT|PCA|MDS|NP|PA|MA|CRNA|EMT|CEO|CFO|CTO|COO|CIO|CMO|VP|SVP|HR|QA|SDR|BDR|DON|ADON"
    r"|LCSW|LMSW|CDI|SRE|DBA|PM)\b"
)
LONGEST = 100
MOST_WORDS = 14
FIRST_LINES = 8
ASKING = (Role.REQUIRED, Role.PREFERRED, Role.EQUAL_OPPORTUNITY, Role.OFFER)

# What sites and mail programs put around a title.
AROUND = re.compile(
    r"^(?:(?:fwd?|re|aw|wg)\s*:\s*|(?:new\s+)?job(?:\s+(?:posting|opening|alert|opportunity|offer))?\s*[:|–-]\s*"
    r"|(?:now )?hiring\s*[:!–-]?\s*|we(?:'|’)?re hiring\s*[:!–-]\s*|(?:job )?(?:opening|opportunity|position"
    r"|role)\s*:\s*|vacancy\s*[:–-]\s*|apply (?:for"
    r"|now)\s*[:–-]?\s*)+",
    re.IGNORECASE,
)
SITE = re.compile(
    r"\s*(?:[|•·»–—]|\s-\s|::)\s*(?:[\w .,&'’()-]{0,60})?(?:indeed|linkedin|glassdoor|monster|ziprecruiter"
    r"|careers?|jobs?|usajobs|workday|greenhouse|lever|career ?builder|reed|totaljobs|simplyhired|dice|snagajob"
    r"|apply|job details|smartrecruiters|icims)\b.*$",
    re.IGNORECASE,
)
HIRING = re.compile(
    r"^(?P<employer>.{2,60}?) (?:is )?hiring (?:an? )?(?P<title>.+?)(?: in (?P<place>[A-Z][\w .,'-]+))?$"
)
AT_COMPANY = re.compile(r"\s+(?:at|@)\s+(?P<employer>[A-Z][\w .,&'’-]{1,60})$|\s+[|–—]\s+.*$|\s+-\s+[A-Z][^-]*$")

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
    r"^(?:The|Our|An?)\s+(?P<words>[^.!?;:,\n]{3,80}?)\s*(?:\([^()\n]{1,30}\)\s*)?(?:will|is responsible|is a"
    r"|is an|performs|provides|assists|reports|works|serves|position|role|functions|supports|ensures|plays"
    r"|coordinates|manages|must)\b"
)
CUT = re.compile(
    r"\s+(?:to|who|with|for|that|in|at|on|based|position|role|job|within|and (?:join|help|will|we)|will|whose"
    r"|responsible|located|from|this|you|is|are|as|by|into|available|working|having|like|experienced|specializing"
    r"|ready|willing|between|among)\b.*$|\s[–—-]\s.*$|[,(*].*$",
    re.IGNORECASE,
)
ADJECTIVES_WORDS = (
    "a an the our experienced motivated talented dedicated passionate enthusiastic dynamic strong highly "
    "self-motivated skilled qualified energetic outgoing friendly reliable hard-working hardworking full-time "
    "part-time fulltime parttime creative ambitious driven professional detail-oriented results-driven "
    "results-oriented exceptional outstanding great amazing awesome excellent proven promising bright smart new "
    "additional immediate compassionate caring committed responsible organized proactive innovative versatile "
    "temporary permanent seasonal contract and or who is very top-notch world-class rockstar rock star savvy well "
    "goal-oriented customer-focused local per diem prn someone individual person people candidate candidates "
    "individuals professionals exciting rewarding"
)
ADJECTIVES = frozenset(ADJECTIVES_WORDS.split())
NO_TITLE = re.compile(
    r"^(?:we|you|our|join|are|is|this|about|job (?:summary|description|details|overview)|description|summary"
    r"|overview|apply|home|location|full time|part time|responsibilit|requirements?|qualifications?|duties"
    r"|benefits|why|what|how|the (?:role|position|job|company|team)|who|company|introduction|general|not found"
    r"|error|untitled|careers?|jobs?|page|sign in|log in|login|search|results)\b",
    re.IGNORECASE,
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


def strip_around(title: str) -> str:
    """A page's or mail's title reduced to the job's."""
    value = SITE.sub("", AROUND.sub("", " ".join(title.split())))
    hiring = HIRING.match(value)
    value = hiring["title"] if hiring else value
    shorter = AT_COMPANY.sub("", value)
    return (shorter if names_work(shorter) else value).strip(" -|–—:,")


def title_by_line(source: Source, marked: frozenset[int]) -> Iterator[Fact[str]]:
    """A short line near the top that names work; lines that mark-up made headings first."""
    lines = source.lines[:FIRST_LINES]
    for wanted in (True, False):
        for span in lines:
            line = span.of(source.text).lstrip("• ")
            if (span.start in marked) is wanted and is_title_line(line) and not in_label(source, span):
                start = span.end - len(line)
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
        or not names_work(line)
        or not line[0].isupper()
    ):
        return False
    capital = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    return (
        capital * 2 >= len(words)
        and not line.endswith(".")
        and not re.search(r"\b(?:is|are|will|we|you|our|your|must|have)\b", line)
    )


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


def title_in(words: str) -> str | None:
    """The title at the beginning of some words: up to the word that names the work, without praise before it."""
    cut = CUT.sub("", words)
    heads = list(find_heads(cut)) or list(ACRONYM_HEAD.finditer(cut))
    if not heads:
        return None
    end = heads[-1].end()
    tail = re.match(
        r"\s+(?:(?:I{1,3}|IV|V|[1-5])\b|(?i:of)\s+(?:(?i:the)\s+)?[A-Z]\w*(?:\s+(?:and|&)?\s*[A-Z]\w*){0,3})",
        words[end:],
    )
    title = words[: end + (tail.end() if tail else 0)]
    kept = title.split()
    while kept and kept[0].casefold().strip(",") in ADJECTIVES:
        kept.pop(0)
    title = title[title.index(kept[0]) :] if kept else ""
    capital = re.search(r"(?<!\S)[A-Z][\w/&+#'’.-]*(?:\s+(?:[A-Z0-9(/&-][\w/&+#'’.)-]*|of|and|the|for|in|to))*$", title)
    title = capital[0] if capital and names_work(capital[0]) else title
    return title if len(title.split()) <= 8 and plausible(title) else None


def names_work(words: str) -> bool:
    """Whether the words hold a noun for someone who works, or an acronym of one."""
    return bool(any(find_heads(words)) or ACRONYM_HEAD.search(words))


def plausible(words: str) -> bool:
    """Whether the words could be a title at all."""
    return (
        2 < len(words) <= LONGEST
        and len(words.split()) <= MOST_WORDS
        and not NO_TITLE.match(words)
        and any(map(str.isalpha, words))
    )


def find_heads(words: str) -> Iterator[re.Match[str]]:
    """The words that name someone by the work they do; looked up, since an alternation of them all compiles slowly."""
    for found in WORD.finditer(words):
        word = found.group().casefold()
        single = word.removesuffix("s")
        if word in HEADS or single in HEADS or (single.endswith(HEAD_ENDINGS) and len(single) > 6):
            yield found
