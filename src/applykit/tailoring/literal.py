"""Which words of a sentence are the phrase bank's own."""

import re
from functools import cache
from string import Formatter

from applykit.tailoring.model import Sentence, SourceKind
from applykit.tailoring.phrases import Phrases


def literal_spans(sentence: Sentence, phrases: Phrases) -> list[tuple[int, int]]:
    """The ranges of a sentence that a phrase it names supplies; LookupError where it names none that exists.

    A phrase that does not stand in the sentence supplies nothing.
    """
    spans: list[tuple[int, int]] = []
    for source in sentence.sources:
        if source.kind is SourceKind.PHRASE:
            found = pattern_of(template_of(source.where, phrases)).search(sentence.text)
            if found:
                spans += [found.span(group) for group in range(1, (found.re.groups or 0) + 1)]
    return spans


def template_of(name: str, phrases: Phrases) -> str:
    """The text of a phrase by its name: "letter.opening.general.1", "labels.closing", "summary.skills"."""
    first, _, rest = name.partition(".")
    if first == "labels":
        return phrases.labels[rest]
    slot, setting, number = rest.split(".")
    return phrases.slots[slot][setting][int(number) - 1]


@cache
def pattern_of(template: str) -> re.Pattern[str]:
    """A pattern in which every literal stretch is a group, and every field may be any text."""
    parts = []
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            parts.append(f"({re.escape(literal)})")
        if name is not None:
            parts.append(".+?")
    text = "".join(parts)
    return re.compile(text if not text.endswith(".+?") else f"{text[:-3]}.+", re.DOTALL | re.IGNORECASE)
