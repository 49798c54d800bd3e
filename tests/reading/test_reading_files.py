"""Files of every format by a table: facts, roles of sections, and what must be left out."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from applykit.errors import ApplykitError
from applykit.posting import Contact, Pay, Posting, parse_posting
from applykit.reading import read_documents

FILES = Path(__file__).parent / "files"
TABLE: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "reading.yaml")


def plain(posting: Posting, name: str) -> Any:
    """A fact as the table writes it."""
    value = getattr(posting, name)
    if name == "place":
        return value.text if value else None
    if isinstance(value, tuple):
        return list(value)
    return list(dataclasses.astuple(value)) if isinstance(value, (Pay, Contact)) else value


@pytest.mark.parametrize("name", sorted(TABLE))
def test_files(name: str) -> None:
    postings = [parse_posting(document) for document in read_documents(FILES / name)]
    assert len(postings) == len(TABLE[name])
    for posting, wanted in zip(postings, TABLE[name], strict=True):
        facts = {key: value for key, value in wanted.items() if key not in ("sections", "without")}
        assert {key: plain(posting, key) for key in facts} == facts
        roles = [section.role.value for section in posting.sections]
        assert [role for role in wanted.get("sections", []) if role not in roles] == []
        assert [words for words in wanted.get("without", []) if words in posting.text] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("login.html", "asks for a login"),
        ("scripted.html", "put there by a script"),
        ("no-posting.html", "reads like a job posting"),
    ],
)
def test_pages_without_a_posting(name: str, words: str) -> None:
    with pytest.raises(ApplykitError, match=words) as caught:
        [parse_posting(document) for document in read_documents(FILES / name)]
    assert caught.value.problems[0].remedy
    assert name in str(caught.value)


def test_schema_org_examples(shared_folder: Path) -> None:
    text = (shared_folder / "inputs" / "html" / "schemaorg_jobposting_examples.txt").read_text("utf-8")
    example = text.split("TYPES:")[1]
    parts = {name: example.split(f"{name}:\n", 1)[1] for name in ("PRE-MARKUP", "MICRODATA", "RDFA", "JSON")}
    facts = set()
    for name, part in parts.items():
        end = min((at for other in parts if (at := part.find(f"\n{other}:\n")) >= 0), default=len(part))
        from applykit.reading import read_data

        posting = parse_posting(read_data(part[:end].encode(), name=f"{name}.html")[0])
        assert posting.pay is not None
        facts.add((posting.title, posting.employer, posting.employment_type, posting.posted, posting.pay.minimum))
    assert facts == {("Software Engineer", "ABC Company Inc.", ("full-time",), "2011-10-31", 100000.0)}
