"""The gap checklist: gates, requirements beside quoted evidence, questions, and a plan."""

from applykit.matching.model import Match, Status
from applykit.requirements.model import Level
from applykit.tailoring.checklist_names import asked_sentence, posting_spans
from applykit.tailoring.duties import duty_lines
from applykit.tailoring.louder import louder_lines
from applykit.tailoring.material import Material
from applykit.tailoring.model import Checklist, ChecklistRow, Sentence, Source, SourceKind
from applykit.tailoring.plan import apply_lines, closing_gaps, plan_steps
from applykit.tailoring.quotes import best_evidence, quote_sentence
from applykit.tailoring.sentences import DATE, from_phrase, one_line, posting_source, profile_sources, say_day
from applykit.tailoring.usual import usual_lines

SCORE = Source(SourceKind.COMPUTED, "score")
MATCH = Source(SourceKind.COMPUTED, "match")
NOTED = ("implied", "narrower", "broader", "related")  # what the quote's own note tells
FOR_ROWS = (Level.REQUIRED, Level.PREFERRED)


def write_checklist(material: Material) -> Checklist:
    """Everything of the match report, in the posting's order, gates first; the work itself in a few lines."""
    report = material.report
    others = [match for match in report.matches if not match.gate]
    rows = {level: tuple(row(m, material) for m in others if m.requirement.level is level) for level in Level}
    asked = {match.question for match in report.matches if match.gate or match.requirement.level in FOR_ROWS}
    open_duties = tuple(each for each in questions(material) if each.text not in asked)
    gaps = closing_gaps(material)
    return Checklist(
        title=_title(material),
        subtitle=_subtitle(material),
        score=_score(material),
        gates=tuple(row(match, material) for match in report.gates),
        required=rows[Level.REQUIRED],
        preferred=rows[Level.PREFERRED],
        duties=rows[Level.DUTY],
        questions=open_duties,
        plan=plan_steps(gaps, material),
        louder=louder_lines(material),
        usual=usual_lines(material),
        # What stands among the questions is not named again.
        duty_lines=duty_lines(
            [m for m in others if m.requirement.level is Level.DUTY and m.status is not Status.UNKNOWN], material
        ),
        apply=apply_lines(gaps, material),
    )


def _title(material: Material) -> Sentence:
    if not material.title:
        return from_phrase(material.phrases.label("checklist_title_plain"), "labels.checklist_title_plain")
    text = material.phrases.label("checklist_title", title=material.title)
    return from_phrase(text, "labels.checklist_title", posting_source("title"))


def _subtitle(material: Material) -> Sentence:
    name, employer = material.profile.basics.name, material.posting.employer
    values = {"person": name, "date": say_day(material.date.isoformat(), material.phrases)}
    sources = [*profile_sources("/basics/name"), DATE]
    if not employer:
        key = "checklist_subtitle_plain"
        return from_phrase(material.phrases.label(key, **values), f"labels.{key}", *sources)
    text = material.phrases.label("checklist_subtitle", employer=one_line(employer), **values)
    return from_phrase(text, "labels.checklist_subtitle", *sources, posting_source("employer"))


def _score(material: Material) -> tuple[Sentence, ...]:
    """The total, and the parts it is made of in one line."""
    score, phrases = material.report.score, material.phrases
    parts = [
        phrases.label("score_part", name=part.name, earned=part.earned, possible=part.possible) for part in score.parts
    ]
    total = from_phrase(phrases.label("score_total", total=score.total), "labels.score_total", SCORE)
    if not parts:
        return ()
    text = phrases.label("score_parts", parts=", ".join(parts))
    return (total, from_phrase(text, "labels.score_parts", SCORE))


def row(match: Match, material: Material) -> ChecklistRow:
    """A requirement beside the person's best words for it; no evidence is an honest none, which the design words."""
    requirement = match.requirement
    best = best_evidence(match)
    return ChecklistRow(
        asked=asked_sentence(match, material),
        level=material.phrases.label(f"level_{requirement.level.value}"),
        evidence=(quote_sentence(best, material),) if best else (),
        status=match.status.value,
        note=_row_note(match),
        question=_question(match),
    )


def _row_note(match: Match) -> Sentence | None:
    """Why a requirement is not simply met, where no note beside the quote says so; and amounts always."""
    best = best_evidence(match)
    if not match.why or best is None or match.status is Status.UNKNOWN:
        return None
    if best.how == "dated" or (match.status is not Status.MET and best.how not in NOTED):
        return Sentence(match.why, (MATCH,))
    return None


def _question(match: Match) -> Sentence | None:
    if not match.question or match.status is not Status.UNKNOWN:
        return None
    pointers = profile_sources(*(evidence.pointer for evidence in match.evidence))
    return Sentence(match.question, (*posting_spans(match), *pointers, MATCH))


def questions(material: Material) -> tuple[Sentence, ...]:
    """What only the person can answer, each question once, gates first."""
    found: dict[str, Sentence] = {}
    for match in sorted(material.report.matches, key=lambda match: not match.gate):
        question = _question(match)
        if question:
            found.setdefault(question.text, question)
    return tuple(found.values())
