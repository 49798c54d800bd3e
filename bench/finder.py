"""Postings a second and core with the finder, and the same without it as the peer; and what loading it costs a start.

Run: python bench/finder.py FOLDER      (text files of postings; the first fifty warm the lexicon up)
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does: figures are of one core

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from applykit import pipeline
from applykit.finder import load_finder
from applykit.lexicon import load_lexicon
from applykit.posting import Posting
from applykit.requirements import find_requirements
from applykit.requirements.finder import Finder

WARM = 50
SPACY = "import spacy"
FINDER = "import spacy\nfrom applykit.finder import load_finder\nload_finder()"


def seconds_each(postings: Sequence[Posting], finder: Finder | None) -> float:
    """Processor seconds for one posting, after a warm start."""
    lexicon = load_lexicon()
    for posting in postings[:WARM]:
        find_requirements(posting, lexicon, finder=finder)
    start = time.process_time()
    for posting in postings:
        find_requirements(posting, lexicon, finder=finder)
    return (time.process_time() - start) / len(postings)


def start_seconds(code: str, runs: int = 5) -> float:
    """The median of what a fresh process takes for some lines."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    postings = [one for path in sorted(Path(sys.argv[1]).glob("*.txt")) for one in pipeline.read_postings(path)]
    length = sum(len(posting.text) for posting in postings) / len(postings)
    alone, both = seconds_each(postings, None), seconds_each(postings, load_finder())
    print(f"{len(postings)} postings of {length:,.0f} characters, one core:")
    print(f"  lexicon and rules {alone * 1000:5.1f} ms each, {1 / alone:4.0f} a second")
    print(f"  with the finder   {both * 1000:5.1f} ms each, {1 / both:4.0f} a second")
    print(f"start with the finder over `import spacy`: {start_seconds(FINDER) - start_seconds(SPACY):.2f} s")


if __name__ == "__main__":
    main()
