"""Which reader a file needs, and the YAML that comes out."""

import contextlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, open_zip_safely, read_bounded
from applykit.profile.emit import SCHEMA_LINE, dump_yaml
from applykit.profile.importing.caseload import read_csv, read_workbook
from applykit.profile.importing.docxlines import read_docx
from applykit.profile.importing.draft import Draft
from applykit.profile.importing.fit import fit_draft
from applykit.profile.importing.layout import Layout
from applykit.profile.importing.linkedin import is_export, read_linkedin, tables_of_folder, tables_of_zip
from applykit.profile.importing.pdflines import read_pdf
from applykit.profile.importing.people import people_in
from applykit.profile.importing.rendercv import read_rendercv
from applykit.profile.importing.resume import read_resume
from applykit.profile.importing.textlines import MARKDOWN, read_text
from applykit.profile.importing.yamlresume import read_yamlresume
from applykit.profile.model import Profile
from applykit.profile.shape import fields_of
from applykit.profile.source import ILLEGAL
from applykit.profile.syntax import parse_json, parse_yaml

EXPORT_LIMIT = 500 * 1024 * 1024
OTHERS = {
    b"{\\rtf": ("an RTF file", "Save it as .docx."),
    b"\xd0\xcf\x11\xe0": (
        "an old Word or Excel file, or one with a password",
        "Save it as .docx or .xlsx without one.",
    ),
    b"\x89PNG": ("a picture", "Import the Word file or the PDF that it was made from."),
    b"\xff\xd8\xff": ("a picture", "Import the Word file or the PDF that it was made from."),
    b"GIF8": ("a picture", "Import the Word file or the PDF that it was made from."),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """One person's draft; `row` is the row of a caseload, `kind` what the file was taken for."""

    draft: Draft
    kind: str
    row: int | None = None


def import_file(path: str | Path) -> tuple[Imported, ...]:
    """Everything that a file (or the folder of a LinkedIn export) says about a person, or about each of a caseload.

    Raises ApplykitError where nothing can be read; what is doubtful is in the drafts.
    """
    if Path(path).is_dir():
        return (Imported(fit_draft(read_linkedin(tables_of_folder(Path(path)))), "LinkedIn export"),)
    file = str(path)
    big = file.casefold().endswith(".zip")
    return import_bytes(read_bounded(path, EXPORT_LIMIT if big else OFFICE_LIMIT), file=file)


def import_bytes(data: bytes, *, file: str) -> tuple[Imported, ...]:
    """The same from bytes; what they are is read from them, the name helps only where text could be two things."""
    found = read_any(data, file=file)
    for imported in found:
        fit_draft(imported.draft)
    return found


def read_any(data: bytes, *, file: str) -> tuple[Imported, ...]:
    """The reader for the first bytes of a file, and what it makes of them."""
    for magic, (kind, remedy) in OTHERS.items():
        if data.startswith(magic):
            raise ApplykitError(Problem(f"This is {kind}.", remedy, file=file))
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return (resume(read_pdf(data, file=file), "PDF resume", file),)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return import_zip(data, file=file)
    return import_text(decode(data, file), file=file)


def import_zip(data: bytes, *, file: str) -> tuple[Imported, ...]:
    """A Word file, a workbook or a LinkedIn export, by what is in the ZIP."""
    with open_zip_safely(data, file=file, max_total=4 * EXPORT_LIMIT) as archive:
        names = archive.namelist()
    if "word/document.xml" in names:
        return (resume(read_docx(data, file=file), "Word resume", file),)
    if "xl/workbook.xml" in names:
        return tuple(Imported(client.draft, "caseload", client.row) for client in read_workbook(data, file=file))
    if is_export(names):
        return (Imported(read_linkedin(tables_of_zip(data, file=file)), "LinkedIn export"),)
    remedy = "Give a .docx, a .xlsx, or the ZIP of a LinkedIn export."
    raise ApplykitError(Problem("The ZIP holds neither a document nor a LinkedIn export.", remedy, file=file))


def resume(layout: Layout, kind: str, file: str) -> Imported:
    """A resume's draft; a file of two people is refused, since one's facts would be claimed by the other."""
    if not layout.lines:
        raise ApplykitError(Problem("The file holds no text.", "Give a resume with text in it.", file=file))
    people = people_in(layout)
    draft = read_resume(layout)
    if len(people) > 1:
        names = " and ".join(people[:3])
        draft.doubts.append(f"the file may be about two people ({names}); keep one person a profile")
    return Imported(draft, kind)


def decode(data: bytes, file: str) -> str:
    """Text in UTF-8 or UTF-16, or in the encoding that is most likely."""
    if not data.strip():
        raise ApplykitError(Problem("The file is empty.", "Give a resume with text in it.", file=file))
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            break
    if data.count(b"\0") > 0:
        remedy = "Give a .docx, .pdf, .txt, .md, .json, .yaml, .xlsx or .csv file."
        raise ApplykitError(Problem("This is no text and no document that can be read.", remedy, file=file))
    sample = data[:200_000]
    if sum(byte > 127 for byte in sample) * 5 <= len(sample):
        # What Excel and Notepad save on a Western machine; names alone are too little text to detect it by.
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def import_text(text: str, *, file: str) -> tuple[Imported, ...]:
    """JSON, YAML, CSV, Markdown or plain text."""
    suffix = Path(file).suffix.casefold()
    if suffix in (".yaml", ".yml", ".json") or text.lstrip().startswith("{"):
        return (import_structure(text, suffix, file=file),)
    if suffix in (".csv", ".tsv"):
        return tuple(Imported(client.draft, "caseload", client.row) for client in read_csv(text, file=file))
    if suffix in (".html", ".htm") or re.match(r"\s*<(?:!doctype|html)", text, re.IGNORECASE):
        raise ApplykitError(Problem("This is a web page.", "Print it to a PDF and import that.", file=file))
    text = ILLEGAL.sub(" ", text)
    markdown = suffix in (".md", ".markdown") or bool(MARKDOWN.search(text))
    return (resume(read_text(text, markdown=markdown), "text resume", file),)


def import_structure(text: str, suffix: str, *, file: str) -> Imported:
    """RenderCV, YAMLResume, JSON Resume or our own, by the first keys."""
    is_json = suffix == ".json" or text.lstrip().startswith("{")
    tree = parse_json(text, file=file) if is_json else parse_yaml(text, file=file)
    data = tree.data if isinstance(tree.data, dict) else {}
    if isinstance(data.get("cv"), dict):
        return Imported(read_rendercv(data), "RenderCV file")
    if isinstance(data.get("content"), dict):
        return Imported(read_yamlresume(data), "YAMLResume file")
    from applykit.profile.load import load_profile

    loaded = load_profile(text if is_json else text + "\n")
    draft = Draft(data=profile_data(loaded.profile))
    draft.doubts += [str(problem) for problem in loaded.problems]
    return Imported(draft, "JSON Resume" if is_json else "profile")


def profile_data(profile: Any) -> dict[str, Any]:
    """A profile as plain data without what is empty, highlights without tags as plain texts."""
    data = profile.model_dump(by_alias=True, exclude_defaults=True)
    simple = simplified(marked(data, Profile))
    assert isinstance(simple, dict)
    return simple


def marked(data: Any, model: Any) -> Any:
    """Data with x- before the keys that the schema does not know."""
    if isinstance(data, list | tuple):
        return [marked(item, model) for item in data]
    if not isinstance(data, dict):
        return data
    result = {}
    for key, value in data.items():
        field = fields_of(model).get(key)
        name = key if field or key.startswith("x-") else f"x-{key}"
        result[name] = marked(value, field.part) if field and field.part else value
    return result


def simplified(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"text"}:
            return value["text"]
        return {key: simplified(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [simplified(inner) for inner in value]
    return value


def imported_yaml(draft: Draft, *, source: str) -> str:
    """Profile YAML of a draft: guesses as comments, what found no place under `unplaced`."""
    head = [SCHEMA_LINE, f"# Imported from {source}. Read it through: a comment after a value marks a guess."]
    head += [f"# Doubt: {' '.join(doubt.split())}" for doubt in draft.doubts]
    data = {"version": 1, **draft.data}
    text = dump_yaml(data, comments={pointer: f"guess: {words}" for pointer, words in draft.guesses.items()})
    if draft.unplaced:
        note = "\n# These texts found no place. Move what is yours to where it belongs; nothing here is ever printed.\n"
        text += note + dump_yaml({"unplaced": [cut for text in draft.unplaced for cut in pieces(text)]})
    if draft.left_out:
        left_out = "; ".join(" ".join(part.split()) for part in draft.left_out)
        text += ILLEGAL.sub(" ", f"\n# Left out: {left_out}\n")
    return "\n".join(ILLEGAL.sub(" ", line) for line in head) + "\n" + text


def pieces(text: str) -> list[str]:
    """A text in pieces that a profile takes."""
    return [text[at : at + 19_000] for at in range(0, len(text), 19_000)]
