"""Looking through a person's own Word files before they are used as a design."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from applykit.documents.check.check import check_document
from applykit.documents.check.model import Finding, Weight
from applykit.documents.check.package import open_package
from applykit.documents.design import KINDS
from applykit.documents.engine import Template, compile_template
from applykit.documents.engine.package import CORE
from applykit.documents.engine.worker import look_apart, render_checked
from applykit.documents.fields import FIELDS, MERGE_FIELDS
from applykit.documents.own.model import TemplateReport, UnknownField
from applykit.documents.own.placeholders import find_placeholders
from applykit.documents.own.sample import sample_context
from applykit.documents.own.usage import field_usage
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded

# What a trial with sample words cannot judge.
UNTRIED = frozenset(("length", "dates", "headings", "text", "contact"))
CHECKED_AS = {
    "resume": "resume",
    "cover-letter": "letter",
    "thank-you": "letter",
    "gap-checklist": "checklist",
    "interview-sheet": "sheet",
    "check-report": "sheet",
}
FOLDER_REMEDY = "Name your files resume.docx, cover-letter.docx or gap-checklist.docx."


def inspect_design(path: str | Path) -> tuple[TemplateReport, ...]:
    """Look through a .docx or every Word file of a folder; raises ApplykitError where there is none."""
    path = Path(path)
    files = sorted(file for file in path.glob("*.docx") if not file.name.startswith("~$")) if path.is_dir() else [path]
    if not files:
        raise ApplykitError(Problem("holds no Word files.", FOLDER_REMEDY, file=str(path)))
    return tuple(
        inspect_template(read_bounded(file, OFFICE_LIMIT), file=str(file), kind=kind_of_name(file.stem))
        for file in files
    )


def kind_of_name(stem: str) -> str | None:
    return stem if stem in KINDS else None


def inspect_template(data: bytes, *, file: str, kind: str | None = None) -> TemplateReport:
    """Everything worth knowing about a template; raises ApplykitError only where the file cannot be opened at all.

    The work is done apart, since the template may be a stranger's.
    """
    found = look_apart(data, name=file, kind=kind)
    found["unknown"] = [UnknownField(**item) for item in found["unknown"]]
    found["broken"] = [Problem(**item) for item in found["broken"]]
    found["risks"] = [Finding(**item | {"weight": Weight(item["weight"])}) for item in found["risks"]]
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    return TemplateReport(**plain)


def look_through(data: bytes, *, file: str, kind: str | None = None) -> dict[str, Any]:
    """The report of a template as plain values; what a worker does for `inspect_template`."""
    return asdict(report_on(data, file=file, kind=kind))


def report_on(data: bytes, *, file: str, kind: str | None) -> TemplateReport:
    opened = open_package(data, file=file)
    placeholders = find_placeholders(opened)
    try:
        template = compile_template(data, name=file, fields=MERGE_FIELDS)
    except ApplykitError as error:
        return TemplateReport(file, kind or "", broken=error.problems, placeholders=placeholders)
    kind = kind or likely_kind(template)
    fields, unknown = usage_of(template, kind)
    notes = tuple(f"{note.part}: {note.message}" for note in template.notes)
    report = TemplateReport(file, kind, fields, unknown, notes=notes, placeholders=placeholders)
    if not template.tags:
        return without_tags(report)
    return report if unknown else with_risks(report, data)


def usage_of(template: Template, kind: str) -> tuple[tuple[str, ...], tuple[UnknownField, ...]]:
    """The fields of all parts; the document properties count as parts, but are not worth a line each."""
    used: set[str] = set()
    unknown: list[UnknownField] = []
    for part in template.parts:
        paths, missing = field_usage(part.tags, FIELDS[kind])
        used |= set(paths) if part.name != CORE else set()
        unknown += missing
    return tuple(sorted(used)), tuple(unknown)


def likely_kind(template: Template) -> str:
    """The kind of document whose fields fit the template best."""
    return min(FIELDS, key=lambda kind: (len(usage_of(template, kind)[1]), KINDS.index(kind)))


def without_tags(report: TemplateReport) -> TemplateReport:
    """A file without a single tag: every document made of it would be the same."""
    shown = ", ".join(report.placeholders[:5])
    seen = f" What looks like one: {shown}." if shown else ""
    remedy = "Write fields as {{ name }}; docs/designs.md lists them, and `applykit design export` gives you a start."
    problem = Problem(f"has no tags that applykit knows.{seen}", remedy, file=report.file)
    return TemplateReport(report.file, report.kind, broken=(problem,), placeholders=report.placeholders)


def with_risks(report: TemplateReport, data: bytes) -> TemplateReport:
    """The report with what a trial document shows."""
    order = {"name": report.file, "fields": MERGE_FIELDS, "context": sample_context(report.kind)}
    try:
        document = render_checked(data, order)
        risks = risks_of(document, report.file, CHECKED_AS[report.kind])
        broken: tuple[Problem, ...] = ()
    except ApplykitError as error:
        risks, broken = (), error.problems
    return TemplateReport(report.file, report.kind, report.fields, (), broken, report.notes, report.placeholders, risks)


def risks_of(document: bytes, file: str, kind: str) -> tuple[Finding, ...]:
    """What programs that read the finished document would stumble over."""
    findings = check_document(document, file=file, kind=kind).findings
    return tuple(item for item in findings if item.weight is not Weight.FINE and item.topic not in UNTRIED)


def report_lines(report: TemplateReport) -> list[str]:
    """A report for a terminal, a line each."""
    state = "can be used" if report.usable else "cannot be used yet"
    lines = [f"{report.file}: {report.kind or 'unknown kind'}, {state}"]
    lines += [f"  ✗ {problem.message} {problem.remedy}".rstrip() for problem in report.broken]
    for item in report.unknown:
        hint = f"the nearest known field is {item.nearest!r}" if item.nearest else "nothing like it is known"
        lines.append(f"  ✗ unknown field {item.name!r} in {item.tag} ({item.part}); {hint}")
    lines += [f"  ! {note}" for note in report.notes]
    lines += [f"  ! {item.topic}: {item.message} {item.remedy}".rstrip() for item in report.risks]
    if report.placeholders:
        lines.append(f"  ! looks like placeholders of another program: {', '.join(report.placeholders[:8])}")
    if report.fields:
        lines.append(f"  ✓ uses {', '.join(report.fields)}")
    return lines
