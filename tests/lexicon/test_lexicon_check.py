"""Checking lexicon files, and looking into a lexicon."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from applykit import resources
from applykit.cli.lexicon import lexicon as commands
from applykit.errors import ApplykitError
from applykit.lexicon import (
    Lexicon,
    check_lexicon,
    count_lexicon,
    describe_entry,
    explain_text,
    load_lexicon,
    opening,
    search_lexicon,
)

FLAWED = """field: own
title: Own
entries:
  - {id: a, name: alpha skill, kind: skill, related: [nowhere], broader: [b]}
  - {id: b, name: beta skill, kind: skill, broader: [a], aliases: [alpha skills]}
  - {id: c, name: focus, kind: soft}
  - {id: d, name: D, kind: tool}
  - {id: e, name: Some Licence, kind: credential}
  - {id: f, name: record, kind: skill, near: [vinyl]}
"""


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(FLAWED, "utf-8")
    return path


def test_every_flaw_is_found_with_its_line(flawed: Path) -> None:
    problems = check_lexicon([flawed])
    assert [(p.line, p.message.split(" ")[0]) for p in problems] == [
        (4, "a:"), (4, "broader"), (5, "b:"), (6, "c:"), (7, "d:"), (8, "e:"),
    ]  # fmt: skip
    assert all(problem.remedy for problem in problems)


def test_a_term_that_stands_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "field: own\ntitle: Own\nentries:\n"
        "  - {id: a, name: alpha skill, kind: skill, aliases: [{text: alpha skill, learned_from: train}]}\n",
        "utf-8",
    )
    assert [problem.message for problem in check_lexicon([path])] == ["a: the term 'alpha skill' stands twice."]


def test_own_files_are_checked_beside_the_lexicon(flawed: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    (base / "base.yaml").write_text(
        "field: base\ntitle: Base\nentries:\n"
        "  - {id: nowhere, name: beta skill, kind: skill}\n  - {id: z, name: focus, kind: soft, broader: [zz]}\n"
        "  - {id: zz, name: letter zz, kind: skill}\n  - {id: y, name: letter zz, kind: skill}\n",
        "utf-8",
    )
    lexicon = load_lexicon(folder=base, cache=tmp_path / "cache")
    messages = [problem.message for problem in check_lexicon([flawed], base=lexicon)]
    assert not any("nowhere', which" in message for message in messages)
    assert any(message.startswith("b: 'beta skill' is also a term of 'nowhere'") for message in messages)
    assert not any(message.startswith(("z:", "y:")) for message in messages)


def test_a_sound_file_has_nothing_to_mend(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("field: own\ntitle: Own\nentries:\n  - {id: a, name: alpha skill, kind: skill}\n", "utf-8")
    assert check_lexicon([path]) == ()


def test_search_ranks_the_closest_name_first(make_lexicon) -> None:  # type: ignore[no-untyped-def]
    lexicon = make_lexicon(
        "  - {id: a, name: inventory management system, kind: tool}\n  - {id: b, name: manage inventory, kind: skill}\n"
        "  - {id: c, name: something else, kind: skill}\n"
    )
    assert [skill.id for skill in search_lexicon(lexicon, "managing inventory")] == ["b"]
    assert [skill.id for skill in search_lexicon(lexicon, "inventory")] == ["b", "a"]
    assert search_lexicon(lexicon, "") == ()


def test_counts_add_up(make_lexicon) -> None:  # type: ignore[no-untyped-def]
    counts = count_lexicon(make_lexicon(
        "  - {id: a, name: alpha skill, kind: skill, aliases: [alpha, {text: al, learned_from: train}]}\n"
        "  - {id: b, name: beta licence, kind: credential, advice: {what: Get it.}}\n"
    ))  # fmt: skip
    assert (counts.entries, counts.terms, counts.advice, counts.learned) == (2, 4, 1, 1)
    assert counts.kinds == (("credential", 1, 1), ("skill", 1, 3))
    assert counts.fields == (("test", 2, 4),)


def test_why_tells_what_counts_and_what_does_not(make_lexicon) -> None:  # type: ignore[no-untyped-def]
    lexicon = make_lexicon(
        "  - {id: a, name: sterile technique, kind: skill}\n  - {id: b, name: technique training, kind: skill}\n"
        "  - {id: c, name: sterile technique training, kind: skill}\n"
        "  - {id: d, name: record, kind: skill, near: [vinyl]}\n"
        "  - {id: e, name: sterile technique training, kind: skill}\n  - {id: f, name: training plan, kind: skill}\n"
        "  - {id: g, name: plan the day, kind: skill}\n"
    )
    reasons = {r.id: (r.counts, r.why) for r in explain_text(lexicon, "sterile technique training; record")}
    assert reasons["c"] == (True, "it is the longest here")
    assert reasons["a"] == (False, "'sterile technique training' (c) is longer")
    assert reasons["e"] == (False, "c has it too")
    assert "vinyl" in reasons["d"][1]
    early = {r.id: r.why for r in explain_text(lexicon, "the training plan the day")}
    assert early["g"] == "'training plan' (f) is longer"
    even = {r.id: r.why for r in explain_text(make_lexicon(
        "  - {id: a, name: one two, kind: skill}\n  - {id: b, name: two six, kind: skill}\n"
    ), "one two six")}  # fmt: skip
    assert even == {"a": "it is the longest here", "b": "'one two' (a) comes earlier"}


def test_an_entry_is_described_in_full(make_lexicon) -> None:  # type: ignore[no-untyped-def]
    lexicon = make_lexicon(
        "  - {id: a, name: alpha skill, kind: credential, acronyms: [AS], near: [x], not_near: [y], broader: [b],"
        " issuer: Us, advice: {what: Do it., how_long: A day.}}\n  - {id: b, name: beta skill, kind: skill}\n"
    )
    assert list(describe_entry(lexicon, "a")) == [
        "alpha skill (credential, test)",
        "  alpha skill; near x; not near y",
        "  AS; letter for letter; near x; not near y",
        "a kind of: b",
        "issuer: Us",
        "advice: Do it. A day.",
    ]
    assert list(describe_entry(lexicon, "b")) == ["beta skill (skill, test)", "  beta skill", "kinds: a"]


def run(*arguments: str, text: str | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(commands, arguments, input=text, catch_exceptions=True)
    if done.exception and not isinstance(done.exception, SystemExit):
        assert isinstance(done.exception, ApplykitError)
        return 2, str(done.exception)
    return done.exit_code, done.output


def test_the_commands_answer(packaged_lexicon: Lexicon) -> None:
    assert "attention-to-detail" in packaged_lexicon.skills
    assert run("search", "attention", "detail")[1].count("attention-to-detail") == 1
    assert run("search", "nothingofthekind") == (0, "Nothing found.\n")
    assert "attention to detail" in run("show", "attention-to-detail")[1]
    assert run("show", "attention-detail")[0] == 1
    assert "entries" in run("stats")[1]
    assert "attention-to-detail" in run("why", "attention to detail")[1]
    assert "attention-to-detail" in run("why", "-", text="attention to detail")[1]
    assert run("why", "xyzzy") == (0, "Nothing in it is a term.\n")


def test_check_says_what_is_worth_mending(flawed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = tmp_path / "base"
    base.mkdir()
    (base / "base.yaml").write_text("field: base\ntitle: Base\nentries: []\n", "utf-8")
    monkeypatch.setattr(resources, "find_data_folder", lambda name: base)
    monkeypatch.setattr(opening, "find_data_folder", lambda name: base)
    assert run("check") == (0, "Nothing to mend.\n")
    code, output = run("check", str(flawed))
    assert code == 1
    assert "own.yaml:8" in output
    sound = tmp_path / "sound.yaml"
    sound.write_text(
        "field: own\ntitle: Own\nentries:\n  - {id: own-thing, name: own peculiar thing, kind: skill}\n", "utf-8"
    )
    assert run("check", str(sound)) == (0, "Nothing to mend.\n")
    broken = tmp_path / "broken.yaml"
    broken.write_text("field: [", "utf-8")
    assert run("check", str(broken))[0] == 2
