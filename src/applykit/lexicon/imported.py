"""The imported tables at run time: read when first asked for, looked up by bisection in their sorted lines."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from applykit.lexicon.common_titles import COMMON, common_titles
from applykit.lexicon.phrases import task_key
from applykit.lexicon.tables import SOFTWARE, USUAL, look_up, read_lookup, read_table

if TYPE_CHECKING:
    from applykit.lexicon.occupations import Occupation


class Imported:
    """O*NET's and ESCO's tables in a folder; every one of them may be missing and is then empty."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def titles(self, key: str) -> dict[str, dict[str, int]]:
        """The occupations that a title (as `tables.bag_key` writes it) may mean: source → code → weight.

        A title of `common_titles` means what is written there.
        """
        found: dict[str, dict[str, int]] = {}
        for source, lines in (("onet", self._onet_titles), ("esco", self._esco_titles)):
            for _, cell in look_up(lines, key):
                pairs = (item.split("=") for item in cell.split(" "))
                found[source] = {code: int(weight) for code, weight in pairs}
        common = common_titles().get(key) if self.folder else None
        if common:
            found["onet"] = {common: COMMON}
        return found

    def likeliest(self, title: str) -> "tuple[Occupation, ...]":
        """The O*NET occupation that a title most likely names, or a few that it names alike; empty otherwise."""
        from applykit.lexicon.occupations import likeliest_occupations

        return likeliest_occupations(title, self)

    def occupation_name(self, code: str) -> str | None:
        """The official title of an occupation's code, or None."""
        return self._names.get(code)

    def skill_name(self, key: str) -> str | None:
        """The name of an ESCO skill, or None."""
        return self._skills.get(key)

    def link(self, phrase: str) -> tuple[str, ...]:
        """The ESCO skills that have the phrase, in whatever wording, as one of their labels."""
        key = task_key(phrase)
        return tuple(key for row in look_up(self._labels, key) for key in row[1].split(" ")) if key else ()

    def skills_of(self, code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ESCO skills that an ESCO occupation needs, and those that it may need."""
        for _, essential, optional in look_up(self._relations, code):
            return tuple(essential.split()), tuple(optional.split())
        return (), ()

    def technologies_of(self, code: str) -> tuple[tuple[str, bool, bool], ...]:
        """The software and tools that an O*NET occupation uses: name, hot, in demand there."""
        return tuple(use for line in self._technologies if code in line for use in uses_in(line, code))

    def tasks_of(self, code: str) -> tuple[tuple[str, bool], ...]:
        """The tasks of an O*NET occupation, and whether each is a core task."""
        return tuple((task, kind != "S") for _, kind, task in look_up(self._tasks, code))

    def usual_of(self, code: str) -> dict[str, float]:
        """What people in an O*NET occupation usually have: ids with their importance, the most telling first."""
        for _, cell in look_up(self._usual, code):
            return {key: int(weight) / 100 for key, weight in (item.split("=") for item in cell.split(" "))}
        return {}

    @cached_property
    def _usual(self) -> bytes:
        return self._open(USUAL)

    @cached_property
    def _onet_titles(self) -> bytes:
        return self._open("onet-titles.tsv")

    @cached_property
    def _esco_titles(self) -> bytes:
        return self._open("esco-titles.tsv")

    @cached_property
    def _labels(self) -> bytes:
        return self._open("esco-labels.tsv")

    @cached_property
    def _relations(self) -> bytes:
        return self._open("esco-relations.tsv")

    @cached_property
    def _tasks(self) -> bytes:
        return self._open("onet-tasks.tsv")

    @cached_property
    def _skills(self) -> dict[str, str]:
        rows = (line.split("\t") for line in self._read("esco-skills.tsv"))
        return {key: name for key, name, *_ in rows}

    @cached_property
    def _names(self) -> dict[str, str]:
        lines = (*self._read("onet-occupations.tsv"), *self._read("esco-occupations.tsv"))
        return dict(line.split("\t") for line in lines)

    @cached_property
    def _technologies(self) -> list[str]:
        return [*self._read(SOFTWARE), *self._read("onet-tools.tsv")]

    def _open(self, name: str) -> bytes:
        return read_lookup(self.folder / name) if self.folder else b""

    def _read(self, name: str) -> list[str]:
        return read_table(self.folder / name) if self.folder else []


def uses_in(line: str, code: str) -> Iterator[tuple[str, bool, bool]]:
    """What a row of a technology says of its use in an occupation: name, hot, in demand there; nothing if unused."""
    name, _, _, hot, _, cell = line.split("\t")
    codes = cell.split(" ")
    if code in codes or f"{code}+" in codes:
        yield name, bool(hot), f"{code}+" in codes
