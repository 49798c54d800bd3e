"""`applykit match --ask`: questions on a terminal, answers in the report; nothing is lost by stopping."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from applykit.cli import match as command
from applykit.cli.edge import commands
from applykit.errors import ApplykitError

POSTING = """Stock Clerk
Example Market

Requirements
- Weekend availability
- Must be able to lift 50 pounds
"""
PROFILE = {"basics": {"name": "Sam Example", "email": "sam@example.com"}}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "posting.txt").write_text(POSTING, "utf-8")
    (tmp_path / "profile.json").write_text(json.dumps(PROFILE), "utf-8")
    return [str(tmp_path / "posting.txt"), "--profile", str(tmp_path / "profile.json"), "--date", "2026-11-25"]


def run(files: list[str], *more: str, keys: str = "") -> Result:
    return CliRunner().invoke(commands, ["match", *files, "--ask", *more], input=keys)


def statuses(result: Result) -> list[str]:
    return [each["status"] for each in json.loads(result.stdout)["matches"]]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("y\nn\n", ["met", "missing"]),
        ("\ny\n", ["unknown", "met"]),
        ("what\nY\nN\n", ["met", "missing"]),
        ("y\n", ["met", "unknown"]),  # the input ends: what was said before counts
        ("", ["unknown", "unknown"]),
    ],
)
def test_answers_count(keys: str, expected: list[str], files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "can_ask", lambda: True)
    result = run(files, "--json", keys=keys)
    assert result.exit_code == 0, result.stderr
    assert statuses(result) == expected
    assert "1 of 2: The posting says" in result.stderr


def test_ctrl_c_keeps_what_was_said(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    said = iter(["y"])

    def prompt(*_: object, **__: object) -> str:
        for answer in said:
            return answer
        raise click.Abort

    monkeypatch.setattr(command, "can_ask", lambda: True)
    monkeypatch.setattr(click, "prompt", prompt)
    result = run(files)
    assert result.exit_code == 0
    assert "Stopped; 1 of 2 answered." in result.stderr
    assert "Score" in result.stdout


def test_without_a_terminal_nothing_is_asked(files: list[str]) -> None:
    result = run(files)
    assert isinstance(result.exception, ApplykitError)
    assert "terminal" in str(result.exception)
