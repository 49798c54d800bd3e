"""Checking finished documents: whether Word opens them, and what applicant-tracking systems read in them."""

from applykit.documents.check.check import as_document, as_lines, as_record, check_document, verify_documents
from applykit.documents.check.model import CheckReport, Finding, Weight

__all__ = [
    "CheckReport",
    "Finding",
    "Weight",
    "as_document",
    "as_lines",
    "as_record",
    "check_document",
    "verify_documents",
]
