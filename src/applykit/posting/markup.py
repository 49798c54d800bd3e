"""What is left of HTML and Markdown in a posting's text: taken out, with the structure it told kept."""

import html
import re

# Marks a line as a heading while the cleaning goes on; the private use area is free by then.
HEADING_MARK = "\ue000"

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,14})(?:\s[^<>]{0,2000})?/?>|<!--.{0,2000}?-->", re.DOTALL)
SILENT = re.compile(r"<(?P<name>script|style|noscript|svg)\b[^<>]{0,2000}>", re.IGNORECASE)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "ul",
        "ol",
        "table",
        "tr",
        "section",
        "article",
        "header",
        "footer",
        "dl",
        "dt",
        "dd",
        "hr",
        "blockquote",
        "form",
    ]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# Only names of real elements count as tags, so that "<name>" or "<5 years>" in running text survives.
INLINE_WORDS = (
    "a abbr b i u em strong span font small big sub sup td th tbody thead tfoot col img body html head meta link "
    "center code pre button label input main nav aside figure figcaption strike s o svg path title script style"
)
INLINE = frozenset(INLINE_WORDS.split())

ESCAPE = re.compile(r"\\+([-\\`*_{}\[\]()#+.!&|<>~$=:;,'\"/@%^?])")
HEADING_LINE = re.compile(r"^[ ]{0,3}#{1,6}[ ]+(?=\S)", re.MULTILINE)
CLOSED_HEADING = re.compile(r"[ ]+#{1,6}[ ]*$", re.MULTILINE)
UNDERLINE = re.compile(r"^(?P<line>[^\n]{3,80})\n[ ]{0,3}(?:={3,}|-{3,})[ ]*$", re.MULTILINE)
RULE = re.compile(r"^[ ]*(?:[-*_=~—–][ ]?){3,}$", re.MULTILINE)
LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+\"[^\"\n]*\")?\)")
STAR_BULLET = re.compile(r"^[ ]*(?:[*+]|[-–—])[ ]+(?=\S)", re.MULTILINE)
# A line that is bold from end to end, but for a colon, is a heading when it is short enough.
BOLD_LINE = re.compile(r"^[ ]*(?:\*{2,3}|__)(?P<words>[^*\n]{2,80}?)(?:\*{2,3}|__)[ ]*(?P<colon>:?)[ ]*$", re.MULTILINE)
# Bold words at the head of a line, glued to what follows: the tags between them were stripped.
BOLD_GLUE = re.compile(r"^(?P<head>[ \ue000]*\*{0,3}[^*\n]{3,60}?)\*{4}(?=[\w•])", re.MULTILINE)
BOLD_HEAD = re.compile(r"^[ ]*\*\*(?P<words>[^*\n]{2,60}?):[ ]*\*\*[ ]*(?=\S)", re.MULTILINE)
EMPHASIS = re.compile(r"\*{1,3}(?=\S)([^*\n]{1,2000}?)(?<=\S)\*{1,3}")
STARS = re.compile(r"(?<=\w)\*{2,}|\*{2,}(?=[\w\s.,;:!?]|$)", re.MULTILINE)
UNDERSCORES = re.compile(r"(?<![\w_])_{1,2}(?=[^\s_])([^_\n]{1,200}?)(?<=[^\s_])_{1,2}(?![\w_])")


def replace_entities(text: str) -> str:
    """Resolve character references, also those that were escaped two or three times over."""
    for _ in range(3):
        resolved = ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if resolved == text:
            break
        text = resolved
    return text


def replace_tags(text: str) -> str:
    """Real HTML elements become line breaks, list items, headings or nothing."""
    if "<" not in text:
        return text
    return TAG.sub(meaning_of_tag, drop_silent(text))


def drop_silent(text: str) -> str:
    """The text without scripts and styles; one that is never closed loses its tag alone."""
    folded = text.casefold() if text.isascii() else text
    kept, position = [], 0
    unclosed: set[str] = set()
    for found in SILENT.finditer(text):
        name = found["name"].casefold()
        if found.start() < position or name in unclosed:
            continue
        end = folded.find(f"</{name}", found.end())
        if end < 0:
            unclosed.add(name)
            continue
        kept.append(text[position : found.start()])
        close = text.find(">", end)
        position = close + 1 if close >= 0 else len(text)
    return " ".join([*kept, text[position:]])


def meaning_of_tag(found: re.Match[str]) -> str:
    """The text that stands for a tag; what is no HTML element stays as it is."""
    name = (found[2] or "!").casefold()
    if name in HEADINGS:
        return "\n" if found[1] else "\n# "
    if name == "li":
        return "" if found[1] else "\n* "
    if name in ("strong", "b"):
        return "**"
    if name in BLOCKS:
        return "\n"
    if name in ("td", "th", "option"):
        return " "
    return "" if name in INLINE or name == "!" else found[0]


def unescape_markdown(text: str) -> str:
    r"""Take the backslashes away that Markdown writers put before punctuation, single or doubled."""
    return ESCAPE.sub(r"\1", text)


def replace_markdown(text: str) -> str:
    """Take Markdown's marks away; lines that were headings carry `HEADING_MARK` from here on."""
    text = LINK.sub(r"\1", text)
    text = UNDERLINE.sub(f"{HEADING_MARK}\\g<line>", text)
    text = RULE.sub("", text)
    text = HEADING_LINE.sub(HEADING_MARK, CLOSED_HEADING.sub("", text))
    text = "\n".join(replace_emphasis(line) for line in text.split("\n"))
    return STAR_BULLET.sub("• ", text)


def replace_emphasis(line: str) -> str:
    """Take bold and italics off one line, marking it when all of it was bold."""
    if "*" not in line and "_" not in line:
        return line
    line = re.sub(r"\*\*[ ]*:[ ]*\*\*", "**: **", line)
    line = re.sub(r"\*\*[ ]+\*\*", " ", line)
    line = BOLD_GLUE.sub(glued_head, line)
    lines = [unbold(part) for part in line.split("\n")]
    return "\n".join(lines)


def glued_head(found: re.Match[str]) -> str:
    """A bold head, closed and on a line of its own."""
    head = found["head"].strip(f" *{HEADING_MARK}")
    return f"{HEADING_MARK}{head}\n**"


def unbold(line: str) -> str:
    """One line without stars and underscores."""
    bullet = STAR_BULLET.match(line)
    start = line[: bullet.end()] if bullet else ""
    rest = line[len(start) :]
    whole = BOLD_LINE.match(rest)
    if whole and not bullet:
        rest = f"{HEADING_MARK}{whole['words'].strip()}{whole['colon']}"
    rest = UNDERSCORES.sub(r"\1", EMPHASIS.sub(r"\1", rest))
    return start + STARS.sub("", rest)
