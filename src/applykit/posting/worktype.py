"""The kind of employment: full-time, part-time, temporary, contract, internship …"""

import re

from applykit.posting.fact import Source
from applykit.posting.model import Role, Span

LABELS = re.compile(
    r"(?:job|employment|position|work|contract|time|worker|worker sub|employee|appointment|schedule|hire"
    r"|engagement|vacancy|role)[ -]?(?:type|status|basis|category|schedule|time|classification|term|hours)s?"
    r"|type(?: of (?:employment|contract|position|job|work))?|status|fte|full[ -]?/?part[ -]?time|contract|hours"
    r"|work schedule|schedule|shift|job type/category|tenure|duration|term|employment"
)
KINDS = (
    ("full-time", re.compile(r"\bfull[- ]?time\b|\bfulltime\b|\bF/T\b|\b(?:FT)\b|\bpermanent full\b", re.IGNORECASE)),
    ("part-time", re.compile(r"\bpart[- ]?time\b|\bparttime\b|\bP/T\b|\b(?:PT)\b", re.IGNORECASE)),
    (
        "per diem",
        re.compile(
            r"\bper[- ]?diem\b|\bPRN\b|\bas[- ]needed\b|\bcasual\b|\bsupplemental\b|\bbank (?:staff|contract)\b"
            r"|zero[- ]hours?",
            re.IGNORECASE,
        ),
    ),
    (
        "temporary",
        re.compile(
            r"\btemp(?:orary)?\b(?!late)|\bfixed[- ]term\b|\bmaternity cover\b|\bterm appointment\b|\blocum\b"
            r"|\bnot to exceed\b",
            re.IGNORECASE,
        ),
    ),
    ("seasonal", re.compile(r"\bseasonal\b", re.IGNORECASE)),
    (
        "contract",
        re.compile(
            r"\bcontract(?:or|ual)?(?:[- ]to[- ](?:hire|perm))?\b|\bfreelance\b|\b1099\b|\bC2C\b", re.IGNORECASE
        ),
    ),
    (
        "internship",
        re.compile(
            r"\bintern(?:ship)?s?\b(?! (?:medicine|and external))|\bco-?op\b|\bplacement student\b", re.IGNORECASE
        ),
    ),
    ("apprenticeship", re.compile(r"\bapprentice(?:ship)?s?\b", re.IGNORECASE)),
    (
        "volunteer",
        re.compile(r"\bvolunteer(?:ing)? (?:position|role|opportunity)\b|\bvolunteer basis\b", re.IGNORECASE),
    ),
    ("permanent", re.compile(r"\bpermanent\b(?! residen)|\bdirect[- ]hire\b", re.IGNORECASE)),
)
# In running text a kind counts only where it is said of the job.
OF_THE_JOB = re.compile(
    r"^\W{0,3}(?:position|role|job|employment|opportunity|opening|contract|hours|basis|vacancy|schedule|work\b"
    r"|(?:in|on)[- ]?(?:site|office)|shift|day|night|evening|permanent|\(|/|,? ?\d{2}[- ]?(?:\+ )?hours|[-–—:] )",
    re.IGNORECASE,
)
BEFORE_JOB = re.compile(
    r"(?:this is an?|position is|role is|job is|seeking an?|looking for an?|hiring|hiring an?|for an?"
    r"|offered as an?|is an?|an?|type\W{1,3}|employment\W{1,3}|status\W{1,3}|,|/|\(|[-–—])\s*(?:\w+[- ]){0,2}$",
    re.IGNORECASE,
)
SAYS_OF_JOB = re.compile(r"\b(?:this|the) (?:position|post|job|role) is (?:an? )?(?:\w+[- ])?$", re.IGNORECASE)
NOT_OF_THE_JOB = (Role.OFFER, Role.EQUAL_OPPORTUNITY, Role.EMPLOYER, Role.REQUIRED, Role.PREFERRED)
LONGEST_LABEL = 80


def find_employment_type(source: Source, *, title: str | None) -> tuple[tuple[str, ...], Span | None]:
    """The kinds of employment by labels and title, else by sentences about the job; with the place of the first."""
    for label in source.labelled(LABELS):
        kinds = kinds_in(label.value[:LONGEST_LABEL])
        if kinds:
            return kinds, label.span
    kinds = kinds_in(title or "")
    if kinds:
        return kinds, None
    return kinds_in_text(source)


def kinds_in(words: str) -> tuple[str, ...]:
    """All kinds that the words name, in the order of the list."""
    return tuple(name for name, pattern in KINDS if pattern.search(words))


def kinds_in_text(source: Source) -> tuple[tuple[str, ...], Span | None]:
    """Kinds said of the job in running text, outside offers and equal-opportunity text."""
    kinds: list[str] = []
    first: Span | None = None
    for name, pattern in KINDS:
        for found in pattern.finditer(source.text):
            if said_of_job(source, found):
                kinds.append(name)
                first = min(first, Span(*found.span())) if first else Span(*found.span())
                break
    return tuple(kinds), first


def said_of_job(source: Source, found: re.Match[str]) -> bool:
    """Whether this mention describes the job that is offered."""
    line_start = source.text.rfind("\n", 0, found.start()) + 1
    before = source.text[max(line_start, found.start() - 40) : found.start()]
    after = source.text[found.end() : found.end() + 40]
    if SAYS_OF_JOB.search(before):
        return True
    if source.role_at(found.start()) in NOT_OF_THE_JOB:
        return False
    leads = not before.strip(" •-")
    alone = leads and (not after.strip() or after.lstrip(" ").startswith("\n"))
    return alone or bool(OF_THE_JOB.match(after) and (leads or BEFORE_JOB.search(before)))
