"""The tests' own lexicon, compiled once."""

import pytest
from tests.makers import small_lexicon

from applykit.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return small_lexicon(tmp_path_factory.mktemp("lexicon"))
