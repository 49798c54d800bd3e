"""Other formats than Word's: text for forms, Markdown, HTML, JSON Resume, PDF."""

from applykit.documents.formats.export import FORMATS, export_documents, read_formats
from applykit.documents.formats.pdf import convert_to_pdf, find_libreoffice

__all__ = ["FORMATS", "convert_to_pdf", "export_documents", "find_libreoffice", "read_formats"]
