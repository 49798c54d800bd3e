"""Titles to occupations, and what an occupation's people usually have."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.cli.lexicon import lexicon as commands
from applykit.lexicon import Lexicon, find_occupation, load_lexicon
from applykit.lexicon.common_titles import common_titles
from applykit.lexicon.imported import Imported

CASES = Path(__file__).parents[1] / "cases"
ROWS: list[dict[str, Any]] = YAML(typ="safe").load((CASES / "occupations.yaml").read_text("utf-8"))


FIRST = [row for row in ROWS if "onet" in row]
LIKELIEST = [row for row in ROWS if "likeliest" in row]


@pytest.mark.parametrize("row", FIRST, ids=[row["title"] or "nothing" for row in FIRST])
def test_titles_name_the_occupations_of_the_table(row: dict[str, Any], packaged_lexicon: Lexicon) -> None:
    found = find_occupation(row["title"], packaged_lexicon)
    first = {one.source: one.code for one in reversed(found)}
    assert {source: first.get(source, "none") for source in ("onet", "esco")} == {
        source: row[source] for source in ("onet", "esco")
    }


@pytest.mark.parametrize("row", LIKELIEST, ids=[row["title"] for row in LIKELIEST])
def test_titles_have_one_likeliest_occupation(row: dict[str, Any], packaged_lexicon: Lexicon) -> None:
    found = [one.code for one in packaged_lexicon.imported.likeliest(row["title"])]
    assert found == ([] if row["likeliest"] == "none" else [row["likeliest"]])


def test_every_common_title_names_an_occupation(packaged_lexicon: Lexicon) -> None:
    unknown = [code for code in common_titles().values() if not packaged_lexicon.imported.occupation_name(code)]
    assert unknown == []


@given(st.text(max_size=60))
def test_shares_are_parts_and_fall(title: str) -> None:
    found = find_occupation(title, SMALL)
    assert all(0 < one.share <= 1 for one in found)
    assert list(found) == sorted(found, key=lambda one: (one.source != "onet", -one.share, one.code))


SMALL = load_lexicon()


def test_technicians_usually_also_have(packaged_lexicon: Lexicon) -> None:
    (first, *_) = find_occupation("Pharmacy Technician", packaged_lexicon)
    usual = packaged_lexicon.usual(first.code)
    assert {"microsoft-excel", "answer-phones", "prescription-labeling"} <= set(usual)
    assert "prescribing" not in usual  # its tasks speak of prescribed medications
    assert all(key in packaged_lexicon.skills for key in usual)
    assert packaged_lexicon.usual(first.code) == usual
    weights = list(packaged_lexicon.importance(first.code).values())
    assert weights == sorted(weights, reverse=True)
    assert max(weights) <= 1


def test_esco_occupations_have_what_is_essential(packaged_lexicon: Lexicon) -> None:
    assert "prescription-labeling" in packaged_lexicon.usual("3213.2")
    assert packaged_lexicon.usual("0") == ()


def test_esco_labels_link_in_other_wordings(packaged_lexicon: Lexicon) -> None:
    imported = packaged_lexicon.imported
    (key,) = imported.link("inventory of pharmaceuticals is taken")
    assert imported.skill_name(key) == "take pharmaceutical inventory"
    assert imported.link("") == ()


def test_titles_of_many_occupations_keep_the_likeliest(packaged_lexicon: Lexicon) -> None:
    found = find_occupation("Machine Operator", packaged_lexicon)  # of 44 occupations in O*NET
    assert all(one.share >= 0.05 for one in found)
    (nurse, *_) = find_occupation("Registered Nurse", packaged_lexicon)
    assert nurse.code == "29-1141.00"
    kinds = {packaged_lexicon.skills[key].kind.value for key in packaged_lexicon.importance(nurse.code)}
    assert kinds <= {"skill", "tool", "credential"}


@pytest.mark.parametrize("folder", [None, Path("no such folder")])
def test_without_tables_nothing_is_known(folder: Path | None) -> None:
    nothing = Imported(folder)
    assert nothing.titles("pharmaci technician") == {}
    assert nothing.technologies_of("29-2052.00") == ()
    assert nothing.tasks_of("29-2052.00") == ()
    assert nothing.skills_of("3213.2") == ((), ())
    assert nothing.occupation_name("29-2052.00") is None


def test_the_command_tells_occupations(packaged_lexicon: Lexicon) -> None:
    assert packaged_lexicon.source
    done = CliRunner().invoke(commands, ["occupation", "Pharmacy Technician II"])
    assert "29-2052.00" in done.output
    assert "Usual in 3213.2" in done.output
    assert CliRunner().invoke(commands, ["occupation", "Team Member"]).output == "Nothing found.\n"
