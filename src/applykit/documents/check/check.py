"""`check_document`: what an applicant-tracking system sees of a Word file or PDF."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from applykit.documents.check.findings import JUDGES, Looked, count
from applykit.documents.check.model import CheckReport, Facts, Finding, Weight
from applykit.documents.check.words import find_contact, find_dates, kind_of, section_of, shows
from applykit.documents.design import Design
from applykit.documents.model import RenderedFile
from applykit.documents.naming import file_name
from applykit.errors import ApplykitError, Problem

PDF_START = b"%PDF-"
ODT = b"mimetypeapplication/vnd.oasis.opendocument"
SHORT_HEADING = 40  # characters; longer lines are no headings


def check_document(
    data: bytes, *, file: str, terms: Mapping[str, Iterable[str]] | None = None, kind: str | None = None
) -> CheckReport:
    """Read a .docx or PDF as programs do, and judge it.

    `terms` maps a posting's terms to the words by which each may be shown; `kind` is told from the text where it is not
    given. Raises ApplykitError where the file is
    neither, or cannot be opened.
    """
    facts = read_facts(data, file=file)
    headings = [text for level, text in facts.headings if level == 1] or likely_headings(facts.lines)
    text = facts.text.replace("\u00a0", " ")
    sections = tuple((heading, section_of(heading)) for heading in headings)
    dates = tuple(find_dates(text))
    kind = kind or kind_of(facts.lines, headings)
    words = len(re.findall(r"[^\W_][\w'’-]*", text))
    looked = Looked(kind, facts, find_contact(text), sections, dates, words)
    findings = [finding for judge in JUDGES for finding in judge(looked)]
    shown = tuple((name, shows(text, forms)) for name, forms in (terms or {}).items())
    ordered = tuple(sorted(findings, key=lambda finding: list(Weight).index(finding.weight)))
    return CheckReport(
        file, kind, facts, looked.contact, sections, tuple(w for _way, w in dates), words, ordered, shown
    )


def read_facts(data: bytes, *, file: str) -> Facts:
    """The facts by the file's content, whatever its name says."""
    if PDF_START in data[:1024]:
        from applykit.documents.check.pdf_facts import read_pdf

        return read_pdf(data, file=file)
    if data[:2] != b"PK" and not data.startswith(b"\xd0\xcf\x11\xe0"):
        message = "is neither a Word file (.docx) nor a PDF."
        raise ApplykitError(Problem(message, "Save it as .docx or PDF.", file=file))
    if ODT in data[:200]:
        raise ApplykitError(Problem("is an OpenDocument file.", "Save it as .docx or PDF.", file=file))
    from applykit.documents.check.docx_facts import read_docx

    return read_docx(data, file=file)


def likely_headings(lines: Iterable[str]) -> list[str]:
    """Lines that read like headings, where no style says so."""
    return [line.strip(" :") for line in lines if len(line) <= SHORT_HEADING and section_of(line)]


def verify_documents(files: Iterable[RenderedFile]) -> tuple[Problem, ...]:
    """What is wrong with the build of finished Word files, so that none is written that Word would not open."""
    from applykit.documents.check.validity import BUILD_RULES, find_faults

    return tuple(fault for file in files for fault in find_faults(file.data, file=file.name, rules=BUILD_RULES))


def as_record(report: CheckReport) -> dict[str, object]:
    """A report as plain JSON."""
    facts = report.facts
    return {
        "file": report.file,
        "format": facts.format,
        "kind": report.kind,
        "words": report.words,
        "pages": facts.pages,
        "contact": {"email": report.contact.email, "phone": report.contact.phone, "link": report.contact.link},
        "sections": [{"heading": heading, "section": section or None} for heading, section in report.sections],
        "dates": list(report.dates),
        "fonts": [name for name, _count in facts.fonts],
        "title": facts.title or None,
        "language": facts.language or None,
        "findings": [finding_record(finding) for finding in report.findings],
        "terms": [{"term": name, "shown": shown} for name, shown in report.terms],
        "text": facts.text,
    }


def finding_record(finding: Finding) -> dict[str, str]:
    record = {"weight": finding.weight.value, "topic": finding.topic, "message": finding.message}
    return record | ({"remedy": finding.remedy} if finding.remedy else {})


WORDS = {Weight.MEND: "mend", Weight.NOTE: "note", Weight.FINE: "fine"}


def report_context(report: CheckReport) -> dict[str, Any]:
    """A report as the fields of check-report.docx."""
    title = f"Check of {report.file.replace(chr(92), '/').rpartition('/')[2]}"
    blank = {"title": "", "employer": "", "place": ""}
    return {
        "name": title,
        "title": title,
        "subtitle": summary_of(report),
        "findings": [{"remedy": "", **finding_record(item), "word": WORDS[item.weight]} for item in report.findings],
        "shown": [name for name, found in report.terms if found],
        "missing": [name for name, found in report.terms if not found],
        "text": list(report.facts.lines),
        "document": {"title": title, "author": "applykit", "language": "en-US"},
        "posting": blank,
    }


def summary_of(report: CheckReport) -> str:
    pages = f", {count(report.facts.pages, 'page')}" if report.facts.pages else ""
    return f"{report.kind}, {count(report.words, 'word')}{pages}"


def as_document(report: CheckReport, design: Design) -> RenderedFile:
    """A report as a short Word file in the look of a design."""
    context = report_context(report)
    return RenderedFile(file_name("", "check-report"), design.template("check-report").render(context), "check-report")


def as_lines(report: CheckReport) -> list[str]:
    """A report for a terminal, a line each."""
    marks = {Weight.MEND: "✗ mend", Weight.NOTE: "! note", Weight.FINE: "✓ fine"}
    lines = [f"{report.file}: {summary_of(report)}"]
    for finding in report.findings:
        lines.append(f"  {marks[finding.weight]}  {finding.topic}: {finding.message} {finding.remedy}".rstrip())
    shown = [name for name, found in report.terms if found]
    missing = [name for name, found in report.terms if not found]
    if report.terms:
        lines.append(f"  shows {len(shown)} of {len(report.terms)} terms of the posting: {', '.join(shown) or 'none'}")
        lines.append(f"  does not show: {', '.join(missing) or 'nothing'}")
    return lines
