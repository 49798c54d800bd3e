"""What templates show, from one table; and the places in a Word file where tags are found."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from applykit.documents.check.validity import find_faults
from applykit.documents.designs.blocks import cell, checkbox, link, paragraph, row, run, table
from applykit.documents.engine import compile_template

CASES = YAML(typ="safe").load((Path(__file__).parents[1] / "cases" / "templates.yaml").read_text("utf-8"))
CONTEXT: dict[str, Any] = {
    "name": "Ada",
    "items": ["one", "two"],
    "nothing": [],
    "none": None,
    "odd": 'R&D <Smith> "x"',
    "lines": "a\nb\tc",
    "words": {"a b": "quoted", "items": "mine"},
    "pairs": {"a": 1, "b": 2},
}


def body_of(runs: list[Any]) -> str:
    return "".join(paragraph("", *([text] if isinstance(text, str) else map(run, text))) for text in runs)


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_a_template_shows(
    case: dict[str, Any], make_docx: Callable[..., bytes], read_text: Callable[..., list[str]]
) -> None:
    document = compile_template(make_docx(body_of(case["runs"])), name="t.docx").render(CONTEXT)
    assert read_text(document) == case["shows"]
    assert [p.message for p in find_faults(document, file="t.docx") if "template tag" not in p.message] == []


Render = Callable[..., list[str]]


@pytest.fixture
def shown(make_docx: Callable[..., bytes], read_text: Callable[..., list[str]]) -> Render:
    """Render a body and read the paragraphs of a part; every document must be sound."""

    def render(body: str, *, part: str = "word/document.xml", **parts: Any) -> list[str]:
        document = compile_template(make_docx(body, **parts), name="t.docx").render(CONTEXT)
        assert find_faults(document, file="t.docx") == ()
        return read_text(document, part)

    return render


def three_rows(*texts: str) -> str:
    rows = [row(*(cell(2500, paragraph("", text)) for text in texts[at : at + 2])) for at in range(0, len(texts), 2)]
    return table((50, 50), 9000, *rows, caption="t")


def test_rows_are_repeated(shown: Render) -> None:
    body = three_rows("{%tr for item in items %}", "", "{{ item }}", "x", "{%tr endfor %}", "")
    assert shown(body) == ["one", "x", "two", "x"]


def test_a_row_may_hold_its_own_loop(shown: Render) -> None:
    assert shown(three_rows("{%tr for item in items %}{{ item }}", "x{%tr endfor %}")) == ["one", "x", "two", "x"]


def test_a_table_that_loses_all_rows_goes(shown: Render) -> None:
    body = three_rows("{%tr for item in nothing %}", "", "{{ item }}", "x", "{%tr endfor %}", "")
    assert shown(body + paragraph("", "end")) == ["end"]


def test_cells_are_repeated_and_a_row_without_cells_goes(shown: Render) -> None:
    loop = row(*(cell(1000, paragraph("", text)) for text in ("{%tc for x in LIST %}", "{{ x }}", "{%tc endfor %}")))
    assert shown(table((50,), 9000, loop.replace("LIST", "items"), caption="t")) == ["one", "two"]
    assert shown(table((50,), 9000, loop.replace("LIST", "nothing"), caption="t") + paragraph("", "e")) == ["e"]


def test_a_cell_is_never_left_without_a_paragraph(shown: Render) -> None:
    loop = [paragraph("", text) for text in ("{%p for x in nothing %}", "{{ x }}", "{%p endfor %}")]
    assert shown(table((50,), 9000, row(cell(5000, *loop)), caption="t")) == [""]


def test_a_header_is_never_left_empty(shown: Render) -> None:
    loop = "".join(paragraph("", text) for text in ("{%p for x in nothing %}", "{{ x }}", "{%p endfor %}"))
    assert shown(paragraph("", "body"), header=loop, part="word/header1.xml") == [""]


@pytest.mark.parametrize(
    ("words", "attribute"),
    [
        ("{% colspan 1 + 1 %}a", 'w:gridSpan w:val="2"'),
        ("{% cellbg 'FF0000' %}a", 'w:fill="FF0000"'),
    ],
)
def test_cell_tags_set_the_cell(words: str, attribute: str, make_docx: Callable[..., bytes]) -> None:
    body = table((50,), 9000, row(cell(5000, paragraph("", words))), caption="t")
    template = compile_template(make_docx(body), name="t.docx")
    part = next(part for part in template.parts if part.name == "word/document.xml")
    xml = template.fill(part, {**CONTEXT, "render__": new_run()})
    assert attribute in xml
    assert ">a<" in xml


def new_run() -> Any:
    from applykit.documents.engine.limits import Budget
    from applykit.documents.engine.sandbox import Run

    return Run(Budget())


def test_cells_merge_down_and_across(shown: Render) -> None:
    down = three_rows("{%tr for item in items %}", "", "{% vm %}Group", "{{ item }}", "{%tr endfor %}", "")
    assert shown(down) == ["Group", "one", "", "two"]
    cells = ("{%tc for x in items %}", "{% hm %}Wide", "{%tc endfor %}")
    across = row(*(cell(1000, paragraph("", text)) for text in cells))
    assert shown(table((50,), 9000, across, caption="t")) == ["Wide"]


def test_tags_in_headers_are_filled(shown: Render) -> None:
    assert shown(paragraph("", "x"), header=paragraph("", "Of {{ name }}"), part="word/header1.xml") == ["Of Ada"]


def test_tags_in_text_boxes_are_filled_apart_from_the_paragraph_around(shown: Render) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('', '{{ name }}')}</w:txbxContent></w:pict></w:r>"
    assert shown(paragraph("", run("a {{ na"), box, run("me }}"))) == ["a Ada", "Ada"]


def test_spelling_marks_and_bookmarks_do_not_cut_tags(shown: Render) -> None:
    marks = '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    assert shown(paragraph("", run("{{ "), marks[0], run("name"), marks[1], run(" }}"))) == ["Ada"]


def test_tracked_changes_are_accepted(shown: Render) -> None:
    old = '<w:del w:id="1" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" w:author="a">{run("na")}</w:ins>'
    assert shown(paragraph("", run("{{ "), old, new, run("me }}"))) == ["Ada"]


def test_tabs_and_breaks_inside_a_tag_are_spaces(shown: Render) -> None:
    assert shown(paragraph("", run("{{\tname"), "<w:r><w:br/></w:r>", run("}}!"))) == ["Ada!"]


def test_tags_in_attributes_are_filled_on_one_line(make_docx: Callable[..., bytes]) -> None:
    control = '<w:sdt><w:sdtPr><w:alias w:val="For {{ odd }} {{ lines }}"/></w:sdtPr><w:sdtContent/></w:sdt>'
    document = compile_template(make_docx(paragraph("", run("x"), control)), name="t.docx").render(CONTEXT)
    assert 'w:val="For R&amp;D &lt;Smith&gt; &quot;x&quot; a b c"' in member(document, "word/document.xml")


def member(document: bytes, name: str) -> str:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name).decode("utf-8")


def test_field_codes_lose_what_would_end_their_text(make_docx: Callable[..., bytes]) -> None:
    code = '<w:r><w:instrText xml:space="preserve"> COMMENTS "{{ odd }}" </w:instrText></w:r>'
    document = compile_template(make_docx(paragraph("", code)), name="t.docx").render(CONTEXT)
    assert 'COMMENTS "R&amp;D &lt;Smith&gt; x" </w:instrText>' in member(document, "word/document.xml")


@pytest.mark.parametrize("written", ["{{ url }}", "%7B%7B%20url%20%7D%7D"])
def test_hyperlinks_get_their_target(
    written: str, make_docx: Callable[..., bytes], read_text: Callable[..., list[str]]
) -> None:
    body = paragraph("", run("see "), link("rId50", run("{{ name }}")))
    template = compile_template(make_docx(body, links={"rId50": written}), name="t.docx")
    document = template.render({**CONTEXT, "url": "https://example.com/a?b=1&c=ü"})
    assert 'Target="https://example.com/a?b=1&amp;c=%C3%BC"' in member(document, "word/_rels/document.xml.rels")
    assert find_faults(document, file="t.docx") == ()
    plain = template.render({**CONTEXT, "url": "javascript:alert(1)"})
    assert "hyperlink" not in member(plain, "word/document.xml")
    assert "javascript" not in member(plain, "word/_rels/document.xml.rels")
    assert read_text(plain) == read_text(document) == ["see Ada"]


def test_a_link_target_may_be_put_together(make_docx: Callable[..., bytes]) -> None:
    body = "".join(
        paragraph("", text) for text in ("{%p for item in items %}", link("rId50", run("{{ item }}")), "{%p endfor %}")
    )
    template = compile_template(make_docx(body, links={"rId50": "mailto:{{ item }}@example.com"}), name="t.docx")
    rels = member(template.render(CONTEXT), "word/_rels/document.xml.rels")
    assert "mailto:one@example.com" in rels
    assert "mailto:two@example.com" in rels


def test_a_checkbox_takes_its_state_from_a_field(
    make_docx: Callable[..., bytes], read_text: Callable[..., list[str]]
) -> None:
    bound = checkbox("Done").replace("<w14:checkbox>", '<w:tag w:val="{{ done }}"/><w:id w:val="7"/><w14:checkbox>')
    template = compile_template(make_docx(paragraph("", bound)), name="t.docx")
    assert read_text(template.render({"done": True})) == ["☒"]
    document = template.render({"done": False})
    assert read_text(document) == ["☐"]
    assert '<w14:checked w14:val="0"/>' in member(document, "word/document.xml")


def test_merge_fields_are_filled(make_docx: Callable[..., bytes], read_text: Callable[..., list[str]]) -> None:
    simple = f'<w:fldSimple w:instr=" MERGEFIELD First_Name \\* MERGEFORMAT ">{run("«First»", "Strong")}</w:fldSimple>'
    parts = [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:instrText> MERGEFIELD "Job ',
        'Title" </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run("«Job»"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
    page = '<w:fldSimple w:instr=" PAGE ">' + run("1") + "</w:fldSimple>"
    body = paragraph("", simple, run(", "), "".join(parts), run(" "), page)
    template = compile_template(make_docx(body), name="t.docx", fields={"first_name": "name"})
    assert read_text(template.render({"name": "Ada", "job_title": "Analyst"})) == ["Ada, Analyst 1"]


def test_document_properties_are_filled_once_escaped_and_cut(make_docx: Callable[..., bytes]) -> None:
    from applykit.documents.designs.build import core

    template = compile_template(make_docx("<w:p/>", docProps__core_xml=core()), name="t.docx")
    properties = {"title": "R&D\n" + "x" * 300, "author": "Ada", "language": "en-GB"}
    xml = member(template.render({"document": properties}), "docProps/core.xml")
    title = xml.partition("<dc:title>")[2].partition("</dc:title>")[0]
    assert title.startswith("R&amp;D xxx")
    assert len(title) == 255 + len("amp;")
    assert "<dc:creator>Ada</dc:creator>" in xml


def test_a_word_template_becomes_a_document(make_docx: Callable[..., bytes]) -> None:
    from applykit.documents.designs.build import content_types

    types = content_types().replace("document.main+xml", "template.main+xml")
    document = compile_template(make_docx("<w:p/>", **{"[Content_Types].xml": types}), name="t.docx").render({})
    assert "template.main" not in member(document, "[Content_Types].xml")
    assert "document.main" in member(document, "[Content_Types].xml")


def test_smart_tags_and_custom_xml_are_unwrapped(shown: Render) -> None:
    tagged = f"<w:smartTag><w:smartTagPr/>{run('{{ na')}</w:smartTag><w:customXml>{run('me }}')}</w:customXml>"
    assert shown(paragraph("", run("a "), tagged, run(" b"))) == ["a Ada b"]


def test_hyphens_of_word_s_own_do_not_cut_tags(shown: Render) -> None:
    assert shown(paragraph("", run("{{ words['a"), "<w:r><w:softHyphen/></w:r>", run(" b'] }}"))) == ["quoted"]


def test_a_commented_row_goes(shown: Render) -> None:
    assert shown(three_rows("{#tr a note #}", "", "left", "x")) == ["left", "x"]


def test_cell_tags_work_without_cell_properties(shown: Render, make_docx: Callable[..., bytes]) -> None:
    bare = cell(1, paragraph("", "{% colspan 2 %}a")).replace('<w:tcPr><w:tcW w:w="1" w:type="pct"/></w:tcPr>', "")
    spanned = cell(1, paragraph("", "{% colspan 3 %}b")).replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>')
    body = table((50,), 9000, row(bare, spanned), caption="t")
    assert shown(body) == ["a", "b"]
    xml = member(compile_template(make_docx(body), name="t.docx").render(CONTEXT), "word/document.xml")
    assert xml.count("gridSpan") == 2
    assert '<w:gridSpan w:val="3"/>' in xml


def test_a_checkbox_without_a_state_gets_one(make_docx: Callable[..., bytes]) -> None:
    bare = (
        '<w:sdt><w:sdtPr><w:tag w:val="{{ done }}"/><w14:checkbox/></w:sdtPr><w:sdtContent>'
        f"{run('Done')}</w:sdtContent></w:sdt>"
    )
    document = compile_template(make_docx(paragraph("", bare)), name="t.docx").render({"done": True})
    assert '<w14:checked w14:val="1"/>' in member(document, "word/document.xml")


def test_links_with_an_impossible_address_stay_text() -> None:
    from applykit.documents.engine.links import EMPTY_RELATIONSHIPS, Links, safe_target, with_relationships

    assert safe_target("https://[::1") is None
    assert safe_target("https://") is None
    assert safe_target("x" * 3000) is None
    links = Links()
    links.add("https://example.com")
    closed = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    assert with_relationships(closed, links).endswith("</Relationships>")
    assert with_relationships("", links) == with_relationships(EMPTY_RELATIONSHIPS, links)


def test_a_run_that_mixes_words_and_a_run_tag_keeps_its_formatting(make_docx: Callable[..., bytes]) -> None:
    bold = run("a {%r if name %}", "Strong") + run("b", "Strong") + run("{%r endif %} c", "Strong")
    document = compile_template(make_docx(paragraph("", bold)), name="t.docx").render(CONTEXT)
    assert member(document, "word/document.xml").count('w:rStyle w:val="Strong"') == 3
