"""Small lexicons made from YAML text."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from applykit.lexicon import Lexicon, load_lexicon

MakeLexicon = Callable[..., Lexicon]


@pytest.fixture
def make_lexicon(tmp_path: Path) -> MakeLexicon:
    """A lexicon from the `entries:` of one file, as YAML text."""

    def make(entries: str, *, field: str = "test") -> Lexicon:
        folder = tmp_path / "lexicon"
        folder.mkdir(exist_ok=True)
        (folder / f"{field}.yaml").write_text(f"field: {field}\ntitle: Test\nentries:\n{entries}", "utf-8")
        return load_lexicon(folder=folder, cache=tmp_path / "cache")

    return make


@pytest.fixture(scope="session")
def packaged_lexicon() -> Lexicon:
    """The lexicon as shipped, compiled in a process of its own where need be (coverage slows the parser down)."""
    subprocess.run([sys.executable, "-c", "from applykit.lexicon import load_lexicon; load_lexicon()"], check=True)
    return load_lexicon()
