"""What went wrong in a template, in words for the person who wrote it."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError

from applykit.documents.engine.marking import part_in_words, shorten
from applykit.documents.engine.model import Tag
from applykit.documents.engine.sandbox import FieldError
from applykit.errors import Problem

# Everything that an expression over plain values can raise.
FAULTS = (
    TemplateError,
    FieldError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known field most like a name, if any is like it at all."""
    close = difflib.get_close_matches(name.casefold(), sorted(known), n=1, cutoff=0.5)
    return close[0] if close else None


def explain(error: Exception, tags: tuple[Tag, ...], variables: Mapping[str, Any], *, template: str) -> Problem:
    """The problem behind an error of a render: template, part, paragraph, tag, and what to do."""
    tag = tag_of(error, tags)
    place = f"{part_in_words(tag.part)}, {tag} in {shorten(tag.paragraph)}: " if tag else ""
    message, remedy = words_of(error, variables)
    return Problem(f"{place}{message}", remedy, file=template)


def words_of(error: Exception, variables: Mapping[str, Any]) -> tuple[str, str]:
    """What happened and what to do."""
    if isinstance(error, FieldError):
        known = error.known if error.known is not None else tuple(variables)
        usable = [name for name in known if not name.endswith("__")]
        close = nearest(error.name, usable)
        hint = (
            f"The nearest known field is {close!r}."
            if close
            else f"Known are: {', '.join(sorted(usable)) or '(none)'}."
        )
        return f"there is no field {error.name!r}.", hint
    if isinstance(error, (SyntaxError, MemoryError)) or (isinstance(error, RecursionError) and not variables):
        return "loops, conditions or brackets stand too deep within each other.", "Make the template simpler."
    if isinstance(error, RecursionError):
        return "a macro calls itself without end.", "Check where it stops."
    if isinstance(error, SecurityError):
        return f"{error}.", "Templates may read fields, loop and compare; nothing else."
    return f"{error}.", "Check the expression in the tag."


def tag_of(error: Exception, tags: tuple[Tag, ...]) -> Tag | None:
    """The tag during which an error was raised, by the line of the generated source."""
    number = line_of(error) - 2
    return tags[number] if 0 <= number < len(tags) else None


def line_of(error: Exception) -> int:
    """The template line of an error: Jinja's own for syntax, the innermost template frame for the rest."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line = 0
    trace = error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
