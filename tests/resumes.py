"""Word and PDF files written for tests: the same person in several layouts."""

import io
import zipfile
from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches, Pt

PERSON: dict[str, Any] = {
    "name": "Marisol Okafor-Reyes",
    "contact": "Puyallup, WA 98371 | (253) 555-0148 | marisol.okafor@example.com",
    "jobs": [
        (
            "Pharmacy Technician",
            "Cedar & Main Pharmacy",
            "Puyallup, WA",
            "Mar 2022",
            "Present",
            ["Enter 210 scripts", "Train"],
        ),
        ("Cashier", "Greenleaf Market", "Tacoma, WA", "06/2018", "07/2020", ["Served about 150 customers a shift"]),
    ],
    "school": ("Pierce Valley Technical College", "Certificate in Pharmacy Technology", "2020"),
    "credential": "Certified Pharmacy Technician (CPhT), PTCB, #30127755, expires 07/2028",
    "skills": ("Systems", "PioneerRx, Microsoft Excel"),
    "languages": "English (native), Spanish (fluent)",
}


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plain_docx(person: dict[str, Any] = PERSON) -> bytes:
    """Headings by style, dates at a right tab, bullets by list style, contact in the page header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = person["contact"]
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 1"
    document.add_paragraph(person["name"], style="Title")
    document.add_heading("Work Experience", 1)
    for title, employer, place, start, end, highlights in person["jobs"]:
        line = document.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Inches(6.5), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(title).bold = True
        line.add_run(f", {employer}, {place}\t{start} – {end}")
        for text in highlights:
            document.add_paragraph(text, style="List Bullet")
    rest(document, person, lambda text: document.add_heading(text, 1))
    return saved(document)


def rest(parent: Any, person: dict[str, Any], heading: Any) -> None:
    heading("Education")
    school, degree, year = person["school"]
    parent.add_paragraph(f"{school}, {degree}, {year}")
    heading("Certifications")
    parent.add_paragraph(person["credential"])
    heading("Skills")
    parent.add_paragraph(": ".join(person["skills"]))
    heading("Languages")
    parent.add_paragraph(person["languages"])


def sidebar_docx(person: dict[str, Any] = PERSON) -> bytes:
    """A table of two columns, the narrow one with contact, skills and languages."""
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells

    def add(cell: Any, text: str, *, bold: bool = False, size: int = 10, style: str | None = None) -> None:
        run = cell.add_paragraph(style=style).add_run(text)
        run.bold, run.font.size = bold, Pt(size)

    for text in ("CONTACT", *person["contact"].split(" | ")):
        add(left, text, bold=text == "CONTACT", size=13 if text == "CONTACT" else 10)
    add(left, "SKILLS", bold=True, size=13)
    add(left, ": ".join(person["skills"]))
    add(left, "LANGUAGES", bold=True, size=13)
    add(left, person["languages"])
    add(right, person["name"], bold=True, size=24)
    add(right, "EXPERIENCE", bold=True, size=13)
    for title, employer, place, start, end, highlights in person["jobs"]:
        add(right, title, bold=True)
        add(right, f"{employer} | {place} | {start} – {end}")
        for text in highlights:
            add(right, text, style="List Bullet")
    school, degree, year = person["school"]
    add(right, "EDUCATION", bold=True, size=13)
    add(right, degree, bold=True)
    add(right, f"{school} | {year}")
    add(right, "CERTIFICATIONS", bold=True, size=13)
    add(right, person["credential"], style="List Bullet")
    return saved(document)


def with_text_box(data: bytes, text: str) -> bytes:
    """A docx whose first paragraph anchors a text box, written twice as Word does (for new and old readers)."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    return with_part(data, "word/document.xml", lambda xml: xml.replace("</w:p>", drawing + "</w:p>", 1))


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """A copy of a ZIP with one member's text changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for member in source.namelist():
            content = source.read(member)
            target.writestr(member, change(content.decode()).encode() if member == name else content)
    return buffer.getvalue()


class PdfPage:
    """Text at positions of one page, in Helvetica and Helvetica-Bold."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def text(self, x: float, y: float, text: str, *, size: float = 10, bold: bool = False) -> None:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        escaped = escaped.replace("•", "\\225").replace("–", "\\226")
        self.parts.append(f"BT /F{2 if bold else 1} {size} Tf {x} {y} Td ({escaped}) Tj ET")


def pdf_of(pages: Iterable[PdfPage]) -> bytes:
    """A PDF by hand: no library that writes PDF is needed for a test."""
    streams = ["\n".join(page.parts).encode("latin-1") for page in pages]
    count = len(streams)
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(count))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for index, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return assemble(objects)


def assemble(objects: list[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(data)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, start)
    )


def one_column_pdf(person: dict[str, Any] = PERSON) -> bytes:
    """One column, dates at the right margin, bullets, a wrapped and hyphenated line."""
    page = PdfPage()
    page.text(72, 740, person["name"], size=24, bold=True)
    page.text(72, 720, person["contact"])
    y = heading(page, 72, 690, "Experience")
    for title, employer, place, start, end, highlights in person["jobs"]:
        page.text(72, y, title, bold=True)
        page.text(72 + 6.2 * len(title), y, f", {employer}, {place}")
        page.text(470, y, f"{start} – {end}")
        y -= 14
        for text in highlights:
            page.text(80, y, f"• {text}")
            y -= 14
        y -= 8
    school, degree, year = person["school"]
    y = heading(page, 72, y - 12, "Education")
    page.text(72, y, f"{school}, {degree}, {year}")
    y = heading(page, 72, y - 26, "Certifications")
    page.text(72, y, person["credential"])
    y = heading(page, 72, y - 26, "Skills")
    page.text(72, y, ": ".join(person["skills"]))
    y = heading(page, 72, y - 26, "Languages")
    page.text(72, y, person["languages"])
    page.text(280, 30, "Page 1 of 1", size=8)
    return pdf_of([page])


def heading(page: PdfPage, x: float, y: float, text: str) -> float:
    page.text(x, y, text.upper(), size=13, bold=True)
    return y - 18


def two_column_pdf(person: dict[str, Any] = PERSON) -> bytes:
    """A sidebar on the left whose lines stand beside those of the jobs."""
    page = PdfPage()
    y = heading(page, 40, 700, "Contact")
    for text in person["contact"].split(" | "):
        page.text(40, y, text)
        y -= 14
    y = heading(page, 40, y - 10, "Skills")
    for text in person["skills"][1].split(", "):
        page.text(40, y, text)
        y -= 14
    y = heading(page, 40, y - 10, "Languages")
    for text in person["languages"].split(", "):
        page.text(40, y, text)
        y -= 14
    page.text(230, 740, person["name"], size=24, bold=True)
    y = heading(page, 230, 700, "Experience")
    for title, employer, place, start, end, highlights in person["jobs"]:
        page.text(230, y, title, bold=True)
        page.text(230, y - 14, f"{employer} | {place} | {start} – {end}")
        y -= 28
        for text in highlights:
            page.text(238, y, f"• {text}")
            y -= 14
        y -= 8
    school, degree, year = person["school"]
    y = heading(page, 230, y - 10, "Education")
    page.text(230, y, f"{school}, {degree}, {year}")
    y = heading(page, 230, y - 26, "Certifications")
    page.text(230, y, person["credential"])
    return pdf_of([page])
