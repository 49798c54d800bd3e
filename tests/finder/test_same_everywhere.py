"""The same spans in every process, whatever its threads, its hash seed and the order of the postings."""

import os
import subprocess
import sys

import pytest

from applykit.finder import find_spans

DUTIES = ("Fill prescriptions", "Maintain inventory", "Answer phones", "Resolve insurance rejections", "Count cash")
WISHES = ("High school diploma", "PTCB certification", "Microsoft Excel", "Attention to detail", "Lift 50 pounds")
POSTINGS = [
    "\n".join(["Responsibilities", *DUTIES[n:], "Requirements", *WISHES[: n + 1], "Weekends are required."] * 12)
    for n in range(4)
]
SCRIPT = """
import sys
from applykit.finder import find_spans
print([find_spans(text) for text in sys.stdin.read().split("\\0")])
"""


@pytest.mark.parametrize(("threads", "hash_seed"), [("1", "1"), ("2", "2")])
def test_other_processes_find_the_same(threads: str, hash_seed: str) -> None:
    settings = {"OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads, "PYTHONHASHSEED": hash_seed}
    places = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input="\0".join(POSTINGS),
        env=os.environ | settings | places,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str([find_spans(text) for text in POSTINGS])


def test_the_order_of_the_postings_changes_nothing() -> None:
    forwards = [find_spans(text) for text in POSTINGS]
    assert [find_spans(text) for text in reversed(POSTINGS)] == forwards[::-1]
    assert all(forwards)
