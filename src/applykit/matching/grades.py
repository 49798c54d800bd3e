"""Grades of a credential: a state may keep trainees, registered and certified technicians under one board."""

import re

from applykit.matching.context import Context
from applykit.requirements.model import Requirement

GRADES = r"(?:certified|registered|licensed)"
# A grade and the first word of what it grades; "certified or registered technician" takes either.
GRADED = re.compile(rf"\b({GRADES}(?:\s*(?:,|/|\bor\b|\band\b)+\s*{GRADES})*)\s+(?=([a-z]+))", re.IGNORECASE)
BEHIND = re.compile(rf"[^.;\n]{{0,40}}?\bas an? ({GRADES}\b[^.;\n]{{0,40}})", re.IGNORECASE)
TRAINEE = re.compile(r"\btrainee\b", re.IGNORECASE)


def read_grades(text: str) -> frozenset[tuple[str, str]]:
    """Every grade of a text with the word that it stands before, in small letters."""
    return frozenset(
        (grade.casefold(), found[2].casefold())
        for found in GRADED.finditer(text)
        for grade in re.findall(GRADES, found[1], re.IGNORECASE)
    )


def wanted_grades(requirement: Requirement, context: Context) -> frozenset[tuple[str, str]]:
    """The grades that the posting names, in the words it asks with or right behind: "registration as a certified …"."""
    texts = [mention.quote for mention in requirement.mentions]
    texts += requirement.detail.words if requirement.detail else ()
    if context.posting:
        behind = (BEHIND.match(context.posting.text, mention.span.end) for mention in requirement.mentions)
        texts += [found[1] for found in behind if found]
    return frozenset().union(*map(read_grades, texts))


def other_grade(wanted: frozenset[tuple[str, str]], name: str) -> str:
    """The wanted grade where a credential's name says another one of the same, else nothing."""
    own = read_grades(name)
    same = {noun for _, noun in own} & {noun for _, noun in wanted}
    if wanted & own or not wanted or not (same or TRAINEE.search(name)):
        return ""
    return " or ".join(sorted({grade for grade, _ in wanted}))
