"""Neighbours that are one thing as people write it: a degree with its first field, a name with its abbreviation."""

import re
from collections.abc import Iterable
from dataclasses import replace

from applykit.posting.model import Span
from applykit.requirements.found import Found
from applykit.requirements.model import Detail, Kind

DEGREE = re.compile(
    r"(?i)\b(?:degrees?|diplomas?|bachelor(?:['’]?s)?|master(?:['’]?s)?|doctorate|associate(?:['’]?s)?|"
    r"ph\.?d|b\.?[as]c?|m\.?[as]c?)\.?\)?$"
)
INTO = re.compile(r"(?i),? (?:degree |diploma )?(?:in|of) (?:the field of |an? )?")
SCHOOL = re.compile(r"(?i)[^.;:\n]{0,40}? (?:from|at) (?:an?|the) (?:[\w.-]+ ){0,2}")
ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][\w.&/-]{1,9}")


def join_neighbours(found: Iterable[Found], text: str) -> tuple[Found, ...]:
    """The finds in order; where two neighbours are one thing, the first with the span of both."""
    joined: list[Found] = []
    for one in sorted(found, key=lambda one: (one.span, one.id, one.rule)):
        last = joined[-1] if joined else None
        if last and is_field(last, one, text):
            joined[-1] = with_field(last, one, text)
        elif last and is_school(last, one, text):
            continue
        elif last and is_abbreviation(last, one, text):
            joined[-1] = with_abbreviation(last, one)
        else:
            joined.append(one)
    return tuple(joined)


def is_field(degree: Found, field: Found, text: str) -> bool:
    """Whether "degree" and "field" read "Bachelor's degree in Nursing"."""
    if degree.kind is not Kind.EDUCATION or field.kind is not Kind.EDUCATION or field.origin == "rule":
        return False
    return bool(
        INTO.fullmatch(text, degree.span.end, max(field.span.start, degree.span.end))
        and DEGREE.search(degree.span.of(text))
    )


def with_field(degree: Found, field: Found, text: str) -> Found:
    """The degree in that field."""
    detail = degree.detail or Detail()
    words = " ".join(field.span.of(text).split())
    fields = detail.fields if any(words.casefold() in known.casefold() for known in detail.fields) else (words,)
    return replace(
        degree,
        span=Span(degree.span.start, field.span.end),
        detail=replace(detail, fields=fields),
        rule=f"{degree.rule}, with its field",
    )


def is_school(degree: Found, school: Found, text: str) -> bool:
    """Whether `school` is only where the degree is to be from: "a degree in Nursing from an accredited school"."""
    if {degree.kind, school.kind} != {Kind.EDUCATION} or school.origin == "rule":
        return False
    near = SCHOOL.fullmatch(text, degree.span.end, max(school.span.start, degree.span.end))
    return bool(
        near and re.match(r"(?i)(?:[\w-]+ ){0,3}(?:school|college|university|institution)", school.span.of(text))
    )


def is_abbreviation(name: Found, short: Found, text: str) -> bool:
    """Whether `short` stands in parentheses right behind `name`: "Basic Life Support (BLS)"."""
    gap = text[name.span.end : short.span.start]
    if gap not in (" (", "(") or text[short.span.end : short.span.end + 1] != ")":
        return False
    return bool(ABBREVIATION.fullmatch(short.span.of(text))) and name.kind is short.kind


def with_abbreviation(name: Found, short: Found) -> Found:
    """The name with its abbreviation; of the two the one that a list knows gives the id."""
    known = short if name.id.startswith("phrase:") and not short.id.startswith("phrase:") else name
    scores = [one.score for one in (name, short) if one.score is not None]
    return replace(
        known,
        span=Span(name.span.start, short.span.end + 1),
        rule=f"{known.rule}, with its abbreviation",
        score=max(scores, default=None),
        level=name.level or short.level,
    )
