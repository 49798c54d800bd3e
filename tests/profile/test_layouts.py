"""Layouts that need care: grids, tables beside dates, names in two lines, lists of Word, links, hidden text."""

import io
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests import resumes

from applykit.profile import Profile, load_profile
from applykit.profile.importing import imported_yaml
from applykit.profile.importing.docxlines import read_docx
from applykit.profile.importing.importer import import_bytes
from applykit.profile.importing.textlines import read_text


def imported(data: bytes, name: str) -> Profile:
    (person,) = import_bytes(data, file=name)
    return load_profile(imported_yaml(person.draft, source=name)).profile


def test_credentials_and_skills_in_a_grid_are_read_by_columns() -> None:
    page = resumes.PdfPage()
    page.text(72, 740, "Marisol", size=24, bold=True)
    page.text(72, 712, "Okafor", size=24, bold=True)
    page.text(72, 690, "marisol@example.com")
    page.text(72, 660, "CERTIFICATIONS", size=13, bold=True)
    for x, name, body, year in (
        (72, "First Aid", "Red Cross", "2020"),
        (320, "Food Handler", "ServSafe", "2022"),
    ):
        page.text(x, 640, name, bold=True)
        page.text(x + 160, 640, year)
        page.text(x, 626, body)
    page.text(72, 600, "SKILLS", size=13, bold=True)
    for x, name, level, words in (
        (72, "Office", "Advanced", "Excel, Word"),
        (320, "Counter", "Expert", "cash, tips"),
    ):
        page.text(x, 580, name, bold=True)
        page.text(x, 566, level)
        page.text(x, 552, words)
    profile = imported(resumes.pdf_of([page]), "a.pdf")
    assert profile.basics.name == "Marisol Okafor"
    assert [(c.name, c.issuer, c.issued) for c in profile.certificates] == [
        ("First Aid", "Red Cross", "2020"),
        ("Food Handler", "ServSafe", "2022"),
    ]
    assert [(skill.name, skill.level, skill.keywords) for skill in profile.skills] == [
        ("Office", "Advanced", ("Excel", "Word")),
        ("Counter", "Expert", ("cash", "tips")),
    ]


def test_letters_without_a_meaning_are_the_usual_ligatures() -> None:
    from applykit.profile.importing.pdflines import readable

    assert readable("\0le de\0ne in\0uence") == "file define influence"
    assert readable("\0 Did this") == "• Did this"
    assert readable("\uf0b7 Did \uf3c5this") == "• Did  this"


def test_a_note_of_a_date_a_little_higher_than_its_line_belongs_to_it() -> None:
    page = resumes.PdfPage()
    page.text(72, 740, "Ann Lee", size=24, bold=True)
    page.text(72, 720, "ann@example.com")
    page.text(72, 690, "EXPERIENCE", size=13, bold=True)
    page.text(72, 670, "Clerk, Midtown Library", bold=True)
    page.text(480, 673, "2019 – 2021")
    page.text(80, 656, "• Shelved 200 books a day")
    (job,) = imported(resumes.pdf_of([page]), "a.pdf").work
    assert (job.position, job.name, job.startDate) == ("Clerk", "Midtown Library", "2019")


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_dates_in_a_table_beside_the_jobs() -> None:
    document = docx.Document()
    document.add_paragraph("Ann Lee", style="Title")
    document.add_paragraph("ann@example.com")
    document.add_heading("Experience", 1)
    for title, dates in (("Clerk, Midtown Library", "2019 – 2021"), ("Guide, City Museum", "2015 – 2018")):
        left, right = document.add_table(1, 2).rows[0].cells
        left.text = dates
        right.paragraphs[0].add_run(title).bold = True
        right.add_paragraph("Helped 90 visitors a day", style="List Bullet")
    profile = imported(saved(document), "a.docx")
    assert [(job.name, job.startDate, len(job.highlights)) for job in profile.work] == [
        ("Midtown Library", "2019", 1),
        ("City Museum", "2015", 1),
    ]


def element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":")), value)
    return made


def test_word_lists_breaks_symbols_and_hidden_text() -> None:
    document = docx.Document()
    numbered = document.add_paragraph("Numbered by Word")
    properties = numbered._p.get_or_add_pPr()
    list_of = element("w:numPr")
    list_of.append(element("w:ilvl", w_val="1"))
    list_of.append(element("w:numId", w_val="3"))
    properties.append(list_of)
    broken = document.add_paragraph("first")
    broken.runs[0].add_break()
    broken.add_run("second\tthird")
    hidden = document.add_paragraph("seen ")
    hidden.add_run("unseen").font.hidden = True
    signs = document.add_paragraph()
    signs.add_run()._r.append(element("w:sym", w_char="F0B7"))
    signs.add_run(" with a sign")
    signs.add_run()._r.append(element("w:noBreakHyphen"))
    outline = document.add_paragraph("Outlined")
    outline._p.get_or_add_pPr().append(element("w:outlineLvl", w_val="0"))
    outline._p.get_or_add_pPr().append(element("w:ind", w_left="720"))
    lines = {line.text: line for line in read_docx(saved(document)).lines}
    assert lines["Numbered by Word"].level == 2
    assert list(lines)[1:3] == ["first", "second third"]
    assert "seen" in lines
    assert lines["with a sign-"].level == 1
    assert (lines["Outlined"].heading, lines["Outlined"].left) == (9, 36.0)


def test_nested_tables_and_content_controls_are_read() -> None:
    document = docx.Document()
    outer = document.add_table(1, 1).rows[0].cells[0]
    outer.add_table(1, 1).rows[0].cells[0].text = "inside"
    paragraph = document.add_paragraph("controlled")
    control, content = element("w:sdt"), element("w:sdtContent")
    paragraph._p.addprevious(control)
    content.append(paragraph._p)
    control.append(content)
    texts = [line.text for line in read_docx(saved(document)).lines]
    assert texts == ["inside", "controlled"]


def test_markdown_marks_become_styles() -> None:
    layout = read_text("***Both*** __bold__ `code` <https://example.com> \\*plain\\*\n> quoted\n", markdown=True)
    runs = layout.lines[0].runs
    assert [(run.text.strip(), run.bold, run.italic) for run in runs if run.text.strip()] == [
        ("Both", True, True),
        ("bold", True, False),
        ("code", False, False),
        ("https://example.com", False, False),
        ("*plain*", False, False),
    ]
