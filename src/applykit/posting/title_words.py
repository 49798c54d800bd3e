"""The words of a title: who names work, what stands around a title on pages and in sentences, what is none."""

import re
from collections.abc import Iterator

from applykit.posting.occupations import HEADS
from applykit.posting.places import TOWN_REGION

WORD = re.compile(r"\bco-ordinators?\b|\w+", re.IGNORECASE)
HEAD_ENDINGS = ("ologist", "ographer", "ician", "smith", "wright", "keeper")
ACRONYM_HEAD = re.compile(
    r"\b(?:RN|LPN|LVN|CNA|CMA|PCT|PCA|MDS|NP|PA|MA|CRNA|EMT|CEO|CFO|CTO|COO|CIO|CMO|VP|SVP|HR|QA|SDR|BDR|DON|ADON"
    r"|LCSW|LMSW|CDI|SRE|DBA|PM)\b"
)
LONGEST = 100
MOST_WORDS = 14
# Nouns for someone who works that say too little alone: "you will be an associate", "an industry leader".
VAGUE_WORDS = (
    "associate candidate chair colleague consultant crew employee executive expert fellow guide head host leader lead "
    "learner member mentor model owner partner preceptor principal professional provider resident staff student "
    "teammate volunteer worker"
)
VAGUE = frozenset(VAGUE_WORDS.split())
# … and nouns that need another word beside them.
NEEDS_MORE_WORDS = (
    "administrator agent analyst assistant coordinator developer director engineer intern manager officer operator "
    "representative specialist supervisor technician"
)
NEEDS_MORE = frozenset(NEEDS_MORE_WORDS.split()) | VAGUE
MOST_SMALL_WORDS = 5
SENTENCE_INSIDE = re.compile(r"(?<!\b[SJMD]r)(?<!\bSt)[.!?;]\s")

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
    "individuals professionals exciting rewarding ideal right perfect best next competent "
    "capable potential native"
)
ADJECTIVES = frozenset(ADJECTIVES_WORDS.split())
NO_TITLE = re.compile(
    r"^(?:we|you|our|join|are|is|this|about|job (?:summary|description|details|overview)|description|summary"
    r"|overview|apply|home|location|full time|part time|responsibilit|requirements?|qualifications?|duties"
    r"|benefits|why|what|how|the (?:role|position|job|company|team)|who|company|introduction|general|not found"
    r"|error|untitled|careers?|jobs?|page|sign in|log in|login|search|results)\b",
    re.IGNORECASE,
)


def strip_around(title: str) -> str:
    """A page's or mail's title reduced to the job's."""
    value = SITE.sub("", AROUND.sub("", " ".join(title.split())))
    hiring = HIRING.match(value)
    value = hiring["title"] if hiring else value
    shorter = AT_COMPANY.sub("", value)
    return (shorter if names_work(shorter) else value).strip(" -|–—:,")


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
    while kept and (kept[0].casefold().strip(",") in ADJECTIVES or kept[0].isdigit() or kept[0].endswith("ly")):
        kept.pop(0)
    title = title[title.index(kept[0]) :] if kept else ""
    capital = re.search(r"(?<!\S)[A-Z][\w/&+#'’.-]*(?:\s+(?:[A-Z0-9(/&-][\w/&+#'’.)-]*|of|and|the|for|in|to))*$", title)
    title = capital[0] if capital and names_work(capital[0]) else title
    return title if len(title.split()) <= 8 and plausible(title) and not says_too_little(title) else None


def says_too_little(title: str) -> bool:
    """Whether a title from a sentence is only a vague noun, or small words that are rather a task than a title."""
    words = title.split()
    small = title == title.casefold()
    last = singular(words[-1])
    if (small and last in VAGUE) or (len(words) == 1 and last in NEEDS_MORE):
        return True
    return words[0][0].islower() and len(words) > MOST_SMALL_WORDS


def names_work(words: str) -> bool:
    """Whether the words hold a noun for someone who works, or an acronym of one."""
    return bool(any(find_heads(words)) or ACRONYM_HEAD.search(words))


def plausible(words: str) -> bool:
    """Whether the words could be a title at all."""
    return (
        2 < len(words) <= LONGEST
        and len(words.split()) <= MOST_WORDS
        and not NO_TITLE.match(words)
        and not SENTENCE_INSIDE.search(words)
        and any(map(str.isalpha, words))
        and not is_place(words)
    )


def is_place(words: str) -> bool:
    """Whether the words are a town with its state: "Erie, PA" is no physician assistant."""
    found = TOWN_REGION.fullmatch(words.strip())
    return found is not None and not any(find_heads(found["town"]))


def singular(word: str) -> str:
    """A noun in small letters without the plural's s."""
    return word.casefold().strip("().,").removesuffix("s")


def find_heads(words: str) -> Iterator[re.Match[str]]:
    """The words that name someone by the work they do; looked up, since an alternation of them all compiles slowly."""
    for found in WORD.finditer(words):
        word = found.group().casefold()
        single = word.removesuffix("s")
        if word in HEADS or single in HEADS or (single.endswith(HEAD_ENDINGS) and len(single) > 6):
            yield found
