"""The document check sees what programs see, and says what to mend."""

import dataclasses
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from applykit.documents import load_design, render_documents
from applykit.documents.check import (
    CheckReport,
    Weight,
    as_document,
    as_lines,
    as_record,
    check_document,
    verify_documents,
)
from applykit.documents.check.check import likely_headings
from applykit.documents.check.findings import JUDGES, Looked, share_in_place
from applykit.documents.check.model import Contact, Facts
from applykit.documents.check.validity import find_faults
from applykit.documents.check.words import find_contact, find_dates, kind_of, section_of, shows
from applykit.documents.designs.blocks import cell, paragraph, row, run, table
from applykit.documents.formats import convert_to_pdf, find_libreoffice
from applykit.documents.model import RenderedFile
from applykit.errors import ApplykitError
from applykit.tailoring.model import Application

MakeDocx = Callable[..., bytes]
FILLER = "".join(paragraph("", f"Counted the items in shelf {number} with great care") for number in range(30))


@pytest.mark.parametrize("name", ["classic", "modern", "compact", "plain"])
def test_own_documents_have_nothing_to_mend(name: str, application: Application) -> None:
    for file in render_documents(application, load_design(name)):
        report = check_document(file.data, file=file.name)
        assert report.to_mend == (), as_lines(report)
        assert report.kind == {"cover-letter": "letter", "gap-checklist": "checklist"}.get(file.kind, file.kind)


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_own_pdfs_have_nothing_to_mend(application: Application) -> None:
    documents = render_documents(application, load_design("modern"))
    for docx, pdf in zip(documents, convert_to_pdf(documents), strict=True):
        report = check_document(pdf.data, file=pdf.name)
        assert report.to_mend == (), as_lines(report)
        assert report.facts.tagged
        assert report.facts.title
        assert report.facts.pages == 1
        shown = report.facts.text.casefold()
        words = " ".join(check_document(docx.data, file="d").facts.lines).replace("\u00a0", " ").split()
        assert [word for word in words if word.isalnum() and word.casefold() not in shown] == []


def test_a_report_says_what_a_program_finds(application: Application) -> None:
    file = render_documents(application, load_design("classic"))[0]
    terms = {"Notes": ["notes"], "Chess": ["chess"], "Proof": ["proof <by hand>"]}
    report = check_document(file.data, file=file.name, terms=terms)
    record = as_record(report)
    assert record["contact"] == {"email": "ada@example.com", "phone": "(555) 555-0142", "link": ""}
    assert record["sections"][:2] == [  # type: ignore[index]
        {"heading": "Summary", "section": "summary"},
        {"heading": "Certifications", "section": "credentials"},
    ]
    assert report.terms == (("Notes", True), ("Chess", False), ("Proof", True))
    lines = as_lines(report)
    assert lines[-2:] == ["  shows 2 of 3 terms of the posting: Notes, Proof", "  does not show: Chess"]
    assert record["language"] == "en-US"


def test_a_report_is_a_word_file_too(application: Application, read_text: Callable[..., list[str]]) -> None:
    file = render_documents(application, load_design("classic"))[0]
    report = check_document(file.data, file="folder/mine.docx", terms={"Notes": ["notes"], "Chess": ["chess"]})
    made = as_document(report, load_design("classic"))
    assert made.name == "Check-Report.docx"
    assert find_faults(made.data, file=made.name) == ()
    lines = read_text(made.data)
    assert lines[:2] == ["Check of mine.docx", f"resume, {report.words} words"]
    assert "✓\u00a0fine" in lines
    assert "Not shown: Chess" in lines
    assert "Wrote 7 notes" in lines


def findings(make_docx: MakeDocx, body: str, **parts: Any) -> list[tuple[str, str]]:
    report = check_document(make_docx(FILLER + body, **parts), file="their.docx")
    return [(finding.topic, finding.message) for finding in report.findings if finding.weight is not Weight.FINE]


BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    ("body", "topic", "says"),
    [
        (paragraph("", BOX.format(paragraph("", "My name in a box"))), "text boxes", "'My name in a box'"),
        (table((50,), 9000, row(cell(5000, paragraph("", "x"))), caption="t"), "tables", "1 table"),
        (paragraph("", run("secret words", properties="<w:vanish/>")), "hidden text", "'secret words'"),
        (paragraph("", run("white words", properties='<w:color w:val="FFFFFF"/>')), "hidden text", "white words"),
        (paragraph("", run("tiny words", properties='<w:sz w:val="2"/>')), "hidden text", "tiny words"),
        ("<w:p><w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins></w:p>", "changes", "1 tracked change"),
        ('<w:sectPr><w:cols w:num="2"/></w:sectPr>', "columns", "2 columns"),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", "pictures", "1 picture"),
        (paragraph("", "{{ left }}"), "file", "still shows a template tag"),
        (paragraph("Heading2", "Too deep"), "headings", "A heading level is left out"),
        (paragraph("", run("x" * 400, properties='<w:rFonts w:ascii="Papyrus"/>')), "fonts", "Papyrus"),
        (paragraph("", run("x" * 400, properties='<w:sz w:val="14"/>')), "size", "smaller than 9.5"),
    ],
)
def test_what_troubles_programs_is_named(body: str, topic: str, says: str, make_docx: MakeDocx) -> None:
    assert [message for found, message in findings(make_docx, body) if found == topic and says in message] != []


def test_a_plain_document_troubles_nobody(make_docx: MakeDocx) -> None:
    assert findings(make_docx, "") == []


def test_an_address_in_the_header_only_is_named(make_docx: MakeDocx) -> None:
    body = "".join(paragraph("Heading1", name) for name in ("Experience", "Education"))
    found = findings(make_docx, body, header=paragraph("", "ada@example.com"))
    assert ("contact", "The e-mail address stands outside of the body.") in found
    assert ("headers", "Only in a header or footer: 'ada@example.com'.") in found


MANY = tuple(f"line{number} and word{number}" for number in range(50))


def looked(kind: str = "resume", **changes: Any) -> Looked:
    lines = ("Ada", "ada@example.com", "Experience", "word " * 300)
    facts = Facts("docx", lines, lines, ((1, "Experience"), (1, "Education")), title="t", language="en")
    sections = (("Experience", "experience"), ("Education", "education"))
    base = Looked(kind, facts, Contact("a@b.c", "5555550142"), sections, (("YYYY", "2020"),), 304)
    outer = {name: value for name, value in changes.items() if name in Looked.__slots__}
    inner = {name: value for name, value in changes.items() if name not in outer}
    return dataclasses.replace(base, facts=dataclasses.replace(facts, **inner), **outer)


def judged(item: Looked) -> Iterator[tuple[str, str]]:
    for judge in JUDGES:
        for finding in judge(item):
            if finding.weight is not Weight.FINE:
                yield finding.topic, finding.message


@pytest.mark.parametrize(
    ("changes", "topic", "says"),
    [
        ({"words": 3}, "text", "3 words"),
        ({"second": ("Ada",)}, "reading order", "misses"),
        ({"lines": MANY, "second": MANY[::-1]}, "reading order", "80% of the words elsewhere"),
        ({"unreadable": ("?nancial",)}, "text", "'?nancial'"),
        ({"lines": (*MANY, "a@b.c")}, "contact", "a@b.c is read only near the end"),
        ({"fonts": (("Papyrus", 900),)}, "fonts", "Papyrus"),
        ({"contact": Contact()}, "contact", "No e-mail"),
        ({"contact": Contact("a@b.c")}, "contact", "No phone"),
        ({"sections": (("Journey", ""),)}, "headings", "may not know: 'Journey'"),
        ({"sections": (("Journey", ""),)}, "headings", "No heading for experience"),
        ({"headings": ()}, "headings", "only formatted"),
        ({"dates": ()}, "dates", "No dates"),
        ({"dates": (("MM/YYYY", "a"), ("YYYY-MM", "b"))}, "dates", "2 ways: MM/YYYY, YYYY-MM"),
        ({"images_without_text": 2}, "pictures", "2 pictures without"),
        ({"pages": 4}, "length", "4 pages"),
        ({"words": 2000}, "length", "2000 words"),
        ({"language": ""}, "language", "which language"),
        ({"title": ""}, "title", "no title"),
        ({"tagged": False}, "tags", "not tagged"),
        ({"comments": 1}, "comments", "1 comment"),
        ({"protected": True}, "protection", "protected"),
        ({"remote": ("image: https://x",)}, "remote parts", "image: https://x"),
        ({"kind": "checklist", "tables": 1, "row_splits": 3}, "tables", "3 rows"),
    ],
)
def test_every_judge_speaks_up(changes: dict[str, Any], topic: str, says: str) -> None:
    assert [message for found, message in judged(looked(**changes)) if found == topic and says in message] != []


def test_a_good_resume_is_left_in_peace() -> None:
    assert list(judged(looked())) == []
    assert list(judged(looked(fonts=(("Papyrus", 900),), embedded=frozenset(("Papyrus",))))) == []


def test_words_a_line_apart_are_in_place() -> None:
    first = [f"word{number}" for number in range(200)]
    swapped = [
        word for start in range(0, 200, 20) for word in (*first[start + 10 : start + 20], *first[start : start + 10])
    ]
    assert share_in_place(first, swapped) == share_in_place(first, first) == share_in_place([], first) == 1.0
    interleaved = [word for pair in zip(first[:100], first[100:], strict=True) for word in pair]
    assert share_in_place(first, interleaved) < 0.5


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"just text", "neither a Word file"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office file"),
        (b"%PDF-1.7 nothing", "not a PDF that can be opened"),
        (b"PK\x03\x04 cut off", "not a ZIP file"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(ApplykitError, match=says):
        check_document(data, file="their.docx")


def test_a_document_that_word_would_refuse_is_not_let_out(make_docx: MakeDocx) -> None:
    broken = make_docx(table((50,), 9000, row(cell(5000)), caption="t"))
    problems = verify_documents([RenderedFile("broken.docx", broken)])
    assert "does not end with a paragraph" in problems[0].message
    assert verify_documents([RenderedFile("fine.docx", make_docx(paragraph("", "{{ mine }}")))]) == ()


@pytest.mark.parametrize(
    ("body", "parts", "says"),
    [
        ('<w:p><w:hyperlink r:id="rId99"/></w:p>', {}, "relationship rId99"),
        ('<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/></w:p>', {}, "'1' 2 times"),
        ("<w:tbl><w:tr/></w:tbl>", {}, "tr without tc"),
        ("<w:tbl/>", {}, "tbl without tr"),
        ("<w:p><w:p/></w:p>", {}, "paragraph inside a p"),
        ("<w:p>loose</w:p>", {}, "text outside of a text element"),
        ('<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr></w:p>', {}, "style 'Gone'"),
        ('<w:p><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:p>', {}, "list 9"),
        ("<w:p/>", {"word__media__x.bin": "x"}, "no content type"),
        ("<w:sdt><w:sdtPr><w:id w:val='3'/></w:sdtPr></w:sdt>" * 2, {}, "control 3 2 times"),
    ],
)
def test_faults_that_validators_miss_are_found(
    body: str, parts: dict[str, str], says: str, make_docx: MakeDocx
) -> None:
    messages = [problem.message for problem in find_faults(make_docx(body, **parts), file="t.docx")]
    assert [message for message in messages if says in message] != []


@pytest.mark.parametrize("part", ["word__styles_xml", "word___rels__document_xml.rels", "word__document_xml"])
def test_a_damaged_part_is_named_with_its_file(part: str, make_docx: MakeDocx) -> None:
    damaged = make_docx("<w:p/>", **{part: "<a><b></a>"})
    for file in ("one.docx", "two.docx"):  # what is kept from the first must not speak for the second
        with pytest.raises(ApplykitError, match="is damaged") as caught:
            find_faults(damaged, file=file)
        assert [problem.file for problem in caught.value.problems] == [file]


def test_a_file_without_a_list_of_its_parts_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(ApplykitError, match="no list of its parts"):
        check_document(buffer.getvalue(), file="t.docx")


def test_parts_and_properties_are_checked(make_docx: MakeDocx) -> None:
    from applykit.documents.designs.build import content_types, core, document_rels

    gone = content_types().replace("/word/numbering.xml", "/word/gone.xml")
    twice = document_rels(contact=False).replace('Id="rId2"', 'Id="rId1"').replace("settings.xml", "nowhere.xml")
    long = core().replace("{{ document.title }}", "x" * 300)
    parts = {"[Content_Types].xml": gone, "docProps__core_xml": long, "word___rels__document_xml.rels": twice}
    messages = " ".join(problem.message for problem in find_faults(make_docx("<w:p/>", **parts), file="t.docx"))
    for says in ("gone.xml, which is not there", "rId1 twice", "nowhere.xml, which is not there", "title is longer"):
        assert says in messages


@pytest.mark.parametrize(
    ("text", "email", "phone", "link"),
    [
        ("ada@example.com | (253) 555-0148 | example.com/ada", "ada@example.com", "(253) 555-0148", "example.com/ada"),
        ("+44 20 7946 0958, https://example.org", "", "+44 20 7946 0958", "https://example.org"),
        ("2018 - 2020, 1,900 items, $26,400", "", "", ""),
        ("No. 30127755", "", "", ""),
        ("555.555.0142", "", "555.555.0142", ""),
    ],
)
def test_contact_data_is_found(text: str, email: str, phone: str, link: str) -> None:
    assert find_contact(text) == Contact(email, phone, link)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Mar 2022 – Present", ["Month YYYY"]),
        ("03/2022 - 2024-05", ["MM/YYYY", "YYYY-MM"]),
        ("2018 to 2020", ["YYYY", "YYYY"]),
        ("November 25, 2026", ["Month YYYY"]),
        ("$2,019 and 12019 and 1,900", []),
    ],
)
def test_dates_are_found_with_their_way_of_writing(text: str, ways: list[str]) -> None:
    assert [way for way, _words in find_dates(text)] == ways


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("Skills:", "skills"),
        ("Licenses & Certifications", "credentials"),
        ("Zeal", ""),
    ],
)
def test_usual_headings_are_known(heading: str, section: str) -> None:
    assert section_of(heading) == section


def test_documents_are_told_apart() -> None:
    assert kind_of(["Dear Ms. Hill,", "Sincerely,"], []) == "letter"
    assert kind_of(["x"], ["Experience", "Education"]) == "resume"
    assert kind_of(["Gap checklist: Analyst"], []) == "checklist"
    assert kind_of(["a recipe"], []) == "other"


def test_terms_are_found_whole() -> None:
    assert shows("Uses  C++ and\nMicrosoft Excel.", ["c++"])
    assert shows("Microsoft\nExcel", ["microsoft excel"])
    assert not shows("excellent", ["excel", " "])


def test_headings_without_styles_are_guessed() -> None:
    assert likely_headings(["Experience:", "I have experience in everything there is to do in shops", "x"]) == [
        "Experience"
    ]


def test_resumes_of_others_are_read(shared_folder: Path) -> None:
    reports: dict[str, CheckReport] = {}
    for path in sorted((shared_folder / "inputs" / "resumes").glob("*.pdf")):
        reports[path.name] = check_document(path.read_bytes(), file=path.name)
    assert len(reports) >= 5
    assert {report.kind for report in reports.values()} == {"resume"}
    assert all(report.contact.email for report in reports.values())
    found = {name: {item.topic for item in report.to_mend} for name, report in reports.items()}
    assert {name for name, topics in found.items() if topics} == {name for name in reports if "ditto" in name}
    assert next(topics for name, topics in found.items() if "ditto" in name) == {"text", "reading order", "columns"}
