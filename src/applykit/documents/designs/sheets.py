"""The interview sheet of a design: questions with what to answer from."""

from applykit.documents.designs.blocks import each, paragraph, run, when
from applykit.documents.designs.look import Look


def interview_sheet(_look: Look) -> str:
    """The body of interview-sheet.docx."""
    question = (
        paragraph("Heading2", run("{{ item.question }}", "Strong"))
        + when("item.why", paragraph("TableQuote", "{{ item.why }}"))
        + each("point in item.points", paragraph("ListBullet", "{{ point }}"))
    )
    section = (
        paragraph("Heading1", "{{ section.heading }}")
        + each("line in section.lines", paragraph("ListBullet", "{{ line }}"))
        + each("item in section.questions", question)
    )
    return (
        paragraph("Title", "{{ title }}")
        + when("subtitle", paragraph("Subtitle", "{{ subtitle }}"))
        + each("section in sections", section)
    )
