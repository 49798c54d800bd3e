"""Kinds of experience without an amount: "retail pharmacy experience", "background in a hospital setting"."""

import re
from collections.abc import Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Role, Span
from applykit.requirements.clauses import Clause
from applykit.requirements.conditions.experience import find_experience
from applykit.requirements.found import Found, overlaps, phrase_id
from applykit.requirements.model import Detail, Kind

BEFORE = re.compile(
    r"\b(?P<field>(?:[A-Za-z&/'’-]+\s){1,4})(?P<word>experience|background)\b(?!\s*(?:level|design|with|using|checks?\b|screen|investigation|clearance))",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"\b(?P<word>experience|background|worked|working)\s(?:working\s)?(?:in|as|at)\s(?:an?\s|the\s)?"
    r"(?P<field>(?:[A-Za-z&/'’-]+\s){0,4}?(?:setting|environment|industry|sector|field|department|company|"
    r"agency|hospital|"
    r"pharmacy|facility|practice|clinic|office|store|restaurant|warehouse))\b",
    re.IGNORECASE,
)
# Words before "experience" that only say that it is wanted.
FILLERS = frozenset((
    "a", "an", "the", "and", "or", "of", "in", "with", "some", "any", "prior", "previous", "relevant",
    "related", "proven",
    "strong", "solid", "extensive", "similar", "minimum", "have", "has", "having", "required", "preferred",
    "must", "at",
    "least", "your", "our", "their", "excellent", "good", "great", "positive", "best", "customer", "user", "patient",
    "employee", "guest", "demonstrated", "significant", "practical", "equivalent", "combination", "education", "work",
    "hands-on", "direct", "other", "level", "on", "is", "are", "to", "no", "years", "year", "months", "month", "this",
    "that", "additional", "professional", "specialized", "applicable", "qualifying", "sufficient",
    "learning", "shopping",
    "skills", "by", "from", "for", "as", "member", "client", "be", "you", "we", "all", "gain", "provide",
))  # fmt: skip
COMPETENCES = frozenset(("skill", "tool", "soft", "credential", "language"))


def find_settings(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """Settings and roles that experience is asked in; competences ("Excel experience") are left to the lexicon."""
    if clause.role not in (Role.REQUIRED, Role.PREFERRED, Role.OTHER):
        return
    amounts = list(find_experience(clause, lexicon))
    for found in (*BEFORE.finditer(clause.text), *BEHIND.finditer(clause.text)):
        start = start_of_field(found)
        span = Span(clause.span.start + start, clause.span.start + found.end())
        if start == found.end() or any(overlaps(span, amount.span) for amount in amounts):
            continue
        if names_competence(found["field"], lexicon):
            continue
        words = " ".join(clause.text[start : found.end()].split())
        field = " ".join(word for word in found["field"].split() if word.casefold() not in FILLERS)
        yield Found(span, Kind.EXPERIENCE, phrase_id(words), words, "kind of experience", Detail(fields=(field,)))


def start_of_field(found: re.Match[str]) -> int:
    """Where the wanted words begin: behind the last filler; the end of the match where only fillers stand."""
    if found.start("word") == found.start():
        return found.start()
    words = list(re.finditer(r"\S+", found["field"]))
    kept = next((n + 1 for n in range(len(words) - 1, -1, -1) if words[n][0].casefold() in FILLERS), 0)
    return found.start() + words[kept].start() if kept < len(words) else found.end()


def names_competence(field: str, lexicon: Lexicon) -> bool:
    """Whether the field is a skill or tool of the lexicon: "Excel experience" is a skill."""
    return any(lexicon.skills[hit.id].kind.value in COMPETENCES for hit in lexicon.find(field))
