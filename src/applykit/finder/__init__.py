"""The learned finder of what a posting asks for: spans of its text with a kind and a level."""

from applykit.finder.model import Finder, FoundSpan, find_spans, load_finder, shipped_fingerprint

__all__ = ["Finder", "FoundSpan", "find_spans", "load_finder", "shipped_fingerprint"]
