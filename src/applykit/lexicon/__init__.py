"""The skills lexicon: what can be asked for, under which names, found in any text."""

from applykit.lexicon.check import check_lexicon
from applykit.lexicon.inspection import count_lexicon, describe_entry, explain_text, search_lexicon
from applykit.lexicon.lexicon import Hit, Lexicon
from applykit.lexicon.load import read_fields
from applykit.lexicon.model import Advice, EntryKind, Skill, Term
from applykit.lexicon.occupations import Occupation, find_occupation
from applykit.lexicon.opening import load_lexicon
from applykit.lexicon.phrases import agree

__all__ = [
    "Advice",
    "EntryKind",
    "Hit",
    "Lexicon",
    "Occupation",
    "Skill",
    "Term",
    "agree",
    "check_lexicon",
    "count_lexicon",
    "describe_entry",
    "explain_text",
    "find_occupation",
    "load_lexicon",
    "read_fields",
    "search_lexicon",
]
