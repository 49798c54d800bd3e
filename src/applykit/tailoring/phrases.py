"""The phrase bank: sentences of the letter and labels of the documents, as data by language."""

import hashlib
import re
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from applykit.errors import ApplykitError, Problem
from applykit.resources import find_data_folder

FILES = ("labels.yaml", "settings.yaml", "letter.yaml")
GENERAL = "general"
FEWEST = 4
SINGLE = frozenset(("evidence_first", "evidence_pair", "evidence_plain", "place_own", "place_role_own"))
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
FIELD_WORDS = """
    title a_title employer a_role role amount place until area school study credentials need claim Claim languages asked
    gap lack plan start shifts ways when a_later mission Also Same other"""
FIELDS = frozenset(FIELD_WORDS.split())


def _known_fields(text: str) -> str:
    unknown = {name for _, name, _, _ in Formatter().parse(text) if name is not None} - FIELDS
    if unknown:
        raise ValueError(f"unknown field {{{sorted(unknown)[0]}}}")
    return text


Sentence = Annotated[str, Field(min_length=5, max_length=300), AfterValidator(_known_fields)]
Bank = list[Sentence]


class Phrases(BaseModel):
    """All labels, settings and slots of one language; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    months: Annotated[list[str], Field(min_length=12, max_length=12)]
    months_long: Annotated[list[str], Field(min_length=12, max_length=12)]
    labels: dict[str, str]
    settings: dict[str, list[str]]
    slots: dict[str, dict[str, Bank]]

    @model_validator(mode="after")
    def _enough(self) -> Self:
        """Every bank has at least four phrases, so that two letters of one person can differ."""
        few = [
            f"{slot}.{setting}" for slot, banks in self.slots.items() if slot not in SINGLE
            for setting, bank in banks.items() if len(bank) < FEWEST
        ]  # fmt: skip
        if few:
            raise ValueError(f"fewer than {FEWEST} phrases in {', '.join(few)}")
        return self

    @cached_property
    def fingerprint(self) -> str:
        """A hash of everything in the bank: other phrases write other documents."""
        return hashlib.sha256(self.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()

    def label(self, name: str, /, **values: object) -> str:
        """A label with its fields filled."""
        return self.labels[name].format_map(values)

    def bank(self, slot: str, setting: str) -> tuple[tuple[str, str], ...]:
        """The name and text of every phrase for a slot: those of the setting first, then the general ones."""
        places = dict.fromkeys((setting, GENERAL))
        return tuple(item for place in places for item in self.named.get((slot, place), ()))

    @cached_property
    def named(self) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
        """By slot and setting, the name and text of every phrase."""
        return {
            (slot, place): tuple((f"letter.{slot}.{place}.{number}", text) for number, text in enumerate(texts, 1))
            for slot, banks in self.slots.items()
            for place, texts in banks.items()
        }

    @cached_property
    def setting_patterns(self) -> dict[str, re.Pattern[str]]:
        """One pattern a setting, for whole words."""
        return {
            name: re.compile("|".join(rf"\b{re.escape(word)}" for word in words), re.IGNORECASE)
            for name, words in self.settings.items()
        }


def load_phrases(language: str = "en", *, folder: Path | None = None) -> Phrases:
    """Read and check the phrase bank of a language; raises ApplykitError with everything wrong in it."""
    place = (folder or find_data_folder("templates") / "phrases") / language
    if not LANGUAGE.fullmatch(language) or not place.is_dir():
        raise ApplykitError(Problem(f"There are no phrases for the language {language[:40]!r}.", "Use en."))
    raw = {name: _read(place / name) for name in FILES}
    data = {**raw["labels.yaml"], "language": language, "settings": raw["settings.yaml"], "slots": raw["letter.yaml"]}
    try:
        return Phrases.model_validate(data)
    except ValidationError as error:
        problems = [
            Problem(f"{'.'.join(map(str, item['loc']))}: {item['msg']}", file=str(place)) for item in error.errors()
        ]
        raise ApplykitError(problems) from None


def _read(path: Path) -> dict[str, Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        data = YAML(typ="safe").load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise ApplykitError(Problem(f"The phrases cannot be read: {error}", file=str(path))) from None
    return data if isinstance(data, dict) else {}
