"""The JSON Schema of a profile, for editors that complete and check while one types."""

from typing import Any

from applykit.profile.load import DATE_KEYS
from applykit.profile.model import Highlight, Profile

TITLE = "applykit profile"
DATE = {
    "anyOf": [
        {"type": "string", "pattern": r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|[Pp]resent)$"},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ],
    "description": "YYYY, YYYY-MM, YYYY-MM-DD or present",
}


def profile_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) made from the models: what `load_profile` takes without a problem."""
    schema = Profile.model_json_schema(by_alias=True)
    definitions = schema["$defs"]
    for part in [schema, *definitions.values()]:
        close(part)
    definitions["Certificate"]["properties"]["date"] = DATE | {"description": "JSON Resume's name for issued"}
    full = definitions[Highlight.__name__]
    definitions[Highlight.__name__] = {"anyOf": [{"type": "string", "maxLength": 20_000}, full]}
    schema["properties"]["$schema"] = {"type": "string"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": TITLE}


def close(part: dict[str, Any]) -> None:
    """Refuse unknown keys but x- ones, let texts be numbers, give dates their forms, drop titles that say nothing."""
    part["additionalProperties"] = False
    part["patternProperties"] = {"^x-": {}}
    if "description" in part:
        part["description"] = " ".join(part["description"].split())
    for key, value in part.get("properties", {}).items():
        value.pop("title", None)
        if value.get("default", 0) is None:
            value.pop("default")
        if key in DATE_KEYS:
            part["properties"][key] = DATE
        elif accepts_text(value):
            part["properties"][key] = loosened(value)


def accepts_text(value: dict[str, Any]) -> bool:
    return value.get("type") == "string" or any(option.get("type") == "string" for option in value.get("anyOf", []))


def loosened(value: dict[str, Any]) -> dict[str, Any]:
    """A text may be written as a number (a phone, a postal code): it is taken as it stands."""
    options = [option for option in value.get("anyOf", [value]) if option.get("type") != "null"]
    if len(options) == 1 and "enum" not in options[0] and "const" not in options[0]:
        rest = {key: inner for key, inner in options[0].items() if key not in ("type", "anyOf")}
        return {"type": ["string", "number"], **rest}
    return (
        {**{key: inner for key, inner in value.items() if key != "anyOf"}, "anyOf": options}
        if len(options) > 1
        else (options[0])
    )
