"""The parts of a letter around the evidence: opening, background, credentials, reason, gap, close."""

import re

from applykit.matching.model import Match, Status
from applykit.profile.model import Certificate, Education, Why
from applykit.requirements.model import Kind
from applykit.tailoring.career import Career, read_career
from applykit.tailoring.choice import Chooser
from applykit.tailoring.gap import say_gap
from applykit.tailoring.grammar.nouns import body_name, join_words, with_article
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence
from applykit.tailoring.needs import say_need
from applykit.tailoring.sentences import (
    from_phrase,
    from_profile,
    one_line,
    posting_source,
    profile_sources,
    say_month,
    say_years,
)
from applykit.tailoring.studies import study_name
from applykit.tailoring.summary import held_credentials
from applykit.tailoring.titles import lower_title

__all__ = ["say_gap"]

Paragraph = tuple[Sentence, ...]
MOST_CREDENTIALS = 3
CREDENTIAL_NOUN = re.compile(r"\b(?:licen[cs]e|certification|certificate|registration|card|diploma|permit|commission)\b", re.IGNORECASE)


def say_opening(material: Material, chooser: Chooser) -> Paragraph:
    """The role and the employer, in the first sentence."""
    posting, sources = material.posting, []
    values: dict[str, str] = {}
    if material.title:
        reference = f" ({one_line(posting.reference)})" if posting.reference else ""
        values |= {"title": material.title, "a_title": with_article(material.title)}
        sources.append(posting_source("title"))
    if posting.employer:
        values["employer"] = one_line(posting.employer)
        sources.append(posting_source("employer"))
    slot = {(True, True): "opening", (False, True): "opening_untitled", (True, False): "opening_unnamed"}.get(
        (bool(material.title), bool(posting.employer)), "opening_bare"
    )
    name, text = chooser.choose(slot, **values)
    if material.title and posting.reference:
        text = f"{text[:-1]}{reference}."
        sources.append(posting_source("reference"))
    return (from_phrase(text, name, *sources),)


def say_background(material: Material, chooser: Chooser) -> tuple[Paragraph, str | None]:
    """What the person does or did, how long and where; and the place named last, as a pointer."""
    career = read_career(material)
    if career is None:
        return _studies(material, chooser), None
    role = lower_title(career.role.title)
    values = {"role": role, "a_role": with_article(role), "place": one_line(career.role.employer)}
    sources = [*career.sources(), *profile_sources(f"{career.role.place}/name")]
    if career.months >= 12:
        values["amount"] = say_years(career.months)
    if not career.role.current and career.role.end:
        values["until"] = say_month(career.role.end, material.phrases)
        sources += profile_sources(f"{career.role.pointer}/endDate", f"{career.role.place}/endDate")
    slot = background_slot(career)
    name, text = chooser.choose(slot, **values)
    return (from_phrase(text, name, *sources),), career.role.place


def background_slot(career: Career) -> str:
    if career.role.current:
        return "background_current" if career.months >= 12 else "background_new"
    return "background_former" if career.months >= 12 else "background_former_short"


def _studies(material: Material, chooser: Chooser) -> Paragraph:
    for number, item in enumerate(material.profile.education):
        pointer = f"/education/{number}"
        if item.status == "in-progress" and item.area:
            values = {"area": item.area, "school": item.institution}
            name, text = chooser.choose("background_student", **values)
            return (from_phrase(text, name, *profile_sources(f"{pointer}/area", f"{pointer}/institution")),)
    return ()


def say_credentials(material: Material, chooser: Chooser) -> Paragraph:
    """The credentials that the posting asks for and the person holds, with issuer and expiry."""
    held = [(number, material.profile.certificates[number]) for number in held_credentials(material)][:MOST_CREDENTIALS]
    if not held:
        return ()
    texts = [name_credential(item) for _, item in held]
    pointers = [f"/certificates/{n}/{part}" for n, item in held for part in ("name", "issuer") if getattr(item, part)]
    values = {"credentials": join_words(texts)}
    bank = "credentials" if len(held) > 1 else "credential"
    name, text = chooser.choose(bank, **values)
    return (from_phrase(text, name, *profile_sources(*pointers)),)


def name_credential(item: Certificate) -> str:
    """A credential in a sentence: "a Pharmacy Technician License from the State of Ohio", "the CPhT credential from PTCB"."""
    name = one_line(item.name)
    issuer = one_line(item.issuer) if item.issuer and item.issuer not in item.name else None
    source = f" from {body_name(issuer)}" if issuer else ""
    if CREDENTIAL_NOUN.search(re.sub(r"\([^)]*\)", "", name)):
        return f"{with_article(name)}{source}"
    return f"the {name} credential{source}"


def say_education(material: Material, chooser: Chooser) -> Paragraph:
    """The finished or running studies that answer a requirement beyond high school."""
    for match in material.report.matches:
        for evidence in match.evidence:
            if evidence.how == "education" and match.requirement.kind is Kind.EDUCATION:
                number = int(evidence.pointer.split("/")[2])
                item = material.profile.education[number]
                if item.studyType and item.area and "high school" not in item.studyType.casefold():
                    return (_education_sentence(item, number, match, material, chooser),)
    return ()


def _education_sentence(
    item: Education, number: int, match: Match, material: Material, chooser: Chooser
) -> Sentence:
    pointer = f"/education/{number}"
    names = ["studyType", "area", "institution"]
    study = study_name(item)
    if match.status is Status.MET:
        name, text = chooser.choose("education", study=study, school=item.institution)
    else:
        when = say_month(item.endDate, material.phrases) if item.endDate and item.endDate != "present" else None
        values = {"when": when} if when else {}
        names += ["endDate"] if when else []
        name, text = chooser.choose("education_open", study=study, school=item.institution, **values)
    return from_phrase(text, name, *profile_sources(*(f"{pointer}/{each}" for each in names)))


def say_languages(material: Material, chooser: Chooser) -> Paragraph:
    """Languages the posting asks for and the person speaks."""
    for match in material.report.matches:
        if match.requirement.kind is Kind.LANGUAGE and match.status is Status.MET and match.evidence:
            pointer = match.evidence[0].pointer
            if not pointer.startswith("/languages/"):
                continue
            item = material.profile.languages[int(pointer.split("/")[2])]
            if item.language.casefold() == "english":
                continue
            span = match.requirement.mentions[0].span
            name, text = chooser.choose("language", languages=item.language, asked=say_need(match, material))
            return (from_phrase(text, name, *profile_sources(pointer), posting_source(f"{span.start}:{span.end}")),)
    return ()


def say_why(material: Material, chooser: Chooser) -> Paragraph:
    """The person's own reason for this employer or field, as they wrote it; none where they gave none that fits."""
    found = pick_why(material)
    if found is None:
        return ()
    number, why = found
    text = from_profile(one_line(why.text), f"/why/{number}/text")
    slot, sources = ("why_employer", [posting_source("employer")]) if why.employer else ("why_lead", [])
    if not (why.employer or why.field):
        return (text,)
    values = {"employer": one_line(material.posting.employer or "")} if why.employer else {}
    name, lead = chooser.choose(slot, **values)
    where = profile_sources(f"/why/{number}/{'employer' if why.employer else 'field'}")
    return (from_phrase(lead, name, *where, *sources), text)


def pick_why(material: Material) -> tuple[int, Why] | None:
    """The reason for this employer first, then for its field or setting, then one for any."""
    employer = (material.posting.employer or "").casefold()
    head = f"{material.title or ''} {employer} {material.setting.replace('_', ' ')}".casefold()
    for fits in (
        lambda why: why.employer and employer and (why.employer.casefold() in employer or employer in why.employer.casefold()),
        lambda why: why.field and not why.employer and _field_fits(why.field, head),
        lambda why: not why.employer and not why.field,
    ):
        for number, why in enumerate(material.profile.why):
            if fits(why):
                return number, why
    return None


def _field_fits(field: str, head: str) -> bool:
    """Whether every word of the field stands in the posting's title, employer or setting."""
    words = [word for word in re.findall(r"\w+", field.casefold()) if word not in ("pharmacy", "work", "and")]
    return bool(words) and all(re.search(rf"\b{re.escape(word)}", head) for word in words)


def say_close(material: Material, chooser: Chooser) -> Paragraph:
    """An offer to talk, the day the person can start if they said so, how to reach them, and thanks."""
    name, text = chooser.choose("talk")
    sentences = [from_phrase(text, name)]
    start = material.profile.availability.start if material.profile.availability else None
    if start and start != "present" and len(start) == 10 and start > material.date.isoformat():
        name, text = chooser.choose("start", start=say_month(start, material.phrases))
        sentences.append(from_phrase(text, name, *profile_sources("/availability/start")))
    basics = material.profile.basics
    ways = [(getattr(basics, each), f"/basics/{each}") for each in ("phone", "email") if getattr(basics, each)]
    if ways:
        name, text = chooser.choose("contact", ways=join_words([way for way, _ in ways], word="or"))
        sentences.append(from_phrase(text, name, *profile_sources(*(pointer for _, pointer in ways))))
    name, text = chooser.choose("thanks")
    return (*sentences, from_phrase(text, name))


