"""What closes each gap, how long it takes, where, and whether to apply anyway."""

from applykit.matching.model import Match, Status
from applykit.requirements.model import Kind, Level
from applykit.tailoring.checklist_names import asked_sentence
from applykit.tailoring.material import WEIGHTS, Material
from applykit.tailoring.model import PlanStep, Sentence, Source, SourceKind
from applykit.tailoring.sentences import from_phrase

MOST_STEPS = 8
NO_COURSE = (Kind.SCHEDULE, Kind.PHYSICAL, Kind.ELIGIBILITY)


def plan_steps(material: Material) -> tuple[PlanStep, ...]:
    """A step for each gap that can be closed: gates first, then by weight, then in the posting's order."""
    gaps = [match for match in material.report.matches if _can_close(match, material)]
    gaps.sort(key=lambda match: (not match.gate, match.status is Status.PARTLY, -WEIGHTS[match.requirement.level]))
    return tuple(_step(match, material) for match in gaps[:MOST_STEPS])


def _can_close(match: Match, material: Material) -> bool:
    """Shifts and lifting are no matter of learning; a duty needs a step only where there is advice of its own."""
    if match.status not in (Status.MISSING, Status.PARTLY) or match.requirement.kind in NO_COURSE:
        return False
    entry = material.lexicon.skills.get(match.requirement.id)
    advised = bool(entry and entry.advice)
    return match.requirement.level is not Level.DUTY or (advised and match.status is Status.MISSING)


def _step(match: Match, material: Material) -> PlanStep:
    entry = material.lexicon.skills.get(match.requirement.id)
    source = Source(SourceKind.LEXICON, match.requirement.id)
    expired = any("expired" in evidence.note for evidence in match.evidence)
    where = how_long = None
    if expired:
        what = from_phrase(material.phrases.label("plan_renew"), "labels.plan_renew")
    elif entry and entry.advice:
        what = Sentence(entry.advice.what, (source,))
        where = Sentence(entry.advice.where, (source,)) if entry.advice.where else None
        how_long = Sentence(entry.advice.how_long, (source,)) if entry.advice.how_long else None
    else:
        key = "plan_partly" if match.status is Status.PARTLY else "gap_advice_missing"
        what = from_phrase(material.phrases.label(key), f"labels.{key}")
    return PlanStep(asked_sentence(match), what, where, how_long, _apply(match, material))


def _apply(match: Match, material: Material) -> Sentence:
    detail = match.requirement.detail
    if match.gate:
        key = "apply_gate_deadline" if detail and detail.deadline_months is not None else "apply_gate"
    else:
        key = f"apply_{match.requirement.level.value}"
    return from_phrase(material.phrases.label(key), f"labels.{key}")
