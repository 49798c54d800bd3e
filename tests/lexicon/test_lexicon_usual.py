"""What people in an occupation usually have: which evidence is enough, its order, and the table as shipped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.lexicon import Lexicon, load_lexicon
from applykit.lexicon.imported import Imported
from applykit.lexicon.tables import FOLDER, USUAL, look_up, read_lookup, read_table, write_table
from applykit.lexicon.usual import choose_usual, gather_evidence, make_usual, rank_usual
from applykit.resources import find_data_folder

ENTRIES = """
field: metal
title: Metal
entries:
  - {id: steel-bending, name: steel bending, kind: skill}
  - {id: steel-cutting, name: steel cutting, kind: skill}
  - {id: steel-welding, name: steel welding, kind: skill}
  - {id: torch, name: welding torch, kind: tool}
  - {id: press, name: bench press, kind: tool}
  - {id: patience, name: great patience, kind: soft}
  - {id: word, name: wordy word, kind: tool}
"""
OTHER = """
field: fire
title: Fire
entries:
  - {id: fire-watch, name: fire watch, kind: skill}
  - {id: fire-drill, name: fire drill, kind: skill}
"""
TASKS = (
    ("1", "C", "Do steel bending with great patience."),
    ("1", "C", "Do steel cutting and steel bending with a welding torch."),
    ("1", "C", "Do steel welding and stand fire watch."),
    ("1", "S", "Do a fire drill by the bench press."),
    ("2", "C", "Do steel welding."),
    ("3", "C", "Look on."),
)
TOOLS = (
    ("bench press", "", "", "", "", "1 2+"),
    ("welding torch", "", "", "", "", "1"),
    ("fire watch", "", "", "", "", "1"),
)


@pytest.fixture(scope="module")
def metal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Lexicon]:
    folder = tmp_path_factory.mktemp("metal")
    tables = folder / FOLDER
    tables.mkdir()
    (folder / "metal.yaml").write_text(ENTRIES, "utf-8")
    (folder / "fire.yaml").write_text(OTHER, "utf-8")
    write_table(tables / "onet-occupations.tsv", ("code", "title"), (("1", "A"), ("2", "B"), ("3", "C")))
    write_table(tables / "onet-tasks.tsv", ("code", "type", "task"), TASKS)
    write_table(tables / "onet-tools.tsv", ("name", "aliases", "acronyms", "hot", "category", "codes"), TOOLS)
    return folder, load_lexicon(folder=folder, cache=folder / "cache")


def test_one_task_is_enough_only_in_the_occupations_fields(metal: tuple[Path, Lexicon]) -> None:
    _, lexicon = metal
    chosen = choose_usual(gather_evidence("1", lexicon), lexicon)
    # The press is in no demand, the fire watch is in another field, the drill in no core task, patience no skill.
    assert chosen == pytest.approx({"steel-bending": 0.7, "steel-cutting": 0.6, "steel-welding": 0.6, "torch": 0.7})
    assert choose_usual(gather_evidence("2", lexicon), lexicon) == {"press": 0.9}
    assert choose_usual(gather_evidence("3", lexicon), lexicon) == {}


def test_the_table_is_written_with_what_is_telling_first(metal: tuple[Path, Lexicon]) -> None:
    folder, lexicon = metal
    assert make_usual(folder, lexicon) == 2
    assert read_table(folder / FOLDER / USUAL) == [
        "1\tsteel-bending=70 torch=70 steel-cutting=60 steel-welding=60",
        "2\tpress=90",
    ]
    assert Imported(folder / FOLDER).usual_of("2") == {"press": 0.9}


def test_what_many_occupations_have_comes_last() -> None:
    weights = {"everywhere": 1.0, "some": 0.6, "here": 0.6}
    assert rank_usual(weights, {"everywhere": 30, "some": 9, "here": 2}, 100) == ["here", "some", "everywhere"]
    assert rank_usual({"b": 0.5, "a": 0.5}, {"a": 1, "b": 1}, 1) == ["a", "b"]


@given(st.dictionaries(st.text("abé\U0001f600 ", max_size=4), st.text("xyzß", max_size=3), max_size=30))
def test_every_row_is_found_and_no_other(tmp_path_factory: pytest.TempPathFactory, rows: dict[str, str]) -> None:
    kept = {" ".join(key.split()): value for key, value in rows.items()}
    path = tmp_path_factory.mktemp("table") / "table.tsv"
    write_table(path, ("key", "value"), kept.items())
    table = read_lookup(path)
    for key in (*kept, "zz", "ab\U0001f600c", "", "c"):
        assert list(look_up(table, key)) == ([[key, kept[key]]] if key in kept else [])


def test_a_key_may_have_several_rows(tmp_path: Path) -> None:
    write_table(tmp_path / "t.tsv", ("key", "value"), [("a", "1"), ("b", "1"), ("b", "2"), ("b", "3"), ("ba", "4")])
    assert list(look_up(read_lookup(tmp_path / "t.tsv"), "b")) == [["b", "1"], ["b", "2"], ["b", "3"]]
    assert read_lookup(tmp_path / "none.tsv") == b""


def test_the_shipped_table_belongs_to_the_shipped_lexicon(packaged_lexicon: Lexicon) -> None:
    """Where it does not, `python -m applykit.lexicon.usual` makes it anew."""
    rows = [line.split("\t") for line in read_table(find_data_folder("skills_lexicon") / FOLDER / USUAL)]
    assert len(rows) > 700
    for code, cell in rows[::40]:
        said = {key: int(weight) for key, weight in (item.split("=") for item in cell.split(" "))}
        found = choose_usual(gather_evidence(code, packaged_lexicon), packaged_lexicon)
        assert said.items() <= {key: round(100 * weight) for key, weight in found.items()}.items()
    everything = {item.partition("=")[0] for _, cell in rows for item in cell.split(" ")}
    assert everything <= packaged_lexicon.skills.keys()


def test_the_likeliest_occupations_are_few(packaged_lexicon: Lexicon) -> None:
    imported = packaged_lexicon.imported
    assert [one.code for one in imported.likeliest("Pharmacy Technician II - Nights")] == ["29-2052.00"]
    assert imported.likeliest("Machine Operator") == imported.likeliest("Team Member") == ()
    assert imported.usual_of("29-2052.00")
    assert imported.usual_of("nothing") == {}
