"""The gap checklist: gates, requirements beside quoted evidence, questions, and a plan."""

from applykit.matching.model import Evidence, Match, Status
from applykit.requirements.model import Level
from applykit.tailoring.checklist_names import asked_sentence
from applykit.tailoring.louder import louder_lines
from applykit.tailoring.material import Material
from applykit.tailoring.model import Checklist, ChecklistRow, Sentence, Source, SourceKind
from applykit.tailoring.plan import plan_steps
from applykit.tailoring.sentences import DATE, from_phrase, one_line, posting_source, profile_sources, say_date, say_day

LONGEST_QUOTE = 220
MOST_QUOTES = 2
MOST_DUTIES = 12
SCORE = Source(SourceKind.COMPUTED, "score")


def write_checklist(material: Material) -> Checklist:
    """Everything of the match report, in the posting's order, gates first."""
    report = material.report
    others = [match for match in report.matches if not match.gate]
    listed = {level: [match for match in others if match.requirement.level is level] for level in Level}
    listed[Level.DUTY] = shown_duties(listed[Level.DUTY])
    rows = {level: tuple(row(match, material) for match in matches) for level, matches in listed.items()}
    return Checklist(
        title=_title(material),
        subtitle=_subtitle(material),
        score=_score(material),
        gates=tuple(row(match, material) for match in report.gates),
        required=rows[Level.REQUIRED],
        preferred=rows[Level.PREFERRED],
        duties=rows[Level.DUTY],
        questions=questions(material),
        plan=plan_steps(material),
        louder=louder_lines(material),
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


def shown_evidence(match: Match) -> tuple[Evidence, ...]:
    """The quotes of a row: what was done says more than the same skill in a list, and two are enough."""
    done = [each for each in match.evidence if not each.pointer.startswith("/skills/")]
    return tuple((done or list(match.evidence))[:MOST_QUOTES])


def shown_duties(rows: list[Match]) -> list[Match]:
    """Duties in the posting's order; beyond the first dozen only those that the profile does not fully show."""
    if len(rows) <= MOST_DUTIES:
        return rows
    open_ones = [match for match in rows if match.status is not Status.MET][:MOST_DUTIES]
    room = MOST_DUTIES - len(open_ones)
    kept = [*open_ones, *[match for match in rows if match.status is Status.MET][:room]]
    return [match for match in rows if match in kept]


def row(match: Match, material: Material) -> ChecklistRow:
    """A requirement beside the person's words; no evidence is an honest none, which the design words."""
    requirement = match.requirement
    return ChecklistRow(
        asked=asked_sentence(match),
        level=material.phrases.label(f"level_{requirement.level.value}"),
        evidence=tuple(evidence_sentence(evidence, material) for evidence in shown_evidence(match)),
        status=match.status.value,
        note=_row_note(match),
    )


def _row_note(match: Match) -> Sentence | None:
    """Why a requirement is not simply met, and how much where it is an amount."""
    dated = any(evidence.how == "dated" for evidence in match.evidence)
    if not match.why or not match.evidence or (match.status is Status.MET and not dated):
        return None
    return Sentence(match.why, (Source(SourceKind.COMPUTED, "match"),))


def evidence_sentence(evidence: Evidence, material: Material) -> Sentence:
    """A quote with what to know about it; private statements are named, not quoted."""
    phrases = material.phrases
    quote = one_line(evidence.quote)
    if evidence.quote == "private":
        text = phrases.label("private_evidence")
    else:
        text = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
        text = f"“{text}”"
    note = _note(evidence, material)
    return Sentence(f"{text} ({note})" if note else text, (*profile_sources(evidence.pointer), *_dates(evidence)))


def _note(evidence: Evidence, material: Material) -> str:
    """What is said beside a quote, with dates as people write them."""
    key = f"note_how_{evidence.how}"
    note = evidence.note
    words = note.split(" ")
    if words[-1][:4].isdigit() and len(words[-1]) in (7, 10):
        note = " ".join([*words[:-1], say_date(words[-1], material.phrases)])
    if evidence.how == "dated" and " to " in note:
        start, _, end = note.partition(" to ")
        note = f"{_date(start, material)} – {_date(end, material)}"
    return material.phrases.label(key, note=note) if key in material.phrases.labels and note else note


def _date(text: str, material: Material) -> str:
    return say_date(text, material.phrases) if text[:4].isdigit() or text == "present" else text


def _dates(evidence: Evidence) -> tuple[Source, ...]:
    """Dates in a note stand elsewhere in the same entry of the profile, or follow from it."""
    return (Source(SourceKind.COMPUTED, "match"),) if evidence.note else ()


def questions(material: Material) -> tuple[Sentence, ...]:
    """What only the person can answer, each question once, gates first."""
    found: dict[str, Sentence] = {}
    for match in sorted(material.report.matches, key=lambda match: not match.gate):
        if match.question and match.status is Status.UNKNOWN:
            sources = tuple(posting_source(f"{m.span.start}:{m.span.end}") for m in match.requirement.mentions)
            pointers = profile_sources(*(evidence.pointer for evidence in match.evidence))
            computed = Source(SourceKind.COMPUTED, "match")
            found.setdefault(match.question, Sentence(match.question, (*sources, *pointers, computed)))
    return tuple(found.values())
