"""The tests' own lexicon, compiled once."""

import pytest

from applykit.lexicon import Lexicon
from makers import small_lexicon


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return small_lexicon(tmp_path_factory.mktemp("lexicon"))
