"""How strongly something is asked for at one place, and why; no level where it is not asked for at all."""

import re
from dataclasses import dataclass
from functools import lru_cache

from applykit.posting.model import Role, Span
from applykit.requirements.clauses import Clause
from applykit.requirements.cues import APPLICATION, CUES, EQUAL, FORWARD, NEGATION, OFFER, PERSON, PRAISE, Cue
from applykit.requirements.model import Kind, Level

SILENT_ROLES = frozenset((Role.OFFER, Role.EQUAL_OPPORTUNITY, Role.HOW_TO_APPLY, Role.EMPLOYER))
CONDITIONS = frozenset((Kind.EDUCATION, Kind.EXPERIENCE, Kind.PHYSICAL, Kind.SCHEDULE, Kind.ELIGIBILITY))
# What may be demanded even among offers or instructions: "must pass a drug screen before the first day".
HARD_KINDS = CONDITIONS | {Kind.CREDENTIAL}
# What is a demand wherever it stands; facts about the schedule are none.
ALWAYS_ASKED = (HARD_KINDS | {Kind.LANGUAGE}) - {Kind.SCHEDULE}

ROLE_LEVEL = {
    Role.REQUIRED: Level.REQUIRED,
    Role.PREFERRED: Level.PREFERRED,
    Role.CONDITIONS: Level.REQUIRED,
}
SOFTENED = frozenset(("not required, but", "preferred but not required"))  # wishes that hold a "not required"
NEAR = 60  # characters between a thing and a "not required" that still speaks of it


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged: a thing of some kind at start:end of its clause's text."""

    clause: Clause
    kind: Kind
    start: int
    end: int

    @property
    def demanded(self) -> bool:
        """Whether it is of a hard kind and the clause says "must" or "required"."""
        return self.kind in HARD_KINDS and any(cue.level is Level.REQUIRED for cue, _ in find_cues(self.clause.text))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The level, or None where nothing is asked for; `why` names the rule and its words.

    `firm`: the words speak of the thing itself, and do not only stand in a section where such things are asked for.
    `cue`: the name of the clause's own words that decided.
    """

    level: Level | None
    why: str
    firm: bool = False
    cue: str = ""


def judge(clause: Clause, span: Span, kind: Kind) -> Judgement:
    """The first rule that has something to say about `span` of `kind` in its clause decides."""
    case = Case(clause, kind, *clause.local(span))
    judgements = (judgement for rule in RULES if (judgement := rule(case)) is not None)
    return next(judgements, None) or judge_role(case)


def judge_negation(case: Case) -> Judgement | None:
    """ "No experience needed", "… is not required": dropped, when the words hold the thing or stand close behind."""
    text = case.clause.text
    for cue, first, last in find_negations(text):
        inside = first <= case.start < last
        behind = cue == "not required" and case.end <= first <= case.end + NEAR
        if inside or behind:
            return Judgement(None, f"declared not needed: {text[first:last]!r}", firm=True)
    return None


@lru_cache(maxsize=2048)
def find_negations(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every negation in the text that no cue softens ("preferred but not required"), with its place.

    Remembered, as cues are: every find of a clause is judged by the same words.
    """
    softened = [place for cue, place in find_cues(text) if cue.name in SOFTENED]
    return tuple(
        (cue, found.start(), found.end())
        for cue, pattern in NEGATION
        for found in pattern.finditer(text)
        if not any(first <= found.start() < last for first, last in softened)
    )


@lru_cache(maxsize=8192)
def find_words(pattern: re.Pattern[str], text: str) -> str | None:
    """The first words of the text that a pattern knows."""
    found = pattern.search(text)
    return found[0] if found else None


def judge_legal_text(case: Case) -> Judgement | None:
    """Equal-opportunity text asks for nothing, whatever it says."""
    found = find_words(EQUAL, case.clause.text)
    return Judgement(None, f"equal opportunity: {found!r}", firm=True) if found else None


def judge_application(case: Case) -> Judgement | None:
    """Application instructions ask only for what they demand outright."""
    found = find_words(APPLICATION, case.clause.text)
    return Judgement(None, f"application instructions: {found!r}", firm=True) if found and not case.demanded else None


def judge_offer(case: Case) -> Judgement | None:
    """What the employer offers, trains or pays is not asked for."""
    found = find_words(OFFER, case.clause.text)
    if not found or (case.demanded and case.clause.role is not Role.OFFER):
        return None
    return Judgement(None, f"the employer offers it: {found!r}")


def judge_silent_section(case: Case) -> Judgement | None:
    """Sections about the employer, its offers, the law and the application ask for nothing but hard demands."""
    if case.clause.role not in SILENT_ROLES or case.demanded:
        return None
    return Judgement(None, f"section {case.clause.role}", firm=case.clause.role is not Role.EMPLOYER)


def judge_praise(case: Case) -> Judgement | None:
    """The employer about itself, in a section that is about something else."""
    if case.clause.role in (Role.REQUIRED, Role.PREFERRED, Role.DUTIES, Role.CONDITIONS) or case.demanded:
        return None
    found = find_words(PRAISE, case.clause.text)
    return Judgement(None, f"the employer about itself: {found!r}") if found else None


def judge_cues(case: Case) -> Judgement | None:
    """The clause's own words: of several cues, the next behind the thing in the same part, else the last before it."""
    text = case.clause.text
    cues = [(cue, place) for cue, place in find_cues(text) if speaks_of(cue, place, case)]
    if not cues:
        return None
    cue, (first, last) = min(cues, key=lambda item: distance(text, case, item[1]))
    return Judgement(cue.level, f"cue {cue.name!r}: {text[first:last]!r}", firm=True, cue=cue.name)


@lru_cache(maxsize=2048)
def find_cues(text: str) -> tuple[tuple[Cue, tuple[int, int]], ...]:
    """Every cue in the text with its place; earlier rules of the table cover later ones."""
    cues: list[tuple[Cue, tuple[int, int]]] = []
    for cue in CUES:
        for found in cue.pattern.finditer(text):
            if not any(first < found.end() and found.start() < last for _, (first, last) in cues):
                cues.append((cue, found.span()))
    return tuple(cues)


def speaks_of(cue: Cue, place: tuple[int, int], case: Case) -> bool:
    """Whether a cue can mean the thing: "preferably" means only what follows, "should" among duties the work."""
    if cue.name == "should" and case.clause.role is Role.DUTIES:
        return False
    forward = FORWARD.match(case.clause.text, place[0])
    return not forward or place[1] <= case.start


def distance(text: str, case: Case, cue: tuple[int, int]) -> tuple[int, int, int]:
    """Sort key of a cue as seen from the thing: parts of the sentence between, then sides, then characters."""
    first, last = cue
    between = text[case.end : first] if first >= case.end else text[last : case.start]
    parts = 2 * between.count(";") + between.count(",") + 2 * between.count(" but ")
    return parts, int(last <= case.start), len(between)


def judge_label(case: Case) -> Judgement | None:
    """ "Preferred: …" at the head of the line."""
    return judge_words(case.clause.label, "label", firm=True)


def judge_lead(case: Case) -> Judgement | None:
    """The line that introduces the list."""
    return judge_words(case.clause.lead, "list under", firm=True)


def judge_heading(case: Case) -> Judgement | None:
    """A heading that says it outright; others have already given the section its role."""
    if case.clause.role in (Role.REQUIRED, Role.PREFERRED, Role.DUTIES):
        return None
    return judge_words(case.clause.heading, "heading", firm=False)


def judge_words(words: str, what: str, *, firm: bool) -> Judgement | None:
    """What a heading-like text says about everything below it; a wish in it beats a must."""
    cues = [cue for cue, _ in find_cues(words)]
    cue = next((cue for cue in cues if cue.level is Level.PREFERRED), next(iter(cues), None))
    return Judgement(cue.level, f"{what} {words!r}", firm) if cue else None


def judge_person(case: Case) -> Judgement | None:
    """A sentence about the person is a demand, except among the duties and wishes."""
    if case.clause.role in (Role.DUTIES, Role.PREFERRED):
        return None
    found = find_words(PERSON, case.clause.text)
    return Judgement(Level.REQUIRED, f"about the person: {found!r}") if found else None


def judge_role(case: Case) -> Judgement:
    """What the section's role says; credentials, degrees and the like are demands wherever they stand."""
    role = case.clause.role
    if role is Role.CONDITIONS and case.kind is Kind.SCHEDULE:
        return Judgement(Level.DUTY, "a fact about the schedule")
    if role not in ROLE_LEVEL and case.kind in ALWAYS_ASKED:
        return Judgement(Level.REQUIRED, f"{case.kind} in section {role}")
    return Judgement(ROLE_LEVEL.get(role, Level.DUTY), f"section {role}")


RULES = (
    judge_negation,
    judge_legal_text,
    judge_application,
    judge_offer,
    judge_silent_section,
    judge_praise,
    judge_cues,
    judge_label,
    judge_lead,
    judge_heading,
    judge_person,
)
