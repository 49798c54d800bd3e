"""Active content of a stranger's design: it is refused with its part and its words, and never reaches a document."""

from collections.abc import Callable

import pytest

from applykit.documents.designs.blocks import NAMESPACES, paragraph, run
from applykit.documents.engine import compile_template
from applykit.documents.own import inspect_template, report_lines
from applykit.errors import ApplykitError

MakeDocx = Callable[..., bytes]
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def field(*pieces: str) -> str:
    codes = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def relation(kind: str, target: str, *, external: bool = True) -> dict[str, str]:
    mode = ' TargetMode="External"' if external else ""
    item = f'<Relationship Id="rId9" Type="{TYPES}{kind}" Target="{target}"{mode}/>'
    return {"word___rels__header1_xml.rels": RELS.format(item)}


@pytest.mark.parametrize(
    "code",
    [
        'DDEAUTO c:\\\\windows\\\\cmd.exe "/k x"',
        "dde excel a b",
        'INCLUDEPICTURE "https://example.com/a.png" \\d',
        'INCLUDETEXT "//host/share/a.docx"',
        'LINK Word.Document.8 "a.doc"',
        "EMBED Package",
        "MACROBUTTON Run x",
        'QUOTE 68 68 69 "x"',
        "{{ name }} x",
        "PAGE{{ name }}",
        "PAGE DDEAUTO x y",
        'HYPERLINK "file:///c:/a.exe"',
        'HYPERLINK "javascript:x"',
    ],
)
def test_a_field_that_fetches_or_runs_is_refused(code: str, make_docx: MakeDocx) -> None:
    half = len(code) // 2
    code = code.replace('"', "&quot;")
    simple = f'<w:fldSimple w:instr="{code}">{run("x")}</w:fldSimple>'
    cut = field(code.replace("&quot;", '"')[:half], code.replace("&quot;", '"')[half:])
    for body in (paragraph("", simple), paragraph("", cut)):
        with pytest.raises(ApplykitError, match=r"document: the field '"):
            compile_template(make_docx(body + paragraph("", "{{ name }}")), name="theirs.docx")
    assert any("document: the field" in line for line in report_lines(inspect_template(make_docx(body), file="t.docx")))


def test_a_field_whose_name_another_field_makes_is_refused(make_docx: MakeDocx) -> None:
    inner = field("PAGE")
    nested = inner.join(
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    )
    with pytest.raises(ApplykitError, match="the field ''"):
        compile_template(make_docx(paragraph("", nested)), name="theirs.docx")


@pytest.mark.parametrize(
    "code",
    ["PAGE", " NUMPAGES  \\* Arabic ", "= 2 + 3", 'DATE \\@ "d MMMM"', "HYPERLINK \\l a", 'HYPERLINK "https://a"'],
)
def test_harmless_fields_stay(code: str, make_docx: MakeDocx) -> None:
    document = compile_template(make_docx(paragraph("", field(code))), name="mine.docx").render({})
    assert document.startswith(b"PK")


@pytest.mark.parametrize(
    ("kind", "target", "external"),
    [
        ("image", "https://example.com/pixel.png", True),
        ("image", "https://example.com/pixel.png", False),
        ("image", "//host/share/pixel.png", True),
        ("oleObject", "https://example.com/a.xlsx", True),
        ("oleObject", "embeddings/oleObject1.bin", False),
        ("control", "activeX/activeX1.xml", False),
        ("aFChunk", "chunk.html", False),
        ("subDocument", "file:///a.docx", True),
        ("frame", "https://example.com/", True),
        ("attachedTemplate", "https://example.com/a.dotm", True),
        ("hyperlink", "file:///c:/a.exe", True),
        ("hyperlink", "javascript:alert(1)", True),
        ("hyperlink", "%66ile:///c:/a.exe", True),
        ("anything", "https://example.com/", True),
    ],
)
def test_a_relationship_that_leads_out_is_refused(kind: str, target: str, external: bool, make_docx: MakeDocx) -> None:
    data = make_docx(paragraph("", "{{ name }}"), **relation(kind, target, external=external))
    with pytest.raises(ApplykitError, match=r"theirs\.docx: _rels/header1\.xml\.rels: "):
        compile_template(data, name="theirs.docx")
    report = inspect_template(data, file="theirs.docx", kind="resume")
    assert not report.usable
    assert any("_rels/header1" in line for line in report_lines(report))


@pytest.mark.parametrize("target", ["https://example.com", "mailto:a@example.com", "tel:+15555550142", "#top", ""])
def test_links_that_readers_follow_stay(target: str, make_docx: MakeDocx) -> None:
    data = make_docx(paragraph("", "{{ name }}"), **relation("hyperlink", target))
    assert compile_template(data, name="mine.docx").render({"name": "Ada"}).startswith(b"PK")


def test_a_vml_picture_from_elsewhere_is_refused(make_docx: MakeDocx) -> None:
    picture = '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="https://a/b.png"/></w:pict></w:r>'
    with pytest.raises(ApplykitError, match=r"fetch a picture from 'https://a/b\.png'"):
        compile_template(make_docx(paragraph("", picture)), name="theirs.docx")


def test_a_mail_merges_data_is_left_out_and_noted(make_docx: MakeDocx) -> None:
    settings = f"<w:settings {NAMESPACES}><w:mailMerge/></w:settings>"
    template = compile_template(make_docx("<w:p/>", word__settings_xml=settings), name="mine.docx")
    assert "mail merge" in template.notes[0].message
