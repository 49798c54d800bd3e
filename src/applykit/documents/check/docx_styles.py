"""What a Word file's styles say about a run: its font, its size, whether its paragraph is a heading."""

from collections.abc import Iterator

from lxml import etree

from applykit.documents.check.package import Opened
from applykit.documents.engine.names import w

BODY = 9  # the outline level of what is no heading


class Styles:
    """Fonts, sizes and heading levels by style, with what styles inherit."""

    def __init__(self, opened: Opened) -> None:
        root = opened.roots.get("word/styles.xml")
        self.styles = {item.get(w("styleId"), ""): item for item in root.iter(w("style"))} if root is not None else {}
        self.default = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if root is not None else None
        self.theme = theme_fonts(opened)
        language = self.default.find(w("lang")) if self.default is not None else None
        self.language = language.get(w("val"), "") if language is not None else ""
        normal = (
            name
            for name, item in self.styles.items()
            if item.get(w("default")) == "1" and item.get(w("type")) == "paragraph"
        )
        self.normal = next(normal, "Normal")

    def chain(self, name: str) -> Iterator[etree._Element]:
        """A style and those it is based on."""
        for _step in range(20):
            style = self.styles.get(name)
            if style is None:
                return
            yield style
            based = style.find(w("basedOn"))
            name = based.get(w("val"), "") if based is not None else ""

    def heading_level(self, paragraph: etree._Element) -> int:
        """1 to 9 for a paragraph in a heading style, else 0."""
        for style in self.chain(style_of(paragraph, "pPr", "pStyle") or self.normal):
            level = style.find(f"{w('pPr')}/{w('outlineLvl')}")
            if level is not None:
                number = number_in(level.get(w("val")), BODY)
                return number + 1 if number < BODY else 0
            name = style.find(w("name"))
            words = name.get(w("val"), "").casefold() if name is not None else ""
            if words.startswith("heading ") and number_in(words[8:], 0):
                return number_in(words[8:], 0)
        return 0

    def properties(self, run: etree._Element, paragraph: etree._Element) -> Iterator[etree._Element]:
        """The run properties that apply to a run, the nearest first."""
        own = run.find(w("rPr"))
        if own is not None:
            yield own
        for name in (style_of(run, "rPr", "rStyle"), style_of(paragraph, "pPr", "pStyle") or self.normal):
            for style in self.chain(name):
                properties = style.find(w("rPr"))
                if properties is not None:
                    yield properties
        if self.default is not None:
            yield self.default

    def value(self, run: etree._Element, paragraph: etree._Element, element: str) -> etree._Element | None:
        """The nearest setting of one run property."""
        found = (properties.find(w(element)) for properties in self.properties(run, paragraph))
        return next((item for item in found if item is not None), None)

    def font(self, run: etree._Element, paragraph: etree._Element) -> str:
        item = self.value(run, paragraph, "rFonts")
        if item is None:
            return "Times New Roman"  # Word's own where a file says nothing
        theme = item.get(w("asciiTheme"), "")
        return self.theme.get(theme[:5], "") if theme else item.get(w("ascii")) or item.get(w("hAnsi")) or ""

    def size(self, run: etree._Element, paragraph: etree._Element) -> float:
        item = self.value(run, paragraph, "sz")
        return number_in(item.get(w("val")) if item is not None else None, 20) / 2


def number_in(value: str | None, otherwise: int) -> int:
    """A whole number as XML writes it; another where there is none, or one that no document means."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= 6 else otherwise


def theme_fonts(opened: Opened) -> dict[str, str]:
    """The theme's fonts for "major" and "minor"."""
    root = next((root for name, root in opened.roots.items() if name.startswith("word/theme/")), None)
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    found = {}
    for name in ("major", "minor") if root is not None else ():
        latin = next(root.iter(f"{a}{name}Font"), None) if root is not None else None
        face = latin.find(f"{a}latin") if latin is not None else None
        found[name] = face.get("typeface", "") if face is not None else ""
    return found


def style_of(element: etree._Element, properties: str, style: str) -> str:
    found = element.find(f"{w(properties)}/{w(style)}")
    return found.get(w("val"), "") if found is not None else ""
