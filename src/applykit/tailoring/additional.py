"""What stands at the end of a resume in a line each: languages, further training, memberships, awards."""

from collections.abc import Iterator

from applykit.tailoring.material import Material
from applykit.tailoring.model import ResumeSection, Sentence, SkillGroup
from applykit.tailoring.sentences import from_profile, one_line, say_date, say_range

KINDS = ("languages", "learning", "memberships", "awards")


def additional_section(material: Material, *, without: frozenset[str] = frozenset()) -> ResumeSection | None:
    """One line a kind; items whose pointers are in `without` are left out to save room."""
    groups = []
    for kind, read in zip(KINDS, (_languages, _learning, _memberships, _awards), strict=True):
        items = tuple(item for item in read(material) if item.sources[0].where not in without)
        if items:
            groups.append(SkillGroup(material.phrases.label(f"section_{kind}"), items))
    if not groups:
        return None
    return ResumeSection("additional", material.phrases.label("section_additional"), groups=tuple(groups))


def line_pointers(material: Material, *, asked: bool) -> tuple[str, ...]:
    """The items that answer something in the posting, or those that do not; the least usual in a resume first."""
    section = additional_section(material)
    pointers = [item.sources[0].where for group in section.groups for item in group.items] if section else []
    return tuple(pointer for pointer in reversed(pointers) if (pointer in material.by_pointer) is asked)


def _languages(material: Material) -> Iterator[Sentence]:
    for number, item in enumerate(material.profile.languages):
        pointer, name = f"/languages/{number}", "fluency" if item.fluency else "level"
        yield _with_details(f"{pointer}/language", item.language, [(f"{pointer}/{name}", item.fluency or item.level)])


def _learning(material: Material) -> Iterator[Sentence]:
    for section in ("continuingEducation", "workshops"):
        for number, item in enumerate(getattr(material.profile, section)):
            pointer = f"/{section}/{number}"
            hours = material.phrases.label("hours", hours=f"{item.hours:g}") if item.hours else None
            date = say_date(item.date, material.phrases) if item.date else None
            details = [(f"{pointer}/provider", item.provider), (f"{pointer}/hours", hours), (f"{pointer}/date", date)]
            yield _with_details(f"{pointer}/name", item.name, details)


def _memberships(material: Material) -> Iterator[Sentence]:
    for number, item in enumerate(material.profile.memberships):
        pointer = f"/memberships/{number}"
        dates = say_range(item.startDate, item.endDate, material.phrases)
        details = [(f"{pointer}/role", item.role), (f"{pointer}/startDate", dates)]
        sentence = _with_details(f"{pointer}/organization", item.organization, details)
        yield from_profile(sentence.text, *(s.where for s in sentence.sources), f"{pointer}/endDate")


def _awards(material: Material) -> Iterator[Sentence]:
    for number, item in enumerate(material.profile.awards):
        pointer = f"/awards/{number}"
        date = say_date(item.date, material.phrases) if item.date else None
        yield _with_details(
            f"{pointer}/title", item.title, [(f"{pointer}/awarder", item.awarder), (f"{pointer}/date", date)]
        )


def _with_details(pointer: str, text: str, details: list[tuple[str, str | None]]) -> Sentence:
    """ "Spanish (C1)": a text with what is known of it in parentheses."""
    known = [(where, one_line(value)) for where, value in details if value]
    shown = f" ({', '.join(value for _, value in known)})" if known else ""
    return from_profile(one_line(text) + shown, pointer, *(where for where, _ in known))
