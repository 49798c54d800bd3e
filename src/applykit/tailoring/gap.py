"""The one gap that the person chose to speak of: what is not there yet, and what is being done about it."""

import re
from collections.abc import Iterator

from applykit.matching.model import Match
from applykit.requirements.model import Kind
from applykit.tailoring.choice import Chooser
from applykit.tailoring.gap_choice import named_matches, true_gaps
from applykit.tailoring.grammar.nouns import with_article
from applykit.tailoring.material import WEIGHTS, Material
from applykit.tailoring.model import Sentence, Source
from applykit.tailoring.needs import say_need
from applykit.tailoring.sentences import from_phrase, one_line, posting_source, profile_sources, say_month

COUNTED = re.compile(r"\b(?:licen[cs]e|registration|certificate|card|permit)\Z", re.IGNORECASE)


def say_gap(material: Material, chooser: Chooser) -> tuple[Sentence, ...]:
    """One sentence on the chosen gap; nothing when the person chose none or has it after all."""
    match = pick_gap(material)
    if match is None:
        return ()
    credential = match.requirement.kind is Kind.CREDENTIAL
    need = name_wanted(say_need(match, material)) if credential else say_need(match, material)
    name, lack = chooser.choose("gap_credential" if credential else "gap_skill", gap=need)
    span = match.requirement.mentions[0].span
    asked = posting_source(f"{span.start}:{span.end}")
    plan, where = next(plans(match, material), ("", ()))
    if not plan:
        return (from_phrase(lack, name, asked),)
    chooser.last_opening = ""
    joined, text = chooser.choose("gap_plan", lack=lack.removesuffix("."), plan=plan)
    return (from_phrase(f"{text.removesuffix('.')}.", joined, asked, *where),)


def name_wanted(name: str) -> str:
    """A credential with its article: "a pharmacy technician license", "the CSPT credential", "PTCB certification"."""
    if COUNTED.search(name):
        return with_article(name)
    return name if "certification" in name else f"the {name} credential"


def pick_gap(material: Material) -> Match | None:
    """The gap with the wanted id or name, or the weightiest one that a letter can speak of, best with a plan for it."""
    wanted = material.options.address_gap
    if wanted is None:
        return None
    fitting = list(true_gaps(material.report, material.lexicon))
    if wanted:
        return next((match for match in named_matches(wanted, material.report) if match in fitting), None)
    return max(fitting, key=lambda match: (any(plans(match, material)), WEIGHTS[match.requirement.level]), default=None)


def plans(match: Match, material: Material) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """What the profile says is being done: a planned credential, running studies, a finished course."""
    profile, phrases = material.profile, material.phrases
    pointers = {evidence.pointer.rsplit("/", 1)[0] for evidence in match.evidence}
    key, lexicon = match.requirement.id, material.lexicon
    near = {key, *lexicon.implied(key), *lexicon.broader(key), *lexicon.related(key)}
    for number, item in enumerate(profile.certificates):
        pointer = f"/certificates/{number}"
        if pointer in pointers and item.status in ("planned", "in-progress"):
            when = item.issued or item.expires
            due = f" in {say_month(when, phrases)}" if when and when != "present" else ""
            text = f"I plan to take the {one_line(item.name)}{due}"
            yield (
                text,
                profile_sources(
                    f"{pointer}/name", f"{pointer}/status", f"{pointer}/{'issued' if item.issued else 'expires'}"
                ),
            )
    for section in ("continuingEducation", "workshops"):
        for number, course in enumerate(getattr(profile, section)):
            pointer = f"/{section}/{number}"
            if pointer in pointers or near & material.ids_at.get(f"{pointer}/name", frozenset()):
                when = f" in {say_month(course.date, phrases)}" if course.date and course.date != "present" else ""
                names = [each for each in ("name", "date") if getattr(course, each)]
                yield (
                    f"I completed the course “{one_line(course.name)}”{when}",
                    profile_sources(*(f"{pointer}/{e}" for e in names)),
                )
    for number, study in enumerate(profile.education):
        pointer = f"/education/{number}"
        if pointer in pointers and study.status == "in-progress" and study.area:
            kind = with_article(study.studyType) + " in " if study.studyType else ""
            names = [each for each in ("studyType", "area", "institution") if getattr(study, each)]
            yield (
                f"I am working on {kind}{study.area} at {study.institution}",
                profile_sources(*(f"{pointer}/{e}" for e in names)),
            )
