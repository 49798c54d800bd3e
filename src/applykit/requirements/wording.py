"""The words of a phrase that say something, for telling whether two phrases speak of the same thing."""

from functools import lru_cache

from applykit.lexicon.lexicon import Lexicon

EMPTY = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "and", "or", "by", "from", "as", "is", "are", "be",
    "your", "our", "their", "its", "this", "that", "any", "all", "other", "such", "than", "ability", "able", "knowledg",
    "experienc", "skill", "strong", "excellent", "good", "great", "proven", "work", "understand", "understanding",
    "proficiency", "proficient", "familiarity", "familiar", "includ", "requir", "requirement", "prefer",
    "must", "minimum",
    "least",
))  # fmt: skip


@lru_cache(maxsize=4096)  # merging and folding ask for the words of the same quotes
def content_words(text: str) -> frozenset[str]:
    """The stems that say something; all of them where none does."""
    stems = Lexicon.stems(text)
    return (stems - EMPTY) or stems


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words as part of the longer."""
    return len(one & other) / max(len(one), len(other), 1)
