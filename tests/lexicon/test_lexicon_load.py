"""Reading lexicon files: what is refused, where, and all at once."""

from pathlib import Path

import pytest

from applykit.errors import ApplykitError, Problem
from applykit.lexicon import EntryKind, read_fields
from applykit.lexicon.load import MAX_FILE, SourceFile, parse_source, parse_sources, read_sources

HEAD = "field: test\ntitle: Test\nentries:\n"


def problems_of(text: str | bytes) -> list[Problem]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(ApplykitError) as raised:
        parse_source(SourceFile("f.yaml", data))
    return list(raised.value.problems)


def test_an_entry_is_read_whole() -> None:
    text = (
        HEAD
        + """
  - id: ptcb-cpht
    name: Certified Pharmacy Technician (PTCB)
    kind: credential
    aliases: [PTCB certification, {text: CPhT, exact: true, near: [PTCB], learned_from: train}]
    acronyms: [PTCB]
    near: [pharmacy]
    implies: [pharmacy-basics]
    broader: [cpht]
    related: [ptce]
    replaces: [old-cpht]
    issuer: PTCB
    jurisdiction: US-OH
    validity: 2 years
    advice: {what: Pass the exam., where: At a test centre., how_long: Some months.}
"""
    )
    (placed,) = parse_source(SourceFile("f.yaml", text.encode()))
    skill = placed.skill
    assert (skill.id, skill.kind, skill.field) == ("ptcb-cpht", EntryKind.CREDENTIAL, "test")
    assert [term.text for term in skill.terms] == [
        "Certified Pharmacy Technician (PTCB)", "PTCB certification", "CPhT", "PTCB",
    ]  # fmt: skip
    assert skill.terms[2].near == ("pharmacy", "PTCB")
    assert skill.terms[2].learned_from == "train"
    assert skill.terms[3].exact
    assert skill.advice is not None
    assert skill.advice.where == "At a test centre."
    assert placed.problem("m", "r", "implies").line == 11
    assert placed.problem("m", "r", "no such key").line == 5


@pytest.mark.parametrize(
    ("entries", "line", "words"),
    [
        ("  - {id: a, name: alpha, kind: skill, colour: red}\n", 4, "colour: no such key"),
        ("  - {id: a, kind: skill}\n", 4, "name: is missing"),
        ("  - {id: a, name: alpha, kind: power}\n", 4, "kind: input should be"),
        ("  - {id: A b, name: alpha, kind: skill}\n", 4, "id: string should match"),
        ("  - {id: a, name: '***', kind: skill}\n", 4, "has no letter or digit"),
        ('  - {id: a, name: "al\\tpha", kind: skill}\n', 4, "control character"),
        ("  - {id: a, name: alpha, kind: skill, aliases: [ok,\n    '---']}\n", 5, "has no letter or digit"),
        ("  - {id: a, name: alpha, kind: skill, aliases: [" + "x" * 500 + "]}\n", 4, "at most 120"),
        ("  - {id: a, name: alpha, kind: skill, aliases: word}\n", 4, "aliases: input should be"),
        ("  - {id: a, name: alpha, kind: skill, aliases: [{exact: true}]}\n", 4, "text: is missing"),
        ("  - {id: a, name: true, kind: skill}\n", 4, "name: input should be a valid string"),
        ("  - {id: a, name: alpha, kind: skill, jurisdiction: Ohio}\n", 4, "jurisdiction: string should match"),
    ],
)
def test_wrong_values_are_told_with_their_line(entries: str, line: int, words: str) -> None:
    (problem,) = problems_of(HEAD + entries)
    assert words in problem.message
    assert (problem.file, problem.line) == ("f.yaml", line)
    assert problem.column


def test_every_problem_of_every_file_is_told_at_once() -> None:
    bad = HEAD + "  - {id: a, name: alpha, kind: nothing}\n  - {id: b, name: beta, kind: skill, color: red}\n"
    with pytest.raises(ApplykitError) as raised:
        parse_sources([SourceFile("one.yaml", bad.encode()), SourceFile("two.yaml", b"field: [")])
    assert [(p.file, p.line) for p in raised.value.problems] == [("one.yaml", 4), ("one.yaml", 5), ("two.yaml", 1)]


def test_ids_used_twice_name_both_places() -> None:
    text = HEAD + "  - {id: a, name: alpha, kind: skill}\n"
    with pytest.raises(ApplykitError) as raised:
        parse_sources([SourceFile("one.yaml", text.encode()), SourceFile("two.yaml", text.encode())])
    (problem,) = raised.value.problems
    assert "one.yaml:4" in problem.message
    assert (problem.file, problem.line) == ("two.yaml", 4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("field: x\nfield: y\n", "stands twice"),
        ("a: &x 1\nb: *x\n", "anchors and aliases"),
        ("a: !!python/object:os.system x\n", "tags are not read"),
        ("[" * 40 + "]" * 40, "nested too deep"),
        ("[" * 20_000, "nested too deep"),
        ("- " * 20_000 + "x", "nested too deep"),
        ("? [1]\n: x\n", "plain word"),
        ("a: 'x\n", "no valid YAML"),
        ("a: \x01\n", "no valid YAML"),
        ("--- a\n--- b\n", "no valid YAML"),
        (b"field: \xff\n", "not UTF-8"),
        ("", "the file: input should be"),
        ("- 1\n", "the file: input should be"),
    ],
)
def test_hostile_and_broken_yaml_is_refused(text: str | bytes, words: str) -> None:
    assert words in problems_of(text)[0].message


def test_nothing_and_null_are_told_apart_from_text() -> None:
    (placed,) = parse_source(
        SourceFile("f.yaml", (HEAD + "  - {id: a, name: '1099', kind: skill, issuer: ~}\n").encode())
    )
    assert placed.skill.name == "1099"
    assert placed.skill.issuer is None


def test_a_folder_is_read_flat_and_extra_files_replace_by_id(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    (folder / "sub.yaml").mkdir(parents=True)
    (folder / "sub.yaml").rmdir()
    (folder / "b.yml").write_text(HEAD + "  - {id: b, name: beta, kind: skill}\n", "utf-8")
    (folder / "a.yaml").write_text(HEAD + "  - {id: a, name: alpha, kind: skill}\n", "utf-8")
    (folder / "notes.txt").write_text("no lexicon", "utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(HEAD + "  - {id: b, name: better, kind: tool}\n", "utf-8")
    entries = read_fields(folder, extra=[own])
    assert [(placed.skill.id, placed.skill.name) for placed in entries] == [("a", "alpha"), ("b", "better")]


def test_missing_and_huge_files_are_all_named(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * (MAX_FILE + 1))
    with pytest.raises(ApplykitError) as raised:
        read_sources([tmp_path / "none.yaml", huge])
    assert [Path(problem.file or "").name for problem in raised.value.problems] == ["none.yaml", "huge.yaml"]


def test_aliases_of_ten_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(HEAD + "  - {id: a, name: alpha, kind: skill, aliases: [" + "x" * 10_000_000 + "]}\n", "utf-8")
    with pytest.raises(ApplykitError, match="larger than"):
        read_sources([path])


def test_more_aliases_than_anyone_writes_are_refused() -> None:
    many = ", ".join(f"alias {number}" for number in range(500))
    (problem,) = problems_of(HEAD + f"  - {{id: a, name: alpha, kind: skill, aliases: [{many}]}}\n")
    assert "aliases" in problem.message
