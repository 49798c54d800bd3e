"""The direction of the stages: data flows one way, and only the pipeline composes."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "applykit"
STAGES = [
    "reading",
    "lexicon",
    "finder",
    "posting",
    "requirements",
    "profile",
    "matching",
    "tailoring",
    "documents",
    "proofread",
]
EVERYONE = {"errors", "files", "resources"}
COMPOSERS = {"pipeline", "batch", "tracker", "web", "cli"}
LAZY = {"spacy", "lxml", "docx", "pydantic", "ruamel", "openpyxl", "xlsxwriter", "selectolax", "pypdfium2", "jinja2"}


def imported_names(path: Path) -> list[tuple[str, str]]:
    """Every `applykit` module imported in a file, with the name taken from it ("" for the module)."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "applykit":
            found += [(node.module, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            found.append((".relative", path.name))
        elif isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names if alias.name.split(".")[0] == "applykit"]
    return found


def room_of(module: str, name: str) -> str:
    """The room a module lies in: `applykit.posting.model` → "posting"; `from applykit import x` → x."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else name


def complaint(stage: str, module: str, name: str) -> str | None:
    """Why a stage may not import this, or None."""
    room = room_of(module, name)
    if module == ".relative":
        return "relative import"
    if room == stage or room in EVERYONE or room.startswith("__"):
        return None
    if room not in STAGES or STAGES.index(room) > STAGES.index(stage):
        return f"{room} is not an earlier stage"
    if module.endswith(".model") or name[:1].isupper():
        return None
    return f"{module}.{name} is a function of another stage"


@pytest.mark.parametrize("stage", [stage for stage in STAGES if (SOURCE / stage).is_dir()])
def test_stage_imports_only_types_of_earlier_stages(stage: str) -> None:
    complaints = [
        f"{path.relative_to(SOURCE)}: {reason}"
        for path in sorted((SOURCE / stage).rglob("*.py"))
        for module, name in imported_names(path)
        if (reason := complaint(stage, module, name))
    ]
    assert complaints == []


def test_only_composers_import_the_pipeline() -> None:
    users = {
        path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for path in SOURCE.rglob("*.py")
        for module, name in imported_names(path)
        if room_of(module, name) == "pipeline"
    }
    assert users <= COMPOSERS | {"__init__"}


def test_commands_import_no_heavy_library_at_the_top() -> None:
    heavy = []
    for path in sorted((SOURCE / "cli").glob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            heavy += [f"{path.name}: {name}" for name in names if name.split(".")[0] in LAZY]
    assert heavy == []
