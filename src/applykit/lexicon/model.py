"""The lexicon's entries: what can be asked for, under which names, and how a gap is closed."""

from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """Kinds an entry can have; the same words as a requirement's kinds."""

    SKILL = "skill"
    TOOL = "tool"
    CREDENTIAL = "credential"
    SOFT = "soft"
    LANGUAGE = "language"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    PHYSICAL = "physical"
    SCHEDULE = "schedule"
    ELIGIBILITY = "eligibility"


@dataclass(frozen=True, slots=True)
class Term:
    """One way to write an entry's name.

    `exact`: matched letter case and all (acronyms). `near`: at least one of these words must stand in the same
    sentence or line, else the term does not count. `not_near`: none of these may. `learned_from`: the data set
    that supplied the term, so that a cross-validation can leave it out. `match_only`: a misspelling or an outdated
    word, found in texts but never written into a document.
    """

    text: str
    exact: bool = False
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    learned_from: str | None = None
    match_only: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """How a person closes the gap: what to do, where, and how long it takes."""

    what: str
    where: str = ""
    how_long: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """One entry of the lexicon. `terms` begins with the name unless the name is only a label.

    Relations hold ids: `implies` (who has this has those), `broader` (this is a kind of those), `related`
    (supports those partly), `replaces` (old names of this credential). `issuer`, `jurisdiction` and `validity`
    describe credentials; `source` is "hand", "onet" or "esco".
    """

    id: str
    name: str
    kind: EntryKind
    field: str
    terms: tuple[Term, ...]
    implies: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    issuer: str | None = None
    jurisdiction: str | None = None
    validity: str | None = None
    advice: Advice | None = None
    source: str = "hand"
    learned_from: str | None = None
