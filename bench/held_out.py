"""What the whole product finds in labelled postings that its finder was not trained on, and its errors by cause.

`python -m applykit.finder.evaluate GOLD/train --folds 3 --keep FOLDER` trains the networks (about eight minutes each);
`python bench/held_out.py GOLD/train --weights FOLDER` then reads fold N (every third posting) with FOLDER/foldN.npz,
and `python bench/held_out.py GOLD/dev` reads with the shipped numbers. Agreement is counted by the labelling project's
scorer, GOLD/score.py, as are the rows of the second table: those entries left out that labelled postings have taught.
"""

import argparse
import importlib.util
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from applykit import pipeline
from applykit.finder.model import Finder, load_finder
from applykit.finder.network import load_weights
from applykit.finder.words import load_words
from applykit.lexicon import Lexicon, load_lexicon
from applykit.posting import Posting
from applykit.requirements import find_requirements

Row = dict[str, Any]
EXAMPLES = 10


@dataclass(slots=True)
class Tally:
    """Counts by group and kind, and examples by cause."""

    score: Any
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    causes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def group(self, kind: str) -> str:
        return "keywords" if kind in self.score.KEYWORDS else "conditions"

    def add(self, name: str, labels: list[Row], rows: list[Row]) -> None:
        """Count one posting."""
        pairs = dict(self.score.pair(labels, rows))
        for i, label in enumerate(labels):
            for key in (self.group(label["kind"]), label["kind"]):
                self.counts[key, "labelled"] += 1
                self.counts[key, "found"] += i in pairs
            for what in ("level", "kind") if i in pairs else ():
                row = rows[pairs[i]]
                self.counts["pairs", what] += row[what] == label[what]
                if row[what] != label[what]:
                    self.causes[f"{what}: {row[what]} for {label[what]}"].append(f"{name}: {label['quote']}")
            self.counts["pairs", "all"] += i in pairs
        for j, row in enumerate(rows):
            for key in (self.group(row["kind"]), row["kind"]):
                self.counts[key, "said"] += 1
                self.counts[key, "right"] += j in pairs.values()
        self.blame(name, labels, rows, pairs)

    def blame(self, name: str, labels: list[Row], rows: list[Row], pairs: dict[int, int]) -> None:
        """Why rows answer nothing and labels are not answered."""
        wanted = [self.score.content(label["quote"]) for label in labels]
        quotes = [row["mentions"][0]["quote"] if row["mentions"] else "(not in the raw text)" for row in rows]
        said = [self.score.content(quote) for quote in quotes]
        for j, row in enumerate(rows):
            if j not in pairs.values():
                cause = self.cause(said[j], wanted, set(pairs))
                self.causes[f"{self.group(row['kind'])} said, {cause}"].append(
                    f"{name}: {quotes[j]} ({row['kind']}, {row['origin']})"
                )
        for i, label in enumerate(labels):
            if i not in pairs:
                cause = self.cause(wanted[i], said, set(pairs.values()))
                self.causes[f"{self.group(label['kind'])} missed, {cause}"].append(
                    f"{name}: {label['quote']} ({label['kind']})"
                )

    def cause(self, words: frozenset[str], others: list[frozenset[str]], paired: set[int]) -> str:
        """How the words stand to the other side's."""
        if any(self.score.overlap(words, other) >= 0.5 for other in others):  # all of them are paired, else these were
            return "its words are paired with another"
        if any(words & other and (words <= other or other <= words) for other in others):
            loose = any(words & o and (words <= o or o <= words) for n, o in enumerate(others) if n not in paired)
            return "cut otherwise, both unpaired" if loose else "part of another or around it"
        return "nothing like it on the other side"

    def f1(self, key: str) -> str:
        """F1 with precision and recall."""
        c = self.counts
        precision = c[key, "right"] / max(1, c[key, "said"])
        recall = c[key, "found"] / max(1, c[key, "labelled"])
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{f1:.3f} ({precision:.3f}, {recall:.3f})"

    def line(self) -> str:
        """The four figures."""
        level, kind = (self.counts["pairs", what] / max(1, self.counts["pairs", "all"]) for what in ("level", "kind"))
        figures = f"keywords {self.f1('keywords')}  conditions {self.f1('conditions')}"
        return f"{figures}  level {level:.3f}  kind {kind:.3f}"


def load_scorer(gold: Path) -> Any:
    """The labelling project's score.py."""
    spec = importlib.util.spec_from_file_location("score", gold.resolve().parent / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no score.py beside {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(posting: Posting, lexicon: Lexicon, finder: Finder) -> list[Row]:
    """The requirements as the scorer takes them."""
    return [
        {
            "kind": r.kind.value,
            "level": r.level.value,
            "origin": r.origin,
            "mentions": [{"quote": m.quote} for m in r.mentions],
        }
        for r in find_requirements(posting, lexicon, finder=finder)
    ]


def finders(folder: Path | None) -> list[Finder]:
    """The finder of each fold, or the shipped one."""
    if folder is None:
        return [load_finder()]
    return [Finder(load_weights(path), load_words()) for path in sorted(folder.glob("fold*.npz"))]


def read_all(gold: Path) -> Iterator[tuple[str, Posting, list[Row], str]]:
    """Name, posting, labels and raw text of every labelled posting."""
    for path in sorted(gold.glob("*.json")):
        text = path.with_suffix(".txt")
        yield path.stem, pipeline.read_posting(text), json.loads(path.read_text("utf-8")), text.read_text("utf-8")


def measure(
    postings: Iterable[tuple[str, Posting, list[Row], str]], lexicon: Lexicon, readers: list[Finder], score: Any
) -> dict[str, Tally]:
    """The tally of everything, and of every source of postings."""
    tallies: dict[str, Tally] = defaultdict(lambda: Tally(score))
    for number, (name, posting, labels, raw) in enumerate(postings):
        squashed = score.squash(raw)
        rows = [score.honest(row, squashed) for row in read_rows(posting, lexicon, readers[number % len(readers)])]
        for key in ("all", name.split("-")[0]):
            tallies[key].add(name, labels, rows)
    return tallies


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--weights", type=Path, help="folder with foldN.npz (default: the shipped numbers)")
    parser.add_argument("--causes", action="store_true", help="also the errors by cause, with ten examples each")
    options = parser.parse_args()
    postings, score, readers = list(read_all(options.gold)), load_scorer(options.gold), finders(options.weights)
    for title, lexicon in (("", load_lexicon()), (", without what labels taught", load_lexicon(leave_out=("train",)))):
        tallies = measure(postings, lexicon, readers, score)
        for key in sorted(tallies):
            print(f"{key + title:40} {tallies[key].line()}", flush=True)
    choose = random.Random(0)
    for cause, examples in sorted(tallies["all"].causes.items(), key=lambda item: -len(item[1])):
        if options.causes:
            shown = choose.sample(examples, min(EXAMPLES, len(examples)))
            print(f"\n{len(examples)} {cause}", *shown, sep="\n    ")


if __name__ == "__main__":
    main()
