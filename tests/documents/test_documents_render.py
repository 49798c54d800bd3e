"""Applications become documents: every field shown, empty parts gone, names safe, the same bytes on repeat."""

import dataclasses
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from applykit.documents import Design, list_designs, load_design, render_documents
from applykit.documents.check.validity import find_faults
from applykit.documents.context import checklist_context, letter_context, resume_context
from applykit.errors import ApplykitError
from applykit.tailoring.model import Application, Checklist, ResumeEntry, ResumeSection, Sentence

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GOLDEN = Path(__file__).parent / "golden"
NAMES = [manifest.name for manifest in list_designs()]
ReadText = Callable[..., list[str]]


def styled_text(document: bytes) -> str:
    """The body as one line a paragraph: its style, a colon, its text."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    lines = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        words = (
            "\\t" if leaf.tag == f"{W}tab" else leaf.text or ""
            for run in paragraph.iter(f"{W}r")
            for leaf in run.iter(f"{W}t", f"{W}tab")
        )
        lines.append(f"{style.get(f'{W}val') if style is not None else 'Normal'}: {''.join(words)}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_documents_are_as_they_were_agreed(name: str, application: Application) -> None:
    """Renew with RENEW_GOLDEN=1 and look at the difference before committing it."""
    for file in render_documents(application, load_design(name), country="US"):
        golden = GOLDEN / f"{name}-{file.kind}.txt"
        shown = styled_text(file.data)
        if os.environ.get("RENEW_GOLDEN"):
            golden.write_text(shown, "utf-8")
        assert golden.read_text("utf-8") == shown


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("country", ["US", "DE", None])
def test_documents_are_sound(name: str, country: str | None, application: Application) -> None:
    for file in render_documents(application, load_design(name), country=country, accent="7A1F3D", language="en-GB"):
        assert find_faults(file.data, file=file.name) == ()


def test_files_are_named_after_the_person(application: Application) -> None:
    names = [file.name for file in render_documents(application, load_design("classic"))]
    assert names == ["Ada-Byron-King-Resume.docx", "Ada-Byron-King-Cover-Letter.docx", "Gap-Checklist.docx"]


def test_the_same_application_gives_the_same_bytes(application: Application) -> None:
    first = render_documents(application, load_design("classic"))
    assert first == render_documents(application, load_design("classic"))


def part(document: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name).decode("utf-8")


@pytest.mark.parametrize(("country", "width"), [("US", "12240"), ("ca", "12240"), ("DE", "11906"), (None, "12240")])
def test_the_paper_follows_the_country(country: str | None, width: str, application: Application) -> None:
    document = render_documents(application, load_design("classic"), country=country)[0].data
    xml = part(document, "word/document.xml")
    assert f'<w:pgSz w:w="{width}"' in xml
    margins = 2 * 1152
    assert f'w:val="right" w:pos="{int(width) - margins}"' in part(document, "word/styles.xml")


def test_language_title_and_author_are_set(application: Application) -> None:
    document = render_documents(application, load_design("classic"), language="en-GB")[0].data
    assert 'w:lang w:val="en-GB"' in part(document, "word/styles.xml")
    core = part(document, "docProps/core.xml")
    assert "<dc:title>Ada Byron-King – Resume</dc:title>" in core
    assert "<dc:language>en-GB</dc:language>" in core


def test_an_accent_replaces_the_design_s_colour(application: Application) -> None:
    design = load_design("classic")
    styles = part(render_documents(application, design, accent="#7a1f3d")[0].data, "word/styles.xml")
    assert "7A1F3D" in styles
    assert design.manifest.accent not in styles


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"accent": "blue"}, "no colour"),
        ({"accent": "FFFF00"}, "hard to read"),
        ({"language": "english"}, "no language tag"),
    ],
)
def test_wrong_options_are_refused(options: dict[str, Any], says: str, application: Application) -> None:
    with pytest.raises(ApplykitError, match=says):
        render_documents(application, load_design("classic"), **options)


def empty(application: Application) -> Application:
    """Nothing but a name."""
    resume = dataclasses.replace(application.resume, headline=None, contact=(), sections=())
    letter = dataclasses.replace(application.letter, contact=(), recipient=(), subject=None, paragraphs=())
    old = application.checklist
    checklist = Checklist(old.title, old.subtitle, (), (), (), (), (), (), ())
    return dataclasses.replace(application, resume=resume, letter=letter, checklist=checklist)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_empty_vanishes_with_its_heading(name: str, application: Application, read_text: ReadText) -> None:
    resume, letter, checklist = render_documents(empty(application), load_design(name))
    assert read_text(resume.data) == ["Ada Byron-King"]
    assert "Heading1" not in styled_text(checklist.data)
    assert "<w:tbl>" not in part(checklist.data, "word/document.xml")
    for file in (resume, letter, checklist):
        assert find_faults(file.data, file=file.name) == ()


@pytest.mark.parametrize("count", [1, 2, 3, 40])
def test_any_number_of_highlights_is_shown(count: int, application: Application, read_text: ReadText) -> None:
    lines = tuple(Sentence(f"Did thing {number}", ()) for number in range(count))
    entry = ResumeEntry(Sentence("Analyst", ()), None, None, None, lines)
    resume = dataclasses.replace(application.resume, sections=(ResumeSection("experience", "Experience", (entry,)),))
    document = render_documents(dataclasses.replace(application, resume=resume), load_design("classic"))[0].data
    assert [text for text in read_text(document) if text.startswith("Did")] == [line.text for line in lines]
    kept = part(document, "word/document.xml").count('<w:pStyle w:val="ListBullet"/><w:keepNext/>')
    assert kept == min(3, count - 1)  # the first two, and the last but one


@given(text=st.text(max_size=30))
def test_any_name_makes_sound_documents(text: str, application: Application) -> None:
    name = Sentence(text, ())
    resume = dataclasses.replace(application.resume, name=name, headline=name)
    letter = dataclasses.replace(application.letter, name=name, signature=name)
    changed = dataclasses.replace(application, resume=resume, letter=letter)
    for file in render_documents(changed, DESIGN):
        assert [p for p in find_faults(file.data, file=file.name) if "template tag" not in p.message] == []


DESIGN: Design = load_design("classic")


def test_every_section_has_a_field_of_its_own(application: Application) -> None:
    context = resume_context(application.resume)
    assert context["experience"]["entries"][0]["title"] == "Analyst"
    assert context["awards"] == {
        "kind": "awards", "heading": "", "entries": [], "groups": [], "lines": [], "prose": False
    }  # fmt: skip
    assert [section["kind"] for section in context["sections"]][:2] == ["summary", "credentials"]


def test_a_long_entry_makes_its_section_s_entries_long(application: Application) -> None:
    context = resume_context(application.resume)
    assert [entry["long"] for entry in context["education"]["entries"]] == [True, True]
    assert [entry["long"] for entry in context["credentials"]["entries"]] == [False]


def test_the_checklist_says_what_is_missing(application: Application) -> None:
    rows = checklist_context(application.checklist, name="Ada")["gates"]
    assert [(row["status"], row["answer"], row["none"]) for row in rows] == [
        ("met", "Met", ""),
        ("ask", "Ask", "Only you can answer this."),
        ("missing", "None", "Nothing in the profile shows this."),
        ("partly", "Partly", ""),
    ]


def test_a_letter_s_paragraph_is_its_sentences(application: Application) -> None:
    assert letter_context(application.letter)["paragraphs"][0] == "I am applying. I can count."
