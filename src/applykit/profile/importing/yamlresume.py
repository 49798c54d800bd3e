"""YAMLResume's YAML (https://yamlresume.dev/docs/compiler/schema) → Draft; like JSON Resume, with dates of its own."""

from typing import Any

from applykit.profile.importing.draft import Draft, compact
from applykit.profile.importing.plaintext import bullets_of, leftovers, one_date, plain
from applykit.profile.importing.rendercv import dicts
from applykit.profile.importing.resume import ordered


def read_yamlresume(data: dict[str, Any]) -> Draft:
    """The draft of a YAMLResume file's `content`."""
    content = data["content"]
    draft = Draft()
    basics = content.get("basics") if isinstance(content.get("basics"), dict) else {}
    summary, bullets = bullets_of(basics.get("summary"))
    location = content.get("location") if isinstance(content.get("location"), dict) else {}
    draft.data["basics"] = compact(
        name=plain(basics.get("name")) or "Unknown",
        label=plain(basics.get("headline")),
        email=plain(basics.get("email")),
        phone=plain(basics.get("phone")),
        url=plain(basics.get("url")),
        summary="\n".join(text for text in (summary, *bullets) if text),
        location=compact(
            address=plain(location.get("address")),
            postalCode=plain(location.get("postalCode")),
            city=plain(location.get("city")),
            region=", ".join(text for key in ("region", "country") if (text := plain(location.get(key)))),
        ),
        profiles=[
            compact(**{key: plain(item.get(key)) for key in ("network", "username", "url")})
            for item in dicts(content.get("profiles"))
        ],
    )
    draft.unplaced += leftovers(basics, ("name", "headline", "email", "phone", "url", "summary"), "basics")
    for section, take in SECTIONS.items():
        for item in dicts(content.get(section)):
            take(item, draft)
    draft.unplaced += leftovers(content, ("basics", "location", "profiles", *SECTIONS), "content")
    return ordered(draft)


def dates_of(item: dict[str, Any], *, open_end: bool = False) -> dict[str, str]:
    """A blank end means that it still goes on, says YAMLResume."""
    start, end = one_date(item.get("startDate")), one_date(item.get("endDate"))
    return compact(startDate=start, endDate=end or ("present" if open_end and start else ""))


def take_job(item: dict[str, Any], draft: Draft) -> None:
    summary, bullets = bullets_of(item.get("summary"))
    names = {key: plain(item.get(key)) for key in ("name", "position", "location", "url")}
    draft.add("work", compact(**names, **dates_of(item, open_end=True), summary=summary, highlights=bullets))
    used = ("name", "position", "location", "url", "startDate", "endDate", "summary")
    draft.unplaced += leftovers(item, used, names["name"])


def take_volunteer(item: dict[str, Any], draft: Draft) -> None:
    summary, bullets = bullets_of(item.get("summary"))
    names = {key: plain(item.get(key)) for key in ("organization", "position", "location", "url")}
    draft.add("volunteer", compact(**names, **dates_of(item, open_end=True), summary=summary, highlights=bullets))


def take_school(item: dict[str, Any], draft: Draft) -> None:
    summary, bullets = bullets_of(item.get("summary"))
    entry = compact(
        institution=plain(item.get("institution")),
        url=plain(item.get("url")),
        area=plain(item.get("area")),
        studyType=plain(item.get("degree")),
        **dates_of(item),
        score=plain(item.get("score")),
        courses=[plain(course) for course in item.get("courses") or []],
        highlights=[*([summary] if summary else []), *bullets],
    )
    draft.add("education", entry)


def take_simple(section: str, *keys: str, date: str = "") -> Any:
    """A taker for sections whose keys are those of JSON Resume."""

    def take(item: dict[str, Any], draft: Draft) -> None:
        summary, bullets = bullets_of(item.get("summary"))
        entry: dict[str, Any] = {key: plain(item.get(key)) for key in keys}
        if date:
            entry["issued" if section == "certificates" else date] = one_date(item.get(date))
        if isinstance(item.get("keywords"), list):
            entry["keywords"] = [plain(word) for word in item["keywords"]]
        if section == "languages":
            words = entry.pop("keywords", [])
            entry["fluency"] = ", ".join(text for text in (entry.get("fluency", ""), *words) if text)
        entry["summary"] = "\n".join([*([summary] if summary else []), *bullets])
        draft.add(section, compact(**entry))

    return take


def take_project(item: dict[str, Any], draft: Draft) -> None:
    summary, bullets = bullets_of(item.get("summary"))
    entry = compact(
        name=plain(item.get("name")),
        description=" ".join(text for text in (plain(item.get("description")), summary) if text),
        **dates_of(item),
        url=plain(item.get("url")),
        highlights=bullets,
        keywords=[plain(word) for word in item.get("keywords") or []],
    )
    draft.add("projects", entry)


def take_reference(item: dict[str, Any], draft: Draft) -> None:
    summary, bullets = bullets_of(item.get("summary"))
    entry = compact(
        name=plain(item.get("name")),
        reference=" ".join([summary, *bullets]).strip(),
        title=plain(item.get("relationship")),
        email=plain(item.get("email")),
        phone=plain(item.get("phone")),
    )
    draft.add("references", entry)


SECTIONS: dict[str, Any] = {
    "work": take_job,
    "volunteer": take_volunteer,
    "education": take_school,
    "awards": take_simple("awards", "title", "awarder", date="date"),
    "certificates": take_simple("certificates", "name", "issuer", "url", date="date"),
    "publications": take_simple("publications", "name", "publisher", "url", date="releaseDate"),
    "skills": take_simple("skills", "name", "level"),
    "languages": take_simple("languages", "language", "fluency"),
    "interests": take_simple("interests", "name"),
    "projects": take_project,
    "references": take_reference,
}
