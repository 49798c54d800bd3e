"""RenderCV's YAML (https://docs.rendercv.com/user_guide/yaml_input_structure/) → Draft."""

import re
from typing import Any

from applykit.profile.importing.contact import location_of
from applykit.profile.importing.draft import Draft, compact
from applykit.profile.importing.headings import section_of
from applykit.profile.importing.listparse import split_items
from applykit.profile.importing.plaintext import date_fields, item_rows, leftovers, link_in, one_date, plain
from applykit.profile.importing.resume import PARSERS, ordered

TEXT_KEYS = ("bullet", "number", "reversed_number")
HOSTS = {"LinkedIn": "linkedin.com/in/", "GitHub": "github.com/", "GitLab": "gitlab.com/", "ORCID": "orcid.org/",
    "Instagram": "instagram.com/", "Twitter": "twitter.com/", "X": "x.com/", "YouTube": "youtube.com/@"}  # fmt: skip


def read_rendercv(data: dict[str, Any]) -> Draft:
    """The draft of a RenderCV file's `cv`; every entry type by its keys, sections by their titles."""
    cv = data["cv"]
    draft = Draft()
    draft.data["basics"] = basics_of(cv)
    used = ("name", "headline", "label", "location", "email", "phone", "website", "photo", "social_networks",
        "sections", "social", "sort_entries", "custom_connections")  # fmt: skip
    draft.unplaced += leftovers(cv, used, "cv")
    draft.unplaced += [plain(entry.get("placeholder")) for entry in dicts(cv.get("custom_connections"))]
    sections = cv.get("sections")
    for title, entries in (sections if isinstance(sections, dict) else {}).items():
        words = re.sub(r"_+", " ", str(title)).strip(" !?")
        read_entries(words, section_of(words), entries if isinstance(entries, list) else [], draft)
    return ordered(draft)


def dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def first(value: Any) -> str:
    """RenderCV allows several e-mails, phones and websites."""
    return str(value[0] if isinstance(value, list) and value else value or "").removeprefix("tel:")


def basics_of(cv: dict[str, Any]) -> dict[str, Any]:
    profiles = []
    for network in dicts(cv.get("social_networks")):
        name, user = str(network.get("network") or ""), str(network.get("username") or "")
        url = f"https://{HOSTS[name]}{user}" if name in HOSTS else ""
        profiles.append(compact(network=name, username=user, url=url))
    return compact(
        name=plain(cv.get("name")) or "Unknown",
        label=plain(cv.get("headline") or cv.get("label")),
        email=first(cv.get("email")),
        phone=first(cv.get("phone")),
        url=first(cv.get("website")),
        location=location_of("", plain(cv.get("location"))),
        profiles=profiles,
    )


def read_entries(title: str, kind: str | None, entries: list[Any], draft: Draft) -> None:
    """One section: texts through the parser of its kind, mappings by their keys."""
    texts = [entry for entry in entries if isinstance(entry, str)]
    texts += [str(entry[key]) for entry in dicts(entries) for key in TEXT_KEYS if entry.get(key)]
    if texts:
        take_texts(title, kind, texts, draft)
    for entry in dicts(entries):
        label = plain(entry.get("company") or entry.get("institution") or entry.get("name") or entry.get("title"))
        if "company" in entry:
            take_job(entry, label, "volunteer" if kind == "volunteer" else "work", draft)
        elif "institution" in entry:
            take_school(entry, label, draft)
        elif "title" in entry:
            take_publication(entry, draft)
        elif "label" in entry:
            take_line(kind, entry, draft)
        elif "name" in entry:
            take_named(kind, entry, label, draft)
        elif not any(key in entry for key in TEXT_KEYS):
            draft.unplaced += leftovers(entry, (), title)


def take_texts(title: str, kind: str | None, texts: list[str], draft: Draft) -> None:
    if kind == "summary":
        draft.data["basics"]["summary"] = "\n".join(plain(text) for text in texts)
    elif kind in PARSERS and kind not in ("work", "volunteer", "education", "projects"):
        PARSERS[kind](item_rows(texts), draft)
    else:
        draft.unplaced.append(f"{title}:\n" + "\n".join(plain(text) for text in texts))


ENTRY = ("date", "start_date", "end_date", "location", "summary", "highlights")


def highlights_of(entry: dict[str, Any]) -> list[str]:
    """Highlights, with nested ones (which RenderCV writes into the text, after " - ") on their own."""
    found = []
    for text in entry.get("highlights") or []:
        parts = re.split(r"\s+-\s+(?=\S)", str(text)) if "\n" in str(text) or len(str(text)) > 120 else [str(text)]
        found += [plain(part) for part in parts if part.strip()]
    return found


def shared_fields(entry: dict[str, Any], label: str, draft: Draft) -> dict[str, Any]:
    dates = date_fields(entry.get("start_date"), entry.get("end_date"), entry.get("date"), draft, label)
    return compact(location=plain(entry.get("location")), **dates)


def take_job(entry: dict[str, Any], label: str, section: str, draft: Draft) -> None:
    key = "name" if section == "work" else "organization"
    shared = shared_fields(entry, label, draft)
    item = compact(
        **{key: label},
        position=plain(entry.get("position")),
        **shared,
        url=link_in(entry.get("company")),
        summary=plain(entry.get("summary")),
        highlights=highlights_of(entry),
    )
    draft.add(section, item)
    draft.unplaced += leftovers(entry, ("company", "position", *ENTRY), label)


def take_school(entry: dict[str, Any], label: str, draft: Draft) -> None:
    summary = plain(entry.get("summary"))
    item = compact(
        institution=label,
        studyType=plain(entry.get("degree")),
        area=plain(entry.get("area")),
        **shared_fields(entry, label, draft),
        score=plain(entry.get("grade")),
        highlights=[*([summary] if summary else []), *highlights_of(entry)],
    )
    draft.add("education", item)
    draft.unplaced += leftovers(entry, ("institution", "degree", "area", "grade", *ENTRY), label)


def take_publication(entry: dict[str, Any], draft: Draft) -> None:
    authors = ", ".join(plain(author) for author in entry.get("authors") or [])
    doi = str(entry.get("doi") or "")
    item = compact(
        name=plain(entry.get("title")),
        publisher=plain(entry.get("journal")),
        releaseDate=one_date(entry.get("date")),
        url=str(entry.get("url") or (f"https://doi.org/{doi}" if doi else "")),
        summary="\n".join(text for text in (authors, plain(entry.get("summary"))) if text),
    )
    draft.add("publications", item)
    used = ("title", "authors", "doi", "journal", "date", "url", "summary")
    draft.unplaced += leftovers(entry, used, item.get("name", ""))


def take_line(kind: str | None, entry: dict[str, Any], draft: Draft) -> None:
    """A label with details: a group of skills, a language, a credential …"""
    label, details = plain(entry.get("label")), plain(entry.get("details"))
    if kind == "skills" or (kind is None and details.count(",") >= 1):
        PARSERS["skills"](item_rows([f"{label}: {details}"]), draft)
    elif kind == "interests":
        draft.add("interests", compact(name=label, keywords=split_items(details)))
    elif kind in PARSERS and kind not in ("work", "volunteer", "education", "projects"):
        PARSERS[kind](item_rows([f"{label}: {details}" if kind == "languages" else f"{label} | {details}"]), draft)
    else:
        draft.unplaced.append(f"{label}: {details}")


def take_named(kind: str | None, entry: dict[str, Any], label: str, draft: Draft) -> None:
    """A NormalEntry: a project, unless its section says what else."""
    shared = shared_fields(entry, label, draft)
    summary, highlights = plain(entry.get("summary")), highlights_of(entry)
    date = shared.get("endDate") or shared.get("startDate")
    rest = " ".join(text for text in (summary, *highlights) if text)
    if kind == "certificates":
        draft.add("certificates", compact(name=label, issuer=shared.get("location"), issued=date))
        draft.unplaced += [f"{label}: {rest}"] if rest else []
    elif kind == "awards":
        draft.add("awards", compact(title=label, date=date, awarder=shared.get("location"), summary=rest))
    elif kind == "volunteer":
        item = compact(organization=label, **shared, summary=summary, highlights=highlights)
        draft.add("volunteer", item)
    elif kind == "work":
        draft.add(
            "work", compact(name=label, **shared, summary=summary, highlights=highlights), {"name": "a name only"}
        )
    else:
        place = shared.pop("location", "")
        description = " – ".join(text for text in (summary, place) if text)
        item = compact(
            name=label, description=description, **shared, url=link_in(entry.get("name")), highlights=highlights
        )
        draft.add("projects", item)
    draft.unplaced += leftovers(entry, ("name", *ENTRY), label)
