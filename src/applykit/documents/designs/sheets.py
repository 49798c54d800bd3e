"""The sheets of a design that are for the person alone: interview questions, and the report of a check."""

from applykit.documents.designs.blocks import cell, each, paragraph, row, row_tag, run, table, when
from applykit.documents.designs.checklist import SYMBOLS
from applykit.documents.designs.look import Look
from applykit.documents.designs.resume import bullet, heading, heading_field


def interview_sheet(look: Look) -> str:
    """The body of interview-sheet.docx."""
    question = (
        paragraph("Heading2", run("{{ item.question }}", "Strong"))
        + when("item.why", paragraph("TableQuote", "{{ item.why }}", properties="<w:keepNext/>"))
        + each("point in item.points", bullet(look, "{{ point }}"))
    )
    section = (
        heading_field(look, "section.heading")
        + each("line in section.lines", bullet(look))
        + each("item in section.questions", question)
    )
    return (
        paragraph("SheetTitle", "{{ title }}")
        + when("subtitle", paragraph("Subtitle", "{{ subtitle }}"))
        + each("section in sections", section)
    )


REPORT_HEAD = ((750, "Weight"), (1000, "Topic"), (3250, "What was found, and what to do"))
MARKS = {"Missing": ("mend", "✗"), "Partly": ("note", "!"), "Met": ("fine", "✓")}


def check_report(look: Look) -> str:
    """The body of check-report.docx."""
    mark = "".join(
        run(f"{{% {'elif' if number else 'if'} item.weight == '{weight}' %}}")
        + run(sign, f"Status{style}", SYMBOLS)
        + run("\u00a0{{ item.word }}", f"Status{style}")
        for number, (style, (weight, sign)) in enumerate(MARKS.items())
    )
    line = row(
        cell(750, paragraph("TableText", mark + run("{% endif %}"))),
        cell(1000, paragraph("TableText", "{{ item.topic }}")),
        cell(
            3250,
            paragraph("TableText", "{{ item.message }}"),
            when("item.remedy", paragraph("TableQuote", "{{ item.remedy }}")),
        ),
    )
    head = row(*(cell(width, paragraph("TableHead", words)) for width, words in REPORT_HEAD), header=True)
    rows = (head, row_tag("for item in findings", 3), line, row_tag("endfor", 3))
    looked = table((15, 20, 65), look.text_width, *rows, caption="What was looked at")
    return (
        paragraph("SheetTitle", "{{ title }}")
        + paragraph("Subtitle", "{{ subtitle }}")
        + when("findings", heading(look, "What was looked at"), looked)
        + when(
            "shown or missing",
            heading(look, "Terms of the posting"),
            paragraph("Line", run("Shown: ", "Strong"), run("{{ shown|join(', ') or 'none' }}")),
            paragraph("Line", run("Not shown: ", "Strong"), run("{{ missing|join(', ') or 'none' }}")),
        )
        + when("text", heading(look, "What a program reads"), each("line in text", paragraph("Line", "{{ line }}")))
    )
