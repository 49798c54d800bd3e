"""Plain sentences about work, for the warm-up and for counting words."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path


def read_sentences(sources: Path) -> Iterator[str]:
    """Sentences of SkillSpan and Green (train sets, without their labels), O*NET tasks and ESCO descriptions."""
    for name in ("skillspan", "green2022"):
        for line in (sources / name / "train.json").read_text(encoding="utf-8").splitlines():
            yield " ".join(json.loads(line)["tokens"])
    tables = (("onet/Task Statements.txt", "\t", "Task"), ("esco-1.1.1/skills_en.csv", ",", "description"))
    for name, separator, column in tables:
        with (sources / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=separator):
                yield row[column].replace("\n", " ")
