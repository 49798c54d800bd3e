"""From an application's content to finished Word files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from applykit.documents.context import checklist_context, letter_context, posting_context, resume_context
from applykit.documents.design import Design
from applykit.documents.model import RenderedFile
from applykit.documents.naming import file_name
from applykit.documents.variant import Shape, check_accent, check_language, paper_of

if TYPE_CHECKING:
    from applykit.posting.model import Posting
    from applykit.tailoring.model import Application


def contexts_of(
    application: Application,
    *,
    language: str = "en-US",
    page: Mapping[str, float] | None = None,
    posting: Posting | None = None,
) -> dict[str, dict[str, Any]]:
    """What every kind of document says, as templates read it."""
    name = application.resume.name.text
    headline = application.resume.headline.text if application.resume.headline else ""
    contexts = {
        "resume": resume_context(application.resume, language=language, page=page),
        "cover-letter": letter_context(application.letter, headline=headline, language=language, page=page),
        "gap-checklist": checklist_context(application.checklist, name=name, language=language),
    }
    asked = posting_context(posting)
    return {kind: context | {"posting": asked} for kind, context in contexts.items()}


def render_documents(
    application: Application,
    design: Design,
    *,
    language: str = "en-US",
    country: str | None = None,
    accent: str = "",
    posting: Posting | None = None,
) -> tuple[RenderedFile, ...]:
    """The resume, the cover letter and the gap checklist as .docx files.

    `country` (ISO 3166) decides between Letter and A4, `accent` (RRGGBB) replaces the design's colour, `posting` fills
    the fields of that name. The same input gives the same bytes. Raises ApplykitError where the design's templates ask
    for fields that are not there.
    """
    shape = Shape(paper_of(country), check_language(language), check_accent(accent) if accent else "")
    contexts = contexts_of(application, language=language, page=design.page, posting=posting)
    return tuple(
        RenderedFile(file_name(application.resume.name.text, kind), design.template(kind, shape).render(context), kind)
        for kind, context in contexts.items()
        if kind in design.sources
    )
