"""The resume of a design: one loop over the sections, whichever there are."""

from applykit.documents.designs.blocks import LINE_BREAK, each, link, paragraph, run, tag, when
from applykit.documents.designs.look import Look

CONTACT_LINK = "rIdContact"


def head(look: Look) -> str:
    """Name, headline and contact line, in the body where every reader finds them."""
    contact = (
        run("{% for item in contact %}")
        + run("{% if item.new_line %}")
        + LINE_BREAK
        + run("{% elif not loop.first %}")
        + run(f" {look.separator} ", "Separator")
        + run("{% endif %}")
        + link(CONTACT_LINK, run("{{ item.text }}", "Hyperlink"))
        + run("{% endfor %}")
    )
    return (
        paragraph("Title", "{{ name }}")
        + when("headline", paragraph("Subtitle", "{{ headline }}"))
        + when("contact", paragraph("Contact", contact))
    )


def entry_line(look: Look, style: str) -> str:
    """The line of a job, a degree or a credential; its parts appear only where they are.

    Where title, employer, place and dates do not fit on a line together (`entry.long`), employer and place go below.
    """
    gap = ", " if look.plain else "\t"
    title = run("{{ entry.title or entry.organization }}", "Strong")
    employer = run("{% if entry.title and entry.organization %}, {{ entry.organization }}{% endif %}")
    place = run("{% if entry.place %}, {{ entry.place }}{% endif %}", "Place")
    dates = run("{% if entry.dates %}") + run(gap + "{{ entry.dates }}", "Dates") + run("{% endif %}")
    apart = run("{{ entry.organization }}") + run("{% if entry.organization and entry.place %}, {% endif %}")
    keep = "<w:keepNext/>"
    below = paragraph("Employer", apart, run("{{ entry.place }}", "Place"), properties=keep * (style == "Heading2"))
    one_line = paragraph(style, title, employer, place, dates)
    if look.plain:
        return one_line
    two_lines = paragraph(style, title, dates, properties=keep * (style != "Heading2")) + below
    stacked = "entry.title and (entry.organization or entry.place)"
    if not (look.stacked and style == "Heading2"):
        stacked += " and entry.long"
    return tag(f"if {stacked}") + two_lines + tag("else") + one_line + tag("endif")


def entry(look: Look) -> str:
    """An entry with its lines below, or a closer-set line where there are none."""
    full = entry_line(look, "Heading2") + bullets(look)
    return tag("if entry.lines") + full + tag("else") + entry_line(look, "EntryLine") + tag("endif")


def bullet(look: Look, words: str = "{{ line }}", properties: str = "") -> str:
    """A line of a list; in a plain design its sign is text, so that it survives copying."""
    return paragraph("ListBullet", f"{look.bullet} {words}" if look.plain else words, properties=properties)


def bullets(look: Look) -> str:
    """An entry's lines; the first two and the last two stay together, so that no page begins or ends with one alone."""
    return each(
        "line in entry.lines",
        tag("if (loop.index < 3 or loop.revindex == 2) and not loop.last"),
        bullet(look, properties="<w:keepNext/>"),
        tag("else"),
        bullet(look),
        tag("endif"),
    )


def heading_field(look: Look, field: str) -> str:
    """A section heading that a field gives."""
    return paragraph("Heading1", f"{{{{ {field}|upper }}}}" if look.plain else f"{{{{ {field} }}}}")


def heading(look: Look, words: str) -> str:
    """A section heading; in a plain design its capitals are text, since no look tells it from other lines."""
    return paragraph("Heading1", words.upper() if look.plain else words)


def section(look: Look) -> str:
    name = run("{% if group.name %}{{ group.name }}: {% endif %}", "Strong")
    group = paragraph("Line", name, run("{{ group.text }}"))
    lines = each(
        "line in section.lines",
        tag("if section.prose"),
        paragraph("Line", "{{ line }}"),
        tag("else"),
        bullet(look),
        tag("endif"),
    )
    return (
        heading_field(look, "section.heading")
        + lines
        + each("group in section.groups", group)
        + each("entry in section.entries", entry(look))
    )


def resume(look: Look) -> str:
    """The body of resume.docx."""
    return head(look) + each("section in sections", section(look))
