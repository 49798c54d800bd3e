"""Years and months of experience with their field, and kinds of experience without an amount."""

import re
from collections.abc import Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Role, Span
from applykit.requirements.clauses import Clause
from applykit.requirements.conditions.numbers import RANGE, read_amount
from applykit.requirements.found import Found, phrase_id
from applykit.requirements.model import Detail, Kind

TIME = re.compile(
    rf"\b{RANGE}\s?[-–]?\s?(?P<unit>years?|yrs?\b\.?|months?|mos\b\.?|mths?\b)(?:['’]s?|s['’])?(?P<plus>\s?\+|\s+(?:or more|plus|minimum|min)\b)?",
    re.IGNORECASE,
)
# Amounts of time that are no experience: ages, deadlines, histories, contracts.
OTHER_TIME = re.compile(
    r"^\s*(?:of age|old|older|ago|contracts?|warranty|in business|in a row|period|lease|term\b|anniversary|from the date|"
    r"program|degree|college|university|diploma|commitment|crime|of service|of education|of college|of nursing school|nursing school)",
    re.IGNORECASE,
)
BEFORE_OTHER = re.compile(
    r"(?:within|after|every|past|last|first|over the|for over|for more than|for nearly|for almost|during|next|age of|ages?|"
    r"up to|children|previous|in the|each|per|once)\s*(?:\(?\w+\)?\s)?$",
    re.IGNORECASE,
)
EXPERIENCE = re.compile(r"\b(?:experienced?|exp\.?|background|track record|history)\b", re.IGNORECASE)
WORK_IN = re.compile(
    r"\s*(?:of\s)?(?:\w+\s)?(?:in|as|with|working|managing|selling|leading|developing|doing|on)\b", re.IGNORECASE
)
STOP = re.compile(
    r"[.,;:()\n•|]|\s[-–—/]\s|\b(?:is|are|was|required?|requires|preferred|preferably|desired|desirable|minimum|plus|must|"
    r"or equivalent|and/or|with an?|which|that|who|will|ideally|needed|necessary|including|such as|but|strongly|highly)\b",
    re.IGNORECASE,
)
TRAILING = re.compile(r"(?:\s+(?:and|or|of|in|a|an|the|at|to|with|for|as|on|is))+$|\s+$", re.IGNORECASE)
LONGEST_FIELD = 7  # words behind "experience" that still name its field


def find_experience(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """Amounts of experience, and "retail experience" where no amount is said."""
    amounts = list(find_amounts(clause))
    yield from amounts
    yield from find_kinds(clause, amounts, lexicon)


def find_amounts(clause: Clause) -> Iterator[Found]:
    """ "2+ years of retail pharmacy experience", "six (6) months", "3 to 5 years as a cook"."""
    for found in TIME.finditer(clause.text):
        if not is_experience(found, clause):
            continue
        amount = read_amount(found)
        if amount is None:
            continue
        end = end_of_phrase(clause.text, found.end())
        words = clause.text[found.start() : end]
        factor = 12 if found["unit"][:1].casefold() == "y" else 1
        detail = Detail(
            months=round(amount.low * factor),
            months_maximum=round(amount.high * factor) if amount.high else None,
            fields=tuple(field for field in [field_of(words[found.end() - found.start() :])] if field),
        )
        span = Span(clause.span.start + found.start(), clause.span.start + end)
        yield Found(span, Kind.EXPERIENCE, phrase_id(words), " ".join(words.split()), "amount of experience", detail)


def is_experience(found: re.Match[str], clause: Clause) -> bool:
    """Whether an amount of time is one of experience, judged by the words around it."""
    before, after = clause.text[: found.start()], clause.text[found.end() :]
    if OTHER_TIME.match(after) or (BEFORE_OTHER.search(before) and not EXPERIENCE.search(after[:40])):
        return False
    if EXPERIENCE.search(after[:90]) or EXPERIENCE.search(before[-70:]):
        return clause.role is not Role.EMPLOYER
    return clause.role in (Role.REQUIRED, Role.PREFERRED) and bool(WORK_IN.match(after) or not after.strip(" .,;)"))


def end_of_phrase(text: str, start: int) -> int:
    """Where "… of retail pharmacy experience in a hospital" ends: at a sign or a verb, or after some words."""
    stop = STOP.search(text, start)
    end = stop.start() if stop else len(text)
    experience = EXPERIENCE.search(text, start, end)
    limit = experience.end() if experience else start
    words = list(re.finditer(r"\S+", text[limit:end]))
    if len(words) > LONGEST_FIELD:
        end = limit + words[LONGEST_FIELD - 1].end() if not experience else limit
    return start + len(TRAILING.sub("", text[start:end]))


def field_of(words: str) -> str:
    """The field alone: "of retail pharmacy experience" → "retail pharmacy"."""
    bare = EXPERIENCE.sub(" ", words)
    bare = re.sub(
        r"^(?:\W*\b(?:of|in|as|with|working|a|an|the|related|relevant|work|prior|previous|professional|minimum)\b)+",
        " ",
        " " + bare.strip(),
        flags=re.IGNORECASE,
    )
    return " ".join(bare.split())


KIND_OF = re.compile(
    r"\b(?P<field>(?:[A-Za-z&/'’-]+\s){1,4})(?P<word>experience|background)\b(?!\s*(?:level|design|with|using))",
    re.IGNORECASE,
)
SETTING = re.compile(
    r"\b(?P<word>experience|background|worked|working)\s(?:working\s)?(?:in|as|at)\s(?:an?\s|the\s)?"
    r"(?P<field>(?:[A-Za-z&/'’-]+\s){0,4}?(?:setting|environment|industry|sector|field|department|company|agency|hospital|"
    r"pharmacy|facility|practice|clinic|office|store|restaurant|warehouse))\b",
    re.IGNORECASE,
)
# Words before "experience" that only say that it is wanted.
FILLERS = frozenset((
    "a", "an", "the", "and", "or", "of", "in", "with", "some", "any", "prior", "previous", "relevant", "related", "proven",
    "strong", "solid", "extensive", "similar", "minimum", "have", "has", "having", "required", "preferred", "must", "at",
    "least", "your", "our", "their", "excellent", "good", "great", "positive", "best", "customer", "user", "patient",
    "employee", "guest", "demonstrated", "significant", "practical", "equivalent", "combination", "education", "work",
    "hands-on", "direct", "other", "level", "on", "is", "are", "to", "no", "years", "year", "months", "month", "this", "that",
    "additional", "professional", "specialized", "applicable", "qualifying", "sufficient", "learning", "shopping", "user", "skills",
    "by", "from", "for", "as", "member", "client", "an", "be", "you", "we", "all", "gain", "provide", "clinical-",
))  # fmt: skip


def find_kinds(clause: Clause, amounts: list[Found], lexicon: Lexicon) -> Iterator[Found]:
    """ "retail pharmacy experience", "experience in a hospital setting"; competences are left to the lexicon."""
    if clause.role not in (Role.REQUIRED, Role.PREFERRED, Role.OTHER):
        return
    for found in (*KIND_OF.finditer(clause.text), *SETTING.finditer(clause.text)):
        start = start_of_field(found)
        span = Span(clause.span.start + start, clause.span.start + found.end())
        words = clause.text[start : found.end()]
        if not words.split()[:-1] or any(a.span.start < span.end and span.start < a.span.end for a in amounts):
            continue
        if names_competence(found["field"], lexicon):
            continue
        field = " ".join(part for part in found["field"].split() if part.casefold() not in FILLERS)
        yield Found(
            span,
            Kind.EXPERIENCE,
            phrase_id(words),
            " ".join(words.split()),
            "kind of experience",
            Detail(fields=(field,)),
        )


def start_of_field(found: re.Match[str]) -> int:
    """Where the field begins once fillers are left out; the end where nothing is left."""
    start, end = found.span("field")
    if found.start() < start:
        return found.start()
    words = list(re.finditer(r"\S+", found["field"]))
    kept = len(words)
    for word in reversed(words):
        if word[0].casefold() in FILLERS:
            break
        kept -= 1
    return start + words[kept].start() if kept < len(words) else found.start("word")


def names_competence(field: str, lexicon: Lexicon) -> bool:
    """Whether the field is a skill or tool of the lexicon and no setting: "Excel experience" is a skill."""
    kinds = {lexicon.skills[hit.id].kind.value for hit in lexicon.find(field)}
    return bool(kinds & {"skill", "tool", "soft", "credential", "language"})
