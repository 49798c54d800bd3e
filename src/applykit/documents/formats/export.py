"""The other formats of a finished application, beside its Word files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from applykit.documents.formats.html import to_html
from applykit.documents.formats.jsonresume import to_json_resume
from applykit.documents.formats.markdown import to_markdown
from applykit.documents.formats.outline import BLOCKS, Block
from applykit.documents.formats.pdf import convert_to_pdf
from applykit.documents.formats.text import to_text
from applykit.documents.model import RenderedFile
from applykit.documents.naming import file_name
from applykit.documents.render import contexts_of
from applykit.documents.variant import paper_of
from applykit.errors import ApplykitError, Problem

if TYPE_CHECKING:
    from applykit.tailoring.model import Application

FORMATS = ("docx", "pdf", "txt", "md", "html", "json")
WRITTEN = ("txt", "md", "html")  # made from the content, not from the Word files


def read_formats(words: str) -> tuple[str, ...]:
    """`docx,pdf` as formats in a fixed order; raises ApplykitError for one there is not."""
    wanted = [word.strip().casefold() for word in words.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in FORMATS]
    if unknown or not wanted:
        message = f"{unknown[0]!r} is no format." if unknown else "no format is given."
        raise ApplykitError(Problem(message, f"Formats are: {', '.join(FORMATS)}."))
    return tuple(name for name in FORMATS if name in wanted)


def export_documents(
    application: Application,
    documents: Sequence[RenderedFile],
    *,
    formats: Iterable[str],
    profile: Mapping[str, Any] | None = None,
    language: str = "en-US",
    country: str | None = None,
    accent: str = "",
) -> tuple[tuple[RenderedFile, ...], tuple[Problem, ...]]:
    """The documents in all formats asked for, and what could not be done.

    `documents` are the Word files; `profile`, the profile as plain JSON, is needed for JSON Resume. Where LibreOffice
    is absent the PDFs are left out with a problem, and everything else is there.
    """
    wanted = tuple(formats)
    files = list(documents) if "docx" in wanted else []
    problems: list[Problem] = []
    if "pdf" in wanted:
        try:
            files += convert_to_pdf(documents)
        except ApplykitError as error:
            problems += error.problems
    style = {"language": language, "paper": paper_of(country), "accent": accent or "1F3864"}
    for kind, context in contexts_of(application, language=language).items():
        blocks = list(BLOCKS[kind](context))
        for name in (name for name in WRITTEN if name in wanted):
            text = WRITERS[name](blocks, context["document"]["title"], style)
            files.append(RenderedFile(file_name(application.resume.name.text, kind, name), encoded(text), kind))
    if "json" in wanted and profile is not None:
        text = to_json_resume(application.resume, profile)
        files.append(RenderedFile(file_name(application.resume.name.text, "resume", "json"), encoded(text), "resume"))
    return tuple(files), tuple(problems)


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


WRITERS: dict[str, Callable[[list[Block], str, dict[str, str]], str]] = {
    "txt": lambda blocks, _title, _style: to_text(blocks),
    "md": lambda blocks, _title, _style: to_markdown(blocks),
    "html": lambda blocks, title, style: to_html(blocks, title=title, **style),
}
