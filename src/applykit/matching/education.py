"""Degrees and diplomas: level, field, and "or equivalent"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from applykit.matching.context import Context, conclude
from applykit.matching.model import Evidence, Match, Status
from applykit.matching.studies import GENERIC, accreditors_asked, fields_asked, fits_field, is_accredited_by
from applykit.matching.words import content_stems
from applykit.profile.model import Education
from applykit.requirements.model import Detail, Requirement

LEVELS = ("none", "secondary", "postsecondary", "associate", "bachelor", "master", "doctorate")

# What the words of a degree say of its level, the highest first: "Master of Science" before "Science".
NAMES = (
    ("doctorate", r"\bdoctor(?:ate|al)?\b|\bph\.? ?d\b|\bpharm\.? ?d\b|\bm\.?d\.?\b|\bj\.?d\.?\b|\bdnp\b"),
    ("master", r"\bmaster(?:['’]?s)?\b|\bm\.?(?:b\.?a|s\.?[nw]|[hp]a|ph)\b|\bm\.?(?:a|sc?|ed|eng)\.?(?:$| in\b| of\b)"),
    ("bachelor", r"\bbachelor|\bb\.?(?:a|s|sc|ba|eng|sn|ed|pharm)\.?\b|\bbs(?:w|cs|ee|me)\b|\bundergraduate degree\b"),
    ("associate", r"\bassociate|\ba\.?a\.?s?\b|\ba\.?s\.?\b|\ba[ds]n\b"),
    ("secondary", r"\bhigh school|\bged\b|\bsecondary\b|\bhiset\b|\bequivalency\b|\bmatric|\bbaccalaur[eé]at\b"),
    ("postsecondary", r"\bcertificate|\bdiploma|\bvocational|\btrade\b|\btechnical\b|\bprogram|\btraining\b|\bcourse"),
)  # fmt: skip
UNDER_WAY = "It is under way, not finished."
LONG_EXPERIENCE = 24  # months of work that may stand for a degree where the posting allows it


@dataclass(frozen=True, slots=True)
class Schooling:
    """One entry of the profile's education, with its level and whether it is finished."""

    pointer: str
    level: int
    finished: bool
    item: Education

    @property
    def place(self) -> str:
        return self.pointer.rsplit("/", 1)[0]

    @property
    def quote(self) -> str:
        parts = [part for part in (self.item.studyType, self.item.area) if part]
        return f"{', '.join(parts) or 'Studies'}, {self.item.institution}"


def match_education(requirement: Requirement, context: Context) -> Match:
    """Compare the asked degree with the finished ones; a programme or course is matched by its words."""
    detail = requirement.detail or Detail()
    degree = detail.degree or level_named(requirement.name)
    if degree is None or degree == "none":
        return match_programme(requirement, context)
    wanted = LEVELS.index(degree)
    detail = replace(detail, fields=fields_asked(requirement))
    bodies = accreditors_asked(requirement)
    everything = list(read_schooling(context))
    schooling = [each for each in everything if is_accredited_by(each.item, bodies)] or everything
    for answer in (_finished, _under_way):
        match = answer(requirement, detail, wanted, schooling)
        if match is not None:
            return _or_experience(_ask_accreditor(match, bodies, schooling), detail, context)
    missing = conclude(requirement, Status.MISSING, [], "The profile shows no such degree or diploma.")
    return _or_experience(missing, detail, context)


def _ask_accreditor(match: Match, bodies: tuple[str, ...], schooling: list[Schooling]) -> Match:
    """A programme that must be accredited by a named body, where the profile does not say whether it is."""
    own = next(each for each in schooling if match.evidence[0].pointer.startswith(each.place + "/"))
    if match.status is not Status.MET or not bodies or is_accredited_by(own.item, bodies):
        return match
    question = f"Was this accredited by {' or '.join(bodies)}: {own.quote}?"
    why = "The profile does not say who accredited it."
    return replace(match, status=Status.UNKNOWN, why=why, question=question)


def match_programme(requirement: Requirement, context: Context) -> Match:
    """A programme, course or field of study by its words: finished meets it, under way answers it in part."""
    asked = [content_stems(text) for text in (requirement.name, *(m.quote for m in requirement.mentions))]
    wanted = [set(stems) - GENERIC for stems in asked]
    for each in sorted(read_schooling(context), key=lambda each: (not each.finished, -each.level)):
        words = " ".join(part for part in (each.item.studyType, each.item.area, each.item.accreditation) if part)
        own = set(content_stems(words))
        named = any(
            claim.fact.pointer.startswith(each.place + "/") for claim in context.claims.by_id.get(requirement.id, ())
        )
        if each.item.status != "left" and (named or any(stems and stems <= own for stems in wanted)):
            status = Status.MET if each.finished else Status.PARTLY
            evidence = [
                Evidence(each.quote, _pointer(each), "education", "" if each.finished else _expected(each.item))
            ]
            match = conclude(requirement, status, evidence, "The profile shows it." if each.finished else UNDER_WAY)
            return _ask_accreditor(match, accreditors_asked(requirement), [each])
    return conclude(requirement, Status.MISSING, [], "The profile shows no such studies.")


def _expected(item: Education) -> str:
    due = f", expected {item.endDate}" if item.endDate and item.endDate != "present" else ""
    return f"in progress{due}"


def read_schooling(context: Context) -> Iterator[Schooling]:
    """The profile's education entries in its order; what was left unfinished counts as no degree."""
    for number, item in enumerate(context.profile.education):
        level = level_named(f"{item.studyType or ''}") or level_named(item.area or "") or level_named(item.institution)
        finished = item.status in (None, "completed") and not _ends_later(item, context)
        yield Schooling(f"/education/{number}/studyType", LEVELS.index(level or "none"), finished, item)


def _ends_later(item: Education, context: Context) -> bool:
    if item.status == "completed" or item.endDate is None:
        return False
    today = context.date.isoformat()
    return item.endDate == "present" or item.endDate > today[: len(item.endDate)]


@lru_cache(maxsize=4_096)
def level_named(text: str) -> str | None:
    """The level that the words of a degree say, or None."""
    return next((level for level, pattern in NAMES if re.search(pattern, text, re.IGNORECASE)), None)


def _finished(requirement: Requirement, detail: Detail, wanted: int, schooling: list[Schooling]) -> Match | None:
    done = [each for each in schooling if each.finished and each.level >= wanted]
    if not done:
        return None
    fitting = [each for each in done if fits_field(each.item, detail.fields)]
    best = max(fitting or done, key=lambda each: (each.level == wanted, -each.level))
    note = "" if best.level == wanted else "a higher level"
    evidence = [Evidence(best.quote, _pointer(best), "education", note)]
    if not fitting:
        asked = " or ".join(detail.fields)
        return conclude(requirement, Status.PARTLY, evidence, f"The level is reached, in another field than {asked}.")
    return conclude(requirement, Status.MET, evidence, "The profile shows it as finished.")


def _pointer(schooling: Schooling) -> str:
    """Where the quote stands: the degree's name when there is one, else the school."""
    return schooling.pointer if schooling.item.studyType else schooling.pointer.replace("/studyType", "/institution")


def _under_way(requirement: Requirement, detail: Detail, wanted: int, schooling: list[Schooling]) -> Match | None:
    running = [each for each in schooling if not each.finished and each.item.status != "left"]
    open_ones = [each for each in running if each.level >= wanted and fits_field(each.item, detail.fields)]
    if not open_ones:
        return None
    best = open_ones[0]
    evidence = [Evidence(best.quote, _pointer(best), "education", _expected(best.item))]
    return conclude(requirement, Status.PARTLY, evidence, UNDER_WAY)


def _or_experience(match: Match, detail: Detail, context: Context) -> Match:
    """ "Or equivalent experience": both ways side by side; long work makes a partial match, never a met one.

    Whether work is equivalent is for the employer to say, so the person is told what to lay before them.
    """
    months = context.timeline.months(context.timeline.paid)
    if match.status is Status.MET or not detail.or_equivalent or months < LONG_EXPERIENCE:
        return match
    work = _work_for_degree(match.requirement, months, context)
    if match.status is Status.MISSING:
        why = f"No such degree, but the posting accepts equivalent experience: {work.why}"
    else:
        why = f"{match.why} The posting accepts equivalent experience too: {work.why}"
    both = conclude(match.requirement, Status.PARTLY, [*match.evidence, *work.evidence], why)
    return replace(both, branches=(match, work))


def _work_for_degree(requirement: Requirement, months: int, context: Context) -> Match:
    """The branch of experience: the person's paid work, the latest role first in words."""
    roles = sorted(context.timeline.paid, key=lambda role: (not role.current, -(role.period.end if role.period else 0)))
    role = roles[0]
    where = f"{role.pointer}/{'position' if role.title else 'name'}"
    evidence = [Evidence(role.title or role.employer, where, "dated", f"{months // 12} years of work")]
    why = f"{months // 12} years of work. The employer decides whether it counts; say in the letter what of it does."
    equal = replace(requirement, name="equivalent experience")
    return conclude(equal, Status.PARTLY, evidence, why)
