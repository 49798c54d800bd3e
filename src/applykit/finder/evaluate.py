"""`python -m applykit.finder.evaluate GOLD_DIR`: how far it agrees with hand labels.

Agreement is counted as the labelling project's scorer counts it: a span answers a label when at least half of the
content words of the longer one are shared, one to one within a posting, best overlap first.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from applykit.finder.choice import content_of, shared_part
from applykit.finder.gold import Label, LabelledPosting, read_gold
from applykit.finder.kinds import KEYWORD_KINDS
from applykit.finder.model import Finder, FoundSpan, load_finder
from applykit.finder.network import save_weights
from applykit.finder.train import say, sentences_near
from applykit.finder.words import load_words


@dataclass(slots=True)
class Tally:
    """Counts over postings: by group what was said, right, labelled and found; of the pairs, level and kind right."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def ratio(self, part: tuple[str, str], whole: tuple[str, str]) -> float:
        """One count by another, 0 when there is none."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0

    def f1(self, group: str) -> tuple[float, float, float]:
        """F1, precision and recall of a group."""
        precision = self.ratio((group, "right"), (group, "said"))
        recall = self.ratio((group, "found"), (group, "labelled"))
        both = precision + recall
        return (2 * precision * recall / both if both else 0.0), precision, recall


def group_of(kind: str) -> str:
    """The figure in which a kind is counted."""
    return "keywords" if kind in KEYWORD_KINDS else "conditions"


def pair_spans(text: str, labels: Sequence[Label], spans: Sequence[FoundSpan]) -> dict[int, int]:
    """Which span (index) answers which label (index)."""
    wanted = [content_of(text[label.start : label.end]) for label in labels]
    offered = [content_of(text[span.start : span.end]) for span in spans]
    edges = sorted(
        (-shared, i, j)
        for i, label in enumerate(wanted)
        for j, span in enumerate(offered)
        if (shared := shared_part(label, span)) >= 0.5
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in edges:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def count_posting(tally: Tally, posting: LabelledPosting, spans: Sequence[FoundSpan]) -> None:
    """Add one posting to the tally."""
    pairs = pair_spans(posting.text, posting.labels, spans)
    used = set(pairs.values())
    for i, label in enumerate(posting.labels):
        for name in (group_of(label.kind), label.kind):
            tally.counts[name, "labelled"] += 1
            tally.counts[name, "found"] += i in pairs
        if i in pairs:
            span = spans[pairs[i]]
            tally.counts["pairs", "all"] += 1
            tally.counts["pairs", "level"] += span.level == label.level
            tally.counts["pairs", "kind"] += span.kind == label.kind
    for j, span in enumerate(spans):
        for name in (group_of(span.kind), span.kind):
            tally.counts[name, "said"] += 1
            tally.counts[name, "right"] += j in used


def describe(tally: Tally) -> str:
    """The figures on one line."""
    parts = [
        f"{group} F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"
        for group in ("keywords", "conditions")
        for f1, precision, recall in [tally.f1(group)]
    ]
    level, kind = (tally.ratio(("pairs", name), ("pairs", "all")) for name in ("level", "kind"))
    return f"{'; '.join(parts)}; level right {level:.3f}, kind right {kind:.3f}"


def measure(finder: Finder, postings: Sequence[LabelledPosting]) -> Tally:
    """The tally of a finder over postings."""
    tally = Tally()
    for posting in postings:
        count_posting(tally, posting, finder.find_spans(posting.text))
    return tally


def cross_validate(
    postings: list[LabelledPosting],
    sentences: list[str],
    *,
    folds: int,
    seed: int,
    share: float = 1.0,
    networks: int = 1,
    keep: Path | None = None,
) -> Tally:
    """Train on all but each fold in turn and measure on the fold; `share` keeps that part of the training postings.

    `keep`: a folder for the folds' numbers, fold0.npz and so on.
    """
    from applykit.finder.learning import Plan, train_weights

    table = load_words()
    whole = Tally()
    for fold in range(folds):
        rest = [posting for i, posting in enumerate(postings) if i % folds != fold]
        kept = rest if share >= 1.0 else rest[:: round(1 / share)]
        weights = train_weights(kept, table, Plan(networks=networks), seed=seed, say=say, sentences=sentences)
        if keep is not None:
            save_weights(weights, keep / f"fold{fold}.npz")
        tally = measure(Finder(weights, table), postings[fold::folds])
        print(f"fold {fold + 1}: {describe(tally)}", flush=True)
        whole.counts += tally.counts
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="applykit.finder.evaluate", description="Measure the requirement finder.")
    parser.add_argument("gold", type=Path, help="folder with NAME.txt beside NAME.json")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate with so many folds instead")
    parser.add_argument("--keep", type=Path, help="a folder for the folds' numbers (bench/held_out.py reads them)")
    parser.add_argument("--networks", type=int, default=1, help="how many networks vote in a fold")
    parser.add_argument("--share", type=float, default=1.0, help="train on this part of each fold's postings only")
    parser.add_argument(
        "--sources", type=Path, help="folder with the warm-up's sentences (default: GOLD/../../sources)"
    )
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    postings = read_gold(options.gold)
    if options.folds:
        tally = cross_validate(
            postings,
            sentences_near(options.gold, options.sources),
            folds=options.folds,
            seed=options.seed,
            share=options.share,
            networks=options.networks,
            keep=options.keep,
        )
    else:
        tally = measure(load_finder(), postings)
    print(f"{len(postings)} postings: {describe(tally)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
