"""Tailoring: what goes into the resume, the letter and the checklist, each sentence with its sources."""

from applykit.tailoring.application import tailor_application
from applykit.tailoring.gap_choice import doubt_gap, refuse_unknown_gap
from applykit.tailoring.measure import resume_height
from applykit.tailoring.model import Application, Checklist, Letter, Resume, Sentence, Source, SourceKind
from applykit.tailoring.options import LetterNote, ResumeFormat, TailoringOptions
from applykit.tailoring.page import Page
from applykit.tailoring.phrases import Phrases, load_phrases
from applykit.tailoring.record import application_json
from applykit.tailoring.truth import verify_application

__all__ = [
    "Application", "Checklist", "Letter", "LetterNote", "Page", "Phrases", "Resume", "ResumeFormat", "Sentence",
    "Source", "SourceKind", "TailoringOptions", "application_json", "doubt_gap", "load_phrases",
    "refuse_unknown_gap", "resume_height", "tailor_application", "verify_application",
]  # fmt: skip
