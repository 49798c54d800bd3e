"""Loading with a cache: found again, damaged, unwritable, shared by processes; and the packaged form."""

import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from applykit.errors import ApplykitError
from applykit.lexicon import cache, load_lexicon, opening
from applykit.lexicon.cache import KEPT, user_cache_folder, user_lexicon_folder
from applykit.lexicon.compile import compile_entries, read_entry
from applykit.lexicon.lexicon import read_compiled
from applykit.lexicon.load import SourceFile, parse_source
from applykit.lexicon.opening import compile_folder
from applykit.resources import find_data_folder

TEXT = """field: test
title: Test
entries:
  - id: aseptic-technique
    name: aseptic technique
    kind: skill
    aliases: [{text: sterile technique, learned_from: train}, {text: "***a", near: ["%"], not_near: [course]}]
    advice: {what: Practise it.}
  - {id: learned, name: learned entry, kind: soft, learned_from: train}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "lexicon"
    place.mkdir()
    (place / "test.yaml").write_text(TEXT, "utf-8")
    return place


def test_a_lexicon_is_compiled_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_lexicon(folder=folder, cache=tmp_path / "cache")
    monkeypatch.setattr(opening, "compile_sources", lambda *args, **kwargs: pytest.fail("compiled again"))
    again = load_lexicon(folder=folder, cache=tmp_path / "cache")
    assert dict(first.skills) == dict(again.skills)
    assert again.problems == ()


def test_a_change_is_noticed(folder: Path, tmp_path: Path) -> None:
    load_lexicon(folder=folder, cache=tmp_path / "cache")
    (folder / "test.yaml").write_text(TEXT + "  - {id: new, name: new entry, kind: skill}\n", "utf-8")
    assert "new" in load_lexicon(folder=folder, cache=tmp_path / "cache").skills


def damage_hash(data: bytes) -> bytes:
    return b"z" + data[1:]


def damage_tail(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize("damage", [damage_hash, damage_tail, lambda data: b"", lambda data: b"\xff" * 100])
def test_a_damaged_cache_is_rebuilt_and_said_once(folder: Path, tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    load_lexicon(folder=folder, cache=tmp_path / "cache")
    (file,) = (tmp_path / "cache").glob("*.txt")
    file.write_bytes(damage(file.read_bytes()))
    rebuilt = load_lexicon(folder=folder, cache=tmp_path / "cache")
    assert [problem.warning for problem in rebuilt.problems] == [True]
    assert "damaged" in rebuilt.problems[0].message
    assert load_lexicon(folder=folder, cache=tmp_path / "cache").problems == ()


def test_a_cache_that_cannot_be_read_is_a_warning(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_lexicon(folder=folder, cache=tmp_path / "cache")
    monkeypatch.setattr(cache, "MAX_COMPILED", 10)
    assert "damaged" in load_lexicon(folder=folder, cache=tmp_path / "cache").problems[0].message


def test_a_cache_that_cannot_be_written_is_a_warning(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be", "utf-8")
    lexicon = load_lexicon(folder=folder, cache=tmp_path / "cache")
    assert len(lexicon.skills) == 2
    assert [problem.warning for problem in lexicon.problems] == [True]


def test_only_the_newest_compiled_files_are_kept(folder: Path, tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        (folder / "test.yaml").write_text(TEXT + f"# {number}\n", "utf-8")
        load_lexicon(folder=folder, cache=tmp_path / "cache")
    assert len(list((tmp_path / "cache").glob("lexicon-*.txt"))) == KEPT


def test_the_file_in_use_is_kept_however_old(tmp_path: Path) -> None:
    files = [tmp_path / f"lexicon-{number}.txt" for number in range(KEPT + 2)]
    for number, path in enumerate(files):
        path.write_bytes(b"")
        os.utime(path, (number, number))
    cache.drop_old(tmp_path, keep=files[0])
    assert sorted(path.name for path in tmp_path.iterdir()) == [files[0].name, *(path.name for path in files[2:])]


def load_in_process(arguments: tuple[str, str]) -> int:
    lexicon = load_lexicon(folder=Path(arguments[0]), cache=Path(arguments[1]))
    return len(lexicon.skills) + 100 * len(lexicon.problems)


def test_two_processes_may_build_at_once(folder: Path, tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        counts = pool.map(load_in_process, [(str(folder), str(tmp_path / "cache"))] * 4, chunksize=1)
    assert counts == [2] * 4
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".txt"]


def test_extra_files_override_and_warn_of_dead_relations(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "field: own\ntitle: Own\nentries:\n  - {id: learned, name: better, kind: soft, related: [no]}\n", "utf-8"
    )
    lexicon = load_lexicon(folder=folder, extra=[own], cache=tmp_path / "cache")
    assert lexicon.skills["learned"].name == "better"
    assert [(problem.warning, problem.line) for problem in lexicon.problems] == [(True, 4)]
    again = load_lexicon(folder=folder, extra=[own], cache=tmp_path / "cache")
    assert again.problems == lexicon.problems


def test_a_broken_extra_file_is_an_error(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("field: own\n", "utf-8")
    with pytest.raises(ApplykitError, match="title"):
        load_lexicon(folder=folder, extra=[own], cache=tmp_path / "cache")


def test_learned_terms_can_be_left_out(folder: Path, tmp_path: Path) -> None:
    lexicon = load_lexicon(folder=folder, cache=tmp_path / "cache", leave_out=["train"])
    assert list(lexicon.skills) == ["aseptic-technique"]
    assert [term.text for term in lexicon.skills["aseptic-technique"].terms] == ["aseptic technique", "***a"]
    assert lexicon.find("sterile technique") == ()


def test_entries_survive_the_compiled_form() -> None:
    entries = parse_source(SourceFile("f.yaml", TEXT.encode()))
    compiled = read_compiled(compile_entries(entries, source="x"))
    assert [read_entry(compiled["entries"][placed.skill.id]) for placed in entries] == [p.skill for p in entries]


def test_compiling_gives_the_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    code = "import sys; from pathlib import Path; from applykit.lexicon.opening import compile_folder;"
    code += "sys.stdout.buffer.write(compile_folder(Path(sys.argv[1])))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(folder)], env={"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {compile_folder(folder)}


def test_the_packaged_form_is_used_when_it_was_made_from_the_same_files(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "compiled.txt"
    packaged.write_bytes(compile_folder(folder))
    monkeypatch.setattr(opening, "PACKAGED", packaged)
    monkeypatch.setattr(opening, "user_cache_folder", lambda: tmp_path / "cache")
    assert len(load_lexicon(folder=folder).skills) == 2
    assert not (tmp_path / "cache").exists()
    (folder / "test.yaml").write_text(TEXT + "# changed\n", "utf-8")
    assert len(load_lexicon(folder=folder, cache=tmp_path / "cache").skills) == 2


COMPARE = """
import sys
from pathlib import Path
from applykit.lexicon import load_lexicon, read_fields
entries = {placed.skill.id: placed.skill for placed in read_fields(Path(sys.argv[1]))}
skills = {key: skill for key, skill in load_lexicon().skills.items() if skill.source == "hand"}
print(len(entries), skills == entries)
"""


def test_the_compiled_lexicon_equals_the_yaml() -> None:
    # In a process of its own: measuring coverage makes reading thousands of entries six times slower.
    folder = find_data_folder("skills_lexicon")
    done = subprocess.run([sys.executable, "-c", COMPARE, str(folder)], stdout=subprocess.PIPE, check=True, text=True)
    count, equal = done.stdout.split()
    assert int(count) > 400
    assert equal == "True"


@pytest.mark.parametrize("data", [b"\xff", b"{", b"[]", json.dumps({"format": 1}).encode()])
def test_compiled_bytes_that_are_damaged_raise(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_compiled(data)


SOFTWARE = "name\taliases\tacronyms\thot\tcategory\tcodes\n" + "".join(
    f"{name}\t{alias}\t\t\tSoftware\t1-1.00\n"
    for name, alias in (
        ("Acme RecipeBook", "RecipeBook"),
        ("Sterile Technique", ""),
        ("Route planning software", ""),
        ("Verilog", ""),
        ("Verilog!", ""),
    )
)


@pytest.fixture
def with_table(folder: Path) -> Path:
    (folder / "imported").mkdir()
    (folder / "imported" / "onet-software.tsv").write_text(SOFTWARE, "utf-8")
    return folder


def test_imported_software_is_found_and_hand_written_names_win(with_table: Path, tmp_path: Path) -> None:
    lexicon = load_lexicon(folder=with_table, cache=tmp_path / "cache")
    text = "Sterile technique, RecipeBook, verilog, Verilog and route planning software"
    assert [hit.id for hit in lexicon.find(text)] == [
        "aseptic-technique", "onet-acme-recipebook", "onet-verilog", "onet-route-planning-software",
    ]  # fmt: skip
    assert lexicon.skills["onet-verilog"].source == "onet"


def test_an_own_entry_takes_an_imported_name(with_table: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "own.yaml").write_text(
        "field: own\ntitle: Own\nentries:\n  - {id: recipes, name: RecipeBook, kind: tool}\n", "utf-8"
    )
    lexicon = load_lexicon(folder=with_table, own=own, cache=tmp_path / "cache")
    assert [hit.id for hit in lexicon.find("RecipeBook")] == ["recipes"]
    assert "onet-acme-recipebook" not in lexicon.skills
    assert "recipes" not in load_lexicon(folder=with_table, own=tmp_path / "none", cache=tmp_path / "cache").skills


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/h"}, "/h/.config/applykit/lexicon"),
        ("linux", {"HOME": "/h", "XDG_CONFIG_HOME": "/x"}, "/x/applykit/lexicon"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/applykit/lexicon"),
        ("win32", {"APPDATA": "/a"}, "/a/applykit/lexicon"),
        ("win32", {"USERPROFILE": "/u"}, "/u/AppData/Roaming/applykit/lexicon"),
        ("linux", {"HOME": "/h", "APPLYKIT_LEXICON": "/l"}, "/l"),
        ("linux", {}, ".config/applykit/lexicon"),
    ],
)
def test_own_lexicons_lie_where_the_platform_keeps_settings(
    platform: str, environment: dict[str, str], expected: str
) -> None:
    assert user_lexicon_folder(environment, platform=platform) == Path(expected)


def test_the_folder_in_the_settings_is_read(monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "own.yaml").write_text(
        "field: own\ntitle: Own\nentries:\n  - {id: learned, name: my own words, kind: soft}\n", "utf-8"
    )
    monkeypatch.setattr(opening, "find_data_folder", lambda name: folder)
    monkeypatch.setattr(opening, "user_lexicon_folder", lambda: own)
    assert load_lexicon(cache=tmp_path / "cache").skills["learned"].name == "my own words"
    assert load_lexicon(folder=folder, cache=tmp_path / "cache").skills["learned"].name == "learned entry"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/h"}, "/h/.cache/applykit"),
        ("linux", {"HOME": "/h", "XDG_CACHE_HOME": "/x"}, "/x/applykit"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/applykit"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/applykit/Cache"),
        ("win32", {"USERPROFILE": "/u"}, "/u/AppData/Local/applykit/Cache"),
        ("linux", {"HOME": "/h", "APPLYKIT_CACHE": "/a"}, "/a"),
        ("linux", {}, ".cache/applykit"),
    ],
)
def test_the_cache_lies_where_the_platform_keeps_caches(
    platform: str, environment: dict[str, str], expected: str
) -> None:
    assert user_cache_folder(environment, platform=platform) == Path(expected)
