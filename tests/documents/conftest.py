"""Word files made on the spot, and ways to look into finished ones."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from applykit.documents.designs.blocks import NAMESPACES
from applykit.documents.designs.build import HEAD, content_types, core, document_rels, package_rels, settings
from applykit.documents.designs.catalogue import CLASSIC
from applykit.documents.designs.styles import numbering_xml, styles_xml
from applykit.matching.model import MatchReport, Score
from applykit.tailoring.model import (
    Application,
    Checklist,
    ChecklistRow,
    ContactLine,
    Letter,
    PlanStep,
    Resume,
    ResumeEntry,
    ResumeSection,
    Sentence,
    SkillGroup,
    Source,
    SourceKind,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAIN_CORE = re.sub(r"\{\{.*?\}\}", "plain", core())
MakeDocx = Callable[..., bytes]
ReadText = Callable[..., list[str]]


def zip_parts(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def make_document(body: str, *, header: str = "", links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file with this body; `links` are hyperlink targets by relationship id, `parts` replace or add parts."""
    rels = document_rels(contact=False).replace(
        "</Relationships>",
        "".join(
            f'<Relationship Id="{name}" TargetMode="External" Target="{target}" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
            for name, target in (links or {}).items()
        )
        + "</Relationships>",
    )
    named = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()}
    return zip_parts(
        {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": package_rels(),
            "docProps/core.xml": PLAIN_CORE,
            "docProps/app.xml": "<Properties/>",
            "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": rels,
            "word/styles.xml": HEAD + styles_xml(CLASSIC),
            "word/numbering.xml": HEAD + numbering_xml(CLASSIC),
            "word/settings.xml": settings(),
            "word/fontTable.xml": f"{HEAD}<w:fonts {NAMESPACES}/>",
            "word/header1.xml": f"{HEAD}<w:hdr {NAMESPACES}>{header or '<w:p/>'}</w:hdr>",
        }
        | named
    )


def text_of(document: bytes, part: str = "word/document.xml") -> list[str]:
    """The paragraphs of a part, with tabs and line breaks; a text box's paragraphs come by themselves."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read(part))
    return ["".join(words_of(paragraph)) for paragraph in root.iter(f"{W}p")]


def words_of(element: etree._Element) -> list[str]:
    words: list[str] = []
    for child in element:
        if child.tag == f"{W}t":
            words.append(child.text or "")
        elif child.tag in (f"{W}tab", f"{W}br") and element.tag == f"{W}r":
            words.append("\t" if child.tag == f"{W}tab" else "\n")
        elif child.tag != f"{W}p":
            words += words_of(child)
    return words


@pytest.fixture(scope="session")
def make_docx() -> MakeDocx:
    return make_document


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    return text_of


@pytest.fixture(scope="session")
def pack_parts() -> Callable[[dict[str, str | bytes]], bytes]:
    return zip_parts


def sentence(text: str) -> Sentence:
    return Sentence(text, (Source(SourceKind.USER, "test"),))


def sentences(*words: str) -> tuple[Sentence, ...]:
    return tuple(map(sentence, words))


def entry(title: str | None, employer: str = "", place: str = "", dates: str = "", *lines: str) -> ResumeEntry:
    first, second, third, fourth = (sentence(words) if words else None for words in (title, employer, place, dates))
    return ResumeEntry(first, second, third, fourth, sentences(*lines))


def checked(asked: str, status: str, *evidence: str, note: str = "") -> ChecklistRow:
    return ChecklistRow(sentence(asked), "required", sentences(*evidence), status, sentence(note) if note else None)


def make_resume() -> Resume:
    contact = (
        ContactLine(sentence("London, OH")),
        ContactLine(sentence("(555) 555-0142"), "tel:+15555550142"),
        ContactLine(sentence("ada@example.com"), "mailto:ada@example.com"),
    )
    skills = (
        SkillGroup("Methods", sentences("notes & tables", "proof <by hand>")),
        SkillGroup("", sentences("French")),
    )
    jobs = (
        entry("Analyst", "Engine & Sons", "London, OH", "May 2020 – Present", "Wrote 7 notes", "Found 2 errors", "Led"),
        entry("Translator", "", "", "2018 – 2020", "Translated one paper"),
        entry(None, "Self-employed", "Remote", "", "Taught"),
    )
    schools = (
        entry(
            "Certificate in Applied Mathematics and More",
            "The Institute of a Very Long Name Indeed",
            "Dayton, OH",
            "June 2018",
        ),
        entry("Diploma", "School", "", "2016"),
    )
    return Resume(
        sentence("Ada Byron-King"),
        sentence("Analyst"),
        contact,
        (
            ResumeSection("summary", "Summary", lines=sentences("Analyst with six years of notes.")),
            ResumeSection(
                "credentials", "Certifications", (entry("Licensed Analyst", "Board", "", "valid to 05/2030"),)
            ),
            ResumeSection("skills", "Skills", groups=skills),
            ResumeSection("experience", "Experience", jobs),
            ResumeSection("education", "Education", schools),
            ResumeSection("memberships", "Memberships", lines=sentences("Society One", "Society Two")),
        ),
    )


def make_letter(resume: Resume) -> Letter:
    return Letter(
        resume.name,
        resume.contact,
        sentence("November 25, 2026"),
        sentences("Dr. Sam Hill", "Engine Works"),
        sentence("Analyst, reference 12"),
        sentence("Dear Dr. Hill,"),
        (sentences("I am applying.", "I can count."), sentences("Thank you.")),
        sentence("Sincerely,"),
        resume.name,
    )


def make_checklist() -> Checklist:
    gates = (
        checked("License", "met", "Licensed Analyst, valid to 05/2030"),
        checked("Weekends", "unknown"),
        checked("Clearance", "missing"),
        checked("Two years", "partly", note="One year of two."),
    )
    steps = (
        PlanStep(sentence("Clearance"), sentence("Ask"), sentence("Agency"), sentence("A week"), sentence("Apply")),
        PlanStep(sentence("Chess"), sentence("Play")),
    )
    return Checklist(
        sentence("Gap checklist"),
        sentence("Analyst, Engine Works"),
        sentences("Score 50 of 100."),
        gates,
        (checked("Counting", "met", "“Wrote 7 notes”"),),
        (checked("Chess", "missing"),),
        (checked("Filing", "partly", "“Led”", note="Not named."),),
        sentences("Can you work weekends?"),
        steps,
        sentences("Say notes."),
        sentences("Statistics"),
    )


@pytest.fixture(scope="session")
def application() -> Application:
    """A small application in which everything occurs once."""
    resume = make_resume()
    report = MatchReport((), Score(50, ()), "2026-11-25")
    return Application(resume, make_letter(resume), make_checklist(), report)
