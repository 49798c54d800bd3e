"""What people in an O*NET occupation usually have or use: `imported/onet-usual.tsv`, made from tasks and technologies.

`python -m applykit.lexicon.usual` makes the table anew after entries or O*NET's tables have changed, so that a start
need not search an occupation's tasks. The rules by which an entry is usual are stricter than its importance: they must
hold for a sentence that a person reads.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from applykit.lexicon.lexicon import Lexicon
from applykit.lexicon.model import EntryKind
from applykit.lexicon.occupations import names_work
from applykit.lexicon.tables import FOLDER, USUAL, read_table, write_table

LISTED = (EntryKind.SKILL, EntryKind.TOOL)
MOST = 24  # entries kept for an occupation
AT_HOME, HOME_SHARE = 3, 0.12  # so many entries of a field, and such a share, make it one of the occupation's
EVERYWHERE = 0.25  # what so large a share of all occupations has tells nothing of one of them
# Said of nearly every work; then entries that O*NET's tasks touch in another sense ("prepare patients", a torch).
TOLD_APART = frozenset((
    "reading-comprehension", "personal-computers", "web-browsers", "office-supplies",
    "board-support", "condition-reporting", "customer-education", "delegation", "delegation-nursing", "excavation",
    "hosting", "laser-and-waterjet-cutting", "make-outbound-calls", "material-handling-equipment", "parts-department",
    "patient-rooming", "perioperative", "plasma-and-torch-cutting", "process-instruments", "product-ownership",
    "public-relations", "reception",
    "registrar-work", "residence-life", "wine-knowledge",
))  # fmt: skip


@dataclass(slots=True)
class Evidence:
    """What O*NET says of an entry in an occupation: rows of technologies, core and other tasks that name it."""

    core: int = 0
    other: int = 0
    used: int = 0
    demanded: bool = False

    @property
    def weight(self) -> float:
        """Technologies in demand count most, then what several core tasks name; the figures are ours."""
        tasks = 0.6 * (self.core > 0) + 0.1 * max(self.core - 1, 0) + 0.1 * self.other
        return min(1.0, max(0.9 * self.demanded, tasks + 0.1 * (self.used > 0)))


def gather_evidence(code: str, lexicon: Lexicon) -> dict[str, Evidence]:
    """For every hand-written skill and tool that an occupation's tasks or technologies name, what they say of it."""
    found: dict[str, Evidence] = {}
    for name, _, demanded in lexicon.imported.technologies_of(code):
        for key in lexicon.identify(name):
            if lexicon.skills[key].kind is EntryKind.TOOL:
                one = found.setdefault(key, Evidence())
                one.used += 1
                one.demanded |= demanded
    for task, core in lexicon.imported.tasks_of(code):
        for key in {hit.id for hit in lexicon.find(task) if names_work(hit, task)}:
            one = found.setdefault(key, Evidence())
            one.core += core
            one.other += not core
    return {key: found[key] for key in sorted(found) if is_listed(key, lexicon)}


def is_listed(key: str, lexicon: Lexicon) -> bool:
    entry = lexicon.skills[key]
    return entry.kind in LISTED and entry.source == "hand" and key not in TOLD_APART


def choose_usual(found: Mapping[str, Evidence], lexicon: Lexicon) -> dict[str, float]:
    """The entries that are surely usual, with their weights.

    A technology must be in demand in the occupation, or a task must name it too. What a single task names must lie in
    a field that others of its entries lie in: "blueprints" among a welder's metalwork, but no firefighting, which one
    task of his speaks of.
    """
    named = {key: one for key, one in found.items() if one.demanded or one.core}
    fields = Counter(lexicon.skills[key].field for key in named)
    homes = {name for name, count in fields.items() if count >= max(AT_HOME, HOME_SHARE * len(named))}
    return {
        key: one.weight
        for key, one in named.items()
        if one.demanded or one.core + one.other > 1 or (one.core and (one.used or lexicon.skills[key].field in homes))
    }


def rank_usual(weights: Mapping[str, float], spread: Mapping[str, int], total: int) -> list[str]:
    """The ids, what is important and of few occupations first; what a quarter of all has comes last."""

    def rank(key: str) -> tuple[bool, float, str]:
        telling = math.log(total / spread[key]) / math.log(total) if total > 1 else 1.0
        return spread[key] > EVERYWHERE * total, -round(weights[key] * (0.5 + telling), 4), key

    return sorted(weights, key=rank)[:MOST]


def usual_rows(codes: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """A row an occupation: its code, and ids with their weights in hundredths."""
    chosen = {code: choose_usual(gather_evidence(code, lexicon), lexicon) for code in codes}
    spread = Counter(key for weights in chosen.values() for key in weights)
    for code, weights in chosen.items():
        ranked = rank_usual(weights, spread, len(codes))
        if ranked:
            yield code, " ".join(f"{key}={round(100 * weights[key])}" for key in ranked)


def make_usual(folder: Path, lexicon: Lexicon) -> int:
    """Write the table of a lexicon folder; returns how many occupations it has."""
    codes = [line.partition("\t")[0] for line in read_table(folder / FOLDER / "onet-occupations.tsv")]
    return write_table(folder / FOLDER / USUAL, ("code", "ids"), usual_rows(codes, lexicon))


if __name__ == "__main__":  # pragma: no cover
    from applykit.lexicon.opening import load_lexicon
    from applykit.resources import find_data_folder

    print(make_usual(find_data_folder("skills_lexicon"), load_lexicon()), "occupations")
