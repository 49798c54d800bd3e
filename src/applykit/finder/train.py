"""`python -m applykit.finder.train GOLD_DIR --out FILE --seed 0`: learn the finder's numbers from labelled postings.

Needs torch, which reading a posting does not.
"""

import argparse
import sys
from pathlib import Path

from applykit.errors import ApplykitError
from applykit.finder.gold import read_gold
from applykit.finder.model import WEIGHTS_FILE
from applykit.finder.network import save_weights
from applykit.finder.sentences import read_sentences
from applykit.finder.words import load_words


def say(line: str) -> None:
    """Tell how far the work is."""
    print(line, file=sys.stderr)


def sentences_near(gold: Path, sources: Path | None) -> list[str]:
    """The warm-up's sentences, by default from the folder `sources` beside the labelled postings' folder."""
    folder = sources or gold.resolve().parent.parent / "sources"
    if folder.is_dir():
        return list(read_sentences(folder))
    say(f"no folder {folder}: learning without the warm-up, which costs agreement")
    return []


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when the file was written, 2 when the labelled postings could not be read."""
    parser = argparse.ArgumentParser(prog="applykit.finder.train", description="Train the requirement finder.")
    parser.add_argument("gold", type=Path, help="folder with NAME.txt beside NAME.json")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE, help="the file to write (default: the shipped one)")
    parser.add_argument(
        "--sources", type=Path, help="folder with the warm-up's sentences (default: GOLD/../../sources)"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--networks", type=int, default=1)
    options = parser.parse_args(arguments)
    try:
        postings = read_gold(options.gold)
    except ApplykitError as error:
        print(error, file=sys.stderr)
        return 2
    from applykit.finder.learning import Plan, train_weights

    plan = Plan(epochs=options.epochs, networks=options.networks)
    sentences = sentences_near(options.gold, options.sources)
    weights = train_weights(postings, load_words(), plan, seed=options.seed, say=say, sentences=sentences)
    save_weights(weights, options.out)
    say(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
