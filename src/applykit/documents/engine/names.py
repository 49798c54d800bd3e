"""Names of Word's XML that the engine looks for."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """A name of WordprocessingML in lxml's notation."""
    return f"{{{W}}}{name}"


PARAGRAPHS = frozenset({w("p"), f"{{{A}}}p"})
RUNS = frozenset({w("r"), f"{{{A}}}r"})
TEXTS = frozenset({w("t"), f"{{{A}}}t", f"{{{M}}}t"})
FIELD_CODES = frozenset({w("instrText")})
# What stands between words of a paragraph and can get into the middle of a tag.
MARKS = {
    w("tab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
    f"{{{A}}}br": "\n",
}
PROPERTIES = frozenset({w("pPr"), w("rPr"), w("tcPr"), w("trPr"), w("tblPr"), w("sdtPr"), f"{{{A}}}pPr", f"{{{A}}}rPr"})
CONTAINERS = {"tr": w("tr"), "tc": w("tc"), "p": w("p"), "r": w("r")}
# Elements without which Word loses nothing, and with which tags are cut in pieces.
NOISE = frozenset(w(name) for name in ("proofErr", "lastRenderedPageBreak", "permStart", "permEnd"))
DELETED = frozenset(
    w(name)
    for name in (
        *("del", "moveFrom", "delText", "delInstrText", "cellDel", "numberingChange"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd"),
    )
)
INSERTED = frozenset({w("ins"), w("moveTo"), w("smartTag"), w("customXml")})
# Ids that must be unique in a document, or that only say who edited what: inside a loop they would be repeated.
DROPPED_ATTRIBUTES = frozenset(
    {f"{{{W14}}}paraId", f"{{{W14}}}textId"}
    | {w(f"rsid{name}") for name in ("R", "RDefault", "RPr", "P", "Tr", "Del", "Sect")}
)
