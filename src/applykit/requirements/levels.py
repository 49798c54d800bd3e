"""How strongly something is asked for at one place, and why; None where it is not asked for at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from applykit.posting.model import Role, Span
from applykit.requirements.clauses import Clause
from applykit.requirements.cues import APPLICATION, CUES, EQUAL, NEGATION, OFFER, PERSON, PRAISE, Cue
from applykit.requirements.model import Kind, Level

CONDITIONS = frozenset((Kind.EDUCATION, Kind.EXPERIENCE, Kind.PHYSICAL, Kind.SCHEDULE, Kind.ELIGIBILITY))
SILENT_ROLES = frozenset((Role.OFFER, Role.EQUAL_OPPORTUNITY, Role.HOW_TO_APPLY, Role.EMPLOYER))
# What may be demanded even among application instructions: "must pass a drug screen before the first day".
HARD_KINDS = frozenset(
    (Kind.CREDENTIAL, Kind.EDUCATION, Kind.EXPERIENCE, Kind.ELIGIBILITY, Kind.SCHEDULE, Kind.PHYSICAL)
)

ROLE_LEVEL = {
    Role.REQUIRED: Level.REQUIRED,
    Role.PREFERRED: Level.PREFERRED,
    Role.CONDITIONS: Level.REQUIRED,
    Role.DUTIES: Level.DUTY,
    Role.SUMMARY: Level.DUTY,
    Role.OTHER: Level.DUTY,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The level, or None where nothing is asked for; `why` names the rule and its words.

    `firm`: the words speak of the thing itself, and do not only stand in a section where such things are asked for.
    """

    level: Level | None
    why: str
    firm: bool = False


def judge(clause: Clause, span: Span, kind: Kind) -> Judgement:
    """The first rule that has something to say about `span` of `kind` in its clause decides."""
    for rule in (judge_negation, judge_silence, judge_cues, judge_label, judge_lead, judge_heading, judge_person):
        judgement = rule(clause, span, kind)
        if judgement is not None:
            return judgement
    return judge_role(clause, kind)


def judge_negation(clause: Clause, span: Span, kind: Kind) -> Judgement | None:
    """ "No experience needed", "is not required": dropped, when the words stand around the span."""
    start, end = clause.local(span)
    for name, pattern in NEGATION:
        for found in pattern.finditer(clause.text):
            inside = found.start() <= start < found.end()
            behind = name == "not required" and end <= found.start() and is_near(clause.text[end : found.start()])
            if inside or behind:
                return Judgement(None, f"declared not needed: {found[0]!r}", firm=True)
    return None


def is_near(between: str) -> bool:
    """Whether a verdict behind a thing still speaks of it: no new sentence part begins between."""
    return len(between) < 60 and not any(sign in between for sign in (";", "."))


def judge_silence(clause: Clause, span: Span, kind: Kind) -> Judgement | None:
    """Offers, self-praise, equal-opportunity text and application instructions ask for nothing."""
    hard = kind in HARD_KINDS and any(c.level is Level.REQUIRED for c, _ in find_cues(clause.text))
    for name, pattern in (("equal opportunity", EQUAL), ("application instructions", APPLICATION)):
        if (found := pattern.search(clause.text)) and not (hard and name != "equal opportunity"):
            return Judgement(None, f"{name}: {found[0]!r}", firm=True)
    offer = OFFER.search(clause.text)
    if offer and not (hard and clause.role is not Role.OFFER):
        return Judgement(None, f"the employer offers it: {offer[0]!r}")
    if clause.role in SILENT_ROLES and not hard:
        return Judgement(None, f"section {clause.role}", firm=clause.role is not Role.EMPLOYER)
    praise = PRAISE.search(clause.text)
    if praise and clause.role in (Role.OTHER, Role.SUMMARY) and not hard:
        return Judgement(None, f"the employer about itself: {praise[0]!r}")
    return None


def find_cues(text: str) -> Iterator[tuple[Cue, tuple[int, int]]]:
    """Every cue in the text with its place; earlier rules of the table cover later ones."""
    covered: list[tuple[int, int]] = []
    for cue in CUES:
        for found in cue.pattern.finditer(text):
            if not any(first < found.end() and found.start() < last for first, last in covered):
                covered.append(found.span())
                yield cue, found.span()


def judge_cues(clause: Clause, span: Span, kind: Kind) -> Judgement | None:
    """The clause's own words: with several cues, the next behind the span in the same part, else the last before it."""
    cues = [(cue, place) for cue, place in find_cues(clause.text) if speaks(cue, clause, place)]
    if not cues:
        return None
    start, end = clause.local(span)
    ranked = sorted(cues, key=lambda item: distance(clause.text, start, end, item[1]))
    cue, (first, last) = ranked[0]
    return Judgement(cue.level, f"cue {cue.name!r}: {clause.text[first:last]!r}", firm=True)


def speaks(cue: Cue, clause: Clause, place: tuple[int, int]) -> bool:
    """Whether a cue speaks of the applicant there, and not of the work ("as required")."""
    return not (cue.name == "should" and clause.role is Role.DUTIES)


def distance(text: str, start: int, end: int, cue: tuple[int, int]) -> tuple[int, int, int]:
    """Sort key of a cue as seen from text[start:end]: parts (; and ,) between count most, then sides, then characters."""
    first, last = cue
    between = text[end:first] if first >= end else text[last:start] if last <= start else ""
    parts = 2 * between.count(";") + between.count(",") + between.count(" but ")
    return parts, int(last <= start), len(between)


def judge_label(clause: Clause, span: Span, kind: Kind) -> Judgement | None:
    """ "Preferred: …" at the head of the line."""
    return judge_words(clause.label, "label")


def judge_lead(clause: Clause, span: Span, kind: Kind) -> Judgement | None:
    """The line that introduces the list."""
    return judge_words(clause.lead, "list under")


def judge_heading(clause: Clause, span: Span, kind: Kind) -> Judgement | None:
    """A heading that says it outright; others have already given the section its role."""
    if clause.role in (Role.REQUIRED, Role.PREFERRED, Role.DUTIES):
        return None
    return judge_words(clause.heading, "heading")


def judge_words(words: str, what: str) -> Judgement | None:
    """What a heading-like text says about everything below it; a wish in it beats a must."""
    cues = sorted((cue.level is not Level.PREFERRED, place, cue) for cue, place in find_cues(words))
    if not cues:
        return None
    cue = cues[0][2]
    return Judgement(cue.level, f"{what} {words!r}", firm=what != "heading")


def judge_person(clause: Clause, span: Span, kind: Kind) -> Judgement | None:
    """A sentence about the person is a demand, except among the duties."""
    if clause.role in (Role.DUTIES, Role.PREFERRED):
        return None
    found = PERSON.search(clause.text)
    return Judgement(Level.REQUIRED, f"about the person: {found[0]!r}") if found else None


def judge_role(clause: Clause, kind: Kind) -> Judgement:
    """What the section's role says; conditions outside duties are demands, but for facts about the schedule."""
    level = ROLE_LEVEL.get(clause.role, Level.DUTY)
    if clause.role is Role.CONDITIONS and kind is Kind.SCHEDULE:
        return Judgement(Level.DUTY, "a fact about the schedule")
    firm = (kind in CONDITIONS and kind is not Kind.SCHEDULE) or kind in (Kind.CREDENTIAL, Kind.LANGUAGE)
    if level is Level.DUTY and firm:
        return Judgement(Level.REQUIRED, f"{kind} in section {clause.role}")
    return Judgement(level, f"section {clause.role}")
