"""Reading a Word file the way two different programs read it, and counting what troubles them."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from applykit.documents.check.docx_styles import Styles, number_in
from applykit.documents.check.model import Facts
from applykit.documents.check.package import Opened, open_package
from applykit.documents.check.validity import RULES
from applykit.documents.engine.active import field_codes, is_harmful, remote_sources
from applykit.documents.engine.names import w

DC = "{http://purl.org/dc/elements/1.1/}"
BOXES = frozenset({w("txbxContent")})
PICTURES = (w("drawing"), w("pict"))
DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
TINY = 4.0  # points; smaller text is there for programs, not for people
WHITE = frozenset({"FFFFFF", "FEFEFE"})


def read_docx(data: bytes, *, file: str) -> Facts:
    """The facts of a Word file; raises ApplykitError where it cannot be opened."""
    opened = open_package(data, file=file)
    styles = Styles(opened)
    paragraphs = list(body_paragraphs(opened.document))
    shown = [(paragraph, visible_text(paragraph, styles)) for paragraph in paragraphs]
    boxes = [text_of(paragraph) for box in opened.document.iter(*BOXES) for paragraph in box.iter(w("p"))]
    core = opened.roots.get("docProps/core.xml")
    fonts, sizes = count_type(paragraphs, styles)
    second = second_reading(data)
    return Facts(
        format="docx",
        lines=tuple(text for _paragraph, text in shown if text.strip()),
        second=second or (),
        headings=tuple(
            (level, text) for paragraph, text in shown if (level := styles.heading_level(paragraph)) and text.strip()
        ),
        fonts=fonts,
        sizes=sizes,
        tables=sum(1 for _table in opened.document.iter(w("tbl"))),
        images=sum(1 for _picture in opened.document.iter(*PICTURES)),
        images_without_text=sum(
            1 for item in opened.document.iter(DOC_PROPERTIES) if not (item.get("descr") or item.get("title"))
        ),
        columns=max((number_in(cols.get(w("num")), 1) for cols in opened.document.iter(w("cols"))), default=1),
        outside=tuple(outside_text(opened)),
        boxed=tuple(text for text in boxes if text.strip()),
        hidden=tuple(hidden_text(paragraphs, styles)),
        title=property_of(core, f"{DC}title"),
        language=styles.language or property_of(core, f"{DC}language"),
        changes=sum(1 for _change in opened.document.iter(*CHANGES)),
        comments=sum(1 for _name, root in opened.stories() for _comment in root.iter(w("comment"))),
        protected=any(True for root in (opened.roots.get("word/settings.xml"),) if is_protected(root)),
        remote=tuple(remote_targets(opened)),
        macros=has_macros(opened),
        faults=(
            *(("another program gives up reading it.",) if second is None else ()),
            *(fault for rule in RULES for fault in rule(opened)),
        ),
        row_splits=sum(1 for row in opened.document.iter(w("tr")) if row.find(f"{w('trPr')}/{w('cantSplit')}") is None),
    )


def body_paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of the body in order, those of text boxes left out."""
    for paragraph in body.iter(w("p")):
        if not any(parent.tag in BOXES for parent in paragraph.iterancestors()):
            yield paragraph


def own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    for run in paragraph.iter(w("r")):
        if next(run.iterancestors(w("p")), None) is paragraph:
            yield run


def run_text(run: etree._Element) -> str:
    pieces = []
    for child in run:
        if child.tag == w("t"):
            pieces.append(child.text or "")
        elif child.tag in (w("tab"), w("br"), w("cr")):
            pieces.append(" " if child.tag == w("tab") else "\n")
        elif child.tag == w("noBreakHyphen"):
            pieces.append("-")
    return "".join(pieces)


def text_of(paragraph: etree._Element) -> str:
    return "".join(run_text(run) for run in own_runs(paragraph))


def is_on(item: etree._Element | None) -> bool:
    return item is not None and item.get(w("val"), "1") not in ("0", "false", "off")


def is_hidden(run: etree._Element, paragraph: etree._Element, styles: Styles) -> bool:
    """Text marked hidden, white on white, or too small to see."""
    color, shade = (styles.value(run, paragraph, name) for name in ("color", "shd"))
    white = color is not None and color.get(w("val"), "").upper() in WHITE and shade is None
    return is_on(styles.value(run, paragraph, "vanish")) or white or styles.size(run, paragraph) < TINY


def visible_text(paragraph: etree._Element, styles: Styles) -> str:
    return "".join(run_text(run) for run in own_runs(paragraph) if not is_hidden(run, paragraph, styles))


def hidden_text(paragraphs: list[etree._Element], styles: Styles) -> Iterator[str]:
    for paragraph in paragraphs:
        words = "".join(run_text(run) for run in own_runs(paragraph) if is_hidden(run, paragraph, styles))
        if words.strip():
            yield words.strip()


def count_type(
    paragraphs: list[etree._Element], styles: Styles
) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[float, int], ...]]:
    """How many characters are set in each font and each size, the most first."""
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for run in own_runs(paragraph):
            count = len(run_text(run).strip())
            if count:
                fonts[styles.font(run, paragraph)] += count
                sizes[styles.size(run, paragraph)] += count
    return ordered(fonts), ordered(sizes)


def ordered(counts: Counter[Any]) -> tuple[tuple[Any, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def outside_text(opened: Opened) -> Iterator[str]:
    """What stands in headers and footers, which many programs never read."""
    for name, root in opened.stories():
        if name.startswith(("word/header", "word/footer")):
            yield from (text for paragraph in root.iter(w("p")) if (text := text_of(paragraph).strip()))


def is_protected(settings: etree._Element | None) -> bool:
    protection = settings.find(w("documentProtection")) if settings is not None else None
    return protection is not None and protection.get(w("enforcement"), "0") in ("1", "true", "on")


def remote_targets(opened: Opened) -> Iterator[str]:
    """What Word would fetch or run on opening: templates, pictures, objects, fields. Links are only followed."""
    for relationships in opened.relationships.values():
        for item in relationships:
            if item.external and not item.type.endswith("/hyperlink"):
                yield f"{item.type.rpartition('/')[2]}: {item.target[:100]}"
    for _name, root in opened.stories():
        yield from (f"field: {code.strip()[:100]}" for code, _nested in field_codes(root) if is_harmful(code))
        yield from (f"picture: {target[:100]}" for target in remote_sources(root))


def has_macros(opened: Opened) -> bool:
    types = (*opened.overrides.values(), *opened.defaults.values())
    return any("macroEnabled" in item or item.endswith("vbaProject") for item in types) or any(
        name.casefold().endswith("vbaproject.bin") for name in opened.names
    )


def property_of(core: etree._Element | None, name: str) -> str:
    found = core.find(name) if core is not None else None
    return (found.text or "").strip() if found is not None else ""


def second_reading(data: bytes) -> tuple[str, ...] | None:
    """The body's text as python-docx gives it: paragraphs and tables in order, nothing else; None where it gives up."""
    import docx
    from docx.opc.exceptions import OpcError

    try:
        return tuple(text for text in lines_of(docx.Document(BytesIO(data))) if text.strip())
    except (OpcError, KeyError, ValueError, TypeError, AttributeError):  # what it says to files that are not whole
        return None


def lines_of(container: Any) -> Iterator[str]:
    from docx.table import Table, _Cell

    for block in container.iter_inner_content():
        if isinstance(block, Table):
            # Not `row.cells`, which repeats a cell as often as it says it spans columns.
            for cell in (cell for row in block.rows for cell in row._tr.tc_lst):
                yield from lines_of(_Cell(cell, block))
        else:
            yield block.text
