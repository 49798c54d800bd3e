"""Answers as the sentences of a letter: joined, placed, and with openings that vary."""

import re
from itertools import pairwise

from applykit.matching.model import Match
from applykit.matching.timeline import DatedRole
from applykit.requirements.model import Kind
from applykit.tailoring.choice import Chooser
from applykit.tailoring.evidence import Answer
from applykit.tailoring.grammar.nouns import upper_first, with_article
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source
from applykit.tailoring.needs import is_task, say_need
from applykit.tailoring.sentences import from_phrase, posting_source, profile_sources
from applykit.tailoring.titles import lower_title

SHORT = 14  # words of a claim that another may join
MOST_ANDS = 2  # inside two claims that "and" is to join
AUXILIARY = re.compile(r"^(I (?:am|was|have|had|can|could)(?: been)?) ")
ALSO = "letter.evidence_plain.general.1"
SAME_JOB = "letter.evidence_plain.general.3"
SEVERAL = re.compile(r"[;:]|, (?:which|where|who)\b|\band I\b")


def say_answers(
    answers: tuple[Answer, ...], material: Material, chooser: Chooser, *, after: DatedRole | None
) -> tuple[Sentence, ...]:
    """The sentences; employer or role is named when it changes, and no requirement is named twice.

    `after` is the role that the sentence before them told of.
    """
    needs = needs_of(answers)
    pair = pair_to_join(answers, needs)
    sentences: list[Sentence] = []
    before = after
    for number, answer in enumerate(answers):
        if pair is not None and number == pair + 1:
            continue
        moved = before != answer.role
        clause, sources = _placed(answer, before, material, chooser)
        if number == pair:
            sentences.append(_joined(clause, sources, answers[number + 1], chooser))
        elif needs[number]:
            sentences.append(_named(clause, needs[number][0], sources, material, chooser))
        else:
            sentences.append(_plain(clause, sources, chooser, first=moved or not sentences, last=len(sentences)))
        before = answer.role
    return tuple(sentences)


def needs_of(answers: tuple[Answer, ...]) -> list[list[Match]]:
    """For each answer the requirement that its sentence names, if any; none twice."""
    named: set[str] = set()
    found = []
    for answer in answers:
        fresh = [match for match in answer.named if match.requirement.id not in named][:1]
        named |= {match.requirement.id for match in fresh}
        found.append(fresh)
    return found


def pair_to_join(answers: tuple[Answer, ...], needs: list[list[Match]]) -> int | None:
    """The number of the first of two neighbours that make one sentence: short, of one job, naming nothing asked."""
    for number, (one, other) in enumerate(pairwise(answers)):
        plain = not needs[number] and not needs[number + 1] and one.role == other.role
        both = f"{one.clause} {other.clause}"
        if plain and number and all(map(_is_short, (one.clause, other.clause))) and both.count(" and ") < MOST_ANDS:
            return number
    return None


def _is_short(clause: str) -> bool:
    return clause.startswith("I ") and len(clause.split()) <= SHORT and not SEVERAL.search(clause)


def _placed(
    answer: Answer, before: DatedRole | None, material: Material, chooser: Chooser
) -> tuple[str, tuple[Source, ...]]:
    """The clause, with the employer before it when the last sentence was about another, or the role."""
    role, sources = answer.role, profile_sources(answer.pointer)
    if before == role:
        return answer.clause, sources
    opening = chooser.last_opening
    if role.employer in answer.clause or (before and (before.employer, before.title) == (role.employer, role.title)):
        return answer.clause, sources
    if before is None or before.employer != role.employer:
        # Unpaid work is no job, and "in my work my work included" says one thing twice.
        bare = answer.clause.startswith("my ") or not role.paid
        slot = "place_own" if bare else "place" if role.current else "place_past"
        _, text = chooser.choose(slot, place=role.employer, claim=answer.clause)
        sources += profile_sources(f"{role.place}/{'name' if role.paid else 'organization'}")
    else:
        title = with_article(lower_title(role.title, material.lexicon))
        # "In my work as a clerk there, my work included" says one thing twice.
        slot = "place_role_own" if answer.clause.startswith("my ") else "place_role"
        _, text = chooser.choose(slot, a_role=title, claim=answer.clause)
        sources += profile_sources(f"{role.pointer}/position")
    chooser.last_opening = opening
    return text, sources


def _joined(clause: str, sources: tuple[Source, ...], second: Answer, chooser: Chooser) -> Sentence:
    name, text = chooser.choose("evidence_pair", Claim=upper_first(clause), other=second.clause)
    return from_phrase(text, name, *sources, *profile_sources(second.pointer))


def _plain(clause: str, sources: tuple[Source, ...], chooser: Chooser, *, first: bool, last: int) -> Sentence:
    values = {"Claim": upper_first(clause), "claim": clause}
    if first:
        name, text = chooser.choose("evidence_first", **values)
        return from_phrase(text, name, *sources)
    also = say_also(clause) if ALSO not in chooser.used else None
    values |= {"Also": also} if also else {}
    # Once, and not right after the job was named.
    if last > 1 and clause.startswith("I ") and SAME_JOB not in chooser.used:
        values |= {"Same": "In the same job"}
    name, text = chooser.choose("evidence_plain", **values)
    return from_phrase(text, name, *sources)


def say_also(clause: str) -> str | None:
    """ "I trained six" → "I also trained six", "I was promoted" → "I was also promoted"; None where it fits nowhere."""
    if not clause.startswith("I ") or re.search(r"\balso\b", clause):
        return None
    found = AUXILIARY.match(clause)
    return f"{found[1]} also {clause[found.end() :]}" if found else f"I also {clause[2:]}"


def _named(clause: str, asked: Match, sources: tuple[Source, ...], material: Material, chooser: Chooser) -> Sentence:
    need = say_need(asked, material)
    need = f"experience with {need}" if asked.requirement.kind is Kind.TOOL else need
    slot = "evidence_task" if is_task(need) else "evidence_noun"
    name, text = chooser.choose(slot, need=need, claim=clause)
    span = asked.requirement.mentions[0].span
    return from_phrase(text, name, *sources, posting_source(f"{span.start}:{span.end}"))
