"""A copy of a profile that can be shown to others: nobody and no employer can be told from it."""

import re
from typing import Any

PERSON, EMAIL, PHONE, PAGE = "Sample Person", "sample.person@example.com", "555-0100", "https://example.com"
DROPPED = ("private", "unplaced", "meta", "references", "version")
# Lists of employers and the like: section, key of the name, what stands instead.
NAMED = (
    ("work", "name", "Employer"),
    ("volunteer", "organization", "Organization"),
    ("education", "institution", "School"),
    ("memberships", "organization", "Association"),
)
LINKS = ("url", "image")


def redact_data(data: dict[str, Any]) -> dict[str, Any]:
    """The data of a profile with name, contact, employers and schools replaced, in every text where they occur.

    `private`, `unplaced`, references, numbers of credentials, streets, and everything under x- are left out; titles,
    dates, tasks and skills stay.
    """
    swaps: dict[str, str] = {}
    copy = {key: value for key, value in data.items() if key not in DROPPED and not key.startswith("x-")}
    copy["basics"] = redact_basics(data.get("basics", {}), swaps)
    for section, key, label in NAMED:
        for item in data.get(section, []):
            if isinstance(item, dict) and item.get(key):
                add_name(str(item[key]), label, swaps)
    cleaned = _clean(copy, pattern_of(swaps), swaps)
    assert isinstance(cleaned, dict)
    cleaned["basics"]["name"] = PERSON  # which may be cleaned itself, where a person is called Sample
    return {"version": 1, **cleaned}


def add_name(name: str, label: str, swaps: dict[str, str]) -> None:
    """Replace a name, and the name without its last word ("Cedar & Main" of "Cedar & Main Pharmacy"), by one label."""
    if name in swaps:
        return
    swaps[name] = f"{label} {len({swap for swap in swaps.values() if swap.startswith(label)}) + 1}"
    short = " ".join(name.split()[:-1])
    if len(short) >= 5:
        swaps.setdefault(short, swaps[name])


def redact_basics(basics: dict[str, Any], swaps: dict[str, str]) -> dict[str, Any]:
    """Name and contact replaced; of the place only the region stays."""
    name = str(basics.get("name", ""))
    for part in (name, *name.split()):
        if len(part) > 1:
            swaps.setdefault(part, PERSON if part == name else PERSON.split()[part == name.split()[-1]])
    replaced = {"name": PERSON, "email": EMAIL, "phone": PHONE, "url": PAGE}
    kept = {key: replaced.get(key, value) for key, value in basics.items() if key in (*replaced, "label", "summary")}
    location = basics.get("location", {})
    place = {key: location[key] for key in ("region", "countryCode") if key in location}
    if location.get("city"):
        swaps.setdefault(str(location["city"]), "City")
    return {**kept, "location": place} if place else kept


def pattern_of(swaps: dict[str, str]) -> re.Pattern[str] | None:
    """Any of the names, the longest first, as whole words in any case."""
    names = sorted((name for name in swaps if name.strip()), key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE) if names else None


ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+")
NUMBER = re.compile(r"(?<!\w)\+?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\w)")


def _clean(value: Any, pattern: re.Pattern[str] | None, swaps: dict[str, str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {
            name: _clean(inner, pattern, swaps, name)
            for name, inner in value.items()
            if name not in (*LINKS, "number", "id") and not name.startswith("x-")
        }
    if isinstance(value, list | tuple):
        return [_clean(item, pattern, swaps, key) for item in value]
    if not isinstance(value, str) or key in ("email", "phone"):
        return value
    if key == "location":
        value = value.rpartition(", ")[2]
    folded = {name.casefold(): swap for name, swap in swaps.items()}
    text = NUMBER.sub(PHONE, ADDRESS.sub("[address]", value))
    return pattern.sub(lambda found: folded.get(found[0].casefold(), "…"), text) if pattern else text
