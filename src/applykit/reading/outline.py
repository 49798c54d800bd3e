"""A page's tree as text: boilerplate left out, the main part found, structure kept as light Markdown."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

DROPPED_WORDS = (
    "script style noscript template svg iframe object embed canvas video audio select button input textarea nav "
    "aside footer dialog menu head title meta link map datalist progress"
)
DROPPED = frozenset(DROPPED_WORDS.split())
ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "complementary",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "form",
    ]
)
BLOCKS_WORDS = (
    "p div section article main header ul ol dl dd table tr blockquote pre address figure figcaption fieldset form "
    "body center hgroup details summary tbody thead caption"
)
BLOCKS = frozenset(BLOCKS_WORDS.split())
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
BOILERPLATE = re.compile(
    r"(?:^|[-_ ])(?:cookies?|consent|gdpr|onetrust|breadcrumbs?|nav(?:bar|igation)?|menu|sidebar|site-?(?:header"
    r"|footer)|page-?(?:header|footer)|global-?(?:header|footer)|masthead|share|social(?:-?\w+)?|related|similar"
    r"|recommend\w*|newsletter|subscribe|modal|popup|overlay|login|signin|sign-in|signup|skip(?:-?\w+)?|advert\w*"
    r"|ads?|promo|toast|tooltip|pagination|job-?alerts?|comments?)(?:$|[-_ ])",
    re.IGNORECASE,
)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"\s+")
DOMINANT = 0.8  # a child with this share of the unlinked text is the main part
LEAST_MAIN = 200
DEEPEST = 2_000
TOO_SMALL = ("p", "ul", "ol", "tr")


def main_text(tree: LexborHTMLParser) -> str:
    """The text of the page's main part; of the whole body when nothing stands out."""
    body = tree.body
    if body is None:
        return ""
    chosen = choose_main(tree, body)
    text = write_node(chosen)
    return text if len(text) >= LEAST_MAIN else write_node(body) or text


def choose_main(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """The element that says it is the main one, when it holds most of the text; then down to the dominant child."""
    weights = weigh_all(body)
    node, whole = body, weights.get(body.mem_id, 0)
    for selector in ("[itemprop=description]", "main", "[role=main]", "article"):
        named = tree.css(selector)
        if len(named) == 1 and weights.get(named[0].mem_id, 0) > 0.5 * whole:
            node = named[0]
            break
    for _ in range(DEEPEST):
        child = dominant_child(node, weights)
        if child is None:
            break
        node = child
    return node


def dominant_child(node: LexborNode, weights: dict[int, int]) -> LexborNode | None:
    """The child that holds nearly all unlinked text of a node, where it is a block that can hold a posting."""
    total = weights.get(node.mem_id, 0)
    for child in node.iter():
        if child.tag in BLOCKS and child.tag not in TOO_SMALL and weights.get(child.mem_id, 0) > DOMINANT * total:
            return child
    return None


def weigh_all(body: LexborNode) -> dict[int, int]:
    """Characters of text outside links and boilerplate below each element, by the element's `mem_id`."""
    weights: dict[int, int] = {}
    open_sums: list[int] = []
    for kind, text, linked, node in walk(body):
        if kind == "open":
            open_sums.append(0)
        elif kind == "text" and open_sums:
            open_sums[-1] += 0 if linked else len(text)
        elif kind == "close":
            weights[node.mem_id] = open_sums.pop()
            if open_sums:
                open_sums[-1] += weights[node.mem_id]
    return weights


def walk(node: LexborNode) -> Iterator[tuple[str, str, bool, LexborNode]]:
    """Events of a subtree without recursion: "open", "close" or "text"; tag or text; inside a link; the node."""
    stack: list[tuple[LexborNode, bool]] = [(node, False)]
    linked = 0
    while stack:
        current, closing = stack.pop()
        tag = current.tag or "-"
        if closing:
            linked -= tag == "a"
            yield "close", tag, linked > 0, current
        elif tag == "-text":
            yield "text", SPACE.sub(" ", current.text_content or ""), linked > 0, current
        elif not tag.startswith(("-", "!")) and tag not in DROPPED and (current is node or not is_boilerplate(current)):
            linked += tag == "a"
            yield "open", tag, linked > 0, current
            stack.append((current, True))
            stack.extend((child, False) for child in list(current.iter(include_text=True))[::-1])


def is_boilerplate(node: LexborNode) -> bool:
    """Whether an element says of itself that it is navigation, a notice or hidden."""
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in ROLES:
        return True
    if HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return bool(BOILERPLATE.search(names)) and node.tag not in ("body", "main", "article", "h1")


def write_node(node: LexborNode) -> str:
    """A subtree as light Markdown: "#" headings, "*" items, bold kept, cells of a row joined."""
    writer = Writer()
    for kind, value, _, _ in walk(node):
        if kind == "text":
            writer.write(value)
        else:
            writer.tag(value, opens=kind == "open")
    return writer.finish()


class Writer:
    """Puts events into lines; knows what the line so far begins with and whether bold is open."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line = ""
        self.prefix = ""
        self.cells = 0

    def write(self, text: str) -> None:
        """Text into the line; white space alone only between words."""
        if not self.line:
            text = text.lstrip()
        if text:
            self.line += text

    def end(self, *, gap: bool = False) -> None:
        """The line ends; `gap` leaves an empty line behind it."""
        words = self.line.strip().replace("****", "")
        if words.strip("* "):
            self.lines.append(f"{self.prefix}{words}")
            self.prefix = ""
        self.line = ""
        if gap and self.lines and self.lines[-1]:
            self.lines.append("")

    def tag(self, name: str, *, opens: bool) -> None:
        """A tag opens or closes."""
        if name in HEADINGS:
            self.end(gap=True)
            self.prefix = HEADINGS[name] if opens else ""
        elif name == "li":
            self.end()
            self.prefix = "* " if opens else ""
        elif name in ("b", "strong"):
            self.line += "**"
        elif name in ("br", "hr"):
            if opens:
                self.end()
        elif name in ("td", "th"):
            self.cell(opens=opens)
        elif name == "dt":
            self.end()
            self.line += "**" if opens else ""
        elif name in BLOCKS:
            self.cells = 0
            self.end(gap=name in ("p", "ul", "ol", "section", "article", "table"))

    def cell(self, *, opens: bool) -> None:
        """The second of two cells stands behind a colon, further ones behind a bar."""
        if not opens:
            self.cells += 1
        elif self.cells and self.line.strip(" *"):
            self.line = self.line.rstrip() + (
                ": " if self.cells == 1 and not self.line.rstrip(" *").endswith(":") else " "
            )

    def finish(self) -> str:
        """All lines."""
        self.end()
        return "\n".join(self.lines).strip()
