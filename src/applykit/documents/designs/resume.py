"""The resume of a design: one loop over the sections, whichever there are."""

from applykit.documents.designs.blocks import each, link, paragraph, run, tag, when
from applykit.documents.designs.look import Look

CONTACT_LINK = "rIdContact"


def head(look: Look) -> str:
    """Name, headline and contact line, in the body where every reader finds them."""
    contact = (
        run("{% for item in contact %}")
        + run("{% if not loop.first %}")
        + run(f"\u00a0{look.separator} ", "Separator")
        + run("{% endif %}")
        + link(CONTACT_LINK, run("{{ item.shown }}", "Hyperlink"))
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


def bullet(look: Look, properties: str = "") -> str:
    """A line of a list; in a plain design its sign is text, so that it survives copying."""
    return paragraph(
        "ListBullet", f"{look.bullet} {{{{ line }}}}" if look.plain else "{{ line }}", properties=properties
    )


def bullets(look: Look) -> str:
    """An entry's lines; the first two stay with what follows, so that no job is left alone at a page's foot."""
    return each(
        "line in entry.lines",
        tag("if loop.index < 3 and not loop.last"),
        bullet(look, "<w:keepNext/>"),
        tag("else"),
        bullet(look),
        tag("endif"),
    )


def heading(look: Look) -> str:
    return paragraph("Heading1", "{{ section.heading|upper }}" if look.plain else "{{ section.heading }}")


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
        heading(look) + lines + each("group in section.groups", group) + each("entry in section.entries", entry(look))
    )


def resume(look: Look) -> str:
    """The body of resume.docx."""
    return head(look) + each("section in sections", section(look))
