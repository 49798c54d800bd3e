"""What the models say about a key: which part it opens, whether it is known, and what the writer may have meant."""

import difflib
import functools
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from pydantic import AliasChoices, BaseModel

from applykit.profile.model import Profile
from applykit.profile.tree import pointer_to

Model = type[BaseModel]

# What JSON Resume called these before 1.0, and what people write; the first is read in JSON files.
OLD_KEYS = {
    "basics": {"picture": "image", "website": "url"},
    "work": {"company": "name", "website": "url"},
    "volunteer": {"website": "url"},
    "education": {"gpa": "score"},
    "publications": {"website": "url"},
    "projects": {"website": "url"},
}
MEANT = {
    "certifications": "certificates", "licenses": "certificates", "licences": "certificates", "experience": "work",
    "jobs": "work", "employment": "work", "company": "name", "employer": "name", "title": "position",
    "role": "position", "start": "startDate", "end": "endDate", "from": "startDate", "to": "endDate",
    "bullets": "highlights", "degree": "studyType", "school": "institution", "major": "area", "field": "area",
    "gpa": "score", "city": "location", "website": "url", "link": "url", "picture": "image", "photo": "image",
    "headline": "label", "mobile": "phone", "telephone": "phone", "expiry": "expires", "expiration": "expires",
    "organisation": "organization", "state": "jurisdiction", "courses": "continuingEducation",
    "training": "continuingEducation", "hobbies": "interests",
}  # fmt: skip


class Field(NamedTuple):
    """A field of a model: its name, the part it opens (if any), whether it holds several, whether it must be there."""

    name: str
    part: Model | None
    several: bool
    needed: bool
    spelling: str


def part_in(annotation: Any) -> Model | None:
    """The model inside an annotation such as `tuple[Annotated[Highlight, …], ...]` or `Location | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((part for inner in get_args(annotation) if (part := part_in(inner))), None)


@functools.cache
def fields_of(model: Model) -> dict[str, Field]:
    """Every spelling under which a model takes a key → its field."""
    found = {}
    for name, info in model.model_fields.items():
        several = "tuple" in str(info.annotation)
        spelling = info.alias or name
        field = Field(name, part_in(info.annotation), several, info.is_required(), spelling)
        choices = info.validation_alias.choices if isinstance(info.validation_alias, AliasChoices) else []
        for key in (name, info.alias, *choices):
            if isinstance(key, str):
                found[key] = field
    return found


def spellings_of(model: Model) -> list[str]:
    """The keys of a model as a person writes them, each once, in the model's order."""
    return list(dict.fromkeys(field.spelling for field in fields_of(model).values()))


class Spot(NamedTuple):
    """A mapping in the data, with the model that describes it."""

    pointer: str
    data: dict[str, Any]
    model: Model


def walk_parts(data: Any, model: Model = Profile, pointer: str = "") -> Iterator[Spot]:
    """Every mapping in raw data that a model describes, outermost first; what has the wrong type is passed over."""
    if not isinstance(data, dict):
        return
    yield Spot(pointer, data, model)
    for key, value in data.items():
        field = fields_of(model).get(key)
        if field is None or field.part is None:
            continue
        inner = pointer + pointer_to(key)
        if field.several and isinstance(value, list):
            for index, item in enumerate(value):
                yield from walk_parts(item, field.part, f"{inner}/{index}")
        elif not field.several:
            yield from walk_parts(value, field.part, inner)


def is_known(key: str, model: Model, *, top: bool) -> bool:
    return key in fields_of(model) or key.startswith("x-") or (top and key == "$schema")


def nearest_key(key: str, model: Model) -> str | None:
    """The known key that the writer of an unknown one most likely meant."""
    known = spellings_of(model)
    folded = key.casefold().replace("_", "").replace("-", "").replace(" ", "")
    meant = MEANT.get(folded)
    if meant in known:
        return meant
    by_fold = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(folded, by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None
