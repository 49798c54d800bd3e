"""Changing a template's XML to a shape: paper and tab stops, language, accent colour."""

from collections.abc import Callable

from lxml import etree

from applykit.documents.engine.names import w
from applykit.documents.variant import PAPERS, Shape


def reshaper(shape: Shape, *, accent: str) -> Callable[[str, etree._Element], None]:
    """A function that changes one part of a template; `accent` is the colour that the design itself uses."""
    paper = PAPERS[shape.paper]

    def reshape(part: str, root: etree._Element) -> None:
        if part == "word/document.xml":
            set_paper(root, *paper)
        move_right_tabs(root, paper[0])
        for element in root.iter(w("lang")):
            element.set(w("val"), shape.language)
        if shape.accent and accent:
            recolor(root, accent, shape.accent)

    return reshape


def set_paper(root: etree._Element, width: int, height: int) -> None:
    """The paper of every upright section; the margins stay."""
    for size in root.iter(w("pgSz")):
        if size.get(w("orient")) != "landscape":
            size.set(w("w"), str(width))
            size.set(w("h"), str(height))


def move_right_tabs(root: etree._Element, width: int) -> None:
    """Right-aligned tab stops that stood at the margin of one paper stand at the margin of the other.

    The margins are equal left and right, so that a stop at the margin is a paper's width less twice a margin; both
    papers are tried, since a template may have been made on either.
    """
    for tab in root.iter(w("tab")):
        position = tab.get(w("pos"), "")
        if tab.get(w("val")) in ("right", "end") and position.isdigit():
            margins = {other - int(position) for other, _height in PAPERS.values()}
            if min(margins) > 0 and max(margins) <= 5760:  # two margins of at most two inches
                tab.set(w("pos"), str(width - likely_margin(margins)))


def likely_margin(margins: set[int]) -> int:
    """Both margins together; of the two papers' answers the one that is a round number of twentieths of an inch."""
    return min(margins, key=lambda margin: (margin % 144, margin))


def recolor(root: etree._Element, old: str, new: str) -> None:
    """Put one colour in the place of another, wherever the XML says it."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if value.upper() == old.upper():
                element.set(name, new)
