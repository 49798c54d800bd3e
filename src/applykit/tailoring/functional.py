"""The functional layout: what was done, under the person's skill groups, and the jobs as a bare list below."""

from collections.abc import Iterator

from applykit.tailoring.material import Material
from applykit.tailoring.model import ResumeEntry, ResumeSection, Sentence, SkillGroup
from applykit.tailoring.select import Candidate, Selection
from applykit.tailoring.sentences import from_phrase, from_profile

WARNING = (
    "The layout is functional: many readers take it for a way to hide gaps. The jobs and their dates are all listed "
    "below the skills; use the layout only where you know that it is wanted."
)


def strengths(material: Material, selection: Selection, skills: ResumeSection | None) -> ResumeSection | None:
    """The chosen lines under the skill group that they belong to, groups in the order of the skills section."""
    groups = list(skills.groups) if skills else []
    entries = tuple(_entries(material, list(selection.kept), groups))
    return ResumeSection("strengths", material.phrases.label("section_strengths"), entries) if entries else None


def _entries(material: Material, rest: list[Candidate], groups: list[SkillGroup]) -> Iterator[ResumeEntry]:
    for group in groups:
        ids = {key for item in group.items for source in item.sources for key in material.ids_at.get(source.where, ())}
        own = [each for each in rest if group.name and ids & material.ids_at.get(each.pointer, frozenset())]
        rest = [each for each in rest if each not in own]
        number = next((n for n, item in enumerate(material.profile.skills) if item.name == group.name), None)
        if own:
            title = _title(group.name, number)
            yield ResumeEntry(title, lines=tuple(from_profile(each.text, each.pointer) for each in own))
    if rest:
        lines = tuple(from_profile(each.text, each.pointer) for each in rest)
        yield ResumeEntry(from_phrase(material.phrases.label("group_more"), "labels.group_more"), lines=lines)


def _title(name: str, number: int | None) -> Sentence:
    """A group's name as the person wrote it, or as the label bank has it."""
    if number is not None:
        return from_profile(name, f"/skills/{number}/name")
    return from_phrase(name, "labels.group_other")
