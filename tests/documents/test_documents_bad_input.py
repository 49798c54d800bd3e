"""Files that are not what they say, are damaged, or mean harm: each ends in a sentence, at every door."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from applykit.cli.edge import commands
from applykit.documents import load_design, render_documents
from applykit.documents.check import check_document
from applykit.documents.check.validity import find_faults
from applykit.documents.designs.blocks import NAMESPACES, paragraph
from applykit.documents.engine import compile_template
from applykit.documents.manifest import parse_manifest
from applykit.documents.own import export_design
from applykit.errors import ApplykitError
from applykit.tailoring.model import Application

MakeDocx = Callable[..., bytes]
ReadText = Callable[..., list[str]]
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


NO_WORD_FILES = {
    "an old .doc": (OLE + bytes(600), "old Office file"),
    "an .odt": (
        zipped(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<a/>"}),
        "OpenDocument|no",
    ),
    "a text": (b"Ada Byron, Analyst", "neither a Word file|not a ZIP file"),
    "an empty file": (b"", "neither a Word file|not a ZIP file"),
    "half a file": (zipped(**{"word__document.xml": "<a/>"})[:60], "not a ZIP file"),
    "another ZIP": (zipped(notes="x"), "no .docx document"),
}


@pytest.mark.parametrize("name", NO_WORD_FILES)
def test_what_is_no_word_file_is_refused_at_every_door(name: str, application: Application, tmp_path: Path) -> None:
    data, says = NO_WORD_FILES[name]
    path = tmp_path / "resume.docx"
    path.write_bytes(data)
    with pytest.raises(ApplykitError, match=says):
        check_document(data, file="theirs.docx")
    with pytest.raises(ApplykitError, match=r"old Office file|not a ZIP file|no \.docx document"):
        render_documents(application, load_design(tmp_path))
    for command in (["check", str(path)], ["design", "check", str(path)]):
        assert isinstance(CliRunner().invoke(commands, command).exception, ApplykitError)


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "[Content_Types].xml"])
def test_macros_are_refused_in_designs_and_named_in_documents(
    part: str, make_docx: MakeDocx, application: Application, tmp_path: Path
) -> None:
    from applykit.documents.designs.build import content_types

    kind = content_types().replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main")
    data = make_docx(paragraph("", "{{ name }}"), **{part: kind if part.startswith("[") else "x"})
    (tmp_path / "resume.docx").write_bytes(data)
    with pytest.raises(ApplykitError, match="holds macros, which could run"):
        render_documents(application, load_design(tmp_path))
    assert "macros" in {finding.topic for finding in check_document(data, file="theirs.docm").to_mend}


def relation(kind: str, target: str) -> str:
    return RELS.format(f'<Relationship Id="rId1" Type="{TYPES}{kind}" Target="{target}" TargetMode="External"/>')


@pytest.mark.parametrize(
    ("parts", "body", "says"),
    [
        (
            {"word___rels__settings_xml.rels": relation("attachedTemplate", "https://a/b.dotm")},
            "",
            "attachedTemplate: ",
        ),
        ({"word___rels__header1_xml.rels": relation("image", "https://a/b.png")}, "", "image: https://a/b.png"),
        ({}, '<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;//a/b&quot;"/></w:p>', "field: INCLUDETEXT"),
        (
            {},
            '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://a/b"/></w:pict></w:r></w:p>',
            "picture: http://a/b",
        ),
    ],
)
def test_what_a_document_would_fetch_is_reported_and_never_fetched(
    parts: dict[str, str], body: str, says: str, make_docx: MakeDocx
) -> None:
    report = check_document(make_docx(body + paragraph("", "x"), **parts), file="theirs.docx")
    assert any(says in finding.message for finding in report.to_mend if finding.topic == "remote parts")


def test_a_text_box_in_a_text_box_is_filled_and_sound(make_docx: MakeDocx, read_text: ReadText) -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
    inner = paragraph("", "{%p for x in items %}") + paragraph("", "in {{ x }}") + paragraph("", "{%p endfor %}")
    template = compile_template(make_docx(box.format(paragraph("", "{{ name }}") + box.format(inner))), name="t.docx")
    document = template.render({"name": "Ada", "items": ["one", "two"]})
    assert [text for text in read_text(document) if text] == ["Ada", "in one", "in two"]
    assert find_faults(template.render({"name": "Ada", "items": []}), file="t.docx") == ()


def test_a_protected_document_is_read_and_named(make_docx: MakeDocx) -> None:
    settings = f'<w:settings {NAMESPACES}><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    report = check_document(make_docx(paragraph("", "x"), word__settings_xml=settings), file="theirs.docx")
    assert "It is protected against editing." in [finding.message for finding in report.findings]


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLE = (
    '<w:styles xmlns:w="{}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="{}"/>{}</w:style>'
    "</w:styles>"
)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ('<w:sectPr><w:cols w:num="two"/></w:sectPr>', {}),
        ('<w:p><w:r><w:rPr><w:sz w:val="²"/></w:rPr><w:t>x</w:t></w:r></w:p>', {}),
        (f'<w:p><w:r><w:rPr><w:sz w:val="{"9" * 5000}"/></w:rPr><w:t>x</w:t></w:r></w:p>', {}),
        ("<w:p/>", {"word__styles_xml": STYLE.format(W, "heading ²", "")}),
        ("<w:p/>", {"word__styles_xml": STYLE.format(W, "a", '<w:pPr><w:outlineLvl w:val="x"/></w:pPr>')}),
        ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>', {}),
        ("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>", {}),
    ],
)
def test_numbers_that_are_none_do_not_stop_the_check(body: str, parts: dict[str, str], make_docx: MakeDocx) -> None:
    assert check_document(make_docx(body, **parts), file="theirs.docx").facts.columns == 1


def test_a_file_that_another_program_gives_up_is_named(make_docx: MakeDocx) -> None:
    report = check_document(make_docx("<w:p/>", **{"_rels__.rels": RELS.format("")}), file="t.docx")
    assert any("gives up" in finding.message for finding in report.to_mend)


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{after}: &{after} [{','.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS + "name: x\npage:\n  width: *i\n",
        LAUGHS + "name: *i\naccent: *i\n",
        LAUGHS + "? *i\n: 1\nname: x\n",
        "name: x\nsummary: " + "{a: " * 2000,
    ],
)
def test_a_manifest_that_grows_without_end_is_refused(text: str) -> None:
    with pytest.raises(ApplykitError, match=r"design\.yaml"):
        parse_manifest(text.encode(), file="design.yaml")


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights here")
def test_links_in_a_design_folder_lead_nowhere(tmp_path: Path, application: Application) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret words", "utf-8")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "resume.docx").symlink_to(outside)
    with pytest.raises(ApplykitError) as caught:
        render_documents(application, load_design(mine))
    assert "secret" not in str(caught.value)
    (mine / "cover-letter.docx").symlink_to(tmp_path / "not-there-yet")
    with pytest.raises(ApplykitError, match=r"already holds cover-letter\.docx, resume\.docx"):
        export_design("classic", mine)
    assert not (tmp_path / "not-there-yet").exists()


@pytest.mark.parametrize("name", ["../classic", "classic/../../templates", "/etc", "\0", "a" * 5000, "..", "."])
def test_names_of_designs_lead_to_no_other_files(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ApplykitError, match=r"no design|holds none of"):
        load_design(name)
