"""The same requirements in every process, whatever its threads, its hash seed and the order of the postings."""

import os
import subprocess
import sys

import pytest
from tests.requirements.postings import make_posting

from applykit.finder import load_finder
from applykit.lexicon import Lexicon
from applykit.requirements import find_requirements

LINES = (
    "Bachelor's degree in Nursing from an accredited school", "2 years of experience with QS/1 or PioneerRx",
    "Basic Life Support (BLS)", "Monday to Friday, 8 am to 5 pm", "Resolve insurance rejections",
    "2 years of experience",
    "Attention to detail is a plus", "Lift 50 pounds", "Spanish or French",
)  # fmt: skip
TEXTS = ["\n".join([*LINES[n:], *LINES[:n]]) for n in range(3)]
SCRIPT = """
import sys
from tests.requirements.postings import make_posting
from applykit.finder import load_finder
from applykit.lexicon import load_lexicon
from applykit.requirements import find_requirements
lexicon, finder = load_lexicon(), load_finder()
print([find_requirements(make_posting(text), lexicon, finder=finder) for text in sys.stdin.read().split("\\0")])
"""


@pytest.mark.parametrize(("threads", "hash_seed"), [("1", "1"), ("2", "2")])
def test_other_processes_find_the_same(threads: str, hash_seed: str, lexicon: Lexicon) -> None:
    settings = {"OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads, "PYTHONHASHSEED": hash_seed}
    places = {"PYTHONPATH": os.pathsep.join(path for path in (os.getcwd(), *sys.path) if path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input="\0".join(reversed(TEXTS)),
        env=os.environ | settings | places,
        capture_output=True,
        text=True,
        check=True,
    )
    here = [find_requirements(make_posting(text), lexicon, finder=load_finder()) for text in TEXTS]
    assert all(here)
    assert done.stdout.strip() == str(here[::-1])
