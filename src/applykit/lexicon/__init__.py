"""The skills lexicon: what can be asked for, under which names, found in any text."""

from applykit.lexicon.lexicon import Hit, Lexicon
from applykit.lexicon.load import read_fields
from applykit.lexicon.model import Advice, EntryKind, Skill, Term
from applykit.lexicon.opening import load_lexicon

__all__ = ["Advice", "EntryKind", "Hit", "Lexicon", "Skill", "Term", "load_lexicon", "read_fields"]
