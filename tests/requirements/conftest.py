"""Postings and requirements for the tests of this stage."""

import subprocess
import sys

import pytest

from applykit.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon as shipped, compiled in a process of its own where need be (coverage slows the parser down)."""
    subprocess.run([sys.executable, "-c", "from applykit.lexicon import load_lexicon; load_lexicon()"], check=True)
    return load_lexicon()
