"""Task phrases: when two wordings name the same task. tests/cases/task_phrases.yaml fixes the rules.

A phrase is read as a verb, an object and what tells the object closer:

1. openings: "responsible for", "experience in", "assist with" say nothing of the task;
2. passive: "inventory is taken" is "take inventory";
3. act-nouns: "preparation of labels" and "label preparation" are "prepare labels" (`NOUNS`);
4. of-phrases: "inventory of medications" is "medication inventory";
5. light verbs: "take", "perform", "conduct" say no more than their object does (`LIGHT`);
6. same words: "phone" and "telephone", "order" and "purchase" (`SAME`).

Two phrases agree where the objects are one, the verbs are one (or one phrase has none), and one tells no more than the
other: "taking inventory" agrees with "medication inventory", not with "inventory system".
"""

from dataclasses import dataclass
from functools import lru_cache

from applykit.lexicon.task_words import (
    AUXILIARY,
    BOTH,
    HEADS,
    LIGHT,
    NOUNS,
    OF,
    OPENING,
    PARTICLES,
    PREPOSITIONS,
    SAME,
    SMALL,
    VERBS,
)
from applykit.lexicon.words import WALL, cut_words

Pair = tuple[str, str]  # plain and stem key of a word


@dataclass(frozen=True, slots=True)
class Task:
    """A task phrase by stems: what is done, to what, and what tells the object closer."""

    verb: str | None
    object: str | None
    details: frozenset[str]


@lru_cache(maxsize=16_384)
def read_task(phrase: str) -> Task:
    """The verb, object and details of a phrase; all empty where no word of it tells anything."""
    words = without_opening([(word.plain, word.stem) for word in cut_words(phrase) if word.stem != WALL])
    verb, rest = split_verb(words)
    before, after = split_object(rest)
    nouns = [same(stem) for _, stem in before if stem not in SMALL]
    told = {same(stem) for _, stem in after if stem not in SMALL}
    if nouns and nouns[-1] in HEADS and len(nouns) > 1:
        nouns.pop()
    if verb is None and nouns and nouns[-1] in NOUNS and (len(nouns) > 1 or told):
        return from_act_noun(nouns, told, after)
    return Task(verb, nouns[-1] if nouns else None, frozenset(nouns[:-1]) | told)


def from_act_noun(nouns: list[str], told: set[str], after: list[Pair]) -> Task:
    """ "label preparation" and "preparation of labels" as "prepare labels"."""
    verb = same(NOUNS[nouns[-1]])
    found = verb if verb not in LIGHT else None
    if len(nouns) > 1 and not (after and told and after[0][0] == OF):
        return Task(found, nouns[-2], frozenset(nouns[:-2]) | told)
    first, rest = split_object(after[1:])
    objects = [same(stem) for _, stem in first if stem not in SMALL]
    more = {same(stem) for _, stem in rest if stem not in SMALL}
    if not objects:
        return Task(found, None, frozenset(nouns[:-1]) | told)
    return Task(found, objects[-1], frozenset((*nouns[:-1], *objects[:-1])) | more)


def without_opening(words: list[Pair]) -> list[Pair]:
    """The words after "responsible for", "ability to" and the like."""
    start = 0
    while start < len(words) - 1 and (words[start][1] in OPENING or words[start][0] in PREPOSITIONS | AUXILIARY):
        start += 1
    return words[start:]


def split_verb(words: list[Pair]) -> tuple[str | None, list[Pair]]:
    """The verb (None for a light one, or none) and the other words; "is taken" at any place is the verb."""
    for place in range(1, len(words) - 1):
        if words[place][0] in AUXILIARY and words[place + 1][1] in VERBS:
            rest = words[:place] + words[place + 2 :]
            return named_verb(words[place + 1][1]), rest
    if len(words) > 1 and words[0][1] in VERBS and words[1][0] != OF and not is_object(words):
        rest = words[2:] if words[1][0] in PARTICLES and len(words) > 2 else words[1:]
        return named_verb(words[0][1]), rest
    return None, words


def is_object(words: list[Pair]) -> bool:
    """Whether the first word, though a verb, is the object of the act-noun at the end: "order entry"."""
    (plain, stem), (last, act) = words[0], words[-1]
    return stem in BOTH and act in NOUNS and not plain.endswith("ing") and last not in VERBS


def named_verb(stem: str) -> str | None:
    return None if stem in LIGHT else same(stem)


def split_object(words: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The words before and from the first preposition."""
    for place, (plain, _) in enumerate(words):
        if plain in PREPOSITIONS and place:
            return words[:place], words[place:]
    return words, []


def same(stem: str) -> str:
    """The first word of a stem's row in `SAME`, or the stem."""
    return SAME.get(stem, stem)


def agree(first: str, second: str) -> bool:
    """Whether two phrases name the same task, one perhaps more closely than the other."""
    one, other = read_task(first), read_task(second)
    if one.object is None or one.object != other.object:
        return False
    if one.verb and other.verb and one.verb != other.verb:
        return False
    return one.details <= other.details or other.details <= one.details


def task_key(phrase: str) -> str:
    """One text for all wordings of a phrase that say exactly the same task; empty where nothing is told."""
    task = read_task(phrase)
    if task.object is None and task.verb is None:
        return ""
    return f"{task.verb or ''}:{task.object or ''}:{' '.join(sorted(task.details))}"
