"""Name, headline and contact data from the head of a resume."""

import re
from dataclasses import dataclass, field
from typing import Any

from applykit.posting.regions import STATES
from applykit.profile.dateforms import find_periods
from applykit.profile.importing.draft import Draft, compact
from applykit.profile.importing.entrywords import cut_place, is_place, title_score
from applykit.profile.importing.headings import section_of
from applykit.profile.importing.layout import Line
from applykit.profile.importing.words import COUNTRIES, PROVINCES

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,24}")
PHONE = re.compile(
    r"(?<![\w/.-])(?:\+\s?\d{1,3}[\s.\-]*)?(?:\(\s?\d{1,5}\s?\)[\s.\-]*)?\d{2,4}(?:[\s.\-/]\s?\d{2,5}){1,4}(?:\s*(?:x|ext\.?)\s*\d{1,5})?(?![\w-])"
    r"|(?<![\w/.-])\+?\d{9,13}(?!\w)|(?<![\w/.-])\d{3}-\d{4}(?!\w)"
)
URL = re.compile(
    r"(?:https?://|www\.)[^\s|•·,;<>()]+|(?<![@\w.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|edu|gov|co|app|ai|info|"
    r"tech|xyz|ca|uk|us|de|fr|es|it|nl|eu|in|black|page|site|blog|design|link|online)\b(?:/[^\s|•·,;<>()]*)?",
    re.IGNORECASE,
)
NETWORKS = {
    "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "twitter.com": "Twitter", "x.com": "X",
    "stackoverflow.com": "StackOverflow", "facebook.com": "Facebook", "instagram.com": "Instagram",
    "youtube.com": "YouTube", "medium.com": "Medium", "behance.net": "Behance", "dribbble.com": "Dribbble",
    "orcid.org": "ORCID", "scholar.google.com": "Google Scholar", "researchgate.net": "ResearchGate",
    "mastodon.social": "Mastodon", "bsky.app": "Bluesky", "kaggle.com": "Kaggle", "t.me": "Telegram",
    "indeed.com": "Indeed", "xing.com": "XING", "leetcode.com": "LeetCode",
}  # fmt: skip
LABELS = re.compile(
    r"^(?:e-?mail|mail|phone|tel(?:ephone|éfono|efono)?|mobile|cell(?: phone)?|address|location|website|web|portfolio|"
    r"linkedin|github|name|correo(?: electrónico)?|adresse|courriel|téléphone|dirección|[mtep])\s*(?::|\.(?=\s))\s*",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*[|•·▪◦⋄♦❖■●‖¦]+\s*|\s{3,}|\t|\s+[–—]\s+|\n|\s*;\s+")
STREET = re.compile(r"^\d+[\w/-]*\s+\S.*|.*\b(?:street|st\.|avenue|ave\.?|road|rd\.|drive|dr\.|lane|ln\.|blvd|apt|"
    r"p\.?o\.? box|"
    r"calle|rue|straße|strasse)\b.*", re.IGNORECASE)  # fmt: skip
POSTAL = re.compile(r"\b(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\b")
NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?,?|\([^\W\d_]+\)|[“\"][^\W\d_]+[”\"]")
PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "van", "von", "der", "den", "da", "di", "do", "dos", "du", "le", "y", "e", "bin")
)
CREDENTIAL = re.compile(r"[A-Z][A-Za-z]{0,5}\.?(?:-[A-Z]{1,3})?")


@dataclass(slots=True)
class Contact:
    """What was found, in the fields of `basics`."""

    name: str = ""
    label: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    place: str = ""
    street: str = ""
    profiles: list[dict[str, str]] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    guesses: dict[str, str] = field(default_factory=dict)


def parse_head(head: list[Line], contact_lines: list[Line], draft: Draft) -> None:
    """Fill `basics` from the head of the document and from sections called Contact or Profiles."""
    contact = Contact()
    name_line = find_name(head)
    if name_line is not None:
        contact.name, contact.label = parted_name(LABELS.sub("", name_line.cells[0].text))
        if contact.label:
            contact.guesses["label"] = "what stands after the name"
    for line in [*head, *contact_lines]:
        for link in dict.fromkeys(run.link for run in line.runs if run.link):
            take_link(link, contact)
    for line in [*head, *contact_lines]:
        take_line(line, contact, is_name=line is name_line, after_name=bool(contact.name))
    finish(contact, draft)


def parted_name(text: str) -> tuple[str, str]:
    """`Tyrell Banks, CPhT` → name and the letters after it."""
    name, _, letters = text.partition(",")
    parts = letters.replace(",", " ").split()
    if len(name.split()) > 1 and parts and all(CREDENTIAL.fullmatch(part) for part in parts):
        return name.strip(), letters.strip()
    return text, ""


def find_name(head: list[Line]) -> Line | None:
    """The line that is most likely the person's name: like one, and the largest."""
    likely = [line for line in head[:12] if looks_like_name(line.cells[0].text)]
    return max(likely, key=lambda line: (round(line.size), -head.index(line)), default=None)


def looks_like_name(text: str) -> bool:
    text = LABELS.sub("", text).strip().rstrip("-")
    words = text.split()
    if not 1 <= len(words) <= 7 or EMAIL.search(text) or any(letter.isdigit() for letter in text) or section_of(text):
        return False
    if is_place(text) or (len(words) > 1 and title_score(text.partition(",")[0]) > 1):
        return False
    if any(word[:1].islower() and word.casefold() not in PARTICLES for word in words):
        return False
    return all(NAME_WORD.fullmatch(word) or CREDENTIAL.fullmatch(word.strip(",")) for word in words)


def take_link(link: str, contact: Contact) -> None:
    """An address behind a text of the head."""
    if link.startswith("mailto:"):
        contact.email = contact.email or link[7:].partition("?")[0]
    elif link.startswith("tel:"):
        contact.more.append(f"tel {link[4:]}")
    elif link.startswith(("http://", "https://")):
        take_url(link, contact)


def take_url(url: str, contact: Contact) -> bool:
    """A web address: a profile on a known network, or the person's page; whether it was new and had room."""
    url = url.rstrip(".,")
    host, _, path = re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.IGNORECASE).partition("/")
    host = host.casefold()
    network = next((NETWORKS[known] for known in NETWORKS if host == known or host.endswith("." + known)), None)
    full = url if "://" in url else f"https://{url}"
    if network:
        username = [part for part in re.split(r"[/?#]", path) if part and part not in ("in", "users", "channel", "c")]
        found = compact(network=network, username=username[0] if username else "", url=full)
        if all(found["url"].rstrip("/") != known["url"].rstrip("/") for known in contact.profiles):
            contact.profiles.append(found)
        return True
    if not contact.url or contact.url.rstrip("/").casefold().endswith(host + ("/" + path if path else "")):
        contact.url = contact.url or full
        return True
    known = [contact.url, *(profile.get("url", "") for profile in contact.profiles)]
    if full.rstrip("/") not in [address.rstrip("/") for address in known]:
        contact.profiles.append({"network": host, "url": full})
    return True


def take_line(line: Line, contact: Contact, *, is_name: bool, after_name: bool) -> None:
    for index, cell in enumerate(line.cells):
        if is_name and index == 0:
            continue
        text = cell.text
        if len(text.split()) > 12 and not EMAIL.search(text):
            contact.prose.append(text)
            continue
        for part in PARTS.split(text):
            take_part(part, contact, after_name=after_name, linked=bool(cell.links))


def take_part(part: str, contact: Contact, *, after_name: bool, linked: bool) -> None:
    """One item of a contact line: e-mail, phone, address, place, headline or something else."""
    rest = part.strip()
    label = LABELS.match(rest)
    rest = rest[label.end() :] if label else rest
    for found in EMAIL.findall(rest):
        contact.email = contact.email or found
        rest = rest.replace(found, " ") if found == contact.email else rest
    for found in URL.findall(rest):
        if take_url(found, contact):
            rest = rest.replace(found, " ")
    phone = PHONE.search(rest)
    if phone and is_phone(phone[0]) and not contact.phone:
        contact.phone, rest = phone[0].strip(), rest.replace(phone[0], " ")
    rest = re.sub(r"(?:\s*[/,|]\s*)+$|\s{2,}", " ", rest).strip(" ,|-–—:()/\xa0")
    if not rest or is_known(rest, contact):
        return
    take_words(rest, contact, after_name=after_name, linked=linked)


def is_phone(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= 7 and not find_periods(text)


def is_known(text: str, contact: Contact) -> bool:
    """Whether a text only repeats what links have told: `rendercv`, `in/rendercv`, the name of a network."""
    folded = text.casefold().strip("/@ ")
    names = {profile.get("username", "").casefold() for profile in contact.profiles}
    networks = {profile.get("network", "").casefold() for profile in contact.profiles}
    networks |= {"twitter"} if "x" in networks else set()
    addresses = [profile.get("url", "").casefold() for profile in contact.profiles] + [contact.url.casefold()]
    return folded in names or folded in networks or any(address.rstrip("/").endswith(folded) for address in addresses)


def take_words(text: str, contact: Contact, *, after_name: bool, linked: bool) -> None:
    place = cut_place(text)[1]
    if not contact.street and STREET.fullmatch(text) and (any(letter.isdigit() for letter in text)):
        contact.street = text
    elif not contact.place and (place or is_region(text)):
        contact.place = text
    elif (
        after_name
        and (not contact.label or "label" in contact.guesses)
        and not (linked and " " not in text)
        and not any(letter.isdigit() for letter in text)
    ):
        contact.label = f"{text}, {contact.label}" if contact.label else text
        contact.guesses.clear()
    else:
        contact.more.append(text)


def is_region(text: str) -> bool:
    return text in COUNTRIES or text in STATES.values()


def finish(contact: Contact, draft: Draft) -> None:
    """Write `basics`; what found no room is unplaced."""
    more = [text for text in contact.more if not (text.startswith("tel ") and has_digits(contact.phone, text))]
    for index, text in enumerate(more):
        if text.startswith("tel ") and not contact.phone:
            contact.phone, more[index] = text[4:], ""
    basics = compact(
        name=contact.name,
        label=contact.label,
        email=contact.email,
        phone=contact.phone,
        url=contact.url,
        summary="\n".join(contact.prose),
        location=location_of(contact.street, contact.place),
        profiles=contact.profiles,
    )
    if not contact.name:
        basics = {"name": "Unknown", **basics}
        draft.guesses["/basics/name"] = "no name was found; write it here"
    if contact.label and title_score(contact.label) <= 0:
        draft.guesses["/basics/label"] = "taken for the headline by its place"
    draft.data["basics"] = basics
    draft.unplaced += [text.removeprefix("tel ") for text in more if text]


def has_digits(phone: str, text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    own = re.sub(r"\D", "", phone)
    return bool(own) and (digits.endswith(own) or own.endswith(digits))


def location_of(street: str, place: str) -> dict[str, Any]:
    """`2712 Broadway St, San Francisco, CA 94115` in the fields of a location; what is in doubt stays in one."""
    whole = ", ".join(part for part in (street, place) if part)
    postal = POSTAL.findall(whole)
    parts = [part.strip() for part in (POSTAL.sub("", whole) if postal else whole).split(",") if part.strip()]
    if not parts:
        return {}
    fields: dict[str, Any] = {"postalCode": postal[-1]} if postal else {}
    if len(parts) > 1 and (parts[-1] in COUNTRIES and parts[-1] not in STATES):
        country = parts.pop()
        if len(parts) == 1 or parts[-1] not in {*STATES, *STATES.values(), *PROVINCES}:
            fields["region"] = country
        else:
            fields["region"] = f"{parts.pop()}, {country}"
    elif len(parts) > 1 and parts[-1] in {*STATES, *STATES.values(), *PROVINCES}:
        fields["region"] = parts.pop()
    elif len(parts) == 1 and is_region(parts[0]):
        return {"region": parts[0], **fields}
    fields["city"] = parts.pop()
    if parts:
        fields["address"] = ", ".join(parts)
    return {key: fields[key] for key in ("address", "city", "region", "postalCode") if key in fields}
