"""The lexicon as the other stages use it: entries by id, terms found in texts, relations followed."""

import json
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from applykit.errors import Problem
from applykit.lexicon.compile import RECORD, UNIT, read_entry
from applykit.lexicon.context import ContextWords, Objection, Place, Row, Sentences, object_to, same_case, sort_context
from applykit.lexicon.imported import Imported
from applykit.lexicon.model import Skill
from applykit.lexicon.words import Word, cut_words, term_keys

# Words that tell no two terms apart.
SMALL_STEMS = frozenset((
    "of", "in", "on", "for", "to", "and", "or", "with", "by", "from", "at", "as", "is", "are", "be", "been",
    "all", "any",
    "this", "that", "such", "other", "various", "into", "per", "via", "within", "skill", "ability",
    "knowledg", "strong",
    "excellent", "good", "understand", "understanding", "experienc", "perform", "provid", "assist", "work",
))  # fmt: skip
USUAL = 0.5  # the importance from which an occupation's people usually have something
Compiled = dict[str, Any]  # what `compile` describes
PARTS = frozenset(("format", "source", "entries", "narrower", "problems"))


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A term found at start:end of a text: the entry's id and the term that matched."""

    start: int
    end: int
    id: str
    term: str


hit_order = attrgetter("start", "end", "id", "term")  # faster than comparing the values themselves


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term whose words stand in a text as `found`; `against` is the rule by which it does not count there."""

    hit: Hit
    row: Row
    found: str
    against: Objection | None

    @property
    def objection(self) -> str | None:
        """The rule in words, None where the term counts."""
        return self.against.describe(self.row, self.found) if self.against else None


class SkillTable(Mapping[str, Skill]):
    """Entries by id in the order of ids; each is made when it is first asked for."""

    def __init__(self, rows: dict[str, str]) -> None:
        self._rows = rows
        self._made: dict[str, Skill] = {}

    def __getitem__(self, key: str) -> Skill:
        if key not in self._made:
            self._made[key] = read_entry(self._rows[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows


class Lexicon:
    """A compiled lexicon. `problems` are warnings from loading. Safe to share between threads."""

    def __init__(self, compiled: Compiled, *, problems: tuple[Problem, ...] = (), tables: Path | None = None) -> None:
        """`tables` is the folder of imported tables, which are read when something in them is first asked for."""
        self.skills: Mapping[str, Skill] = SkillTable(compiled["entries"])
        self.problems = (*map(read_problem, compiled["problems"]), *problems)
        self.source: str = compiled["source"]
        self._narrower: dict[str, list[str]] = compiled["narrower"]
        self._index: dict[str, str] = compiled["index"]
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._under: dict[str, tuple[Row, ...]] = {}  # rows by their rarest stem, once that stem was met
        self._matched: set[str] = set()  # the stems whose rows the matcher has
        self._followed: dict[tuple[str, str], tuple[str, ...]] = {}
        self.imported = Imported(tables)
        self._lock = threading.Lock()
        self._important: dict[str, dict[str, float]] = {}
        self._vocab: Any = None
        self._matcher: Any = None

    def find(self, text: str) -> tuple[Hit, ...]:
        """The terms in `text` that count there, in order: the longest first wins, then the earliest; none overlap."""
        return choose(self.find_all(text))

    def find_all(self, text: str) -> tuple[Hit, ...]:
        """Every term in `text` that counts there, overlapping ones too, in order."""
        words = cut_words(text)
        sentences = Sentences(text, words)
        hits = {
            Hit(place.start, place.end, row.id, row.text)
            for row, place in self._places(words)
            if object_to(row, text, place, sentences) is None
        }
        return tuple(sorted(hits, key=hit_order))

    def explain(self, text: str) -> tuple[Candidate, ...]:
        """Every term whose words stand in `text`, in order, with the rule by which it does not count, if any."""
        words = cut_words(text)
        sentences = Sentences(text, words)
        return tuple(
            Candidate(
                Hit(place.start, place.end, row.id, row.text),
                row,
                text[place.start : place.end],
                object_to(row, text, place, sentences),
            )
            for row, place in self._places(words)
        )

    @staticmethod
    def stems(text: str) -> frozenset[str]:
        """The stems of all words of `text`, as terms are compared by."""
        return frozenset(stem for _, stem in term_keys(text))

    def identify(self, phrase: str) -> tuple[str, ...]:
        """The ids of all entries that have `phrase` as a whole as one of their terms, whatever its context."""
        keys = term_keys(phrase)
        stems = " ".join(stem for _, stem in keys)
        self._read_rows({stem for _, stem in keys})
        plain = keys[0][0] if len(keys) == 1 else ""
        rows = [row for row in self._rows.get(stems, ()) if row.plain == plain]
        exact = [row for row in rows if row.exact and same_case(row.text, phrase)]
        return tuple(sorted({row.id for row in exact or rows}))

    def closest(self, phrase: str, *, least: float = 0.6) -> tuple[str, float] | None:
        """The entry with the term most like `phrase` in its words, in any order, and how like: shared of all words.

        Inflection and small words count for nothing: "inventory of medications is taken" is "take medication
        inventory". None where no term shares at least `least`.
        """
        stems = content_stems(phrase)
        self._read_rows(set(stems))
        best: tuple[float, str] | None = None
        for stem in sorted(stems):
            for row in self._under.get(stem, ()):
                likeness = shared_part(stems, row.stems)
                if likeness >= least and not row.exact and (best is None or (-likeness, row.id) < best):
                    best = (-likeness, row.id)
        return (best[1], -best[0]) if best else None

    def implied(self, key: str) -> tuple[str, ...]:
        """Everything that who has `key` surely has too, directly or through others; `key` itself is not in it."""
        return self._closure(key, "implies")

    def broader(self, key: str) -> tuple[str, ...]:
        """What `key` is a kind of, directly or through others, nearest first."""
        return self._closure(key, "broader")

    def narrower(self, key: str) -> tuple[str, ...]:
        """The kinds of `key`, directly or through others, nearest first."""
        return self._follow(key, lambda current: self._narrower.get(current, ()))

    def related(self, key: str) -> tuple[str, ...]:
        """What `key` supports partly, as the entry says; not followed further."""
        return tuple(other for other in self.skills[key].related if other in self.skills) if key in self.skills else ()

    def replaces(self, key: str) -> tuple[str, ...]:
        """The old names of the credential `key`, directly or through others."""
        return self._closure(key, "replaces")

    def usual(self, code: str) -> tuple[str, ...]:
        """The ids of what people in an occupation (an O*NET or ESCO code) usually have or use, the commonest first."""
        return tuple(key for key, weight in self.importance(code).items() if weight >= USUAL)

    def importance(self, code: str) -> Mapping[str, float]:
        """How much an occupation needs what (0 to 1), the most important first; see `occupations.weigh_skills`."""
        from applykit.lexicon.occupations import weigh_skills

        with self._lock:
            known = self._important.get(code)
        if known is None:
            known = self._important[code] = weigh_skills(code, self)
        return known

    def _closure(self, key: str, relation: str) -> tuple[str, ...]:
        """Followed once and remembered: matching asks for the same few entries again and again."""
        found = self._followed.get((key, relation))
        if found is None:
            found = self._follow(key, lambda current: getattr(self.skills[current], relation))
            self._followed[key, relation] = found
        return found

    def _follow(self, key: str, step: Any) -> tuple[str, ...]:
        """Breadth first over known ids, each once."""
        found: dict[str, None] = {}
        waiting = [key] if key in self.skills else []
        for current in waiting:
            for target in step(current):
                if target in self.skills and target not in found and target != key:
                    found[target] = None
                    waiting.append(target)
        return tuple(found)

    def _places(self, words: list[Word]) -> Iterator[tuple[Row, Place]]:
        """Every term with every place where its words stand, in order."""
        if not words:
            return
        from applykit.lexicon.spacy_parts import Doc

        stems = [word.stem for word in words]
        self._activate(set(stems))
        for first, last in sorted({(first, last) for _, first, last in self._matcher(Doc(self._vocab, words=stems))}):
            place = Place(words[first].start, words[last - 1].end, first, last)
            for row in self._rows[" ".join(stems[first:last])]:
                yield row, place

    def _read_rows(self, stems: set[str]) -> None:
        """Read the terms whose rarest word is among `stems`, once for each."""
        for stem in sorted(stems):
            if stem in self._index and stem not in self._under:
                rows = tuple(read_rows(self._index[stem]))
                by_stems: dict[str, list[Row]] = {}
                for row in rows:
                    by_stems.setdefault(row.stems, []).append(row)
                self._rows.update({key: tuple(same) for key, same in by_stems.items()})
                self._under[stem] = rows

    def _activate(self, stems: set[str]) -> None:
        """Give the matcher the terms whose rarest word is among `stems`, once for each."""
        from applykit.lexicon.spacy_parts import Doc

        self._read_rows(stems)
        with self._lock:
            if self._matcher is None:
                from applykit.lexicon.spacy_parts import PhraseMatcher, Vocab

                self._vocab = Vocab()
                self._matcher = PhraseMatcher(self._vocab)
            fresh = sorted(stem for stem in stems if stem in self._under and stem not in self._matched)
            self._matched.update(fresh)
            terms = {row.stems: None for stem in fresh for row in self._under[stem]}
            if terms:
                self._matcher.add("term", [Doc(self._vocab, words=term.split(" ")) for term in terms])


def content_stems(phrase: str) -> frozenset[str]:
    """The stems of a phrase without small words."""
    return frozenset(stem for _, stem in term_keys(phrase)) - SMALL_STEMS


def shared_part(stems: frozenset[str], row: str) -> float:
    """Shared of all stems of a phrase and of a row's term, small words aside."""
    others = frozenset(row.split(" ")) - SMALL_STEMS
    return len(stems & others) / len(stems | others) if stems and others else 0.0


def read_rows(payload: str) -> Iterator[Row]:
    """The rows under one stem."""
    for line in payload.split(RECORD):
        stems, plain, key, exact, near, not_near, text = line.split("\t")
        yield Row(stems, plain, key, bool(exact), read_context(near), read_context(not_near), text)


def read_context(value: str) -> ContextWords:
    return sort_context(tuple(value.split(UNIT)) if value else ())


def choose(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Hits that do not overlap: the longest wins, then the earliest, then the id and the term."""
    hits = tuple(hits)
    taken: list[Hit] = []
    covered = bytearray(max((hit.end for hit in hits), default=0))
    for hit in sorted(set(hits), key=lambda hit: (hit.start - hit.end, hit.start, hit.id, hit.term)):
        if not any(covered[hit.start : hit.end]):
            covered[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
            taken.append(hit)
    return tuple(sorted(taken, key=hit_order))


def read_compiled(data: bytes) -> Compiled:
    """The compiled form from its bytes, entries and index as dictionaries. Raises ValueError where it is damaged."""
    first, *lines = data.decode("utf-8").split("\n")
    head = json.loads(first)
    if not isinstance(head, dict) or not set(head) >= PARTS:
        raise ValueError("parts are missing")
    count = head["entries"]
    entries = dict(line.split("\t", 1) for line in lines[:count])
    return {**head, "entries": entries, "index": dict(line.split("\t", 1) for line in lines[count:])}


def read_problem(values: list[Any]) -> Problem:
    """A warning that compiling gave, from its JSON."""
    message, remedy, file, line, column = values
    return Problem(message, remedy, file, line, column, warning=True)
