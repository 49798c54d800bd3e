"""A profile file → LoadedProfile, with every problem of the file at once."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from applykit.errors import ApplykitError, Problem
from applykit.profile.complaints import complaint_about, natural_name
from applykit.profile.dateforms import read_date
from applykit.profile.dates import PRESENT, check_date, is_before
from applykit.profile.model import Profile
from applykit.profile.shape import OLD_KEYS, Spot, fields_of, is_known, nearest_key, spellings_of, walk_parts
from applykit.profile.source import ILLEGAL, read_tree
from applykit.profile.tree import Tree, joined, pointer_to, shown, tokens_of

DATE_KEYS = ("startDate", "endDate", "date", "issued", "expires", "releaseDate", "start")
PERIODS = (("startDate", "endDate"), ("issued", "expires"), ("date", "expires"))


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A profile that holds, and the warnings about its file."""

    profile: Profile
    problems: tuple[Problem, ...] = ()
    file: str | None = None
    tree: Tree | None = field(default=None, repr=False, compare=False)  # knows the line of every value


def load_profile(source: str | Path | bytes) -> LoadedProfile:
    """Read a profile in YAML or JSON (any JSON Resume 1.x file) from a path, a text or bytes.

    Raises ApplykitError with everything that is wrong with the file. In JSON, unknown keys, dates in other forms and
    missing names are warnings, and the keys of JSON Resume before 1.0 are read.
    """
    tree, is_json = read_tree(source)
    if not isinstance(tree.data, dict):
        message = "A profile is a mapping of keys such as basics, work and education."
        raise ApplykitError([*tree.problems, tree.problem("", message, "Compare it with `applykit profile new`.")])
    lenient = is_json or "jsonresume" in str(tree.data.get("$schema", ""))
    data, warnings = tidy(tree, lenient=lenient)
    profile, errors = validate(data, tree)
    found = [*tree.problems, *errors, *warnings, *judge(data, tree, lenient=lenient)]
    mild = told_once([problem for problem in found if problem.warning])
    problems = joined([*(problem for problem in found if not problem.warning), *mild])
    if profile is None or any(not problem.warning for problem in problems):
        raise ApplykitError(problems)
    return LoadedProfile(profile, problems, tree.file, tree)


def validate(data: dict[str, Any], tree: Tree) -> tuple[Profile | None, list[Problem]]:
    """The profile, or what pydantic found; numbers standing where text belongs are taken as they were written."""
    for attempt in (1, 2):
        try:
            return Profile.model_validate(data), []
        except ValidationError as error:
            complaints = error.errors(include_url=False, include_context=True)
            if attempt == 1 and restore_numbers(data, tree, complaints):
                continue
            return None, [complaint_about(complaint, tree) for complaint in worth_saying(complaints)]
    raise AssertionError("the second attempt returns")


def worth_saying(complaints: list[Any]) -> list[Any]:
    """One complaint a place (a field that takes text or yes/no complains twice); `escaped_characters` says its own."""
    first: dict[str, Any] = {}
    for complaint in complaints:
        if complaint["type"] != "string_unicode":
            first.setdefault(pointer_of(complaint["loc"]), complaint)
    return list(first.values())


def pointer_of(location: tuple[int | str, ...]) -> str:
    """pydantic's location as a pointer, without the names of union branches."""
    return pointer_to(*(part for part in location if part not in ("constrained-str", "bool", "str")))


def restore_numbers(data: dict[str, Any], tree: Tree, complaints: list[Any]) -> bool:
    """Put the written form (`02134`, `3.80`) where a number stands for a text; whether anything was put."""
    done = False
    for complaint in complaints:
        pointer = pointer_of(complaint["loc"])
        if complaint["type"] in ("string_type", "model_type") and pointer in tree.raw:
            done |= put(data, tokens_of(pointer), tree.raw[pointer])
    return done


def put(data: Any, tokens: list[str], value: str) -> bool:
    *path, last = tokens
    for token in path:
        data = data[int(token)] if isinstance(data, list) else data[token]
    data[int(last) if isinstance(data, list) else last] = value
    return True


def tidy(tree: Tree, *, lenient: bool) -> tuple[dict[str, Any], list[Problem]]:
    """The data with blank values left out and, in a lenient file, old keys and other date forms understood."""
    warnings: list[Problem] = []
    data = without_blanks(tree.data)
    data.pop("$schema", None)
    if lenient:
        for spot in list(walk_parts(data)):
            for step in (rename_old_keys, read_loose_dates, fill_missing_names):
                warnings += step(spot, tree)
    return data, warnings


def without_blanks(value: Any) -> Any:
    """A copy without keys whose value is nothing; items of lists stay, so that pointers keep counting right."""
    if isinstance(value, dict):
        return {k: without_blanks(v) for k, v in value.items() if v is not None and not is_blank(v)}
    return [without_blanks(item) for item in value] if isinstance(value, list) else value


def is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def section_of(pointer: str) -> str:
    return (tokens_of(pointer) or [""])[0]


def rename_old_keys(spot: Spot, tree: Tree) -> list[Problem]:
    """Keys of JSON Resume before version 1.0 under their present names."""
    warnings = []
    for old, new in OLD_KEYS.get(section_of(spot.pointer), {}).items():
        if old in spot.data and new not in spot.data and old not in fields_of(spot.model):
            pointer = spot.pointer + pointer_to(old)
            value = spot.data.pop(old)
            spot.data[new] = tree.raw.get(pointer, value)
            message = f"The key {old} is an old one of JSON Resume."
            warnings.append(tree.problem(pointer, message, f"It is read as {new}.", key=True, warning=True))
    return warnings


def read_loose_dates(spot: Spot, tree: Tree) -> list[Problem]:
    """Dates such as "Dec 2013" in the form that a profile has."""
    warnings = []
    for key in DATE_KEYS:
        value = spot.data.get(key)
        if not isinstance(value, str) or key not in fields_of(spot.model) or is_date(value):
            continue
        if found := read_date(value):
            spot.data[key] = found
            pointer = spot.pointer + pointer_to(key)
            warnings.append(tree.problem(pointer, f"{shown(value)} is read as {found}.", warning=True))
    return warnings


def is_date(value: object) -> bool:
    try:
        check_date(value)
    except ValueError:
        return False
    return True


def fill_missing_names(spot: Spot, tree: Tree) -> list[Problem]:
    """JSON Resume demands no names; ours stay empty then. A person must have one."""
    warnings = []
    for known in fields_of(spot.model).values():
        if known.needed and known.part is None and known.name not in spot.data and spot.pointer != "/basics":
            spot.data[known.name] = ""
            message = f"{natural_name(spot.pointer)} has no {known.spelling}."
            warnings.append(tree.problem(spot.pointer, message, "Add it.", warning=True))
    return warnings


def judge(data: dict[str, Any], tree: Tree, *, lenient: bool) -> list[Problem]:
    """What the models cannot see: unknown keys, ends before starts, characters that were written as escapes."""
    spots = list(walk_parts(data))
    unknown = [problem for spot in spots for problem in unknown_keys(spot, tree)]
    periods = [problem for spot in spots for problem in impossible_periods(spot, tree)]
    return (kept(unknown) if lenient else unknown) + periods + escaped_characters(data, tree)


def kept(unknown: list[Problem]) -> list[Problem]:
    """Unknown keys of a lenient file as warnings."""
    return [replace(problem, remedy="Its value is kept but not used.", warning=True) for problem in unknown]


def told_once(warnings: list[Problem]) -> list[Problem]:
    """Warnings that differ only in the item they speak of, each once: forty skills have the same unknown key."""
    first: dict[str, Problem] = {}
    for warning in warnings:
        first.setdefault(re.sub(r"\d+", "", warning.message), warning)
    return list(first.values())


def unknown_keys(spot: Spot, tree: Tree) -> list[Problem]:
    problems = []
    for key in spot.data:
        if is_known(key, spot.model, top=spot.pointer == ""):
            continue
        near = nearest_key(key, spot.model)
        remedy = f"Did you mean {near}?" if near else f"It has {', '.join(spellings_of(spot.model))}; x- begins a note."
        message = f"{natural_name(spot.pointer)} has no key {shown(key)}."
        problems.append(tree.problem(spot.pointer + pointer_to(key), message, remedy, key=True))
    return problems


def impossible_periods(spot: Spot, tree: Tree) -> list[Problem]:
    problems = []
    for first, second in PERIODS:
        if first not in fields_of(spot.model) or not (is_date(spot.data.get(first)) and is_date(spot.data.get(second))):
            continue
        start, end = check_date(spot.data[first]), check_date(spot.data[second])
        if is_before(end, start) or start == PRESENT:
            message = f"{second} {end} is before {first} {start}."
            problems.append(tree.problem(spot.pointer + pointer_to(second), message, "Swap or correct the two dates."))
    return problems


def escaped_characters(data: Any, tree: Tree) -> list[Problem]:
    """Texts that hold, by a JSON or YAML escape, what no document can hold; private ones are not quoted either."""
    problems, waiting = [], [("", data)]
    while waiting:
        pointer, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(pointer + pointer_to(key), inner) for key, inner in value.items()]
            waiting += [(pointer + pointer_to(key), key) for key in value if ILLEGAL.search(key)]
        elif isinstance(value, list):
            waiting += [(f"{pointer}/{index}", inner) for index, inner in enumerate(value)]
        elif isinstance(value, str) and (found := ILLEGAL.search(value)):
            message = f"The text holds the character U+{ord(found[0]):04X}, which no document can hold."
            problems.append(tree.problem(pointer, message, "Delete its escape; write the letter itself."))
    return problems
