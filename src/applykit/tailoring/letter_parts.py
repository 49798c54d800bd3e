"""The parts of a letter around the evidence: opening, background, credentials, reason, gap, close."""

import re

from applykit.matching.model import Status
from applykit.profile.model import Certificate
from applykit.requirements.model import Kind
from applykit.tailoring.choice import Chooser
from applykit.tailoring.grammar.nouns import body_name, join_words, lower_first, with_article
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence
from applykit.tailoring.sentences import (
    from_phrase,
    one_line,
    posting_source,
    profile_sources,
    say_month,
)
from applykit.tailoring.studies import study_name
from applykit.tailoring.summary import held_credentials

Paragraph = tuple[Sentence, ...]
MOST_CREDENTIALS = 3
CREDENTIAL_NOUN = re.compile(
    r"\b(?:licen[cs]e|certification|certificate|registration|card|diploma|permit|commission)\b", re.IGNORECASE
)


def say_opening(material: Material, chooser: Chooser) -> Paragraph:
    """The role and the employer, in the first sentence."""
    posting, sources = material.posting, []
    values: dict[str, str] = {}
    if material.title:
        reference = f" ({say_reference(posting.reference)})" if posting.reference else ""
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


def say_reference(reference: str) -> str:
    """The posting's own number; a bare one is told to be a number."""
    shown = one_line(reference)
    return f"No. {shown}" if shown.isdigit() else shown


def say_credentials(material: Material, chooser: Chooser) -> Paragraph:
    """The credentials that the posting asks for and the person holds, with issuer and expiry."""
    held = [(number, material.profile.certificates[number]) for number in held_credentials(material)][:MOST_CREDENTIALS]
    if not held:
        return ()
    texts = name_credentials([item for _, item in held])
    pointers = [f"/certificates/{n}/{part}" for n, item in held for part in ("name", "issuer") if getattr(item, part)]
    values = {"credentials": join_words(texts)}
    bank = "credentials" if len(texts) > 1 else "credential"
    name, text = chooser.choose(bank, **values)
    return (from_phrase(text, name, *profile_sources(*pointers)),)


def name_credentials(items: list[Certificate]) -> list[str]:
    """Each credential with its issuer; those of one issuer that are no licence or the like are named together."""
    plain = [item for item in items if not _has_noun(item)]
    together = [[each for each in plain if each.issuer == item.issuer] if item in plain else [item] for item in items]
    return list(dict.fromkeys(_name_together(group) for group in together))


def _name_together(group: list[Certificate]) -> str:
    issuer = group[0].issuer
    if len(group) == 1 or not issuer:
        return join_words([name_credential(item) for item in group])
    names = join_words([one_line(item.name) for item in group])
    return f"the {names} credentials from {body_name(one_line(issuer))}"


def _has_noun(item: Certificate) -> bool:
    """Whether a name says already what kind of credential it is: "Technician License"."""
    return bool(CREDENTIAL_NOUN.search(re.sub(r"\([^)]*\)", "", one_line(item.name))))


def name_credential(item: Certificate) -> str:
    """A credential in a sentence: "a Technician License from the State of Ohio", "the CPhT credential from PTCB"."""
    name = one_line(item.name)
    issuer = one_line(item.issuer) if item.issuer and item.issuer not in item.name else None
    source = f" from {body_name(issuer)}" if issuer else ""
    if _has_noun(item):
        return f"{with_article(name)}{source}"
    return f"the {name} credential{source}"


def say_education(material: Material, chooser: Chooser) -> Paragraph:
    """Finished studies that answer a requirement beyond high school."""
    for match in material.report.matches:
        for evidence in match.evidence:
            if (
                evidence.how != "education"
                or match.status is not Status.MET
                or match.requirement.kind is not Kind.EDUCATION
            ):
                continue
            number = int(evidence.pointer.split("/")[2])
            item = material.profile.education[number]
            if item.studyType and (item.area or " in " in item.studyType):
                values = {"study": study_name(item), "school": body_name(one_line(item.institution))}
                name, text = chooser.choose("education", **values)
                names = ("studyType", "area", "institution")
                return (from_phrase(text, name, *profile_sources(*(f"/education/{number}/{each}" for each in names))),)
    return ()


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
            level = one_line(item.fluency or item.level or "")
            shown = f"{item.language} ({lower_first(level)})" if level else item.language
            span = match.requirement.mentions[0].span
            name, text = chooser.choose("language", languages=shown, asked=match.requirement.name)
            number = pointer.rsplit("/", 1)[0]
            sources = profile_sources(pointer, f"{number}/{'fluency' if item.fluency else 'level'}")
            return (from_phrase(text, name, *sources, posting_source(f"{span.start}:{span.end}")),)
    return ()


def say_close(material: Material, chooser: Chooser) -> Paragraph:
    """An offer to talk, shifts that are wanted and can be worked, the first day, how to reach them, thanks."""
    name, text = chooser.choose("talk")
    sentences = [from_phrase(text, name), *_say_shifts(material, chooser), *_say_start(material, chooser)]
    basics = material.profile.basics
    ways = [(getattr(basics, each), f"/basics/{each}") for each in ("phone", "email") if getattr(basics, each)]
    if ways:
        name, text = chooser.choose("contact", ways=join_words([way for way, _ in ways], word="or"))
        sentences.append(from_phrase(text, name, *profile_sources(*(pointer for _, pointer in ways))))
    name, text = chooser.choose("thanks")
    return (*sentences, from_phrase(text, name))


SHIFTS = ("weekends", "evenings", "nights", "holidays", "overtime")


def _say_shifts(material: Material, chooser: Chooser) -> Paragraph:
    """Shifts that the posting requires and the person said yes to."""
    asked = {
        evidence.pointer.rsplit("/", 1)[-1]
        for match in material.report.gates if match.requirement.kind is Kind.SCHEDULE and match.status is Status.MET
        for evidence in match.evidence
    }  # fmt: skip
    shifts = [shift for shift in SHIFTS if shift in asked]
    if not shifts:
        return ()
    name, text = chooser.choose("shifts", shifts=join_words(shifts))
    return (from_phrase(text, name, *profile_sources(*(f"/availability/{shift}" for shift in shifts))),)


def _say_start(material: Material, chooser: Chooser) -> Paragraph:
    start = material.profile.availability.start if material.profile.availability else None
    if not start or start == "present" or len(start) != 10 or start <= material.date.isoformat():
        return ()
    name, text = chooser.choose("start", start=say_month(start, material.phrases))
    return (from_phrase(text, name, *profile_sources("/availability/start")),)
