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
from applykit.finder.words import load_words


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when the file was written, 2 when the labelled postings could not be read."""
    from applykit.finder.learning import Plan, train_weights

    parser = argparse.ArgumentParser(prog="applykit.finder.train", description="Train the requirement finder.")
    parser.add_argument("gold", type=Path, help="folder with NAME.txt beside NAME.json")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE, help="the file to write (default: the shipped one)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--networks", type=int, default=Plan().networks)
    options = parser.parse_args(arguments)
    try:
        postings = read_gold(options.gold)
    except ApplykitError as error:
        print(error, file=sys.stderr)
        return 2
    plan = Plan(epochs=options.epochs, networks=options.networks)
    weights = train_weights(
        postings, load_words(), plan, seed=options.seed, say=lambda line: print(line, file=sys.stderr)
    )
    save_weights(weights, options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
