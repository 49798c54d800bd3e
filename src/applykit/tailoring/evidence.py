"""The strongest answers to a posting, as sentences of the letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from applykit.matching.model import Evidence, Match, Status
from applykit.matching.timeline import DatedRole
from applykit.requirements.model import Kind
from applykit.tailoring.career import read_career, telling_words
from applykit.tailoring.grammar.first_person import first_person
from applykit.tailoring.material import WEIGHTS, Material
from applykit.tailoring.names import keep_names
from applykit.tailoring.needs import say_need
from applykit.tailoring.select import Candidate, list_candidates

ANSWERED = (Kind.SKILL, Kind.TOOL, Kind.SOFT)
LONGEST = 38  # words of a highlight that still make a sentence
SURE = ("direct", "alias", "task", "implied")
MEASURED = re.compile(r"\d ?%|accura|error|discrepanc|on time|to the (?:cent|penny)", re.IGNORECASE)
KINDRED = 4  # for work of the kind that the letter names: it says more to this reader than a job before it
POINTS = {Status.MET: 2, Status.PARTLY: 1}


@dataclass(frozen=True, slots=True)
class Answer:
    """A highlight that answers requirements, as a clause; `named` is the requirement its sentence may name."""

    pointer: str
    role: DatedRole
    clause: str
    matches: tuple[Match, ...]
    named: tuple[Match, ...]
    strength: int


@lru_cache(maxsize=4)
def list_answers(material: Material) -> tuple[Answer, ...]:
    """All highlights that can be said in the first person, those that answer most first."""
    roles = {role.pointer: role for role in material.timeline.roles}
    found: list[Answer] = []
    told: set[str] = set()
    for candidate in list_candidates(material):
        role = roles[candidate.role]
        clause = first_person(candidate.text, current=role.current)
        clause = keep_names(clause, candidate.text, material.lexicon) if clause else None
        if clause is not None and len(candidate.text.split()) <= LONGEST and clause not in told:
            told.add(clause)
            found.append(_answer(candidate, role, clause, material))
    career = read_career(material)
    like = {role.pointer for role in career.like} if career else set()
    found = [replace(each, strength=each.strength + KINDRED * (each.role.pointer in like)) for each in found]
    recency = {role.pointer: role.period.end if role.period else 0 for role in material.timeline.roles}
    return tuple(sorted(found, key=lambda a: (-a.strength, -recency[a.role.pointer], a.role.pointer, a.pointer)))


def _answer(candidate: Candidate, role: DatedRole, clause: str, material: Material) -> Answer:
    pairs = sorted(_telling(candidate, material), key=lambda pair: -_weight(pair[0]))
    matches = tuple(match for match, _ in pairs)
    named = tuple(match for match, evidence in pairs if _may_name(match, evidence.how, clause, material))
    has_number = any(letter.isdigit() for letter in candidate.text)
    strength = 2 * sum(_weight(match) for match in matches[:3]) + 3 * has_number + 2 * (candidate.number == 0)
    strength += KINDRED * bool(telling_words(material.title or "") & telling_words(clause))
    return Answer(candidate.pointer, role, clause, matches, named, strength)


def _weight(match: Match) -> int:
    return WEIGHTS[match.requirement.level] * POINTS[match.status]


def _telling(candidate: Candidate, material: Material) -> Iterator[tuple[Match, Evidence]]:
    """The matches that a letter may set beside this highlight: sure ones, and care shown by a measured result."""
    for match, evidence in material.by_pointer.get(candidate.pointer, ()):
        met = match.status is Status.MET and evidence.how in SURE and not _in_passing(match, evidence, material)
        special = evidence.how == "narrower"
        careful = match.requirement.kind is Kind.SOFT and evidence.how == "related" and MEASURED.search(candidate.text)
        if match.requirement.kind in ANSWERED and (met or special or careful):
            yield match, evidence


def _in_passing(match: Match, evidence: Evidence, material: Material) -> bool:
    """Whether a soft skill is only one word of the statement: "the outgoing nurse" speaks of no one's manner."""
    if match.requirement.kind is not Kind.SOFT or evidence.how not in ("direct", "alias"):
        return False
    claims = material.claims.by_id.get(match.requirement.id, ())
    return not any(" " in claim.words for claim in claims if claim.fact.pointer == evidence.pointer)


def _may_name(match: Match, how: str, clause: str, material: Material) -> bool:
    """Whether the requirement may stand in the sentence: it adds a word, and another name of it is a near one.

    "You ask for X: I do Y" must make sense to a stranger. Another name must share a word with what the person did; a
    name whose main word, its last, is said already would only repeat it, and another wording of a task may be another
    task ("answering phones", "answering rapid response calls").
    """
    said = _stems(clause)
    need = _stems(say_need(match, material))
    if not need or need[-1] in said or how == "task":
        return False
    return how != "alias" or bool(set(need) & set(said))


def _stems(text: str) -> list[str]:
    """Words of a text, short enough that "filling" and "fill" are one."""
    return [word[:4] for word in re.findall(r"[a-z]{3,}", text.casefold())]


def pick_answers(answers: tuple[Answer, ...], *, most: int, fewest: int, first: DatedRole | None) -> tuple[Answer, ...]:
    """Answers that each show something the others do not, by greedy coverage; then grouped by workplace and role.

    Where the posting gives fewer than `fewest`, the person's strongest lines stand in. The role `first` leads.
    """
    chosen: list[Answer] = []
    told: set[str] = set()
    rest = list(answers)
    order = {answer.pointer: number for number, answer in enumerate(answers)}
    while rest and len(chosen) < most:
        best = max(rest, key=lambda a: (_fresh(a, told), a.strength, -order[a.pointer]))
        if not _fresh(best, told) and len(chosen) >= fewest:
            break
        chosen.append(best)
        told |= {match.requirement.id for match in best.matches}
        rest.remove(best)
    roles = [*([first] if first else []), *(answer.role for answer in chosen)]
    places = [role.employer for role in roles]
    return tuple(sorted(chosen, key=lambda a: (places.index(a.role.employer), roles.index(a.role), chosen.index(a))))


def _fresh(answer: Answer, told: set[str]) -> int:
    return sum(_weight(match) for match in answer.matches if match.requirement.id not in told)
