"""The skills lexicon: what can be asked for, under which names, found in any text."""

from applykit.lexicon.check import check_lexicon
from applykit.lexicon.inspection import count_lexicon, describe_entry, explain_text, search_lexicon
from applykit.lexicon.lexicon import Hit, Lexicon
from applykit.lexicon.load import read_fields
from applykit.lexicon.model import Advice, EntryKind, Skill, Term
from applykit.lexicon.opening import load_lexicon

__all__ = [
    "Advice",
    "EntryKind",
    "Hit",
    "Lexicon",
    "Skill",
    "Term",
    "check_lexicon",
    "count_lexicon",
    "describe_entry",
    "explain_text",
    "load_lexicon",
    "read_fields",
    "search_lexicon",
]
