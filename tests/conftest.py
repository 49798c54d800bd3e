"""Fixtures that every stage's tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[2] / "shared"

# The same examples on every run: a law that fails here fails for the next person too.
settings.register_profile("applykit", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("applykit")


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """Labelled postings, resumes and tables that are not part of the project; absent for most people."""
    if not SHARED.is_dir():
        pytest.skip(f"no folder {SHARED.name!r} beside the checkout: tests on its material are left out")
    return SHARED
