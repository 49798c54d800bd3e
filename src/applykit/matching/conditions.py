"""Schedule, physical demands, eligibility and languages: answered by what the person said, else asked."""

import re
from collections.abc import Callable
from typing import Any

from applykit.matching.asking import ABLE, ask_able, ask_true
from applykit.matching.context import Context, conclude
from applykit.matching.model import Evidence, Match, Status
from applykit.matching.skills import match_skill
from applykit.matching.sponsorship import judge_sponsorship, needs_sponsor
from applykit.requirements.model import Detail, Requirement

# What a demand is called in a posting → the profile's answer to it.
SCHEDULE = (
    ("weekends", r"weekend|saturday|sunday"),
    ("evenings", r"evening|second shift|2nd shift|afternoon shift"),
    ("nights", r"\bnights?\b|overnight|third shift|3rd shift|graveyard"),
    ("holidays", r"holiday"),
    ("on_call", r"on[- ]?call|stand[- ]?by"),
    ("overtime", r"overtime|extra hours|extended hours"),
    ("rotating", r"rotat|varying shift|various shift|flexible (?:schedule|hours|shift)|variable shift"),
    ("relocate", r"relocat"),
)
ELIGIBILITY = (
    ("background_check", r"background|criminal|fingerprint"),
    ("drug_screen", r"drug|substance (?:test|screen)"),
    ("age_18_or_over", r"\b18\b|\bage\b|eighteen|years old"),
    ("drivers_license", r"driver|driving|dmv"),
    ("own_vehicle", r"vehicle|own car|reliable transport"),
    ("clearance", r"clearance"),
    ("citizenship", r"citizen"),
    ("work_authorization", r"authoriz|authoris|eligible to work|right to work|work permit|visa|sponsor"),
    ("vaccinations", r"vaccin|immuniz|immunis|influenza|covid|hepatitis|tubercul|\btb\b|flu shot"),
)
# Fields as the profile's JSON names them, and as people say them, where they differ from the field.
NAMES = {
    "on_call": "onCall", "age_18_or_over": "age18OrOver", "background_check": "backgroundCheck",
    "drug_screen": "drugScreen", "drivers_license": "driversLicense", "own_vehicle": "ownVehicle",
    "work_authorization": "workAuthorization",
}  # fmt: skip
LABELS = {
    "on_call": "on call", "age_18_or_over": "18 or over", "background_check": "background check",
    "drug_screen": "drug screen", "drivers_license": "driver's license", "own_vehicle": "own vehicle",
    "work_authorization": "work authorization",
}  # fmt: skip
STANDING = re.compile(r"\bstand|\bwalk|on (?:your|one's|their) feet", re.IGNORECASE)
LIFTING = re.compile(r"\blift|\bcarry|\bpush|\bpull|\blbs?\b|pounds", re.IGNORECASE)
TRAVEL = re.compile(r"\btravel", re.IGNORECASE)
SHIFT_HOURS = 8.0  # hours a day when a posting says "the whole shift"


def match_schedule(requirement: Requirement, context: Context) -> Match:
    """Every shift or day named must be one the person said yes to; a no anywhere is a no."""
    own, detail = context.profile.availability, requirement.detail or Detail()
    if TRAVEL.search(said(requirement)) or detail.travel is not None:
        return _compare(requirement, "/availability/travel", own.travel if own else None, detail.travel or 0.0)
    return _judge(requirement, "availability", _answers(own, SCHEDULE, requirement), "Can you work then?")


def match_physical(requirement: Requirement, context: Context) -> Match:
    """Weights and hours against what the person says they can do; everything else is asked."""
    own, text, detail = context.profile.physical, said(requirement), requirement.detail or Detail()
    if LIFTING.search(text) and detail.pounds is not None:
        return _compare(requirement, "/physical/liftPounds", own.lift_pounds if own else None, detail.pounds)
    if STANDING.search(text):
        hours = detail.hours or SHIFT_HOURS
        return _compare(requirement, "/physical/standHours", own.stand_hours if own else None, hours)
    return _ask(requirement, ask_able(requirement.name, first_quote(requirement)))


def match_eligibility(requirement: Requirement, context: Context) -> Match:
    """Checks, licences to drive, age and the right to work: as the person said, else asked."""
    own = context.profile.eligibility
    answers = _answers(own, ELIGIBILITY, requirement)
    if any(name == "vaccinations" for name, _ in answers):
        return _vaccinations(requirement, own.vaccinations if own else ())
    right = own.work_authorization if own else None
    if right and asks_right_to_work(requirement) and needs_sponsor(right):
        return judge_sponsorship(requirement, context, _quote("eligibility", "work_authorization", right))
    return _judge(requirement, "eligibility", answers, ask_true(requirement.name, first_quote(requirement)))


def first_quote(requirement: Requirement) -> str:
    """The posting's own words, on one line."""
    return " ".join(requirement.mentions[0].quote.split())


def asks_right_to_work(requirement: Requirement) -> bool:
    """Whether one of the things asked is the right to work."""
    return any(name == "work_authorization" for name, _ in _answers(None, ELIGIBILITY, requirement))


def said(requirement: Requirement) -> str:
    """All the words that tell which demand is meant."""
    return f"{_named(requirement)} {' '.join(mention.quote for mention in requirement.mentions).casefold()}"


def _named(requirement: Requirement) -> str:
    words = requirement.detail.words if requirement.detail else ()
    return " ".join([requirement.id.replace("-", " "), requirement.name, *words]).casefold()


def _answers(own: Any, table: tuple[tuple[str, str], ...], requirement: Requirement) -> list[tuple[str, Any]]:
    """The person's answers to what the requirement's name says, or, where that says nothing, its quotes."""
    for text in (_named(requirement), said(requirement)):
        found = [(name, getattr(own, name, None)) for name, pattern in table if re.search(pattern, text)]
        if found:
            return found
    return []


def _judge(requirement: Requirement, section: str, answers: list[tuple[str, Any]], ask: str) -> Match:
    given = [(_quote(section, name, value), value) for name, value in answers if value not in (None, ())]
    refused = [evidence for evidence, value in given if value is False]
    evidence = [evidence for evidence, _ in given]
    if refused:
        return conclude(requirement, Status.MISSING, refused, "The profile says no.")
    if not answers or len(given) < len(answers):
        return _ask(requirement, ask, evidence)
    return conclude(requirement, Status.MET, evidence, "The profile says yes.")


def _quote(section: str, name: str, value: Any) -> Evidence:
    shown = ("yes" if value else "no") if isinstance(value, bool) else value
    shown = ", ".join(shown) if isinstance(shown, tuple) else shown
    return Evidence(f"{LABELS.get(name, name)}: {shown}", f"/{section}/{NAMES.get(name, name)}", "direct")


UNITS = {"/availability/travel": ("travel", "of the time"), "/physical/liftPounds": ("lift", "pounds"),
         "/physical/standHours": ("stand", "hours")}  # fmt: skip


def _compare(requirement: Requirement, pointer: str, own: float | None, needed: float) -> Match:
    """An amount the person gave against the amount asked."""
    if own is None:
        return _ask(requirement, ABLE)
    verb, unit = UNITS[pointer]
    shown = f"{own:.0%}" if pointer.endswith("travel") else f"{own:g}"
    evidence = [Evidence(f"{verb}: {shown} {unit}", pointer, "direct")]
    if own >= needed:
        return conclude(requirement, Status.MET, evidence, "The profile says as much or more.")
    return conclude(requirement, Status.MISSING, evidence, "The profile says less than is asked.")


def _vaccinations(requirement: Requirement, own: tuple[str, ...]) -> Match:
    text = said(requirement)
    listed = [(number, name) for number, name in enumerate(own) if name.strip() and name.casefold().split()[0] in text]
    if not listed:
        return _ask(requirement, ask_true(requirement.name, first_quote(requirement)))
    evidence = [Evidence(name, f"/eligibility/vaccinations/{number}", "direct") for number, name in listed]
    return conclude(requirement, Status.MET, evidence, "The profile lists it.")


def _ask(requirement: Requirement, ask: str, evidence: list[Evidence] | None = None) -> Match:
    """Only the person can say: the posting's words become the question."""
    question = f"The posting says “{first_quote(requirement)}”. {ask}"
    return conclude(requirement, Status.UNKNOWN, evidence or [], "The profile does not say.", question)


# Levels of the CEFR with the words people use for them; ILR and fluency words after the usual equivalences
# (American Council on the Teaching of Foreign Languages, "Assigning CEFR Ratings", 2015, rounded down).
LANGUAGE_LEVELS = (
    (6, r"\bc2\b|native|mother tongue|bilingual|ilr ?5"),
    (5, r"\bc1\b|full professional|professional working|fluent|fluency|advanced|ilr ?[34]"),
    (4, r"\bb2\b|upper|professional|business|working proficiency"),
    (3, r"\bb1\b|conversational|intermediate|limited working|ilr ?2"),
    (2, r"\ba2\b|elementary|basic|ilr ?1"),
    (1, r"\ba1\b|beginner"),
)
ENOUGH = 3  # a posting that names a language without a level wants to be spoken to


def match_language(requirement: Requirement, context: Context) -> Match:
    """A language the person lists, at the level asked; "bilingual" and "fluent" want C1."""
    text, detail = said(requirement), requirement.detail
    wanted_text = detail.language_level if detail and detail.language_level else text
    needed = min(language_level(wanted_text) or ENOUGH, 5)
    for number, item in enumerate(context.profile.languages):
        if not re.search(rf"\b{re.escape(item.language.casefold().split()[0])}", text):
            continue
        own = language_level(item.level or "") or language_level(item.fluency or "")
        quote = f"{item.language}, {item.fluency or item.level}" if item.fluency or item.level else item.language
        evidence = [Evidence(quote, f"/languages/{number}/language", "direct")]
        if own is None:
            question = f"How well do you speak {item.language}? Your profile does not say."
            return conclude(requirement, Status.UNKNOWN, evidence, "The profile gives no level.", question)
        enough = own >= needed
        why = "The profile lists it." if enough else "The profile lists it at a lower level."
        return conclude(requirement, Status.MET if enough else Status.PARTLY, evidence, why)
    return match_skill(requirement, context)


def language_level(text: str) -> int | None:
    """1 (A1) to 6 (C2) for a level or fluency in any of the usual words, or None."""
    lowered = text.casefold()
    return next((level for level, pattern in LANGUAGE_LEVELS if re.search(pattern, lowered)), None)


CONDITIONS: dict[str, Callable[[Requirement, Context], Match]] = {
    "schedule": match_schedule,
    "physical": match_physical,
    "eligibility": match_eligibility,
    "language": match_language,
}
