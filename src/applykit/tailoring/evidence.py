"""The strongest answers to a posting, as sentences of the letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from applykit.matching.model import Match, Status
from applykit.matching.timeline import DatedRole
from applykit.requirements.model import Kind
from applykit.tailoring.choice import Chooser
from applykit.tailoring.grammar.first_person import first_person
from applykit.tailoring.grammar.nouns import upper_first
from applykit.tailoring.material import WEIGHTS, Material
from applykit.tailoring.model import Sentence, Source
from applykit.tailoring.needs import is_task, say_need
from applykit.tailoring.select import HOW_STRONG, list_candidates
from applykit.tailoring.sentences import from_phrase, posting_source, profile_sources

ANSWERED = (Kind.SKILL, Kind.TOOL, Kind.SOFT, Kind.EXPERIENCE)
LONGEST = 38  # words of a highlight that still make a sentence
SURE = ("direct", "alias", "task", "implied", "narrower")


@dataclass(frozen=True, slots=True)
class Answer:
    """A highlight that answers requirements, as a clause; `needs` are named in the sentence."""

    pointer: str
    role: DatedRole
    clause: str
    matches: tuple[Match, ...]
    strength: int


def list_answers(material: Material) -> tuple[Answer, ...]:
    """All highlights that answer something and can be said in the first person, strongest first."""
    roles = {role.pointer: role for role in material.timeline.roles}
    found = []
    for candidate in list_candidates(material, material.timeline.roles):
        role = roles[candidate.role]
        clause = first_person(candidate.text, current=role.current)
        if clause is None or len(candidate.text.split()) > LONGEST:
            continue
        matches = tuple(_nameable(candidate.pointer, material))
        weight = sum(WEIGHTS[m.requirement.level] * (2 if m.status is Status.MET else 1) for m in matches)
        has_number = any(letter.isdigit() for letter in candidate.text)
        found.append(Answer(candidate.pointer, role, clause, matches, 2 * weight + 3 * has_number))
    return tuple(sorted(found, key=lambda a: (-a.strength, not a.role.current, a.role.pointer, a.pointer)))


def _nameable(pointer: str, material: Material) -> Iterator[Match]:
    """The matches a highlight is sure evidence for, the strongest first."""
    pairs = [
        (match, evidence) for match, evidence in material.by_pointer.get(pointer, ())
        if match.requirement.kind in ANSWERED and evidence.how in SURE and match.status is Status.MET
    ]  # fmt: skip
    pairs.sort(key=lambda pair: (-WEIGHTS[pair[0].requirement.level], -HOW_STRONG[pair[1].how]))
    yield from (match for match, _ in pairs)


def pick_answers(answers: tuple[Answer, ...], *, most: int) -> tuple[Answer, ...]:
    """Answers that each show something the others do not, by greedy coverage; then grouped by employer."""
    chosen: list[Answer] = []
    told: set[str] = set()
    rest = list(answers)
    while rest and len(chosen) < most:
        best = max(rest, key=lambda a: (_fresh(a, told), a.strength, -answers.index(a)))
        if not _fresh(best, told) and chosen:
            break
        chosen.append(best)
        told |= {match.requirement.id for match in best.matches}
        rest.remove(best)
    places = list(dict.fromkeys(answer.role.place for answer in chosen))
    return tuple(sorted(chosen, key=lambda answer: (places.index(answer.role.place), chosen.index(answer))))


def _fresh(answer: Answer, told: set[str]) -> int:
    return sum(WEIGHTS[m.requirement.level] for m in answer.matches if m.requirement.id not in told)


def say_answers(
    answers: tuple[Answer, ...], material: Material, chooser: Chooser, *, place: str | None
) -> tuple[Sentence, ...]:
    """The sentences; an employer is named when it changes, and no requirement is named twice."""
    told: set[str] = set()
    sentences = []
    for answer in answers:
        clause, sources = _placed(answer, material, chooser, place=place)
        place = answer.role.place
        needs = [match for match in answer.matches if match.requirement.id not in told][:1]
        told |= {match.requirement.id for match in answer.matches}
        sentences.append(_sentence(clause, needs, sources, material, chooser))
    return tuple(sentences)


def _placed(
    answer: Answer, material: Material, chooser: Chooser, *, place: str | None
) -> tuple[str, tuple[Source, ...]]:
    """The clause, with the employer before it when the last sentence was about another."""
    if answer.role.place == place:
        return answer.clause, profile_sources(answer.pointer)
    opening = chooser.last_opening
    name, text = chooser.choose("place", place=answer.role.employer, claim=answer.clause)
    chooser.last_opening = opening
    field = "name" if answer.role.paid else "organization"
    return text, profile_sources(answer.pointer, f"{answer.role.place}/{field}")


def _sentence(
    clause: str, needs: list[Match], sources: tuple[Source, ...], material: Material, chooser: Chooser
) -> Sentence:
    if not needs:
        name, text = chooser.choose("evidence_plain", Claim=upper_first(clause), claim=clause)
        return from_phrase(text, name, *sources)
    need = say_need(needs[0], material)
    slot = "evidence_task" if is_task(need) else "evidence_noun"
    name, text = chooser.choose(slot, need=need, claim=clause)
    span = needs[0].requirement.mentions[0].span
    return from_phrase(text, name, *sources, posting_source(f"{span.start}:{span.end}"))
