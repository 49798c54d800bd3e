"""From an application's content to finished Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from applykit.documents.context import checklist_context, letter_context, resume_context
from applykit.documents.design import Design
from applykit.documents.model import RenderedFile
from applykit.documents.naming import file_name
from applykit.documents.variant import Shape, check_accent, check_language, paper_of

if TYPE_CHECKING:
    from applykit.tailoring.model import Application


def render_documents(
    application: Application,
    design: Design,
    *,
    language: str = "en-US",
    country: str | None = None,
    accent: str = "",
) -> tuple[RenderedFile, ...]:
    """The resume, the cover letter and the gap checklist as .docx files.

    `country` (ISO 3166) decides between Letter and A4, `accent` (RRGGBB) replaces the design's colour. The same input
    gives the same bytes. Raises ApplykitError where the design's templates ask for fields that are not there.
    """
    shape = Shape(paper_of(country), check_language(language), check_accent(accent) if accent else "")
    name = application.resume.name.text
    headline = application.resume.headline.text if application.resume.headline else ""
    contexts = {
        "resume": resume_context(application.resume, language=language, page=design.page),
        "cover-letter": letter_context(application.letter, headline=headline, language=language),
        "gap-checklist": checklist_context(application.checklist, name=name, language=language),
    }
    return tuple(
        RenderedFile(file_name(name, kind), design.template(kind, shape).render(context), kind)
        for kind, context in contexts.items()
        if kind in design.sources
    )
