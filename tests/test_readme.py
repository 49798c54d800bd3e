"""What the README shows works: its Python lines run, its first command writes the files it names."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from applykit.cli.edge import commands

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def checkout_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the README's relative paths hold, and into which it may write."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_first_command_writes_what_is_shown(checkout_copy: Path) -> None:
    command, *shown = blocks("console")[0].strip().splitlines()
    result = CliRunner().invoke(commands, shlex.split(command.removeprefix("$ applykit ")))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == shown
    assert all((checkout_copy / path).is_file() for path in shown)


def test_the_library_lines_run(checkout_copy: Path) -> None:
    (source,) = blocks("python")
    assert len([line for line in source.splitlines() if line.strip()]) <= 8
    names: dict[str, object] = {}
    exec(compile(source, "README.md", "exec"), names)
    assert (checkout_copy / "application" / "Gap-Checklist.docx").is_file()


def test_the_profile_shown_is_valid(tmp_path: Path) -> None:
    import applykit

    (tmp_path / "profile.yaml").write_text(blocks("yaml")[0], "utf-8")
    loaded = applykit.read_profile(tmp_path / "profile.yaml")
    assert loaded.problems == ()
    assert loaded.profile.certificates[0].issuer == "PTCB"


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    missing = [target for target in targets if "://" not in target and not (ROOT / target).exists()]
    assert missing == []


def test_every_command_named_exists() -> None:
    named = set(re.findall(r"`applykit ([a-z]+)", README))
    context = commands.make_context("applykit", [], resilient_parsing=True)
    assert named <= set(commands.list_commands(context))
