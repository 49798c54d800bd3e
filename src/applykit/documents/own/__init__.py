"""A person's own Word files as a design: looked through, explained, and a start to copy from."""

from applykit.documents.own.export import export_design
from applykit.documents.own.inspect import inspect_design, inspect_template, report_lines
from applykit.documents.own.model import TemplateReport, UnknownField

__all__ = ["TemplateReport", "UnknownField", "export_design", "inspect_design", "inspect_template", "report_lines"]
