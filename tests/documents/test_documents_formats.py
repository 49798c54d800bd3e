"""The other formats say the same as the Word files, and no text of a person becomes markup."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from applykit.documents import RenderedFile, load_design, render_documents
from applykit.documents.formats import FORMATS, convert_to_pdf, export_documents, find_libreoffice, pdf, read_formats
from applykit.documents.formats.html import to_html
from applykit.documents.formats.jsonresume import to_json_resume
from applykit.documents.formats.markdown import to_markdown
from applykit.documents.formats.outline import BLOCKS, Block
from applykit.documents.formats.text import WIDTH, to_text
from applykit.documents.render import contexts_of
from applykit.errors import ApplykitError
from applykit.tailoring.model import (
    Application,
    Resume,
    ResumeEntry,
    ResumeSection,
    Sentence,
    Source,
    SourceKind,
)


def blocks_of(application: Application, kind: str) -> list[Block]:
    return list(BLOCKS[kind](contexts_of(application)[kind]))


def exported(application: Application, formats: tuple[str, ...], **options: Any) -> dict[str, str]:
    documents = render_documents(application, load_design("classic"))
    files, problems = export_documents(application, documents, formats=formats, **options)
    assert problems == ()
    return {file.name: file.data.decode("utf-8", "replace") for file in files}


def test_every_document_is_there_in_every_format(application: Application) -> None:
    files = exported(application, ("docx", "txt", "md", "html"))
    stems = ("Ada-Byron-King-Resume", "Ada-Byron-King-Cover-Letter", "Gap-Checklist")
    assert sorted(files) == sorted(f"{stem}.{name}" for stem in stems for name in ("docx", "txt", "md", "html"))


def test_text_has_ascii_bullets_and_short_lines(application: Application) -> None:
    text = exported(application, ("txt",))["Ada-Byron-King-Resume.txt"]
    assert "\nEXPERIENCE\n\nAnalyst, Engine & Sons, London, OH, May 2020 - Present\n- Wrote 7 notes\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "\n\n\n" not in text


def test_a_row_s_question_is_asked_in_every_format(application: Application) -> None:
    row = {"asked": "Evenings", "answer": "Ask", "status": "ask", "evidence": [], "none": "", "note": ""}
    context = contexts_of(application)["gap-checklist"] | {"required": [row | {"question": "Can you work then?"}]}
    blocks = list(BLOCKS["gap-checklist"](context))
    assert "[Ask] Evenings\n    Can you work then?\n" in to_text(blocks)
    assert "Can you work then?" in to_markdown(blocks)
    assert "Can you work then?" in to_html(blocks, title="t")


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_every_word_is_in_every_format(kind: str, application: Application) -> None:
    blocks = blocks_of(application, kind)
    words = {
        word for block in blocks for text in (block.text, block.label, *dict(block.items)) for word in text.split()
    }
    plain = to_text(blocks)
    page = LexborHTMLParser(to_html(blocks, title="t")).text()
    simple = str.maketrans({"“": '"', "”": '"', "–": "-"})
    assert [word for word in sorted(words) if word.translate(simple).casefold() not in plain.casefold()] == []
    assert [word for word in sorted(words) if word not in page] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# no heading", r"\# no heading"),
        ("- no bullet", r"\- no bullet"),
        ("1. no list", r"1\. no list"),
        ("2021) x", r"2021\) x"),
        ("2021 x", "2021 x"),
        ("a*b_c`d", r"a\*b\_c\`d"),
        ("<b>R&D</b> &amp;", r"\<b\>R&D\</b\> \&amp;"),
        ("[a](b)", r"\[a\](b)"),
        ("two\nlines", "two lines"),
        ("+1 555", r"\+1 555"),
    ],
)
def test_a_person_s_text_never_becomes_markdown(text: str, shown: str) -> None:
    assert to_markdown([Block("line", text)]) == f"{shown}\n"


@given(text=st.text(max_size=60))
def test_a_person_s_text_never_becomes_html(text: str) -> None:
    kinds = ("title", "line", "bullet", "row", "step", "question", "group", "entry", "address", "contact", "subject")
    blocks = [Block(kind, text, text, text, ((text, "javascript:" + text),)) for kind in kinds]
    tags = {node.tag for node in LexborHTMLParser(to_html(blocks, title=text)).css("body *")}
    assert tags <= {
        *("h1", "p", "li", "ul", "label", "input", "table", "tbody", "tr", "th", "td"),
        *("strong", "span", "div", "address", "br"),
    }


def test_html_asks_for_nothing_from_outside(application: Application) -> None:
    page = exported(application, ("html",), country="DE", language="de")["Ada-Byron-King-Resume.html"]
    assert '<html lang="de">' in page
    assert "size: A4" in page
    assert not re.search(r"<script|<link|<img|src=|url\(|@import", page)
    assert 'href="mailto:ada@example.com"' in page


def test_formats_are_read_in_a_fixed_order() -> None:
    assert read_formats("pdf, DOCX") == ("docx", "pdf")
    assert read_formats(",".join(FORMATS)) == FORMATS


@pytest.mark.parametrize("words", ["", "odt", "docx,odt"])
def test_an_unknown_format_is_refused(words: str) -> None:
    with pytest.raises(ApplykitError, match=r"Formats are: docx, pdf"):
        read_formats(words)


def from_profile(text: str, where: str) -> Sentence:
    return Sentence(text, (Source(SourceKind.PROFILE, where),))


PROFILE: dict[str, Any] = {
    "basics": {"name": "Ada", "email": "ada@example.com", "label": "Old", "phone": None},
    "work": [
        {"name": "Not printed"},
        {
            "name": "Engine",
            "position": "Analyst",
            "startDate": "2020",
            "setting": "lab",
            "highlights": [{"text": "a"}, "b", "c"],
        },
        {"name": "Mill", "roles": [{"position": "One", "highlights": ["x"]}, {"position": "Two", "highlights": ["y"]}]},
    ],
    "certificates": [{"name": "Board", "issued": "2021", "number": "7"}],
    "private": {"note": "secret"},
    "why": [{"text": "mine"}],
}


def test_json_resume_holds_what_is_printed_in_its_order() -> None:
    lines = (from_profile("C", "/work/1/highlights/2"), from_profile("A", "/work/1/highlights/0"))
    jobs = (
        ResumeEntry(from_profile("Analyst", "/work/1/position"), lines=lines),
        ResumeEntry(
            from_profile("Two", "/work/2/roles/1/position"), lines=(from_profile("Y", "/work/2/roles/1/highlights/0"),)
        ),
    )
    sections = (
        ResumeSection("summary", "Summary", lines=(from_profile("I analyse.", "/basics/summary"),)),
        ResumeSection("experience", "Experience", jobs),
        ResumeSection("credentials", "C", (ResumeEntry(from_profile("Board", "/certificates/0/name")),)),
        ResumeSection("education", "E", (ResumeEntry(from_profile("Gone", "/education/9/institution")),)),
    )
    resume = Resume(from_profile("Ada", "/basics/name"), from_profile("Analyst", "/basics/label"), (), sections)
    made = json.loads(to_json_resume(resume, PROFILE))
    assert made["basics"] == {"name": "Ada", "email": "ada@example.com", "label": "Analyst", "summary": "I analyse."}
    assert made["work"] == [
        {"name": "Engine", "position": "Analyst", "startDate": "2020", "highlights": ["c", "a"]},
        {"name": "Mill", "position": "One"},
        {"name": "Mill", "position": "Two", "highlights": ["y"]},
    ]
    assert made["certificates"] == [{"name": "Board", "date": "2021"}]
    assert set(made) == {"$schema", "basics", "work", "certificates"}
    assert "secret" not in json.dumps(made)


def test_json_resume_is_written_where_the_profile_is_given(application: Application) -> None:
    assert "Ada-Byron-King-Resume.json" in exported(application, ("json",), profile=PROFILE)
    assert exported(application, ("json",)) == {}


def test_without_libreoffice_everything_else_is_done(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    documents = render_documents(application, load_design("classic"))
    files, problems = export_documents(application, documents, formats=("docx", "pdf"))
    assert files == documents
    assert "needs LibreOffice" in str(problems[0])


def test_a_libreoffice_that_makes_nothing_is_reported(tmp_path: Any) -> None:
    for program, says in (("true", "could not make a PDF of a.docx"), (str(tmp_path / "gone"), "did not finish")):
        with pytest.raises(ApplykitError, match=says):
            pdf.convert_in(tmp_path, [RenderedFile("a.docx", b"x")], program)


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_pdfs_are_tagged_and_have_the_expected_pages(application: Application) -> None:
    import pypdfium2

    documents = render_documents(application, load_design("classic"))
    made = convert_to_pdf(documents)
    assert [file.name for file in made] == [file.name.replace(".docx", ".pdf") for file in documents]
    for file in made:
        assert b"/MarkInfo" in file.data
        with pypdfium2.PdfDocument(file.data) as document:
            assert len(document) == 1
    text = pypdfium2.PdfDocument(made[0].data)[0].get_textpage().get_text_range()
    assert "Ada Byron-King" in text
