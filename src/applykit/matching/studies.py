"""Fields of study and accreditors that a degree's own name says: a BSN is in nursing, an MSW in social work."""

import re

from applykit.matching.words import content_stems, stem, words_of
from applykit.profile.model import Education
from applykit.requirements.model import Requirement

GENERIC = frozenset(content_stems("degree diploma field study related science program certificate accredited school"))

# Degrees whose letters name the field, in the usual American way of writing them.
LETTERS = {
    "bsn": "nursing", "msn": "nursing", "adn": "nursing", "asn": "nursing", "dnp": "nursing",
    "bsw": "social work", "msw": "social work", "dsw": "social work",
    "mba": "business administration", "bba": "business administration", "dba": "business administration",
    "mha": "health administration", "mph": "public health", "mpa": "public administration", "mls": "library science",
    "bscs": "computer science", "mscs": "computer science", "bsee": "electrical engineering",
    "bsme": "mechanical engineering", "beng": "engineering", "meng": "engineering", "bfa": "fine arts",
    "bsed": "education", "edd": "education", "bpharm": "pharmacy", "pharmd": "pharmacy",
    "md": "medicine", "jd": "law", "juris": "law",
}  # fmt: skip
IN_NAME = re.compile(
    r"\b(?:bachelor|master|associate|doctor)(?:['’]?s|s['’])?(?: of)?(?: applied)?(?: (?:science|arts))?(?: degree)?"
    r" (?:in|of) (?P<field>(?!science\b|arts\b|applied\b)[a-z][a-z &-]*)$"
    r"|\bgraduate of an? (?P<program>[a-z ]+) program$",
    re.IGNORECASE,
)

# Bodies that accredit programmes, each with the field that it accredits.
ACCREDITORS = {
    "ASHP": "pharmacy", "ACPE": "pharmacy", "CCNE": "nursing", "ACEN": "nursing", "NLNAC": "nursing",
    "CSWE": "social work", "ABET": "", "CAAHEP": "", "ABHES": "", "JRCERT": "", "NAACLS": "", "CAHIIM": "",
}  # fmt: skip
BODY = re.compile(rf"\b({'|'.join(ACCREDITORS)})\b", re.IGNORECASE)


def field_named(name: str) -> str:
    """The field that a degree's name or letters say, or nothing: "MSW" and "Master of Social Work" say social work."""
    found = IN_NAME.search(name.strip())
    if found:
        return (found["field"] or found["program"]).casefold()
    return next((LETTERS[word] for word in letters_in(name) if word in LETTERS), "")


def letters_in(text: str) -> tuple[str, ...]:
    """The words of a text with the points of degrees left out: "B.S.N." is "bsn"."""
    return words_of(re.sub(r"\b(\w{1,5})\.(?=\w)", r"\1", text))


def accreditors_asked(requirement: Requirement) -> tuple[str, ...]:
    """The bodies of which one must have accredited the programme."""
    issuer = requirement.detail.issuer if requirement.detail else None
    texts = (requirement.name, issuer or "", *(mention.quote for mention in requirement.mentions))
    return tuple(sorted({body.upper() for text in texts for body in BODY.findall(text)}))


def is_accredited_by(item: Education, bodies: tuple[str, ...]) -> bool:
    """Whether the entry itself speaks of one of the bodies."""
    parts = (item.studyType, item.area, item.accreditation, item.institution, *item.courses)
    text = " ".join([*filter(None, parts), *(highlight.text for highlight in item.highlights)])
    return any(body.upper() in bodies for body in BODY.findall(text))


def fields_asked(requirement: Requirement) -> tuple[str, ...]:
    """The fields in the posting's words, else the one that the degree's name or its accreditor says."""
    if requirement.detail and requirement.detail.fields:
        return requirement.detail.fields
    named = field_named(requirement.name)
    accredited = [ACCREDITORS[body] for body in accreditors_asked(requirement)]
    found = [named] if named else accredited
    return tuple(dict.fromkeys(filter(None, found)))


def fits_field(item: Education, fields: tuple[str, ...]) -> bool:
    """Whether the studied area is one of the asked fields; "related field" leaves it to the reader, so it fits."""
    if not fields:
        return True
    text = f"{item.area or ''} {item.studyType or ''}"
    letters = " ".join(LETTERS[word] for word in letters_in(text) if word in LETTERS)
    own = frozenset(stem(word) for word in words_of(f"{text} {letters}"))
    return any(_same_field(own, field) for field in fields)


def _same_field(own: frozenset[str], field: str) -> bool:
    """One shared word is enough, but social work is not social science."""
    wanted = set(content_stems(field)) - GENERIC
    if field.casefold() in LETTERS.values() and len(wanted) < len(words_of(field)):
        return {stem(word) for word in words_of(field)} <= own
    return not wanted or bool(wanted & own)
