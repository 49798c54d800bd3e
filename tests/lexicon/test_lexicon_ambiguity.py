"""Terms with several senses, in sentences where they are the entry and where they are not."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from applykit.lexicon import Lexicon

ROWS: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "ambiguity.yaml").read_text("utf-8")
)
SENSES: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "senses.yaml").read_text("utf-8")
)
SENTENCES = [(row["ids"], sense, text) for row in SENSES for sense in ("yes", "no") for text in row[sense]]


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_term_counts_only_in_its_sense(row: dict[str, Any], packaged_lexicon: Lexicon) -> None:
    assert row["id"] in {hit.id for hit in packaged_lexicon.find(row["yes"])}
    assert row["id"] not in {hit.id for hit in packaged_lexicon.find(row["no"])}


@pytest.mark.parametrize(("ids", "sense", "text"), SENTENCES, ids=[text for *_, text in SENTENCES])
def test_an_everyday_sense_is_no_skill(ids: str, sense: str, text: str, packaged_lexicon: Lexicon) -> None:
    found = {hit.id for hit in packaged_lexicon.find(text)}
    assert found.isdisjoint(ids.split()) == (sense == "no")
