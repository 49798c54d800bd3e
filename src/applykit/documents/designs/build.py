"""Writing a design's folder: three or more ordinary Word files and a manifest."""

import json
from collections.abc import Callable
from pathlib import Path

from applykit.documents.designs.blocks import NAMESPACES, paragraph, run
from applykit.documents.designs.checklist import checklist
from applykit.documents.designs.letter import letter
from applykit.documents.designs.look import LETTER_HEIGHT, LETTER_WIDTH, Look, twips
from applykit.documents.designs.resume import CONTACT_LINK, resume
from applykit.documents.designs.sheets import check_report, interview_sheet
from applykit.documents.designs.styles import numbering_xml, styles_xml
from applykit.documents.engine.archive import Prefix, member_order, pack_entry, write_archive
from applykit.documents.engine.links import LINK_TYPE

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTACT_TARGET = "%7B%7B%20item.target%20%7D%7D"
BODIES: dict[str, Callable[[Look], str]] = {
    "resume.docx": resume,
    "cover-letter.docx": letter,
    "gap-checklist.docx": checklist,
    "interview-sheet.docx": interview_sheet,
    "thank-you.docx": letter,
    "check-report.docx": check_report,
}
SHEETS = frozenset(("gap-checklist.docx", "interview-sheet.docx", "check-report.docx"))
SHEET_MARGIN = 0.55  # inches above and below
PARTS = ("styles", "numbering", "settings", "fontTable", "header1")


def content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{name.rstrip("1")}+xml"/>' for name in PARTS
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>{parts}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def package_rels() -> str:
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{RELS}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def document_rels(*, contact: bool) -> str:
    parts = "".join(
        f'<Relationship Id="rId{number}" Type="{RELS}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for number, name in enumerate(PARTS, start=1)
    )
    link = f'<Relationship Id="{CONTACT_LINK}" Type="{LINK_TYPE}" Target="{CONTACT_TARGET}" TargetMode="External"/>'
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{parts}{link if contact else ""}</Relationships>'


def core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ document.title }}</dc:title><dc:creator>{{ document.author }}</dc:creator>"
        "<cp:lastModifiedBy>{{ document.author }}</cp:lastModifiedBy>"
        "<dc:language>{{ document.language }}</dc:language></cp:coreProperties>"
    )


def app() -> str:
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Microsoft Office Word</Application></Properties>"
    )


def settings() -> str:
    compatibility = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        '<w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table(look: Look) -> str:
    """Fonts with a word on what to take instead, for computers that lack them."""
    alternatives = {"Calibri": "Carlito", "Cambria": "Caladea", "Georgia": "Gelasio", "Arial": "Liberation Sans"}
    names = [look.font]
    fonts = "".join(
        f'<w:font w:name="{name}">'
        + (f'<w:altName w:val="{alternatives[name]}"/>' if name in alternatives else "")
        + "</w:font>"
        for name in names
    )
    return f"{HEAD}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def running_head() -> str:
    """What stands on the second page and later: whose document it is, and the page."""
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    line = paragraph("Header", run("{{ name }}"), run("\tPage "), page)
    return f"{HEAD}<w:hdr {NAMESPACES}>{line}</w:hdr>"


def page(look: Look, *, is_sheet: bool) -> str:
    """Letter by default; A4 is made of it per document. Sheets hold much, so that they begin a little higher."""
    side, top = twips(look.margin * 72), twips((SHEET_MARGIN if is_sheet else look.margin_top) * 72)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId{PARTS.index("header1") + 1}"/>'
        f'<w:pgSz w:w="{LETTER_WIDTH}" w:h="{LETTER_HEIGHT}"/><w:pgMar w:top="{top}" w:right="{side}" '
        f'w:bottom="{top}" w:left="{side}" w:header="440" w:footer="440" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def build_document(look: Look, name: str) -> bytes:
    """One Word file of a design as bytes."""
    body = BODIES[name](look)
    last = page(look, is_sheet=name in SHEETS)
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": package_rels(),
        "docProps/core.xml": core(),
        "docProps/app.xml": app(),
        "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{last}</w:body></w:document>",
        "word/_rels/document.xml.rels": document_rels(contact=CONTACT_LINK in body),
        "word/styles.xml": HEAD + styles_xml(look),
        "word/numbering.xml": HEAD + numbering_xml(look),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(look),
        "word/header1.xml": running_head(),
    }
    entries = [pack_entry(name, parts[name].encode("utf-8")) for name in sorted(parts, key=member_order)]
    return write_archive(Prefix(b"", b"", 0), entries)


def manifest(look: Look) -> str:
    """design.yaml of a design."""
    numbers = "".join(f"  {name}: {value}\n" for name, value in look.page.items())
    lines = (
        f"name: {look.name}",
        f"summary: {json.dumps(look.summary)}",
        f'accent: "{look.accent}"',
        f"font: {look.font}",
        "# What each kind of line takes on a page, in points; tailoring chooses the content by it.",
        "page:",
    )
    return "\n".join(lines) + "\n" + numbers


def build_design(look: Look, folder: Path) -> None:
    """Write all files of a design into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in BODIES:
        (folder / name).write_bytes(build_document(look, name))
    (folder / "design.yaml").write_text(manifest(look), encoding="utf-8", newline="\n")
