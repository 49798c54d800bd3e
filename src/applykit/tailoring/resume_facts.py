"""The sections of a resume that are facts as they stand: contact, credentials, education and the rest."""

import re
from collections.abc import Iterable

from applykit.profile.model import Certificate, Education, Profile
from applykit.tailoring.material import Material
from applykit.tailoring.model import ContactLine, ResumeEntry, ResumeSection, Sentence
from applykit.tailoring.sentences import from_profile, one_line, say_date, say_range

HTTP = re.compile(r"https?://[^\s<>\"]+\Z")
EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\Z")
PLANS = ("planned", "in-progress")


def contact_lines(profile: Profile) -> tuple[ContactLine, ...]:
    """Place, phone, e-mail and addresses on the web; a link only where it is safe."""
    basics, lines = profile.basics, []
    place = basics.location
    if place and (place.city or place.region):
        parts = [(name, getattr(place, name)) for name in ("city", "region") if getattr(place, name)]
        text = ", ".join(value for _, value in parts)
        lines.append(ContactLine(from_profile(text, *(f"/basics/location/{name}" for name, _ in parts))))
    if basics.phone:
        digits = re.sub(r"[^\d+]", "", basics.phone)
        lines.append(ContactLine(from_profile(basics.phone, "/basics/phone"), f"tel:{digits}" if digits else None))
    if basics.email:
        target = f"mailto:{basics.email}" if EMAIL.match(basics.email) else None
        lines.append(ContactLine(from_profile(basics.email, "/basics/email"), target))
    if basics.url:
        lines.append(_web(basics.url, "/basics/url"))
    lines += [_web(item.url, f"/basics/profiles/{n}/url") for n, item in enumerate(basics.profiles) if item.url]
    return tuple(lines)


def _web(url: str, pointer: str) -> ContactLine:
    shown = re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
    return ContactLine(from_profile(shown, pointer), url if HTTP.match(url) else None)


def credentials(material: Material) -> ResumeSection | None:
    """Credentials that are held, those the posting asks for first; plans are marked as such, expired ones left out."""
    asked = {pointer: number for number, pointer in enumerate(material.by_pointer)}
    shown = []
    for number, item in enumerate(material.profile.certificates):
        if item.status in ("expired", "inactive", *PLANS) or _is_over(item, material):
            continue
        pointer = f"/certificates/{number}"
        shown.append((asked.get(f"{pointer}/name", len(asked)), number, _certificate(item, pointer, material)))
    return make_section(material, "credentials", [entry for _, _, entry in sorted(shown, key=lambda each: each[:2])])


def _is_over(item: Certificate, material: Material) -> bool:
    if not item.expires or item.expires == "present":
        return False
    return item.expires < material.date.isoformat()[: len(item.expires)]


def _certificate(item: Certificate, pointer: str, material: Material) -> ResumeEntry:
    phrases = material.phrases
    issuer = None if not item.issuer or item.issuer in item.name else item.issuer
    details = [from_profile(phrases.label("number", number=item.number), f"{pointer}/number")] if item.number else []
    dates = None
    if item.expires and item.expires != "present":
        dates = from_profile(phrases.label("valid_to", date=say_date(item.expires, phrases)), f"{pointer}/expires")
    elif item.issued:
        dates = from_profile(phrases.label("issued", date=say_date(item.issued, phrases)), f"{pointer}/issued")
    place = details[0] if details else None
    organization = from_profile(issuer, f"{pointer}/issuer") if issuer else None
    return ResumeEntry(from_profile(item.name, f"{pointer}/name"), organization, place, dates)


def education(material: Material) -> ResumeSection | None:
    """Degrees and diplomas, the latest first, with what is under way marked as such."""
    numbered = list(enumerate(material.profile.education))
    numbered.sort(key=lambda pair: (pair[1].endDate or pair[1].startDate or "", -pair[0]), reverse=True)
    return make_section(material, "education", [_degree(item, f"/education/{n}", material) for n, item in numbered])


def _degree(item: Education, pointer: str, material: Material) -> ResumeEntry:
    phrases = material.phrases
    parts = [(name, getattr(item, name)) for name in ("studyType", "area") if getattr(item, name)]
    school = from_profile(item.institution, f"{pointer}/institution")
    title = _degree_name(item, pointer, parts, material)
    place = from_profile(item.location, f"{pointer}/location") if item.location else None
    lines = []
    if item.courses:
        text = phrases.label("courses", courses=", ".join(item.courses))
        lines.append(from_profile(text, *(f"{pointer}/courses/{n}" for n, _ in enumerate(item.courses))))
    lines += [from_profile(one_line(h.text), f"{pointer}/highlights/{n}") for n, h in enumerate(item.highlights)]
    dates = _school_dates(item, pointer, material)
    if not parts:
        return ResumeEntry(school, None, place, dates, tuple(lines))
    return ResumeEntry(title, school, place, dates, tuple(lines))


def _degree_name(item: Education, pointer: str, parts: list[tuple[str, str]], material: Material) -> Sentence:
    """ "Certificate, Pharmacy Technology (ASHP accredited)"."""
    text, pointers = ", ".join(one_line(part) for _, part in parts), [f"{pointer}/{name}" for name, _ in parts]
    if item.accreditation:
        text = f"{text} ({material.phrases.label('accreditation', body=one_line(item.accreditation))})"
        pointers.append(f"{pointer}/accreditation")
    return from_profile(text, *pointers)


def _school_dates(item: Education, pointer: str, material: Material) -> Sentence | None:
    phrases = material.phrases
    if item.status == "in-progress" and item.endDate and item.endDate != "present":
        text = phrases.label("expected", date=say_date(item.endDate, phrases))
        return from_profile(text, f"{pointer}/endDate", f"{pointer}/status")
    if item.status == "in-progress":
        return from_profile(phrases.label("in_progress"), f"{pointer}/status")
    names = [name for name in ("startDate", "endDate") if getattr(item, name)]
    if item.endDate and item.endDate != "present" and item.status != "left":
        return from_profile(say_date(item.endDate, phrases), f"{pointer}/endDate")
    span = say_range(item.startDate, item.endDate, phrases)
    return from_profile(span, *(f"{pointer}/{name}" for name in names)) if span else None


def publications(material: Material) -> ResumeSection | None:
    entries = []
    for number, item in enumerate(material.profile.publications):
        pointer = f"/publications/{number}"
        date = say_date(item.releaseDate, material.phrases) if item.releaseDate else None
        entries.append(
            ResumeEntry(
                from_profile(item.name, f"{pointer}/name"),
                from_profile(item.publisher, f"{pointer}/publisher") if item.publisher else None,
                None,
                from_profile(date, f"{pointer}/releaseDate") if date else None,
            )
        )
    return make_section(material, "publications", entries)


def projects(material: Material) -> ResumeSection | None:
    entries = []
    for number, item in enumerate(material.profile.projects):
        pointer = f"/projects/{number}"
        lines = [from_profile(one_line(h.text), f"{pointer}/highlights/{n}") for n, h in enumerate(item.highlights)]
        if item.description:
            lines.insert(0, from_profile(one_line(item.description), f"{pointer}/description"))
        dates = say_range(item.startDate, item.endDate, material.phrases) if item.startDate else None
        names = [name for name in ("startDate", "endDate") if getattr(item, name)]
        date = from_profile(dates, *(f"{pointer}/{name}" for name in names)) if dates else None
        entries.append(ResumeEntry(from_profile(item.name, f"{pointer}/name"), None, None, date, tuple(lines)))
    return make_section(material, "projects", entries)


def references(material: Material) -> ResumeSection | None:
    """Only references who agreed to be named, and only when the person wants them printed."""
    entries = []
    for number, item in enumerate(material.profile.references):
        if not (material.options.references and item.consent):
            continue
        pointer = f"/references/{number}"
        lines = [from_profile(getattr(item, n), f"{pointer}/{n}") for n in ("phone", "email") if getattr(item, n)]
        heads = [(n, getattr(item, n)) for n in ("title", "employer") if getattr(item, n)]
        body = from_profile(", ".join(t for _, t in heads), *(f"{pointer}/{n}" for n, _ in heads)) if heads else None
        entries.append(ResumeEntry(from_profile(item.name, f"{pointer}/name"), body, None, None, tuple(lines)))
    return make_section(material, "references", entries)


def make_section(
    material: Material, kind: str, entries: Iterable[ResumeEntry] = (), *, lines: Iterable[Sentence] = ()
) -> ResumeSection | None:
    """A section with its heading, or None when it would be empty."""
    listed, texts = tuple(entries), tuple(lines)
    if not listed and not texts:
        return None
    return ResumeSection(kind, material.phrases.label(f"section_{kind}"), listed, (), texts)
