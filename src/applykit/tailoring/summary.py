"""The resume's summary and headline: facts that stand in the profile, or follow from its dates."""

import re
from collections.abc import Iterator

from applykit.matching.model import Status
from applykit.tailoring.career import read_career
from applykit.tailoring.grammar.nouns import body_name, join_words, lower_first, upper_first, with_article
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.names import NAMED
from applykit.tailoring.sentences import from_profile, one_line, profile_sources, say_month, say_years
from applykit.tailoring.skills import Item, listed_skills
from applykit.tailoring.studies import study_name
from applykit.tailoring.titles import lower_title

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
MASS = re.compile(
    r"\b(?:pharmacy|care|retail|hospitality|logistics|education|manufacturing|health|it|sales|service)\Z", re.IGNORECASE
)
MOST_SKILLS = 3


def headline(material: Material) -> Sentence | None:
    """The posting's title where the person holds or held it, else the person's own label or fitting latest title."""
    for role in material.timeline.paid:
        if material.title and role.title.casefold() == material.title.casefold():
            return from_profile(role.title, f"{role.pointer}/position")
    label = material.profile.basics.label
    if label:
        return from_profile(one_line(label), "/basics/label")
    career = read_career(material)
    if career is None or not career.fits:
        return None
    return from_profile(one_line(career.role.title), f"{career.role.pointer}/position")


def summary_lines(material: Material) -> tuple[Sentence, ...]:
    """The person's own summary in two or three sentences, or two or three sentences of facts."""
    own = material.profile.basics.summary
    if own:
        parts = SENTENCE_END.split(one_line(own))
        return tuple(from_profile(part, "/basics/summary") for part in parts[:3])
    lines = [_study_line(material), _career_line(material), _skill_line(material)]
    return tuple(line for line in lines if line)


def _study_line(material: Material) -> Sentence | None:
    """ "Student in the Pharmacy Technician Program at Treasure Basin College, to finish in May 2027."."""
    for match in material.report.matches:
        for evidence in match.evidence:
            if evidence.how != "education" or match.status is not Status.PARTLY or "in progress" not in evidence.note:
                continue
            pointer = f"/education/{evidence.pointer.split('/')[2]}"
            item = material.profile.education[int(evidence.pointer.split("/")[2])]
            pointers = [f"{pointer}/{name}" for name in ("studyType", "area", "institution", "endDate")]
            when = f", to finish in {say_month(item.endDate[:7], material.phrases)}" if item.endDate else ""
            return from_profile(
                f"Student at {body_name(one_line(item.institution))}: {study_name(item)}{when}.", *pointers
            )
    return None


def _career_line(material: Material) -> Sentence | None:
    """ "Pharmacy technician with six years in community and long-term care pharmacy."."""
    career = read_career(material)
    if career is None or career.months < 12:
        return None
    title, years = one_line(career.role.title), say_years(career.months)
    if not career.fits:
        work = with_article(lower_title(title, material.lexicon))
        text = f"{upper_first(years)} of work as {work} at {one_line(career.role.employer)}."
        return Sentence(text, (*career.sources(), *profile_sources(f"{career.role.place}/name")))
    settings = list(dict.fromkeys(one_line(role.setting) for role in career.like if role.setting))
    pointers = [f"{role.place}/setting" for role in career.like if role.setting]
    where = f"in {_join_settings(settings)}" if settings else "of experience"
    text = f"{upper_first(title)} with {years} {where}."
    return Sentence(text, (*career.sources(), *profile_sources(*pointers)))


def _join_settings(settings: list[str]) -> str:
    """ "community pharmacy" and "long-term care pharmacy" → "community and long-term care pharmacy"; "a warehouse"."""
    lasts = {setting.split(" ")[-1] for setting in settings}
    if len(settings) > 1 and len(lasts) == 1:
        last = lasts.pop()
        return f"{join_words([setting.removesuffix(last).strip() for setting in settings])} {last}"
    return join_words([each if MASS.search(each) else with_article(each) for each in settings])


def held_credentials(material: Material) -> Iterator[int]:
    """Numbers of the certificates that meet a requirement of the posting, in the posting's order, each once."""
    seen = set()
    for match in material.report.matches:
        for evidence in match.evidence:
            if evidence.how == "credential" and match.status is Status.MET and evidence.pointer not in seen:
                seen.add(evidence.pointer)
                yield int(evidence.pointer.split("/")[2])


def _skill_line(material: Material) -> Sentence | None:
    """The posting's weightiest skills that the person's work shows: "Work experience with cycle counts and HIPAA."."""
    shown = [item for item in listed_skills(material) if item.proven][:MOST_SKILLS]
    if len(shown) < 2:
        return None
    sources: list[Source] = [source for item in shown for source in item.sentence.sources]
    text = material.phrases.label("summary_skills", skills=join_words([_inside(i, material) for i in shown]))
    return Sentence(text, tuple(dict.fromkeys([*sources, Source(SourceKind.PHRASE, "labels.summary_skills")])))


def _inside(item: Item, material: Material) -> str:
    """A skill inside a sentence, with the capital of a name."""
    kinds = {material.lexicon.skills[key].kind for key in item.ids if key in material.lexicon.skills}
    text = item.sentence.text
    return text if kinds & set(NAMED) else lower_first(text)
