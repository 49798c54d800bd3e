"""The styles of a design: few, named as Word names them, so that they can be changed in Word."""

from applykit.documents.designs.blocks import NAMESPACES
from applykit.documents.designs.look import GREY, Look, twips

HEADER_GAP = 5  # points between the running head and the text, at the least
PLAIN_BULLET = 122  # twentieths of a point: a hyphen and a blank of Arial at 10 points
SHEET_TITLE = 18  # points; a sheet's title is a sentence, a name is not
STATUS_COLORS = {"Met": "1B6B3A", "Partly": "8A5A00", "Missing": "B3261E", "Ask": "1F4E9E"}


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def text(*, size: float = 0, bold: bool | None = None, color: str = "", italic: bool = False, more: str = "") -> str:
    """Run properties in the order in which the schema wants them; `more` are caps and letter spacing."""
    weight = "" if bold is None else "<w:b/>" if bold else '<w:b w:val="0"/>'
    slant = "<w:i/>" if italic else ""
    caps = "<w:caps/>" if "caps" in more.split() else ""
    ink = f'<w:color w:val="{color}"/>' if color else ""
    spread = next(
        (
            f'<w:spacing w:val="{word[7:]}"/>'
            for word in more.split()
            if word.startswith("spread=") and word != "spread=0"
        ),
        "",
    )
    points = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    return weight + slant + caps + ink + spread + points


def layout(
    *,
    keep: bool = False,
    rule: str = "",
    tabs: str = "",
    before: float | None = None,
    after: float | None = None,
    line: float = 0,
    indent: str = "",
    align: str = "",
    level: int | None = None,
    numbering: str = "",
) -> str:
    """Paragraph properties in the order of the schema; `before` and `after` in points, `line` as a factor."""
    space = "".join(
        f' w:{name}="{twips(value)}"' for name, value in (("before", before), ("after", after)) if value is not None
    )
    space += f' w:line="{round(line * 240)}" w:lineRule="auto"' if line else ""
    return (
        ("<w:keepNext/><w:keepLines/>" if keep else "")
        + numbering
        + rule
        + tabs
        + (f"<w:spacing{space}/>" if space else "")
        + indent
        + (f'<w:jc w:val="{align}"/>' if align else "")
        + (f'<w:outlineLvl w:val="{level}"/>' if level is not None else "")
    )


def paragraph_style(
    name: str, p: str = "", r: str = "", *, base: str = "Normal", follows: str = "", default: bool = False
) -> str:
    """A paragraph style; its id is its name without spaces."""
    return (
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if default else ""}'
        f' w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        + ("" if default else f'<w:basedOn w:val="{base}"/>')
        + (f'<w:next w:val="{follows}"/>' if follows else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{p}</w:pPr>" if p else "")
        + (f"<w:rPr>{r}</w:rPr>" if r else "")
        + "</w:style>"
    )


def character_style(name: str, r: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{r}</w:rPr></w:style>'
    )


def style_id(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def border(side: str, color: str, *, size: int = 4, space: int = 1) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def right_tab(look: Look) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{look.text_width}"/></w:tabs>'


def heading_rule(look: Look) -> str:
    """The hair line of section headings."""
    if not look.rule:
        return ""
    space = 2 if look.rule == "top" else 1
    return f"<w:pBdr>{border(look.rule, look.rule_color, size=look.rule_size, space=space)}</w:pBdr>"


def heading_styles(look: Look) -> list[str]:
    """Name, headline, contact line, section headings and job lines."""
    heading = text(size=look.heading_size, bold=True, color=look.accent, more=f"{look.caps} spread={look.spread}")
    name = text(size=look.name_size, bold=look.name_bold, color=look.accent, more="spread=8" if look.head_rule else "")
    below = f"<w:pBdr>{border('bottom', look.accent, size=8, space=4)}</w:pBdr>" if look.head_rule else ""
    tabs, grey = ("", "") if look.plain else (right_tab(look), GREY)
    return [
        paragraph_style("Title", layout(keep=True, after=0, line=1, align=look.align), name),
        paragraph_style("Sheet Title", r=text(size=min(look.name_size, SHEET_TITLE)), base="Title", follows="Subtitle"),
        paragraph_style(
            "Subtitle",
            layout(keep=True, before=1, after=0, align=look.align),
            text(size=look.body + 1, color=grey),
        ),
        paragraph_style("Contact", layout(rule=below, before=3, after=0, align=look.align), text(size=10)),
        paragraph_style(
            "heading 1",
            layout(
                keep=True,
                rule=heading_rule(look),
                before=look.heading_before,
                after=look.heading_after,
                line=1,
                level=0,
            ),
            heading,
            follows="Normal",
        ),
        paragraph_style(
            "heading 2", layout(keep=True, tabs=tabs, before=look.job_gap, after=0, level=1), follows="ListBullet"
        ),
        paragraph_style("Entry Line", layout(tabs=tabs, before=look.entry_gap, after=0)),
    ]


def body_styles(look: Look) -> list[str]:
    """Lines, bullets and the runs inside them."""
    numbered = "" if look.plain else '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    indent = f'<w:ind w:left="{PLAIN_BULLET}" w:hanging="{PLAIN_BULLET}"/>' if look.plain else ""
    small = text(size=9.5, color=GREY)
    return [
        paragraph_style("List Bullet", layout(numbering=numbered, before=look.bullet_gap, after=0, indent=indent)),
        paragraph_style("Line", layout(before=look.entry_gap, after=0)),
        paragraph_style("Employer", layout(before=0, after=0)),
        paragraph_style("Tag", layout(before=0, after=0), text(size=9.5, color=GREY)),
        paragraph_style("header", layout(after=HEADER_GAP, line=1, tabs=right_tab(look)), small),
        paragraph_style("footer", layout(after=0, tabs=right_tab(look)), small),
        character_style("Strong", text(bold=True)),
        character_style("Place", text(color="" if look.plain else GREY)),
        character_style("Dates", text(color="" if look.plain else GREY)),
        character_style("Separator", text(color="" if look.plain else GREY)),
        character_style("Hyperlink", ""),
    ]


def letter_styles(look: Look) -> list[str]:
    size = text(size=look.letter_body)
    return [
        paragraph_style("Date", layout(before=20, after=0), size),
        paragraph_style("Inside Address", layout(before=0, after=0), size),
        paragraph_style("Subject", layout(keep=True, before=12, after=0), text(size=look.letter_body, bold=True)),
        paragraph_style("Salutation", layout(keep=True, before=13, after=0), size),
        paragraph_style("Body Text", layout(before=9, after=0, line=1.12), size),
        paragraph_style("Closing", layout(keep=True, before=12, after=0), size),
        paragraph_style("Signature", layout(before=34, after=0), size),
        paragraph_style("Enclosures", layout(before=10, after=0), text(size=10, color=GREY)),
    ]


def table_styles(look: Look) -> list[str]:
    """Tables with light horizontal rules, and the four answers by colour, word and sign."""
    rules = "".join(
        border(side, color, size=size, space=0)
        for side, color, size in (("bottom", "BFBFBF", 4), ("insideH", "D9D9D9", 4))
    )
    margins = '<w:tblCellMar><w:top w:w="24" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    margins += '<w:bottom w:w="24" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
    answers = [character_style(f"Status {name}", text(bold=True, color=color)) for name, color in STATUS_COLORS.items()]
    return [
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>",
        '<w:style w:type="table" w:styleId="Rules"><w:name w:val="Rules"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders>{margins}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
        paragraph_style("Table Head", layout(keep=True, after=0, line=1), text(size=9.5, bold=True, color=GREY)),
        paragraph_style("Table Text", layout(after=0, line=1), text(size=9.5)),
        paragraph_style("Table Quote", layout(after=0, line=1), text(size=9.5, color=GREY)),
        paragraph_style("Table End", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
        paragraph_style("Advice", f'<w:spacing w:before="{twips(5)}" w:after="0"/><w:contextualSpacing/>'),
        paragraph_style("Question", layout(tabs=right_tab(look), before=4, after=0)),
        *answers,
    ]


def styles_xml(look: Look) -> str:
    """word/styles.xml of a design."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(look.font)}{text(size=look.body)}"
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="{round(look.line * 240)}" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    base = [
        paragraph_style("Normal", default=True),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>',
    ]
    every = [*base, *table_styles(look), *heading_styles(look), *body_styles(look), *letter_styles(look)]
    return f"<w:styles {NAMESPACES}>{defaults}{''.join(every)}</w:styles>"


def numbering_xml(look: Look) -> str:
    """word/numbering.xml: one kind of bullet, hanging 0.18 inch."""
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        f'<w:lvlText w:val="{look.bullet}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="260" w:hanging="260"/></w:pPr>'
        f"<w:rPr>{fonts(look.font)}</w:rPr></w:lvl></w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
