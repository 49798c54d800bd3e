"""The resume's summary and headline: facts that stand in the profile, or follow from its dates."""

import re
from dataclasses import dataclass

from applykit.matching.model import Status
from applykit.matching.timeline import DatedRole
from applykit.tailoring.grammar.nouns import body_name, join_words, upper_first
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.sentences import from_profile, one_line, profile_sources, say_years

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
LEVEL_WORDS = re.compile(r"\b(?:I{1,3}|IV|V|[1-5]|senior|sr\.?|junior|jr\.?|lead|head|entry[- ]level|part[- ]time|full[- ]time)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Career:
    """The kind of work a person has done longest of what fits the posting: the role to name, and those like it."""

    role: DatedRole
    like: tuple[DatedRole, ...]
    months: int

    def sources(self) -> tuple[Source, ...]:
        where = " ".join(["years_of_experience", *(role.pointer for role in self.like)])
        return (*profile_sources(f"{self.role.pointer}/position"), Source(SourceKind.COMPUTED, where))


def read_career(material: Material) -> Career | None:
    """The role that answers most of the posting, the latest one among equals, and all roles of the same name."""
    titled = [role for role in material.timeline.paid if role.title]
    if not titled:
        return None
    role = max(titled, key=lambda each: (each.current, each.period.end if each.period else 0, _weight(each, material)))
    like = tuple(each for each in titled if same_title(each.title, role.title))
    return Career(role, like, material.timeline.months(like))


def _weight(role: DatedRole, material: Material) -> int:
    return sum(len(pairs) for pointer, pairs in material.by_pointer.items() if pointer.startswith(role.pointer + "/"))


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same work, whatever its level: "Pharmacy Technician II" and "Lead Pharmacy Technician"."""
    first, second = (" ".join(LEVEL_WORDS.sub(" ", title).casefold().split()) for title in (one, other))
    return bool(first) and first == second


def headline(material: Material) -> Sentence | None:
    """The posting's title where the person holds or held it, else the person's own label or latest title."""
    for role in material.timeline.paid:
        if material.title and role.title.casefold() == material.title.casefold():
            return from_profile(role.title, f"{role.pointer}/position")
    label = material.profile.basics.label
    if label:
        return from_profile(one_line(label), "/basics/label")
    career = read_career(material)
    return from_profile(career.role.title, f"{career.role.pointer}/position") if career else None


def summary_lines(material: Material) -> tuple[Sentence, ...]:
    """The person's own summary in two or three sentences, or two sentences of facts."""
    own = material.profile.basics.summary
    if own:
        parts = SENTENCE_END.split(one_line(own))
        return tuple(from_profile(part, "/basics/summary") for part in parts[:3])
    lines = [_career_line(material), _credential_line(material)]
    return tuple(line for line in lines if line)


def _career_line(material: Material) -> Sentence | None:
    """ "Pharmacy technician with six years of experience in community and long-term care pharmacy."."""
    career = read_career(material)
    if career is None or career.months < 12:
        return None
    settings = list(dict.fromkeys(role.setting for role in career.like if role.setting))
    pointers = [f"{role.place}/setting" for role in career.like if role.setting]
    where = f" in {_join_settings(settings)}" if settings else ""
    text = f"{upper_first(career.role.title)} with {say_years(career.months)} of experience{where}."
    return Sentence(text, (*career.sources(), *profile_sources(*pointers)))


def _join_settings(settings: list[str]) -> str:
    """ "community pharmacy" and "long-term care pharmacy" → "community and long-term care pharmacy"."""
    lasts = {setting.split(" ")[-1] for setting in settings}
    if len(settings) > 1 and len(lasts) == 1:
        last = lasts.pop()
        return f"{join_words([setting.removesuffix(last).strip() for setting in settings])} {last}"
    return join_words(settings)


def _credential_line(material: Material) -> Sentence | None:
    """What the person holds of the credentials the posting asks for."""
    names, pointers = [], []
    for match in material.report.matches:
        for evidence in match.evidence:
            if evidence.how == "credential" and match.status is Status.MET and evidence.pointer not in pointers:
                number = int(evidence.pointer.split("/")[2])
                item = material.profile.certificates[number]
                issuer = None if not item.issuer or item.issuer in item.name else item.issuer
                names.append(f"{item.name}{f' from {body_name(issuer)}' if issuer else ''}")
                pointers += [evidence.pointer, *([f"/certificates/{number}/issuer"] if issuer else [])]
    if not names:
        return None
    return Sentence(f"Holds {join_words(names[:3])}.", profile_sources(*pointers))
