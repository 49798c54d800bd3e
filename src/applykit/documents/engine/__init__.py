"""The Word engine: a template is compiled once and filled any number of times, from any number of threads."""

from applykit.documents.engine.compile import compile_template
from applykit.documents.engine.model import Tag, TemplateNote
from applykit.documents.engine.template import Template
from applykit.documents.engine.text import clean_text

__all__ = ["Tag", "Template", "TemplateNote", "clean_text", "compile_template"]
