"""A profile as plain text to read on a terminal; private parts are only counted."""

from collections.abc import Iterator
from typing import Any

from applykit.profile.model import Part, Profile

ORDER = ("summary", "description")


def show_profile(profile: Profile) -> str:
    """All printable parts, a heading a section, in the order of the schema."""
    return "\n".join(_lines(profile)) + "\n"


def _lines(profile: Profile) -> Iterator[str]:
    yield from _basics(profile)
    for name, field in type(profile).model_fields.items():
        value = getattr(profile, name)
        if name in ("version", "basics", "private", "meta") or not value:
            continue
        yield from ("", heading(field.alias or name), "")
        for item in value if isinstance(value, tuple) else (value,):
            yield from _item(item)
    if profile.private:
        yield from ("", f"Private: {len(profile.private)} kept, never printed")


def heading(name: str) -> str:
    """continuingEducation → CONTINUING EDUCATION."""
    return "".join(f" {letter}" if letter.isupper() else letter for letter in name).upper()


def _basics(profile: Profile) -> Iterator[str]:
    basics = profile.basics
    yield basics.name + (f", {basics.label}" if basics.label else "")
    place = basics.location
    parts = [place.address, place.city, place.region, place.postalCode, place.countryCode] if place else []
    contact = [", ".join(part for part in parts if part), basics.phone, basics.email, basics.url]
    yield " | ".join(part for part in contact if part)
    yield from (f"{known.network or ''} {known.username or known.url or ''}".strip() for known in basics.profiles)
    if basics.summary:
        yield from ("", basics.summary)


def _item(item: Any) -> Iterator[str]:
    """One entry: a line of its short values, then its longer texts, highlights as bullets."""
    if isinstance(item, str):
        yield f"- {item}"
        return
    fields = _values(item)
    times = [fields.pop(key, "") for key in ("startDate", "endDate")]
    span = " to ".join(time for time in times if time)
    long = {key: fields.pop(key) for key in (*ORDER, "text", "reference") if key in fields}
    yield "- " + "; ".join([*(_short(key, value) for key, value in fields.items()), *([span] if span else [])])
    yield from (f"  {text}" for text in long.values())
    yield from (f"  * {highlight.text}" for highlight in getattr(item, "highlights", ()))
    for role in getattr(item, "roles", ()):
        if isinstance(role, Part):
            yield from (f"  {line}" for line in _item(role))


LABELLED = frozenset(
    {
        "number",
        "expires",
        "issued",
        "hours",
        "score",
        "status",
        "employer",
        "field",
        "liftPounds",
        "standHours",
        "start",
    }
)


def _short(key: str, value: str) -> str:
    return f"{key} {value}" if key in LABELLED or value in ("yes", "no") else value


def _values(part: Part) -> dict[str, str]:
    """The plain values of a part as texts."""
    values = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value is None or name in ("id", "tags", "consent", "highlights") or value == ():
            continue
        if isinstance(value, bool):
            values[field.alias or name] = "yes" if value else "no"
        elif isinstance(value, tuple):
            texts = [item for item in value if isinstance(item, str)]
            values.update({name: ", ".join(texts)} if texts else {})
        else:
            values[field.alias or name] = f"{value:g}" if isinstance(value, float) else str(value)
    return values
