"""Importing O*NET and ESCO: filters by table, small folders, what is dropped and reported, bad folders."""

import csv
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from applykit.cli.lexicon import lexicon as commands
from applykit.errors import ApplykitError
from applykit.lexicon.esco import import_esco
from applykit.lexicon.filters import RULES, Dropped, keep_names, names_no_product, objecting_rule, prose_words
from applykit.lexicon.importing import import_tables, write_report
from applykit.lexicon.onet import find_makers, import_onet, product_alias, split_acronym, without_software
from applykit.lexicon.tables import bag_key, read_rows, read_table
from applykit.resources import find_data_folder

CASES: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "lexicon_filters.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("row", CASES, ids=[row["rule"] for row in CASES])
def test_filters_drop_and_keep_what_the_table_says(row: dict[str, Any]) -> None:
    rule = RULES[row["rule"]]
    assert [name for name in row["drops"] if not rule(str(name))] == []
    assert [name for name in row["keeps"] if rule(str(name))] == []


def test_every_filter_has_cases() -> None:
    assert {row["rule"] for row in CASES} == set(RULES)


def test_the_first_objecting_rule_is_told() -> None:
    dropped: list[Dropped] = []
    kept = list(keep_names(["Verilog", "R", "Route"], RULES, table="t", dropped=dropped))
    assert kept == ["Verilog"]
    assert dropped == [Dropped("t", "R", "too-short"), Dropped("t", "Route", "everyday-word")]
    assert objecting_rule("Verilog", RULES) is None


def test_words_of_prose() -> None:
    assert prose_words(["a chef cooks", "the chef rests", "Chef, cooks."]) == {"chef", "cooks"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Point of sale POS software", ("Point of sale software", ("POS",))),
        ("Human resource information system (HRIS)", ("Human resource information system", ("HRIS",))),
        ("Extensible markup language XML", ("Extensible markup language", ("XML",))),
        ("Computerized numerical control programming CNC software", None),
        ("IBM SPSS Statistics", None),
        ("Profitool software (time feature)", None),
    ],
)
def test_acronyms_are_taken_out_of_names(name: str, expected: tuple[str, tuple[str, ...]] | None) -> None:
    assert split_acronym(name) == (expected or (name, ()))


def test_other_names_of_products() -> None:
    makers = find_makers(["Esri ArcGIS", "Esri ArcPad", "Esri ArcView", "Esri MapIt", "Lone Thing", "Esri"])
    assert makers == {"Esri"}
    assert product_alias("Esri ArcGIS", makers) == ("ArcGIS",)
    assert product_alias("Esri Desktop", makers) == product_alias("Lone ThingMaker", makers) == ()
    assert without_software("Microsoft Office software") == "Microsoft Office"
    assert without_software("Billing software") == "Billing software"
    assert names_no_product("Route planning software")
    assert not names_no_product("MEDITECH software")
    assert not names_no_product("Verilog")


def write_tsv(path: Path, head: str, *rows: str) -> None:
    path.write_text("\n".join((head, *rows, "")).replace("|", "\t"), "utf-8")


@pytest.fixture
def onet(tmp_path: Path) -> Path:
    folder = tmp_path / "onet"
    folder.mkdir()
    code = "O*NET-SOC Code"
    write_tsv(folder / "Occupation Data.txt", f"{code}|Title|Description", "1-1.00|Chefs|They chop and chef.")
    write_tsv(
        folder / "Task Statements.txt",
        f"{code}|Task|Task Type",
        "1-1.00|Help the chef.|Core",
        "1-1.00|Rest.|Supplemental",
    )
    write_tsv(folder / "Sample of Reported Titles.txt", f"{code}|Reported Job Title", "1-1.00|Chef")
    write_tsv(
        folder / "Alternate Titles.txt", f"{code}|Alternate Title|Short Title",
        "1-1.00|Chef de Cuisine (CDC)|n/a", "1-1.00|Chef|Cook", "1-1.00|C|n/a", "1-1.00|The|n/a",
    )  # fmt: skip
    write_tsv(
        folder / "Technology Skills.txt", f"{code}|Example|Commodity Title|Hot Technology|In Demand",
        "1-1.00|Chef|Software|N|N", "1-1.00|Acme RecipeBook|Software|Y|Y", "2-1.00|Acme RecipeBook|Software|Y|N",
        "1-1.00|Acme PlateUp|Software|N|N", "1-1.00|Acme MenuMaker|Software|N|N", "1-1.00|Acme OvenPro|Software|N|N",
        "1-1.00|Acme|Software|N|N", "1-1.00|Point of sale POS software|Software|N|N",
        "1-1.00|Reporting software|Software|N|N",
    )  # fmt: skip
    write_tsv(folder / "Tools Used.txt", f"{code}|Example|Commodity Title", "1-1.00|Whisks|Tools", "1-1.00|12|Tools")
    return folder


def test_onet_becomes_tables(onet: Path, tmp_path: Path) -> None:
    rows, dropped = import_onet(onet, tmp_path / "out")
    assert rows == {"onet-occupations": 1, "onet-titles": 4, "onet-software": 5, "onet-tools": 1, "onet-tasks": 2}
    assert {(one.name, one.rule) for one in dropped} == {
        ("Chef", "prose-word"), ("Acme", "bare-maker"), ("Reporting software", "generic-words"), ("C", "one-letter"),
        ("12", "no-letter"),
    }  # fmt: skip
    assert read_table(tmp_path / "out" / "onet-software.tsv")[3] == (
        "Acme RecipeBook\tRecipeBook\t\thot\tSoftware\t1-1.00+ 2-1.00"
    )
    assert "chef\t1-1.00=3" in read_table(tmp_path / "out" / "onet-titles.tsv")


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    folder = tmp_path / "esco"
    folder.mkdir()
    tables: dict[str, list[tuple[str, ...]]] = {
        "skills_en.csv": [
            ("conceptUri", "preferredLabel", "altLabels", "skillType", "reuseLevel"),
            (
                "x/11111111-a",
                "take inventory of drugs",
                "drug inventory\ncount, list",
                "skill/competence",
                "cross-sector",
            ),
            ("x/22222222-a", "weld pipes", "pipe welding\njoin things", "skill/competence", "cross-sector"),
            ("x/33333333-a", "rivet pipes", "join things\n", "skill/competence", "cross-sector"),
            ("x/44444444-a", "of the", "", "knowledge", "transversal"),
        ],
        "occupations_en.csv": [
            ("conceptUri", "preferredLabel", "altLabels", "code"),
            ("o/1", "pipe welder", "welder of pipes\npipe joiner", "7.1"),
            ("o/3", "riveter", "", "7.2"),
        ],
        "occupationSkillRelations.csv": [
            ("occupationUri", "relationType", "skillUri"),
            ("o/1", "essential", "x/22222222-a"),
            ("o/1", "optional", "x/33333333-a"),
            ("o/2", "optional", "x/33333333-a"),
        ],
    }
    for name, rows in tables.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return folder


def test_esco_becomes_tables(esco: Path, tmp_path: Path) -> None:
    rows, dropped = import_esco(esco, tmp_path / "out")
    assert rows["esco-skills"] == 4
    assert read_table(tmp_path / "out" / "esco-relations.tsv") == ["7.1\t22222222\t33333333"]
    assert [(one.name, one.rule) for one in dropped] == [
        ("count, list", "alternatives"),
        (":thing:join", "claimed-by-several"),
    ]
    titles = read_table(tmp_path / "out" / "esco-titles.tsv")
    assert f"{bag_key('pipe welder')}\t7.1=3" in titles
    labels = dict(line.split("\t") for line in read_table(tmp_path / "out" / "esco-labels.tsv"))
    assert set(labels.values()) == {"11111111", "22222222", "33333333"}


def test_the_command_reports_what_it_drops(onet: Path, tmp_path: Path) -> None:
    out, report = tmp_path / "out", tmp_path / "report.tsv"
    done = CliRunner().invoke(commands, ["import", "onet", str(onet), "--out", str(out), "--report", str(report)])
    assert done.exit_code == 0
    assert "prose-word" in done.output
    assert "onet-software\tprose-word\tChef" in report.read_text("utf-8").splitlines()


def test_importing_again_gives_the_same_bytes(esco: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    made = import_tables("esco", esco, first)
    assert import_tables("esco", esco, second) == made
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }
    assert write_report(tmp_path / "report.tsv", made.dropped) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "does not exist"), (b"\xff", "not UTF-8"), (b"a\tb\n", "has no column 'c'"), (b"", "has no column")],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "table.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ApplykitError, match=words):
        list(read_rows(path, ("a", "c")))


def test_a_csv_with_a_monstrous_cell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('a,c\n1,"' + "x" * 300_000 + '"\n', "utf-8")
    with pytest.raises(ApplykitError, match="is no table"):
        list(read_rows(path, ("a", "c"), delimiter=","))


def test_the_keys_in_the_shipped_tables_are_what_the_stems_give(shared_folder: Path) -> None:
    """After a change of the stems the tables must be imported again."""
    titles = set(read_table(find_data_folder("skills_lexicon") / "imported" / "onet-titles.tsv"))
    keys = {line.partition("\t")[0] for line in titles}
    official = read_rows(shared_folder / "sources" / "onet" / "Sample of Reported Titles.txt", ("Reported Job Title",))
    named = [row["Reported Job Title"] for row in official if "(" not in row["Reported Job Title"]]
    assert [title for title in named if bag_key(title) not in keys and len(title) < 60] == []
