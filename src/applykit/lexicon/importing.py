"""`applykit lexicon import`: published classifications to the lexicon's tables, and what was left out."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from applykit.lexicon.esco import import_esco
from applykit.lexicon.filters import Dropped
from applykit.lexicon.onet import import_onet
from applykit.lexicon.tables import write_table

IMPORTERS: Mapping[str, Callable[[Path, Path], tuple[dict[str, int], list[Dropped]]]] = {
    "onet": import_onet,
    "esco": import_esco,
}


@dataclass(frozen=True, slots=True)
class ImportedTables:
    """What an import made: rows by table, and every name that was dropped."""

    rows: tuple[tuple[str, int], ...]
    dropped: tuple[Dropped, ...]

    @property
    def counts(self) -> list[tuple[tuple[str, str], int]]:
        """How many names were dropped, by table and rule."""
        return sorted(Counter((one.table, one.rule) for one in self.dropped).items())


def import_tables(source: str, folder: Path, target: Path) -> ImportedTables:
    """Make the tables of "onet" or "esco" from the published files in `folder`.

    Raises ApplykitError where a file is missing or is no such table; then tables made before stay as they were, or are
    partly new.
    """
    rows, dropped = IMPORTERS[source](folder, target)
    return ImportedTables(tuple(rows.items()), tuple(dropped))


def write_report(path: Path, dropped: Iterable[Dropped]) -> int:
    """Every dropped name with its table and rule, as a table; returns how many lines it has."""
    return write_table(path, ("table", "rule", "name"), ((one.table, one.rule, one.name) for one in dropped))
