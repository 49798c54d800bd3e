"""The relations of the lexicon as a person meets them: what answers what in a match."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from applykit.lexicon import Lexicon
from applykit.matching import match_profile
from applykit.posting import parse_posting
from applykit.profile import Profile
from applykit.reading import read_documents
from applykit.requirements import find_requirements

ROWS: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "relations.yaml").read_text("utf-8")
)
DATE = datetime.date(2026, 11, 25)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['asks']} {row.get('certificate') or row['skill']}" for row in ROWS])
def test_relations_answer_as_the_table_says(row: dict[str, Any], packaged_lexicon: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(f"Pharmacy Technician\n\nRequirements\n- {row['asks']}\n", "utf-8")
    (document,) = read_documents(str(path))
    posting = parse_posting(document)
    profile = Profile.model_validate({
        "basics": {"name": "Ann Example"},
        "certificates": [row["certificate"]] if "certificate" in row else [],
        "skills": [{"name": row["skill"]}] if "skill" in row else [],
    })  # fmt: skip
    requirements = find_requirements(posting, packaged_lexicon)
    report = match_profile(profile, requirements, packaged_lexicon, date=DATE, posting=posting)
    answers = {match.requirement.id: match.status.value for match in (*report.gates, *report.matches)}
    assert answers.get(row["id"]) == row["status"]
