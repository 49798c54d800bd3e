"""Templates that are broken or hostile end in a message that names the place, and never in a traceback."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from applykit.documents.designs.blocks import cell, paragraph, row, run, table
from applykit.documents.engine import compile_template
from applykit.errors import ApplykitError

MakeDocx = Callable[..., bytes]
CASES = Path(__file__).parents[1] / "cases"
BROKEN = YAML(typ="safe").load((CASES / "broken_templates.yaml").read_text("utf-8"))
HOSTILE = YAML(typ="safe").load((CASES / "hostile_templates.yaml").read_text("utf-8"))
CONTEXT: dict[str, Any] = {"name": "Ada", "items": ["one"], "pairs": {"a": 1}, "long": "x" * 10_000}


@pytest.mark.parametrize("case", BROKEN, ids=[case["it"] for case in BROKEN])
def test_a_broken_template(case: dict[str, Any], make_docx: MakeDocx) -> None:
    body = "".join(paragraph("", text) for text in case["paragraphs"])
    with pytest.raises(ApplykitError) as caught:
        compile_template(make_docx(body), name="mine.docx").render(CONTEXT)
    message = str(caught.value)
    assert "mine.docx: " in message
    assert [words for words in case["says"] if words not in message] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_template(words: str, make_docx: MakeDocx) -> None:
    with pytest.raises(ApplykitError) as caught:
        compile_template(make_docx(paragraph("", words)), name="theirs.docx").render(CONTEXT)
    assert len(caught.value.problems) == 1
    assert "Ada" not in str(caught.value)


def test_a_context_is_never_changed(make_docx: MakeDocx) -> None:
    template = compile_template(make_docx(paragraph("", "{{ items.append('x') }}")), name="t.docx")
    context = {"items": ["one"]}
    with pytest.raises(ApplykitError):
        template.render(context)
    assert context == {"items": ["one"]}


@pytest.mark.parametrize(
    ("words", "context", "says"),
    [
        ("{{ nmae }}", {"name": "Ada"}, ["document, {{ nmae }} in 'x {{ nmae }}'", "nearest known field is 'name'"]),
        ("{{ job.titel }}", {"job": {"title": "T"}}, ["no field 'titel'", "nearest known field is 'title'"]),
        ("{{ zzz }}", {"name": "Ada"}, ["Known are: name."]),
        ("{{ zzz }}", {}, ["Known are: (none)."]),
        ("{% if nmae %}{% endif %}", {"name": 1}, ["{% if nmae %}", "'name'"]),
        ("{% for a in nmaes %}{% endfor %}", {"names": []}, ["'names'"]),
        ("{% for a in names %}{{ a.tilte }}{% endfor %}", {"names": [{"title": 1}]}, ["{{ a.tilte }}", "'title'"]),
        ("{{ nmae|upper }}", {"name": 1}, ["'name'"]),
        ("{{ nmae ~ 'x' }}", {"name": 1}, ["'name'"]),
        ("{{ 'x' in nmae }}", {"name": 1}, ["'name'"]),
        ("{{ nmae.first }}", {"name": 1}, ["'name'"]),
        ("{{ nmae == 'x' }}", {"name": 1}, ["'name'"]),
    ],
)
def test_an_unknown_field_is_named_with_the_nearest_known(
    words: str, context: dict[str, Any], says: list[str], make_docx: MakeDocx
) -> None:
    body = paragraph("", "first") + paragraph("", run("x "), run(words))
    with pytest.raises(ApplykitError) as caught:
        compile_template(make_docx(body), name="mine.docx").render(context)
    assert [word for word in says if word not in str(caught.value)] == []


def test_a_field_may_be_asked_for(make_docx: MakeDocx, read_text: Callable[..., list[str]]) -> None:
    body = paragraph("", "{% if x is defined %}a{% else %}b{% endif %}{{ x|default('c') }}{{ job.y|d('e') }}")
    assert read_text(compile_template(make_docx(body), name="t.docx").render({"job": {}})) == ["bce"]


def test_a_loop_that_cuts_a_table_is_refused(make_docx: MakeDocx) -> None:
    inside = table((50,), 9000, row(cell(5000, paragraph("", "{% if name %}"))), caption="t")
    with pytest.raises(ApplykitError, match="stand at different depths"):
        compile_template(make_docx(inside + paragraph("", "{% endif %}")), name="t.docx")


def test_text_that_a_paragraph_tag_replaces_is_noted(make_docx: MakeDocx) -> None:
    body = paragraph("", "{%p if name %} lost words") + paragraph("", "{%p endif %}")
    notes = compile_template(make_docx(body), name="t.docx").notes
    assert "'lost words'" in notes[0].message
    assert notes[0].part == "word/document.xml"


@pytest.mark.parametrize("value", [object(), {"a": object()}, [b"x"], {"a": {1, 2}}, type("S", (str,), {})("x")])
def test_only_plain_values_are_taken(value: Any, make_docx: MakeDocx) -> None:
    template = compile_template(make_docx(paragraph("", "{{ x }}")), name="t.docx")
    with pytest.raises(TypeError, match="template value is a"):
        template.render({"x": value})


def test_values_nested_without_end_are_refused(make_docx: MakeDocx) -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(TypeError, match="deeper"):
        compile_template(make_docx(paragraph("", "{{ x }}")), name="t.docx").render({"x": loop})


def replaced(document: bytes, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
        if name not in old.namelist():
            new.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("word/vbaProject.bin", b"x", "holds macros"),
        ("word/document.xml", b"<w:document", "is damaged"),
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        ("[Content_Types].xml", b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>", "macros"),
        ("word/document.xml", bytes(2_000_000), "packed|damaged"),
    ],
)
def test_a_dangerous_file_is_refused(name: str, content: bytes, says: str, make_docx: MakeDocx) -> None:
    with pytest.raises(ApplykitError, match=says):
        compile_template(replaced(make_docx("<w:p/>"), name, content), name="theirs.docx")


@pytest.mark.parametrize(
    "data", [b"", b"text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"PK\3\4" + bytes(50)]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(ApplykitError, match=r"theirs\.docx"):
        compile_template(data, name="theirs.docx")


def test_the_link_to_a_remote_template_is_dropped(make_docx: MakeDocx) -> None:
    from applykit.documents.designs.blocks import NAMESPACES

    rel = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="https://example.com/evil.dotm" TargetMode="External"/></Relationships>'
    )
    settings = f'<w:settings {NAMESPACES}><w:attachedTemplate r:id="rId1"/></w:settings>'
    parts = {"word__settings_xml": settings, "word___rels__settings_xml.rels": rel}
    document = compile_template(make_docx("<w:p/>", **parts), name="t.docx").render({})
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"evil" not in everything
    assert b"attachedTemplate" not in everything
