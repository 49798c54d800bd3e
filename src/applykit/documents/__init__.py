"""Documents: content becomes Word files, in a design, by an engine that compiles a template once."""

from applykit.documents.design import Design, list_designs, load_design
from applykit.documents.model import Manifest, RenderedFile
from applykit.documents.render import render_documents
from applykit.documents.write import WrittenFile, write_documents

__all__ = [
    "Design",
    "Manifest",
    "RenderedFile",
    "WrittenFile",
    "list_designs",
    "load_design",
    "render_documents",
    "write_documents",
]
