"""The reading stage: a file, standard input or an address in, `Document`s with raw text out."""

from applykit.reading.model import Document
from applykit.reading.read import read_data, read_documents

__all__ = ["Document", "read_data", "read_documents"]
