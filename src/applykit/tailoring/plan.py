"""What closes each gap, how long it takes, where, and whether to apply anyway."""

import re
from collections.abc import Sequence

from applykit.matching.model import Match, Status
from applykit.requirements.model import Kind, Level
from applykit.tailoring.checklist_names import asked_together
from applykit.tailoring.grammar.nouns import upper_first
from applykit.tailoring.material import WEIGHTS, Material
from applykit.tailoring.model import PlanStep, Sentence, Source, SourceKind
from applykit.tailoring.sentences import from_phrase

MOST_STEPS = 6
NO_COURSE = (Kind.SCHEDULE, Kind.PHYSICAL, Kind.ELIGIBILITY)
TAUGHT = (Kind.SKILL, Kind.TOOL)
# What one sits or takes; who does "urine testing" or "software tests" is taught it.
TESTED = re.compile(
    r"\b(?:entrance|aptitude|skills?|typing|written|civil service|employment|placement|assessment) "
    r"(?:test|exam(?:ination)?)\b|\bwpm\b|words per minute|\bpass (?:the|an?|all) .*(?:test|exam|assessment)",
    re.IGNORECASE,
)
Parts = tuple[Sentence, Sentence | None, Sentence | None]  # what, where, how long


def closing_gaps(material: Material) -> tuple[tuple[Match, ...], ...]:
    """The gaps that can be closed, those of one advice together: gates first, then by weight.

    Among equals, what people in the posting's occupation usually have comes first, the important before the rest; then
    all stand as in the posting.
    Beyond the steps that a page has room for, gaps are left out; the rows of the checklist name them all.
    """
    gaps = [match for match in material.report.matches if _can_close(match, material)]
    gaps.sort(
        key=lambda match: (
            not match.gate,
            match.status is Status.PARTLY,
            -WEIGHTS[match.requirement.level],
            -material.usual.get(match.requirement.id, 0.0),
        )
    )
    groups: dict[tuple[str, ...], list[Match]] = {}
    for match in gaps:
        advice = tuple(part.text if part else "" for part in _advice(match, material))
        groups.setdefault(advice, []).append(match)
    return tuple(tuple(group) for group in list(groups.values())[:MOST_STEPS])


def _can_close(match: Match, material: Material) -> bool:
    """Shifts and lifting are no matter of learning; a duty needs a step only where there is advice of its own."""
    if match.status not in (Status.MISSING, Status.PARTLY) or match.requirement.kind in NO_COURSE:
        return False
    entry = material.lexicon.skills.get(match.requirement.id)
    advised = bool(entry and entry.advice)
    return match.requirement.level is not Level.DUTY or (advised and match.status is Status.MISSING)


def plan_steps(groups: Sequence[Sequence[Match]], material: Material) -> tuple[PlanStep, ...]:
    """A step for each group of gaps."""
    return tuple(
        PlanStep(asked_together(group), *_advice(group[0], material), _apply(group[0], material)) for group in groups
    )


def _advice(match: Match, material: Material) -> Parts:
    entry = material.lexicon.skills.get(match.requirement.id)
    source = Source(SourceKind.LEXICON, match.requirement.id)
    if any("expired" in evidence.note for evidence in match.evidence):
        return from_phrase(material.phrases.label("plan_renew"), "labels.plan_renew"), None, None
    if entry and entry.advice:
        where, how_long = entry.advice.where, entry.advice.how_long
        return (
            Sentence(entry.advice.what, (source,)),
            Sentence(where, (source,)) if where else None,
            Sentence(how_long, (source,)) if how_long else None,
        )
    key = "plan_partly" if match.status is Status.PARTLY else _general_advice(match)
    return from_phrase(material.phrases.label(key), f"labels.{key}"), None, None


def _general_advice(match: Match) -> str:
    """The label of the advice for a gap of which the lexicon says nothing; a course and a teacher are for skills."""
    requirement = match.requirement
    if TESTED.search(requirement.name) and requirement.kind not in (Kind.EXPERIENCE, Kind.EDUCATION):
        return "gap_advice_test"
    return "gap_advice_missing" if requirement.kind in TAUGHT else f"gap_advice_{requirement.kind.value}"


def _apply_key(match: Match) -> str:
    if not match.gate:
        return f"apply_{match.requirement.level.value}"
    detail = match.requirement.detail
    if detail and detail.or_equivalent and match.status is Status.PARTLY:
        return "apply_gate_equivalent"
    return "apply_gate_deadline" if detail and detail.deadline_months is not None else "apply_gate"


def _apply(match: Match, material: Material) -> Sentence:
    key = _apply_key(match)
    return from_phrase(upper_first(material.phrases.label(key)), f"labels.{key}")


def apply_lines(groups: Sequence[Sequence[Match]], material: Material) -> tuple[Sentence, ...]:
    """Whether to apply in spite of the gaps: a sentence for all gaps of which the same is true."""
    by_key: dict[str, list[Match]] = {}
    for match in (match for group in groups for match in group):
        by_key.setdefault(_apply_key(match), []).append(match)
    lines = []
    for key, matches in by_key.items():
        names = asked_together(matches)
        text = material.phrases.label("apply_line", gaps=names.text, advice=material.phrases.label(key))
        lines.append(from_phrase(text, "labels.apply_line", Source(SourceKind.PHRASE, f"labels.{key}"), *names.sources))
    return tuple(lines)
