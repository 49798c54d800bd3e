"""Who is writing: what the person studies, does or did, how long and where."""

from applykit.matching.timeline import DatedRole
from applykit.profile.model import Education
from applykit.tailoring.career import Career, read_career, telling_words
from applykit.tailoring.choice import Chooser
from applykit.tailoring.grammar.nouns import body_name, with_article
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence
from applykit.tailoring.sentences import from_phrase, one_line, profile_sources, say_month, say_years
from applykit.tailoring.studies import running_studies, study_name
from applykit.tailoring.titles import lower_title

Paragraph = tuple[Sentence, ...]


def say_background(material: Material, chooser: Chooser) -> tuple[Paragraph, DatedRole | None]:
    """Studies under way that answer the posting, then the work; and the role named last."""
    career = read_career(material)
    studies = _say_studies(material, chooser, alone=career is None) if career is None or not career.fits else ()
    if career is None:
        return studies or _say_finished(material, chooser), None
    return (*studies, _say_work(career, material, chooser)), career.role


def _say_work(career: Career, material: Material, chooser: Chooser) -> Sentence:
    role, later = (lower_title(each.title, material.lexicon) for each in (career.role, career.latest))
    values = {"role": role, "a_role": with_article(role), "place": one_line(career.role.employer)}
    sources = [*career.sources(), *profile_sources(f"{career.role.place}/name")]
    if career.months >= 12:
        values["amount"] = say_years(career.months)
    if not career.role.current and career.role.end:
        values["until"] = say_month(career.role.end[:7], material.phrases)
        sources += profile_sources(f"{career.role.pointer}/endDate", f"{career.role.place}/endDate")
    if career.latest != career.role:
        values["a_later"] = with_article(later)
        sources += profile_sources(f"{career.latest.pointer}/position")
    name, text = chooser.choose(background_slot(career), **values)
    return from_phrase(text, name, *sources)


def background_slot(career: Career) -> str:
    """The slot by whether the work goes on, has lasted a year, and was done at more than one place."""
    if career.months < 12:
        return "background_new" if career.role.current else "background_former_short"
    if career.latest != career.role and career.role.end and not career.role.current:
        return "background_earlier"
    several = len({role.place for role in career.like}) > 1
    return f"background_{'current' if career.role.current else 'former'}{'' if several else '_one'}"


def _say_studies(material: Material, chooser: Chooser, *, alone: bool) -> Paragraph:
    for pointer, item in running_studies(material.profile):
        if not (alone or answers_posting(pointer, item, material)):
            continue
        values = {"study": study_name(item), "school": body_name(one_line(item.institution))}
        if item.endDate and item.endDate != "present":
            values["when"] = say_month(item.endDate[:7], material.phrases)
        name, text = chooser.choose("background_student_until" if "when" in values else "background_student", **values)
        names = ("studyType", "area", "institution", "endDate")
        return (from_phrase(text, name, *profile_sources(*(f"{pointer}/{each}" for each in names))),)
    return ()


def answers_posting(pointer: str, item: Education, material: Material) -> bool:
    """Whether studies are evidence for something asked, or of the kind that the posting's title names."""
    if any(each.startswith(f"{pointer}/") for each in material.by_pointer) or not material.title:
        return True
    return bool(telling_words(f"{item.area or ''} {item.studyType or ''}") & telling_words(material.title))


def _say_finished(material: Material, chooser: Chooser) -> Paragraph:
    """The latest finished studies of someone who has not worked yet."""
    numbered = list(enumerate(material.profile.education))
    numbered.sort(key=lambda pair: pair[1].endDate or "", reverse=True)
    for number, item in numbered:
        if item.studyType and item.status in (None, "completed"):
            values = {"study": study_name(item), "school": body_name(one_line(item.institution))}
            name, text = chooser.choose("background_graduate", **values)
            names = ("studyType", "area", "institution")
            return (from_phrase(text, name, *profile_sources(*(f"/education/{number}/{each}" for each in names))),)
    return ()
