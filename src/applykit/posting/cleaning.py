"""The cleaning of a posting's raw text, as one list of named steps.

A step may change white space and punctuation, take out invisible characters and page furniture, and repair broken
characters; it never drops or alters a word that says something about the job. `tests/cases/cleaning.yaml` shows each.
"""

from collections.abc import Callable
from dataclasses import dataclass

from applykit.posting.breaks import (
    break_at_bullets,
    break_at_inline_headings,
    join_hyphenated,
    join_letter_spaced,
    join_wrapped_lines,
    split_glued_words,
)
from applykit.posting.characters import (
    replace_bullets,
    replace_ligatures,
    replace_lost_marks,
    replace_mojibake,
    replace_odd_spaces,
    shorten_runs,
    strip_invisible,
    unify_line_ends,
)
from applykit.posting.furniture import drop_furniture
from applykit.posting.markup import HEADING_MARK, replace_entities, replace_markdown, replace_tags, unescape_markdown
from applykit.posting.spacing import squeeze_space


@dataclass(frozen=True, slots=True)
class Step:
    """One named change from text to text."""

    name: str
    apply: Callable[[str], str]


# The order matters: characters before mark-up, mark-up before line structure, furniture when lines are right.
STEPS = (
    Step("line ends", unify_line_ends),
    Step("endless runs", shorten_runs),
    Step("mojibake", replace_mojibake),
    Step("HTML entities", replace_entities),
    Step("HTML tags", replace_tags),
    Step("invisible characters", strip_invisible),
    Step("ligatures", replace_ligatures),
    Step("bullets", replace_bullets),
    Step("letter-spaced headings", join_letter_spaced),
    Step("odd spaces", replace_odd_spaces),
    Step("Markdown escapes", unescape_markdown),
    Step("Markdown marks", replace_markdown),
    Step("lost marks", replace_lost_marks),
    Step("hyphenation over line ends", join_hyphenated),
    Step("wrapped lines", join_wrapped_lines),
    Step("glued words", split_glued_words),
    Step("bullets in running text", break_at_bullets),
    Step("headings in running text", break_at_inline_headings),
    Step("page furniture", drop_furniture),
    Step("white space", squeeze_space),
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Cleaned text, and where lines begin that the mark-up said are headings."""

    text: str
    headings: frozenset[int]


def clean_marked(text: str) -> Cleaned:
    """Clean the text and remember which lines were headings by their mark-up."""
    for step in STEPS:
        text = step.apply(text)
    lines, headings, position = [], set(), 0
    for line in text.split("\n"):
        kept = line.replace(HEADING_MARK, "").strip()
        if HEADING_MARK in line and kept:
            headings.add(position)
        lines.append(kept)
        position += len(kept) + 1
    return Cleaned("\n".join(lines), frozenset(headings))


def clean_text(text: str) -> str:
    """The text as spans count in it: no mark-up, no broken characters, one item or sentence group a line."""
    return clean_marked(text).text
