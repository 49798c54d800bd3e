"""The one gap that the person chose to speak of: what is not there yet, and what is being done about it."""

from collections.abc import Iterator

from applykit.matching.model import Match, Status
from applykit.requirements.model import Kind
from applykit.tailoring.choice import Chooser
from applykit.tailoring.grammar.nouns import with_article
from applykit.tailoring.material import WEIGHTS, Material
from applykit.tailoring.model import Sentence, Source
from applykit.tailoring.needs import say_need
from applykit.tailoring.sentences import from_phrase, one_line, posting_source, profile_sources, say_month

SPOKEN_OF = (Kind.SKILL, Kind.TOOL, Kind.CREDENTIAL)


def say_gap(material: Material, chooser: Chooser) -> tuple[Sentence, ...]:
    """One sentence on the chosen gap; nothing when the person chose none or has it after all."""
    match = pick_gap(material)
    if match is None:
        return ()
    slot = "gap_credential" if match.requirement.kind is Kind.CREDENTIAL else "gap_skill"
    name, lack = chooser.choose(slot, gap=say_need(match, material))
    span = match.requirement.mentions[0].span
    sources: list[Source] = [posting_source(f"{span.start}:{span.end}")]
    for plan, where in plans(match, material):
        chooser.last_opening = ""
        joined, text = chooser.choose("gap_plan", lack=lack.removesuffix("."), plan=plan)
        return (
            from_phrase(
                text + ("" if text.endswith(".") else "."), joined, Source(sources[0].kind, sources[0].where), *where
            ),
        )
    return (from_phrase(lack, name, *sources),)


def pick_gap(material: Material) -> Match | None:
    """The gap with the wanted id or name, or the weightiest one that a letter can speak of."""
    wanted = material.options.address_gap
    if wanted is None:
        return None
    open_ones = [match for match in material.report.matches if match.status in (Status.MISSING, Status.PARTLY)]
    if wanted:
        named = (
            m for m in open_ones if wanted.casefold() in (m.requirement.id.casefold(), m.requirement.name.casefold())
        )
        return next(named, None)
    fitting = [m for m in open_ones if m.requirement.kind in SPOKEN_OF and m.status is Status.MISSING]
    return max(fitting, key=lambda m: WEIGHTS[m.requirement.level], default=None)


def plans(match: Match, material: Material) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """What the profile says is being done: a planned credential, running studies, a finished course."""
    profile, phrases = material.profile, material.phrases
    pointers = {evidence.pointer.rsplit("/", 1)[0] for evidence in match.evidence}
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
            if pointer in pointers:
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
