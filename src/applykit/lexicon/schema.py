"""What a lexicon file may hold: pydantic models, with every limit that keeps a hostile file harmless."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

from applykit.lexicon.model import EntryKind

MAX_ENTRIES = 20_000
MAX_ALIASES = 400
MAX_TERM = 120
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Ids = Annotated[tuple[Id, ...], Field(max_length=60)]


def check_term(text: Any) -> Any:
    """A term needs a letter or digit, and nothing that no posting writes."""
    if isinstance(text, str):
        if not LETTER_OR_DIGIT.search(text):
            raise ValueError("has no letter or digit, so it can never be found")
        if CONTROL.search(text):
            raise ValueError("holds a control character or a line break")
    return text


TermText = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TERM), BeforeValidator(check_term)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=600), BeforeValidator(check_term)]
ContextWord = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]+$", max_length=60)]
Words = Annotated[tuple[ContextWord, ...], Field(max_length=200)]


class Row(BaseModel):
    """What all parts share: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AliasRow(Row):
    """Another name; a plain text stands for `{text: ...}`."""

    text: TermText
    exact: bool = False
    match_only: bool = False
    near: Words = ()
    not_near: Words = ()
    learned_from: Literal["train"] | None = None


class AdviceRow(Row):
    what: Line
    where: Line | None = None
    how_long: Line | None = None


class EntryRow(Row):
    """One entry as written in YAML (docs/lexicon.md says what each key means)."""

    id: Id
    name: TermText
    kind: EntryKind
    label_only: bool = False
    aliases: Annotated[tuple[AliasRow, ...], Field(max_length=MAX_ALIASES)] = ()
    acronyms: Annotated[tuple[TermText, ...], Field(max_length=MAX_ALIASES)] = ()
    near: Words = ()
    not_near: Words = ()
    implies: Ids = ()
    broader: Ids = ()
    related: Ids = ()
    replaces: Ids = ()
    issuer: Line | None = None
    jurisdiction: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(?:-[A-Z]{2,3})?$")] | None = None
    validity: Line | None = None
    advice: AdviceRow | None = None
    learned_from: Literal["train"] | None = None

    @field_validator("aliases", mode="before")
    @classmethod
    def spread_aliases(cls, value: Any) -> Any:
        """Plain texts as rows."""
        if not isinstance(value, list):
            return value
        return [{"text": item} if isinstance(item, str) else item for item in value]


class FieldFile(Row):
    """One file: a field of work and its entries."""

    field: Id
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    entries: Annotated[tuple[EntryRow, ...], Field(max_length=MAX_ENTRIES)] = ()
