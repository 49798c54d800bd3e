"""Text on its way into XML: one character filter, one escape for each place a value can stand in."""

import re
from typing import Any

from markupsafe import Markup

# Characters that XML 1.0 cannot hold, lone surrogates and the two noncharacters that end a plane.
FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
UNWANTED = re.compile(f"[{FORBIDDEN}]")
# The engine marks tags with these two while it works; they are noncharacters, which no text may use.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
SPECIAL = re.compile(f'[&<>"\t\r\n{FORBIDDEN}]')
NEWLINE = re.compile(r"\r\n?|\n")
SPACES = re.compile(r"[\t\r\n]+")
LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
PROPERTY_LIMIT = 255  # Word refuses longer document properties


def clean_text(text: str) -> str:
    """The text without the characters that no XML document can hold."""
    return UNWANTED.sub("", text)


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def plain_words(value: Any) -> str:
    """A value as text; None is nothing, since "None" in a letter helps nobody."""
    return "" if value is None else str(value)


def to_markup(value: Any) -> Markup:
    """A value inside `w:t`: line breaks and tabs become Word's elements, everything else is escaped.

    What a macro or a block `set` of the template made is markup already and passes.
    """
    if isinstance(value, Markup):
        return value
    text = value if type(value) is str else plain_words(value)
    if SPECIAL.search(text):
        text = NEWLINE.sub(LINE_BREAK, escape(clean_text(text))).replace("\t", TAB)
    return Markup(text)  # noqa: S704 - escaped above


def to_plain_markup(value: Any) -> Markup:
    """A value inside an attribute or a drawing: escaped, on one line."""
    return Markup(escape(SPACES.sub(" ", clean_text(plain_words(value)))))  # noqa: S704


def to_field_markup(value: Any) -> Markup:
    """A value inside a field code, where a quote or a backslash would begin another instruction."""
    return to_plain_markup(re.sub(r'["\\{}]', "", plain_words(value)))


def to_property_markup(value: Any) -> Markup:
    """A value inside a document property: one line of at most 255 characters."""
    words = " ".join(clean_text(plain_words(value)).split())
    return to_plain_markup(words[:PROPERTY_LIMIT].rstrip())
