"""Whom the letter is addressed to."""

import re

from applykit.posting.model import Place
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence
from applykit.tailoring.sentences import from_phrase, from_profile, one_line, posting_source

HONORIFIC = re.compile(r"^(Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Rev)\.?\s+(.+)$")
SUFFIX = re.compile(r",?\s+(?:Jr\.?|Sr\.?|II|III|IV|MD|PhD|Ph\.D\.|PharmD|RPh|RN|MBA|MS|BCPS|CPhT|SPHR|PHR)\.?$|,.*$")
LONGEST = 60
NOWHERE = ("", "us", "usa", "u.s.", "united states", "remote", "anywhere")  # no place that an envelope could reach


def salutation(material: Material) -> Sentence:
    """ "Dear Dr. Osei," where the posting gives a title, "Dear Sam Osei," by full name, else the hiring manager."""
    contact = material.posting.contact
    name = address_name(contact.name) if contact and contact.name else None
    if name:
        text = material.phrases.label("salutation_named", name=name)
        return from_phrase(text, "labels.salutation_named", posting_source("contact"))
    own = material.profile.letter.recipient if material.profile.letter else None
    if own:
        return from_profile(material.phrases.label("salutation_named", name=one_line(own)), "/letter/recipient")
    return from_phrase(material.phrases.label("salutation_team"), "labels.salutation_team")


def address_name(name: str) -> str | None:
    """How to address a person: title and family name as given, else the full name; no title is ever guessed."""
    cleaned = one_line(name)
    if not cleaned or len(cleaned) > LONGEST or not re.search(r"[^\W\d_]", cleaned):
        return None
    bare = SUFFIX.sub("", cleaned)
    found = HONORIFIC.match(bare)
    if found is None:
        return bare if " " in bare else None
    title = found.group(1) if found.group(1) in ("Miss", "Professor") else f"{found.group(1)}."
    return f"{title} {found.group(2).split(' ')[-1]}"


def inside_address(material: Material) -> tuple[Sentence, ...]:
    """Name, title, employer and place of the recipient, a line each, as far as the posting tells them."""
    posting, lines = material.posting, []
    contact = posting.contact
    if contact and contact.name:
        lines.append((one_line(contact.name), "contact"))
    if contact and contact.title:
        lines.append((one_line(contact.title), "contact"))
    if posting.employer:
        lines.append((one_line(posting.employer), "employer"))
    place = place_line(posting.place) if posting.place else None
    if place and lines:
        lines.append((place, "place"))
    return tuple(Sentence(text, (posting_source(where),)) for text, where in lines)


def place_line(place: Place) -> str | None:
    """Town and state as the parts of the place, or its text where that is short enough to be nothing else."""
    parts = [one_line(part) for part in (place.locality, place.region) if part]
    text = ", ".join(parts) or one_line(place.text)
    return text if len(text) <= LONGEST and text.casefold() not in NOWHERE else None
