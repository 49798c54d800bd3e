"""The finder's opinion beside the rules' judgement: on levels, and on what only one of the two saw."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from applykit.posting.model import Role
from applykit.requirements.clauses import Clause, ClauseFinder
from applykit.requirements.found import Found
from applykit.requirements.levels import Judgement
from applykit.requirements.model import Kind, Level

SURE = 0.5  # the finder's score from which it is believed against a doubt
MOST = 0.8  # part of a section's phrases from which the finder's opinion on them is one on the section
FEW = 5  # phrases below which a section is too short to make wishes of its requirements
WORK = frozenset((Kind.SKILL, Kind.TOOL))  # what duties name in passing
# Words that speak of the work as often as of the person: "keeps the required records", "as the patient's needs demand".
OUTRIGHT = frozenset(("must", "mandatory"))

Place = tuple[Role, str]


def place_of(clause: Clause) -> Place:
    """What tells one section from another: its role and heading."""
    return clause.role, clause.heading


def count_opinions(found: Iterable[Found], clauses: ClauseFinder) -> dict[Place, Counter[Level]]:
    """How often the finder saw which level in each section."""
    opinions: dict[Place, Counter[Level]] = defaultdict(Counter)
    for one in found:
        clause = clauses.at(one.span)
        if clause is not None and one.level is not None:
            opinions[place_of(clause)][one.level] += 1
    return opinions


def weigh(judgement: Judgement, one: Found, clause: Clause, opinions: Counter[Level]) -> Judgement:
    """The rules' judgement, or the finder's opinion where it is the better one."""
    if not prefers_opinion(judgement, one, clause, opinions):
        return judgement
    return Judgement(one.level, f"level by the finder, against: {judgement.why}")


def prefers_opinion(judgement: Judgement, one: Found, clause: Clause, opinions: Counter[Level]) -> bool:
    """Whether the finder's level beats the rules'; the shares are measured on postings it was not trained on.

    A clause's own words win, except that among duties a "required" or "desired" often speaks of the work. What only
    follows from the section gives way, except that a wish never becomes a must, a requirement becomes a duty or a wish
    only where the finder sees most of its section so (a skill among working conditions always), and a skill among
    duties stays one. Doubts about offers and self-praise give way to a sure finder.
    """
    now, seen = judgement.level, one.level
    if seen is None or seen is now:
        return False
    if judgement.firm:
        about_work = clause.role is Role.DUTIES and one.kind in WORK and judgement.cue not in OUTRIGHT
        return bool(about_work and judgement.cue and seen is Level.DUTY)
    if now is None:
        return (one.score or 0.0) >= SURE
    if (seen, now) == (Level.REQUIRED, Level.PREFERRED):
        return False
    most = opinions[seen] >= MOST * opinions.total()
    if (seen, now) == (Level.DUTY, Level.REQUIRED):
        return one.kind in WORK and (clause.role is Role.CONDITIONS or (clause.role is Role.REQUIRED and most))
    if (seen, now) == (Level.PREFERRED, Level.REQUIRED) and clause.role is Role.REQUIRED:
        return most and opinions.total() >= FEW
    if (seen, now) == (Level.REQUIRED, Level.DUTY) and clause.role is Role.DUTIES:
        return one.kind not in WORK
    return True
