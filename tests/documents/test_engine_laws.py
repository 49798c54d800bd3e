"""What holds for any text and any number of threads: nothing is lost, mixed up or different on repeat."""

import io
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.documents.check.validity import find_faults
from applykit.documents.designs.blocks import each, link, paragraph, run
from applykit.documents.engine import Template, clean_text, compile_template
from applykit.documents.engine.archive import read_entries
from applykit.documents.engine.links import safe_target

MakeDocx = Callable[..., bytes]
ReadText = Callable[..., list[str]]
# Everything a Python string can hold, surrogates and control characters included.
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40) | st.sampled_from(
    [
        "R&D",
        "<select>",
        "{{ name }}",
        "{% if %}",
        "\ud800",
        "\x00\x0b\x1f",
        "]]>",
        "&amp;",
        "a\r\nb\tc",
        "\ufdd00\ufdd1",
    ]
)


@pytest.fixture(scope="module")
def template(make_docx: MakeDocx) -> Template:
    body = paragraph("", "{{ text }}") + each("item in items", paragraph("", run("- "), run("{{ item }}")))
    body += paragraph("", link("rId50", run("{{ text }}")))
    document = make_docx(body, header=paragraph("", "{{ text }}"), links={"rId50": "{{ target }}"})
    return compile_template(document, name="law.docx")


def as_word_keeps(text: str) -> str:
    """A text as Word can hold it: without forbidden characters, line breaks as one kind."""
    return clean_text(text).replace("\r\n", "\n").replace("\r", "\n")


@given(text=ANY_TEXT, items=st.lists(ANY_TEXT, max_size=4), target=ANY_TEXT | st.just("https://example.com/ä b"))
def test_any_text_survives(text: str, items: list[str], target: str, template: Template, read_text: ReadText) -> None:
    document = template.render({"text": text, "items": items, "target": target})
    kept = as_word_keeps(text)
    assert read_text(document) == [kept, *(f"- {as_word_keeps(item)}" for item in items), kept]
    assert read_text(document, "word/header1.xml") == [kept]
    assert [p for p in find_faults(document, file="law.docx") if "template tag" not in p.message] == []


@given(text=ANY_TEXT)
def test_the_same_input_gives_the_same_bytes(text: str, template: Template) -> None:
    context = {"text": text, "items": [text], "target": text}
    assert template.render(context) == template.render(context)


@given(
    target=ANY_TEXT | st.sampled_from(["https://a/\ud800", "HTTPS://example.com", "tel:+1 (555) 0142", "mailto:a@b"])
)
def test_a_target_is_safe_or_nothing(target: str) -> None:
    safe = safe_target(target)
    assert safe is None or (
        safe.split(":")[0] in ("http", "https", "mailto", "tel") and safe.isascii() and " " not in safe
    )


def test_threads_never_mix_people(template: Template, read_text: ReadText) -> None:
    def render(number: int) -> list[str]:
        return read_text(template.render({"text": f"P{number}", "items": [f"I{number}"] * 3, "target": ""}))

    with ThreadPoolExecutor(8) as pool:
        for number, lines in enumerate(pool.map(render, range(1_000))):
            assert lines == [f"P{number}", *[f"- I{number}"] * 3, f"P{number}"]


@pytest.mark.long
def test_threads_never_mix_people_in_ten_thousand_documents(template: Template, read_text: ReadText) -> None:
    def render(number: int) -> list[str]:
        return read_text(template.render({"text": f"P{number}", "items": [f"I{number}"], "target": ""}))

    with ThreadPoolExecutor(8) as pool:
        for number, lines in enumerate(pool.map(render, range(10_000))):
            assert lines == [f"P{number}", f"- I{number}", f"P{number}"]


def test_parts_without_tags_are_copied_as_they_are_packed(make_docx: MakeDocx) -> None:
    source = make_docx(paragraph("", "{{ text }}"))
    before = read_entries(source, file="t.docx")
    after = read_entries(compile_template(source, name="t.docx").render({"text": "x"}), file="t.docx")
    assert list(after) == list(before)
    assert after["word/styles.xml"].packed == before["word/styles.xml"].packed
    assert after["word/document.xml"].packed != before["word/document.xml"].packed


def test_nothing_in_a_document_says_when_it_was_made(template: Template) -> None:
    document = template.render({"text": "x", "items": [], "target": ""})
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
