"""Designs are found, built from their script, and filled up from `classic`."""

import shutil
from pathlib import Path

import pytest

from applykit.documents import list_designs, load_design, render_documents
from applykit.documents.designs import LOOKS, build_design
from applykit.documents.manifest import parse_manifest
from applykit.documents.variant import contrast_on_white
from applykit.errors import ApplykitError
from applykit.resources import find_data_folder
from applykit.tailoring.model import Application

TEMPLATES = find_data_folder("templates")


@pytest.mark.parametrize("look", LOOKS, ids=[look.name for look in LOOKS])
def test_the_packaged_files_are_what_the_script_builds(look: object, tmp_path: Path) -> None:
    """Where this fails, run `python -m applykit.documents.designs` and look at the documents."""
    build_design(look, tmp_path)  # type: ignore[arg-type]
    packaged = TEMPLATES / look.name  # type: ignore[attr-defined]
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in packaged.iterdir()}
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (packaged / path.name).read_bytes(), path.name


def test_all_designs_are_listed() -> None:
    assert [manifest.name for manifest in list_designs()] == sorted(look.name for look in LOOKS)
    assert all(manifest.summary for manifest in list_designs())


@pytest.mark.parametrize("look", LOOKS, ids=[look.name for look in LOOKS])
def test_every_accent_is_dark_enough_to_read(look: object) -> None:
    assert contrast_on_white(look.accent) >= 4.5  # type: ignore[attr-defined]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast_on_white("000000") == pytest.approx(21)
    assert contrast_on_white("FFFFFF") == pytest.approx(1)
    assert contrast_on_white("767676") == pytest.approx(4.54, abs=0.01)


def test_an_own_folder_is_a_design(tmp_path: Path, application: Application) -> None:
    shutil.copy(TEMPLATES / "classic" / "resume.docx", tmp_path)
    design = load_design(tmp_path)
    assert design.name == tmp_path.name
    assert len(render_documents(application, design)) == 3


@pytest.mark.parametrize("name", ["nothing", "", ".", "..", "../templates/classic/design.yaml", "a/b", "x" * 300])
def test_an_unknown_design_is_refused_with_the_names_there_are(name: str) -> None:
    with pytest.raises(ApplykitError, match=r"classic"):
        load_design(name)


def test_a_folder_without_word_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ApplykitError, match=r"resume\.docx"):
        load_design(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"name: a\nacent: '000000'", "Did you mean `accent`"),
        (b"summary: a", "no name"),
        (b"name: [a]", "is no text"),
        (b"- a", "no list of keys"),
        (b"name: a\nname: b", "no YAML"),
        (b"name: a\naccent: blue", "no colour"),
        (b"\xff\xfe", "no YAML"),
        (b"zzzzzz: 1\nname: x", "Keys are"),
    ],
)
def test_a_wrong_manifest_is_refused(text: bytes, says: str) -> None:
    with pytest.raises(ApplykitError, match=says):
        parse_manifest(text, file="design.yaml")


def test_a_colour_of_digits_stays_text() -> None:
    assert parse_manifest(b"name: a\naccent: 000000", file="design.yaml").accent == "000000"


def test_a_fingerprint_tells_designs_apart(tmp_path: Path) -> None:
    shutil.copy(TEMPLATES / "classic" / "resume.docx", tmp_path)
    assert load_design("classic").fingerprint == load_design("classic").fingerprint
    assert load_design("classic").fingerprint != load_design(tmp_path).fingerprint
