"""The wheel alone, in an empty environment, does the main job; nothing is taken from the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WHEEL_LIMIT = 15 * 1024 * 1024


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_data_and_is_small(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "applykit/templates/classic/resume.docx" in names
    assert any(name.startswith("applykit/skills_lexicon/pharmacy") for name in names)
    assert "applykit/examples/pharmacy-technician/posting.txt" in names
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not [name for name in names if name.endswith((".pkl", ".pickle"))]
    assert wheel.stat().st_size < WHEEL_LIMIT


def test_the_wheel_runs_the_demo_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "env"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    constraints = ["-c", str(ROOT / "constraints.txt")]
    subprocess.run([str(scripts / "python"), "-m", "pip", "install", "-q", *constraints, str(wheel)], check=True)
    home = tmp_path / "home"
    home.mkdir()
    clean = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C"}
    done = subprocess.run(
        [str(scripts / "applykit"), "demo", "--out", "made", "--date", "2026-11-25"],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    examples = [path for path in (ROOT / "examples").iterdir() if path.is_dir()]
    assert len(list((tmp_path / "made").rglob("*.docx"))) == 3 * len(examples)
