"""The stage's door: a document in, a posting out."""

from applykit.posting.cleaning import clean_marked
from applykit.posting.model import Posting
from applykit.posting.sections import find_sections
from applykit.reading.model import Document


def parse_posting(document: Document) -> Posting:
    """Clean the document's text and find its facts and sections; the same document gives the same posting."""
    cleaned = clean_marked(document.text)
    return Posting(
        text=cleaned.text,
        sections=find_sections(cleaned.text, cleaned.headings),
        problems=document.problems,
        source=document.name,
    )
