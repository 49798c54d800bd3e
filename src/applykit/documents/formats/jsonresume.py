"""The tailored resume as a JSON Resume file: the profile's own items, as far as the resume prints them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from applykit.tailoring.model import Resume, Sentence

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
# The lists of JSON Resume 1.0; what a profile holds beyond them is for applykit only.
LISTS = (
    *("work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages"),
    *("interests", "references", "projects"),
)
BASICS = ("name", "label", "image", "email", "phone", "url", "summary", "location", "profiles")
BEYOND = {
    "work": {"roles", "setting"},
    "education": {"location", "highlights", "accreditation", "status"},
    "certificates": {"kind", "jurisdiction", "number", "status", "expires", "issued"},
    "languages": {"level"},
    "references": {"title", "employer", "email", "phone", "consent"},
}
ITEM = re.compile(r"/(\w+)/(\d+)")
HIGHLIGHT = re.compile(r"(/\w+/\d+(?:/roles/\d+)?)/highlights/(\d+)")


def to_json_resume(resume: "Resume", profile: Mapping[str, Any]) -> str:
    """JSON Resume 1.0 of a tailored resume; `profile` is the profile as plain JSON, in JSON Resume's keys."""
    pointers = tuple(printed_pointers(resume))
    made: dict[str, Any] = {"$schema": SCHEMA, "basics": basics_of(resume, profile)}
    for name in LISTS:
        items = [
            made_item
            for number in numbers_of(name, pointers)
            for made_item in items_of(name, number, profile, pointers)
        ]
        if items:
            made[name] = items
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def printed_pointers(resume: "Resume") -> Iterator[str]:
    """The profile pointers behind everything the resume prints, in the order of printing."""
    for sentence in printed_sentences(resume):
        yield from (source.where for source in sentence.sources if source.kind.value == "profile")


def printed_sentences(resume: "Resume") -> Iterator["Sentence"]:
    for section in resume.sections:
        yield from section.lines
        for group in section.groups:
            yield from group.items
        for entry in section.entries:
            given = (entry.title, entry.organization, entry.place, entry.dates)
            yield from (sentence for sentence in given if sentence is not None)
            yield from entry.lines


def numbers_of(name: str, pointers: Iterable[str]) -> list[int]:
    """Which items of a list are printed, in the order of printing."""
    found = (match for pointer in pointers if (match := ITEM.match(pointer)))
    return list(dict.fromkeys(int(match.group(2)) for match in found if match.group(1) == name))


def basics_of(resume: "Resume", profile: Mapping[str, Any]) -> dict[str, Any]:
    """The person; the headline and summary are those of this resume."""
    basics = {key: value for key, value in profile.get("basics", {}).items() if key in BASICS and value}
    if resume.headline is not None:
        basics["label"] = resume.headline.text
    summary = [line.text for section in resume.sections if section.kind == "summary" for line in section.lines]
    return basics | ({"summary": " ".join(summary)} if summary else {})


def items_of(name: str, number: int, profile: Mapping[str, Any], pointers: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """An item with its printed highlights; an employer with several roles becomes an item a role."""
    items = profile.get(name, ())
    if number >= len(items):
        return
    item, place = items[number], f"/{name}/{number}"
    for owner, pointer in owners(item, place):
        kept = {key: value for key, value in (item | owner).items() if key not in BEYOND.get(name, set()) and value}
        highlights = chosen_highlights(owner, pointer, pointers)
        kept.pop("highlights", None)
        kept |= {"highlights": highlights} if highlights and name != "education" else {}
        if name == "certificates" and item.get("issued"):
            kept["date"] = item["issued"]
        yield kept


def owners(item: dict[str, Any], place: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The item itself, or its roles with their pointers."""
    roles = item.get("roles") or ()
    yield from ((role, f"{place}/roles/{number}") for number, role in enumerate(roles))
    if not roles:
        yield item, place


def chosen_highlights(owner: dict[str, Any], place: str, pointers: tuple[str, ...]) -> list[str]:
    """The highlights that the resume prints, in its order, in the profile's words."""
    highlights = owner.get("highlights") or ()
    found = (match for pointer in pointers if (match := HIGHLIGHT.match(pointer)) and match.group(1) == place)
    numbers = dict.fromkeys(int(match.group(2)) for match in found)
    texts = (highlights[number] for number in numbers if number < len(highlights))
    return [text["text"] if isinstance(text, dict) else text for text in texts]
