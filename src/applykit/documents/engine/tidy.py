"""Taking out of a template's XML what Word leaves there while someone edits: marks, revisions, ids."""

from lxml import etree

from applykit.documents.engine.names import DELETED, DROPPED_ATTRIBUTES, INSERTED, NOISE, TEXTS, w

KEEP_SPACE = TEXTS | {w("instrText"), w("delText")}


def tidy(root: etree._Element) -> None:
    """Accept tracked changes, drop spelling marks and editing ids, and unwrap what only groups runs."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in list(root.iter(*(NOISE | DELETED))):
        remove(element)
    for element in list(root.iter(*INSERTED)):
        unwrap(element)
    for element in root.iter(etree.Element):
        for name in DROPPED_ATTRIBUTES.intersection(element.attrib):
            del element.attrib[name]
        drop_indentation(element)
    drop_editing_bookmarks(root)


def remove(element: etree._Element) -> None:
    """Take an element out and leave the text after it."""
    parent = element.getparent()
    if parent is not None:
        put_text_before(element, element.tail or "")
        element.tail = None
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place. In run properties and rows the element is only a mark, and goes."""
    parent = element.getparent()
    if parent is None:
        return
    for child in list(element):
        if child.tag not in (w("smartTagPr"), w("customXmlPr")):
            element.addprevious(child)
    remove(element)


def put_text_before(element: etree._Element, text: str) -> None:
    """Add text directly before an element."""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent = element.getparent()
        if parent is not None:
            parent.text = (parent.text or "") + text


def drop_indentation(element: etree._Element) -> None:
    """White space between elements, which an editor may have added for looks."""
    if element.text and not element.text.strip() and len(element) and element.tag not in KEEP_SPACE:
        element.text = None
    if element.tail and not element.tail.strip():
        element.tail = None


def drop_editing_bookmarks(root: etree._Element) -> None:
    """Word's own bookmarks (`_GoBack`): where the last edit was."""
    starts = [mark for mark in root.iter(w("bookmarkStart")) if mark.get(w("name"), "").startswith("_GoBack")]
    ids = {mark.get(w("id")) for mark in starts}
    ends = [mark for mark in root.iter(w("bookmarkEnd")) if mark.get(w("id")) in ids]
    for mark in [*starts, *ends]:
        remove(mark)
