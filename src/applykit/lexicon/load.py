"""Reading lexicon files: YAML to entries, every problem of every file at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from applykit.errors import ApplykitError, Problem
from applykit.files import read_bounded
from applykit.lexicon.model import Advice, EntryKind, Skill, Term
from applykit.lexicon.yaml_tree import Places, parse_yaml

if TYPE_CHECKING:
    from applykit.lexicon.schema import EntryRow


MAX_FILE = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One lexicon file as bytes; `name` is what messages call it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and where its keys stand: `places` by path inside the entry, such as ("implies", 0)."""

    skill: Skill
    file: str
    places: Places = field(default_factory=dict)

    def problem(self, message: str, remedy: str, *path: str | int, warning: bool = False) -> Problem:
        """A problem at a key of this entry, or at the entry where the key has no place."""
        line, column = self.places.get(path) or self.places.get(()) or (None, None)
        return Problem(message, remedy, self.file, line, column, warning)


def list_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The YAML files among `paths`, folders searched flat, in the order of their names."""
    for path in paths:
        yield from sorted(p for p in path.iterdir() if p.suffix in (".yaml", ".yml")) if path.is_dir() else (path,)


def read_sources(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """The bytes of all lexicon files. Raises ApplykitError naming every file that cannot be read."""
    sources: list[SourceFile] = []
    problems: list[Problem] = []
    for path in list_files(paths):
        try:
            sources.append(SourceFile(str(path), read_bounded(path, MAX_FILE)))
        except ApplykitError as error:
            problems += error.problems
    if problems:
        raise ApplykitError(problems)
    return tuple(sources)


def read_fields(folder: Path, *, extra: Sequence[Path] = ()) -> tuple[Placed, ...]:
    """Every entry of a lexicon folder, sorted by id; entries of `extra` files replace those with the same id."""
    own = parse_sources(read_sources([folder]))
    added = parse_sources(read_sources(extra))
    return merge_entries(own, added)


def merge_entries(own: Iterable[Placed], added: Iterable[Placed]) -> tuple[Placed, ...]:
    """All entries sorted by id; what is added replaces what has the same id."""
    merged = {placed.skill.id: placed for placed in own} | {placed.skill.id: placed for placed in added}
    return tuple(merged[key] for key in sorted(merged))


def parse_sources(sources: Iterable[SourceFile]) -> tuple[Placed, ...]:
    """The entries of all files. Raises ApplykitError with everything wrong in any of them."""
    entries: list[Placed] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            entries += parse_source(source)
        except ApplykitError as error:
            problems += error.problems
    problems += find_double_ids(entries)
    if problems:
        raise ApplykitError(problems)
    return tuple(entries)


def find_double_ids(entries: Iterable[Placed]) -> Iterator[Problem]:
    first: dict[str, Placed] = {}
    for placed in entries:
        known = first.setdefault(placed.skill.id, placed)
        if known is not placed:
            line = known.places.get((), (0, 0))[0]
            message = f"the id {placed.skill.id!r} is already used at {known.file}:{line}."
            yield placed.problem(message, "Rename one, or make one entry of both.", "id")


def parse_source(source: SourceFile) -> tuple[Placed, ...]:
    """The entries of one file, validated."""
    from pydantic import ValidationError

    from applykit.lexicon.schema import FieldFile

    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.data[: error.start].count(b"\n") + 1
        raise ApplykitError(Problem("is not UTF-8 text.", "Save it as UTF-8.", source.name, line)) from None
    value, places = parse_yaml(text, file=source.name)
    try:
        content = FieldFile.model_validate(value)
    except ValidationError as error:
        found = (schema_problem(details, places, source.name) for details in error.errors())
        raise ApplykitError(sorted(set(found), key=place_of)) from None
    by_entry = places_by_entry(places)
    return tuple(
        Placed(make_skill(row, content.field), source.name, by_entry.get(index, {}))
        for index, row in enumerate(content.entries)
    )


def place_of(problem: Problem) -> tuple[int, int, str]:
    return problem.line or 0, problem.column or 0, problem.message


def places_by_entry(places: Places) -> dict[int, Places]:
    """The places below ("entries", n), by n, without that beginning."""
    found: dict[int, Places] = {}
    for path, place in places.items():
        if len(path) > 1 and path[0] == "entries" and isinstance(path[1], int):
            found.setdefault(path[1], {})[path[2:]] = place
    return found


def schema_problem(details: Any, places: Places, file: str) -> Problem:
    """One pydantic complaint as a sentence with its line and column."""
    path = tuple(details["loc"])
    where = path
    while where and where not in places:
        where = where[:-1]
    line, column = places.get(where, (None, None))
    name = ".".join(str(part) for part in path if not isinstance(part, int)) or "the file"
    return Problem(f"{name}: {complaint(details)}.", remedy_for(details["type"]), file, line, column)


def complaint(details: Any) -> str:
    """Pydantic's message in our words, with the value cut short."""
    kind = details["type"]
    shown = repr(details["input"])
    shown = shown if len(shown) <= 60 else shown[:57] + "..."
    if kind == "extra_forbidden":
        return "no such key"
    if kind == "missing":
        return "is missing"
    message = str(details["msg"]).removeprefix("Value error, ")
    return f"{message[:1].lower()}{message[1:]} ({shown})"


def remedy_for(kind: str) -> str:
    if kind == "extra_forbidden":
        return "Remove it, or see docs/lexicon.md for the keys."
    if kind == "missing":
        return "Add it."
    return "Change it."


def make_skill(row: "EntryRow", field_name: str) -> Skill:
    """A validated row as the value that the other stages use."""
    said = row.advice
    advice = Advice(said.what, said.where or "", said.how_long or "") if said else None
    return Skill(
        id=row.id,
        name=row.name,
        kind=EntryKind(row.kind),
        field=field_name,
        terms=tuple(dict.fromkeys(make_terms(row))),
        implies=row.implies,
        broader=row.broader,
        related=row.related,
        replaces=row.replaces,
        issuer=row.issuer,
        jurisdiction=row.jurisdiction,
        validity=row.validity,
        advice=advice,
        learned_from=row.learned_from,
    )


def make_terms(row: "EntryRow") -> Iterator[Term]:
    """The name (unless it is only a label), the aliases and the acronyms; the entry's context holds for all."""
    if not row.label_only:
        yield Term(row.name, False, row.near, row.not_near, row.learned_from)
    for alias in row.aliases:
        near, not_near = row.near + alias.near, row.not_near + alias.not_near
        yield Term(alias.text, alias.exact, near, not_near, alias.learned_from or row.learned_from, alias.match_only)
    for acronym in row.acronyms:
        yield Term(acronym, True, row.near, row.not_near, row.learned_from)
