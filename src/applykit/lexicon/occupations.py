"""Occupations: which ones a title names, by O*NET's and ESCO's titles, and what they need."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from applykit.lexicon.common_titles import COMMON, title_key
from applykit.lexicon.imported import Imported
from applykit.lexicon.lexicon import Hit, Lexicon
from applykit.lexicon.model import EntryKind
from applykit.lexicon.ranks import is_rank
from applykit.lexicon.words import WALL, Word, cut_words

KINDS = frozenset((EntryKind.SKILL, EntryKind.TOOL, EntryKind.CREDENTIAL))
MAX_TITLE = 300  # characters of a title that are looked at
MAX_WORDS = 8  # words of a title that are looked up together
LEAST_SHARE = 0.05
PLACING = ("at", "for", "in", "with", "to")
ROLE_ENDINGS = ("er", "or", "ist", "ian", "yst", "agent", "assistant", "associate", "clerk", "aide", "tech", "intern")
MOST_ALIKE = 3  # a title of more occupations ("Machine Operator") names none of them
CORE, SUPPLEMENTAL = 0.6, 0.4
DEMANDED, HOT, USED = 1.0, 0.5, 0.3
ESSENTIAL, OPTIONAL = 0.8, 0.4


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation that a title may name.

    `code` is O*NET-SOC ("29-2052.00") or ESCO ("3213.2"), `source` says which ("onet", "esco"). `share` is from 0 to 1:
    how much of the title's telling words it answers, divided among the occupations with the same title.
    """

    code: str
    title: str
    share: float
    source: str


def find_occupation(title: str, lexicon: Lexicon) -> tuple[Occupation, ...]:
    """The occupations that a posting's or profile's title names, O*NET before ESCO, the likeliest first.

    The longest run of the title's words that is a known title decides; ranks, shifts and the like (`ranks`) are left
    out where they do not belong to one. Empty where no part of it is known.
    """
    return tuple(occupations_in(title, lexicon.imported))


def occupations_in(title: str, imported: Imported) -> Iterator[Occupation]:
    """The occupations of `find_occupation`, from the tables alone."""
    words = [word for word in cut_words(title[:MAX_TITLE]) if word.plain]
    telling = [word for word in words if word.stem != WALL and not is_rank(word.plain)]
    found: dict[str, tuple[int, dict[str, int]]] = {}
    for run in runs_of(words, telling):
        size = sum(not is_rank(word.plain) for word in run)
        if size == 0 or not stands_for_a_title(run, title):
            continue
        key = title_key(word.stem for word in run)
        for source, codes in imported.titles(key).items():
            if source not in found and (size > 1 or names_enough(codes, run, words, telling)):
                found[source] = (size, codes)
    for source in ("onet", "esco"):
        if source in found:
            yield from weigh(source, *found[source], telling, imported)


def likeliest_occupations(title: str, imported: Imported) -> tuple[Occupation, ...]:
    """The O*NET occupation that a title most likely names, or a few that it names alike; none where it names more."""
    found = [one for one in occupations_in(title, imported) if one.source == "onet"]
    best = tuple(one for one in found if one.share == found[0].share)
    return best if len(best) <= MOST_ALIKE else ()


def names_enough(codes: dict[str, int], run: list[Word], words: list[Word], telling: list[Word]) -> bool:
    """One word of a title of several is enough only where it is a common, official or reported title: "Welder".

    It must not say what another occupation works with: "Server Engineer" serves nobody.
    """
    if len(telling) < 2:
        return True
    sure = max(codes.values())
    return (sure == COMMON or (sure > 1 and len(telling) < 4)) and not any(
        word.plain.endswith(ROLE_ENDINGS) for word in words_behind(run, words) if not is_rank(word.plain)
    )


def words_behind(run: list[Word], words: list[Word]) -> Iterator[Word]:
    """The words behind a run, up to the next wall or preposition."""
    behind = (word for word in words if word.start > run[-1].start)
    return takewhile(lambda word: word.stem != WALL and word.plain not in PLACING, behind)


def runs_of(words: list[Word], telling: list[Word]) -> Iterator[list[Word]]:
    """Runs of neighbouring words, those with most telling words first, then the longest, then the earliest.

    Ranks may be left out ("Pharmacy Certified Technician"); walls ("Pharmacy Technician – Nights") are not crossed
    unless nothing else is known.
    """
    bare = [word for word in words if word.stem == WALL or not is_rank(word.plain)]
    seen: set[tuple[int, ...]] = set()
    runs: list[tuple[int, int, int, int, list[Word]]] = []
    for order, line in enumerate((words, bare, telling)):
        for start in range(len(line)):
            for stop in range(start + 1, min(len(line), start + MAX_WORDS) + 1):
                run = line[start:stop]
                places = tuple(word.start for word in run)
                if run[-1].stem == WALL:
                    break
                if places not in seen:
                    seen.add(places)
                    size = sum(not is_rank(word.plain) for word in run)
                    runs.append((-size, -len(run), order, run[0].start, run))
    runs.sort(key=lambda item: item[:4])
    return (run for *_, run in runs)


def stands_for_a_title(run: list[Word], title: str) -> bool:
    """One word of two or three letters is a title only in capitals: "RN", not "it"."""
    written = title[run[0].start : run[-1].end]
    return len(run) > 1 or len(written) > 3 or written.isupper()


def weigh(
    source: str, size: int, codes: dict[str, int], telling: list[Word], imported: Imported
) -> Iterator[Occupation]:
    """The occupations of one title with their shares, the likeliest first."""
    total = sum(codes.values()) * max(len(telling), 1)
    for code, weight in sorted(codes.items(), key=lambda item: (-item[1], item[0])):
        share = round(size * weight / total, 3)
        if share >= LEAST_SHARE:
            yield Occupation(code, imported.occupation_name(code) or code, share, source)


def weigh_skills(code: str, lexicon: Lexicon) -> dict[str, float]:
    """How much an occupation needs each entry (0 to 1), the most important first, equals in the order of ids.

    O*NET: technologies in demand in the occupation 1.0, hot ones 0.5, others 0.3; entries that its core tasks name
    by a term of several words (single words mean many things there) 0.6, its supplemental tasks 0.4, more the more
    tasks name them. ESCO: essential skills 0.8, optional ones 0.4, where
    an entry of the lexicon has their name. The figures are ours.
    """
    found: dict[str, float] = {}
    for key, weight in (*onet_weights(code, lexicon), *esco_weights(code, lexicon)):
        most = max(found.get(key, 0.0), weight)
        found[key] = min(1.0, most + 0.1) if key in found else most
    return {key: round(found[key], 2) for key in sorted(found, key=lambda key: (-found[key], key))}


def onet_weights(code: str, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """The entries of an occupation's technologies, and those that its tasks name."""
    for name, hot, demanded in lexicon.imported.technologies_of(code):
        for key in lexicon.identify(name):
            if lexicon.skills[key].kind is EntryKind.TOOL:
                yield key, DEMANDED if demanded else HOT if hot else USED
    for task, core in lexicon.imported.tasks_of(code):
        for key in sorted({hit.id for hit in lexicon.find(task) if names_work(hit, task)}):
            if lexicon.skills[key].kind in KINDS:
                yield key, CORE if core else SUPPLEMENTAL


def names_work(hit: Hit, task: str) -> bool:
    """Whether words of a task name a skill: several words, and no participle where the term has none.

    "Prepare prescribed drugs" is not about prescribing drugs, though their stems agree.
    """
    return " " in hit.term and ("ed " in hit.term or "ed " not in task[hit.start : hit.end])


def esco_weights(code: str, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """The entries that have an essential or optional skill's name."""
    for keys, weight in zip(lexicon.imported.skills_of(code), (ESSENTIAL, OPTIONAL), strict=True):
        names = filter(None, map(lexicon.imported.skill_name, keys))
        for key in sorted({key for name in names for key in lexicon.identify(name)}):
            if lexicon.skills[key].kind in KINDS:
                yield key, weight
