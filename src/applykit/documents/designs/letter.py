"""The cover letter of a design, under the same head as the resume."""

from applykit.documents.designs.blocks import each, paragraph, when
from applykit.documents.designs.look import Look
from applykit.documents.designs.resume import head


def letter(look: Look) -> str:
    """The body of cover-letter.docx."""
    return (
        head(look)
        + paragraph("Date", "{{ date }}")
        + when(
            "recipient",
            paragraph("InsideAddress", properties='<w:spacing w:before="0" w:line="200" w:lineRule="exact"/>'),
            each("line in recipient", paragraph("InsideAddress", "{{ line }}")),
        )
        + when("subject", paragraph("Subject", "{{ subject }}"))
        + paragraph("Salutation", "{{ salutation }}")
        + each("text in paragraphs", paragraph("BodyText", "{{ text }}"))
        + paragraph("Closing", "{{ closing }}")
        + paragraph("Signature", "{{ signature }}")
        + when("enclosures", paragraph("Enclosures", "Enclosures: {{ enclosures|join(', ') }}"))
    )
