"""Web pages: structured data first, then the page's main text as light Markdown."""

import html as entities
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from applykit.errors import ApplykitError, Problem
from applykit.files import failure
from applykit.reading.model import Document
from applykit.reading.outline import main_text, write_node
from applykit.reading.plain import number_name
from applykit.reading.schema import DESCRIPTION_KEYS, find_postings
from applykit.reading.text import decode_text

META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
HEAD = 4096
MOST_TAGS = 60_000  # more would fill hundreds of megabytes as a tree
ENOUGH_DESCRIPTION = 300
LOGIN_TITLE = re.compile(
    r"^(?:sign|log)[ -]?(?:in|on)\b|\b(?:sign|log)[ -]?in (?:to|required)\b|^authentication|^(?:please )?verify"
    r"|^just a moment|^access denied|^attention required|security check",
    re.IGNORECASE,
)
LOGIN_TEXT = re.compile(
    r"(?:please|you must|you need to) (?:sign|log) ?in\b|(?:sign|log) ?in to (?:view|see|continue|apply|your)"
    r"|join (?:now )?to (?:see|view|apply)|forgot (?:your )?password",
    re.IGNORECASE,
)
SHORT_PAGE = 1500
NO_PAGE_TEXT = 80
LOGIN = (
    "asks for a login instead of showing a posting.",
    "Open it in your browser, log in, and save the page as .html or copy its text.",
)
SCRIPTED = (
    "holds no text; its content is put there by a script.",
    "Open it in your browser and save the page as .html or .mhtml, or copy its text.",
)


def read_html(data: bytes, name: str, charset: str | None) -> Iterator[Document]:
    """The postings of a page: one for each posting that its structured data describes, else its main text."""
    declared = META_CHARSET.search(data[:HEAD])
    text, problems = decode_text(
        data, file=name, charset=charset or (declared[1].decode("ascii") if declared else None)
    )
    yield from read_markup(text, name, problems)


def read_markup(markup: str, name: str, problems: tuple[Problem, ...] = ()) -> Iterator[Document]:
    """The postings of a page that is text already."""
    tree = parse(markup, name)
    title = page_title(tree)
    postings = find_postings(tree)
    described = [(posting, describe(posting)) for posting in postings]
    full = [(posting, text) for posting, text in described if len(text) >= ENOUGH_DESCRIPTION]
    if len(full) > 1:
        for number, (posting, text) in enumerate(full, 1):
            yield Document(text, number_name(name, number, len(full)), "text/html", None, (posting,), problems)
        return
    text = main_text(tree)
    check_page(tree, title, text, bool(postings), name)
    yield Document(
        choose_text(text, [text for _, text in described]), name, "text/html", title, tuple(postings), problems
    )


def parse(markup: str, name: str) -> LexborHTMLParser:
    """The page as a tree; pages with an absurd number of tags are refused."""
    if markup.count("<") > MOST_TAGS:
        raise failure(f"holds more than {MOST_TAGS} tags.", "Save only the posting's own page.", file=name)
    return LexborHTMLParser(markup)


def page_title(tree: LexborHTMLParser) -> str | None:
    """The page's own heading when there is just one, else its title."""
    headings = [" ".join(node.text().split()) for node in tree.css("h1")[:5]]
    headings = [heading for heading in headings if heading]
    if len(headings) == 1 and len(headings[0]) < 150:
        return headings[0]
    node = tree.css_first("title")
    return (" ".join(node.text().split())[:300] or None) if node else None


def describe(posting: dict[str, Any]) -> str:
    """A JobPosting's own description as light Markdown."""
    parts: list[str] = []
    for key, heading in DESCRIPTION_KEYS:
        value = posting.get(key)
        value = "\n".join(str(item) for item in value if isinstance(item, str)) if isinstance(value, list) else value
        if isinstance(value, str) and value.strip():
            text = text_of_markup(value)
            parts.append(f"# {heading}\n{text}" if heading and parts else text)
    return "\n\n".join(parts)


def text_of_markup(value: str) -> str:
    """HTML, or HTML escaped once more, or plain text, as light Markdown."""
    for _ in range(2):
        if re.search(r"<[a-zA-Z/]", value) or "&lt;" not in value:
            break
        value = entities.unescape(value)
    if not re.search(r"<[a-zA-Z/!]", value) or value.count("<") > MOST_TAGS:
        return entities.unescape(value)
    body = LexborHTMLParser(value).body
    return write_node(body) if body else ""


def choose_text(page: str, descriptions: list[str]) -> str:
    """The page's main text when it holds the description and not much more, else a description of some length."""
    description = max(descriptions, key=len, default="")
    if len(description) < ENOUGH_DESCRIPTION and len(page) > len(description):
        return page
    words = set(description.casefold().split())
    share = len(words & set(page.casefold().split())) / max(len(words), 1)
    return page if share > 0.9 and len(page) < 1.8 * len(description) else description


def check_page(tree: LexborHTMLParser, title: str | None, text: str, has_data: bool, name: str) -> None:
    """Raise for pages that show a login or nothing instead of a posting."""
    if has_data:
        return
    asks = (
        tree.css_first("input[type=password]") is not None
        or bool(LOGIN_TEXT.search(text))
        or bool(title and LOGIN_TITLE.search(title))
    )
    if asks and len(text) < SHORT_PAGE:
        raise ApplykitError(Problem(*LOGIN, file=name))
    if len(text) < NO_PAGE_TEXT and tree.css_first("script") is not None:
        raise ApplykitError(Problem(*SCRIPTED, file=name))


__all__ = ["LexborNode", "read_html", "read_markup"]
