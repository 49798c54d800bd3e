"""Degrees and diplomas with their level and field."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Span
from applykit.requirements.clauses import Clause
from applykit.requirements.found import Found, phrase_id
from applykit.requirements.model import Detail, Kind

OWN = r"(?:['’]?s|s['’])?"
SUBJECT = (
    r"(?:arts|sciences?|applied sciences?|engineering|business administration|fine arts|commerce|technology|laws?|"
    r"education|nursing|pharmacy|social work|public health|public administration|philosophy)"
)


class Degree(NamedTuple):
    """A way to write a degree: its level, the lexicon id that stands for it, and its pattern."""

    level: str
    id: str
    pattern: re.Pattern[str]


def degree(level: str, key: str, *patterns: str, exact: bool = False) -> Degree:
    return Degree(level, key, re.compile("|".join(patterns), 0 if exact else re.IGNORECASE))


# Longer matches win, then earlier rows.
DEGREES = (
    degree(
        "secondary",
        "high-school-equivalency",
        r"\bG\.?E\.?D\b\.?",
        r"\bgeneral education(?:al)? (?:diploma|development)\b",
        r"\bhigh school equivalency\b",
    ),
    degree(
        "secondary",
        "high-school-diploma",
        r"\b(?:high[- ]school|secondary school|H\.?S\.?)(?:[ /]+(?:diplomas?|degree|graduate|graduation|education|"
        r"certificate))+\b",
        r"\bhigh[- ]school\b(?=,? or | level)",
        r"\bgraduat\w+ (?:from|of) high school\b",
    ),
    degree("doctorate", "doctor-of-pharmacy", r"\bdoctor of pharmacy\b", r"\bPharm\.?[ -]?D\b\.?"),
    degree("doctorate", "doctorate", r"\b(?:doctoral|doctorate)(?: degree)?\b", r"\bPh\.?\s?D\b\.?(?: degree)?"),
    degree(
        "master",
        "masters-degree",
        rf"\bmaster{OWN} of {SUBJECT}(?: degree)?",
        rf"\bmaster{OWN}(?: level)? degree",
        r"\bmaster(?:['’]s|s['’]?)(?!\w)(?! (?:and|of) ceremon)",
    ),
    degree(
        "bachelor",
        "bachelors-degree",
        rf"\b(?:bachelor|baccalaureate){OWN}(?: of {SUBJECT})?(?:[/ ]master{OWN})?(?: degree)?",
        r"\b(?:four|4)[- ]year (?:college |university )?degree\b",
        r"\bundergraduate degree\b",
    ),
    degree(
        "associate",
        "associate-degree",
        rf"\bassociate{OWN} of {SUBJECT}(?: degree)?",
        rf"\bassociate{OWN} degree",
        r"\bassociates?['’]s\b",
        r"\b(?:two|2)[- ]year (?:college )?degree\b",
    ),
    degree(
        "bachelor",
        "bachelors-degree",
        r"\bB\.?S\.?c?\.?\s?/\s?B\.?A\b\.?|\bB\.?A\.?\s?/\s?B\.?S\b\.?",
        r"\bB\.(?:S|A|Sc)\b\.?",
        r"\b(?:BS|BA|BSc)(?=\s(?:degree|in\b|or\b)|\s?[/,(]\s?(?:M\.?[SA]\.?|MBA|BS|BA))",
        exact=True,
    ),
    degree(
        "master",
        "masters-degree",
        r"\bM\.(?:S|A|Sc)\b\.?",
        r"\b(?:MS|MA|MSc)(?=\s(?:degree|in\b(?! (?:MS|Microsoft))|or Ph)|\s?/\s?Ph)",
        exact=True,
    ),
    degree(
        "bachelor",
        "college-degree",
        r"\b(?:college|university|academic|advanced|graduate|technical|professional)"
        r"(?:[ /](?:or )?(?:college|university))? degree\b",
    ),
    degree("postsecondary", "degree", r"\bdegree(?=(?: or [\w ]{3,30})? in )"),
)
FIELD = re.compile(
    r"\s*(?:degree|diploma)?\s*\b(?:in|of)\s+(?:an? |the )?(?P<field>[A-Za-z][\w&/’'-]*(?:\s[\w&/’'-]+){0,5})",
    re.IGNORECASE,
)
FIELD_STOP = re.compile(
    r"\s*\b(?:and|or|with|from|at|is|are|required|preferred|desired|plus|strongly|highly|preferably|including|equivalent|"
    r"for|to|that|which|as|would|will|must|minimum)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
NEXT_FIELD = re.compile(
    r"(?:(?:\s*,)?\s*(?:\bor\b|/)|\s*,(?=[^.;:()\n]{3,60}?\bor\b))\s*(?P<field>[A-Za-z][\w&’'-]*(?:\s[\w&’'-]+){0,2}?)"
    r"(?=\s*(?:[.,;:)/\n•]|$|\b(?:or|and|is|are|with|from|required|preferred|desired|strongly|highly)\b))",
    re.IGNORECASE,
)
NO_NEXT_FIELD = re.compile(
    r"\b(?:related|similar|equivalent|other|another|relevant|comparable|any|an?|the|years?|experience|licen[sc]\w+|"
    r"certifi\w+|registered|field|diploma|training|work)\b|\d",
    re.IGNORECASE,
)
EQUIVALENT = re.compile(
    r"^[^.;\n]{0,40}?\b(?:or|and/or|/)\s?(?:\w+ ){0,3}?(?:equivalen\w+|comparable)\b", re.IGNORECASE
)
# "in" before these is no field of study.
NO_FIELD = frozenset(("a", "an", "the", "this", "our", "your", "progress", "process", "hand", "order", "lieu", "good"))


def find_education(clause: Clause, lexicon: Lexicon) -> Iterator[Found]:
    """Every degree in the clause with the fields named behind it; fields after an "and" are left to the lexicon."""
    text = clause.text
    taken = 0
    for place, entry in sorted(degrees_in(text), key=lambda item: (item[0][0], -item[0][1])):
        start, end = place
        if start < taken:
            continue
        taken, fields = read_fields(text, end, lexicon)
        words = text[start:taken]
        detail = Detail(degree=entry.level, fields=fields, or_equivalent=bool(EQUIVALENT.match(text[taken:])))
        span = Span(clause.span.start + start, clause.span.start + taken)
        key, name = name_of(entry, words, lexicon)
        yield Found(span, Kind.EDUCATION, key, name, "degree", detail)


def degrees_in(text: str) -> Iterator[tuple[tuple[int, int], Degree]]:
    """Every match of every pattern."""
    for entry in DEGREES:
        for found in entry.pattern.finditer(text):
            yield found.span(), entry


def read_fields(text: str, start: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """The fields of study behind a degree, of which one is enough: "Accounting or Finance"; and where they end."""
    end, field = read_field(text, start)
    fields = [field] if field else []
    while fields and (found := NEXT_FIELD.match(text, end)) and is_field(found["field"], field, lexicon):
        end = found.end("field")
        fields.append(" ".join(found["field"].split()))
    return end, tuple(fields)


def is_field(words: str, first: str, lexicon: Lexicon) -> bool:
    """Whether words behind a first field of study are another: written as it is, and known as nothing else."""
    if words.isupper() or NO_NEXT_FIELD.search(words) or any(True for _ in degrees_in(words)):
        return False
    kinds = {lexicon.skills[key].kind.value for key in lexicon.identify(" ".join(words.split()))}
    if kinds & {"credential", "tool", "soft", "language", "eligibility"}:
        return False
    return "education" in kinds or (first[0].isupper() and all(word[0].isupper() for word in words.split()))


def read_field(text: str, start: int) -> tuple[int, str]:
    """The field of study behind a degree and where it ends; the start and nothing where none is named."""
    found = FIELD.match(text, start)
    if not found:
        return start, ""
    field = FIELD_STOP.sub("", found["field"]).rstrip()
    if not field or field.split()[0].casefold() in NO_FIELD:
        return start, ""
    return found.start("field") + len(field), " ".join(field.split())


def name_of(entry: Degree, words: str, lexicon: Lexicon) -> tuple[str, str]:
    """The lexicon's id and name for the degree as written, else for its level, else the words."""
    written = " ".join(words.split())
    for key in (*lexicon.identify(written), entry.id):
        if key in lexicon.skills and lexicon.skills[key].kind.value == "education":
            return key, lexicon.skills[key].name
    return phrase_id(written), written
