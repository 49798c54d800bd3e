"""What a reader hands on: the raw text of one posting or resume, and what its file said besides."""

from dataclasses import dataclass, field
from typing import Any

from applykit.errors import Problem


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file, not yet cleaned, with what its format told apart from the text.

    `name` is the file's name or address for messages; `media_type` such as "text/plain" or "text/html".
    `structured` holds schema.org JobPosting objects found in the page, as plain dicts.
    `title` is the title the format itself gave (an HTML title, an e-mail subject, a CSV title column).
    """

    text: str
    name: str = "-"
    media_type: str = "text/plain"
    title: str | None = None
    structured: tuple[dict[str, Any], ...] = ()
    problems: tuple[Problem, ...] = field(default=())
