"""The posting stage: raw text in, a `Posting` with facts and sections out."""

from applykit.posting.cleaning import clean_text
from applykit.posting.language import foreign_language
from applykit.posting.model import Contact, Pay, Place, Posting, Role, Section, Span
from applykit.posting.parse import parse_posting

__all__ = [
    "Contact",
    "Pay",
    "Place",
    "Posting",
    "Role",
    "Section",
    "Span",
    "clean_text",
    "foreign_language",
    "parse_posting",
]
