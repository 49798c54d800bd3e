"""A draft made to fit the schema, whatever the source held: nothing forbidden, nameless or too long."""

from typing import Any

from applykit.profile.importing.draft import Draft
from applykit.profile.shape import Spot, fields_of, walk_parts
from applykit.profile.source import ILLEGAL
from applykit.profile.tree import pointer_to

SHORT = 2_000  # as Short and Text in the model
LONG = 20_000
LONG_KEYS = frozenset({"summary", "description", "text", "reference"})


def fit_draft(draft: Draft) -> Draft:
    """The same draft, in which everything that a profile cannot take is moved to `unplaced` or named Unknown."""
    draft.data = clean(draft.data)
    draft.unplaced = [text for text in dict.fromkeys(clean(draft.unplaced)) if text.strip()]
    for spot in list(walk_parts(draft.data)):
        for key, value in list(spot.data.items()):
            if isinstance(value, str):
                fit_text(spot, key, value, draft)
            elif isinstance(value, list):
                spot.data[key] = [fit_item(item, key, draft) for item in value]
        name_what_has_no_name(spot, draft)
    return draft


def clean(value: Any) -> Any:
    """Nested data without characters that no document can hold."""
    if isinstance(value, dict):
        return {clean(key): clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [clean(inner) for inner in value]
    return ILLEGAL.sub(" ", value) if isinstance(value, str) else value


def fit_text(spot: Spot, key: str, value: str, draft: Draft) -> None:
    limit = LONG if key in LONG_KEYS else SHORT
    if len(value) > limit:
        draft.unplaced.append(value)
        spot.data[key] = value[: limit - 1] + "…"
        draft.guesses[spot.pointer + pointer_to(key)] = "too long; the whole text is under unplaced"


def fit_item(item: Any, key: str, draft: Draft) -> Any:
    """A text in a list, cut where it is too long."""
    limit = LONG if key == "highlights" else SHORT
    if isinstance(item, str) and len(item) > limit:
        draft.unplaced.append(item)
        return item[: limit - 1] + "…"
    return item


def name_what_has_no_name(spot: Spot, draft: Draft) -> None:
    for field in fields_of(spot.model).values():
        if field.needed and field.part is None and not str(spot.data.get(field.name, "")).strip():
            spot.data[field.name] = "Unknown"
            draft.guesses[spot.pointer + pointer_to(field.name)] = "nothing that could be read stood here"
