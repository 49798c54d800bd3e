"""Task phrases: "resolve insurance rejections" found in what a person wrote in other words."""

from applykit.matching.claims import Claims
from applykit.matching.facts import Fact, FactKind
from applykit.matching.statements import Strength, read_strength
from applykit.matching.words import EMPTY, content_stems, placed_words, stem, stem_set
from applykit.requirements.model import Requirement

PROVING = frozenset({FactKind.HIGHLIGHT, FactKind.SKILL, FactKind.SUMMARY, FactKind.COURSE, FactKind.PRIVATE})
SLACK = 8  # words that may stand between the words of a phrase
PART = 2 / 3  # of a phrase's words, its object among them, is a part of the task


def phrases_of(requirement: Requirement) -> tuple[tuple[str, ...], ...]:
    """The stems of the ways the posting words a requirement, longest first; one word alone is no task."""
    texts = [requirement.name, *(mention.quote for mention in requirement.mentions)]
    found = dict.fromkeys(content_stems(text) for text in texts)
    return tuple(sorted((stems for stems in found if len(stems) > 1), key=lambda stems: (-len(stems), stems)))


def task_evidence(requirement: Requirement, claims: Claims) -> tuple[tuple[float, Strength, Fact], ...]:
    """The statements that do what a phrase names: share of its words, strength, statement; best first."""
    phrases, partial = phrases_of(requirement), requirement.id.startswith("phrase:")
    lasts = {phrase[-1] for phrase in phrases}
    found = []
    for order in sorted({number for last in lasts for number in claims.by_stem.get(last, ())}):
        fact = claims.facts[order]
        if fact.kind not in PROVING:
            continue
        if best := _best_phrase(phrases, fact, partial=partial):
            share, phrase = best
            found.append((share, strength_of(phrase, fact), order, fact))
    found.sort(key=lambda item: (-item[0], -item[1], item[2]))
    return tuple((share, strength, fact) for share, strength, _, fact in found)


def _best_phrase(
    phrases: tuple[tuple[str, ...], ...], fact: Fact, *, partial: bool
) -> tuple[float, tuple[str, ...]] | None:
    """The phrase that a statement says most of, and how much; the first among equals."""
    stems = stem_set(fact.text)
    shares = [(share_of_phrase(phrase, fact), phrase) for phrase in phrases if phrase[-1] in stems]
    enough = [item for item in shares if item[0] == 1.0 or (partial and item[0])]
    return max(enough, key=lambda item: item[0], default=None)


def share_of_phrase(phrase: tuple[str, ...], fact: Fact) -> float:
    """How much of a phrase a statement with its last word says: 1.0 all of it, 0.0 too little to count.

    All words of the phrase, near each other, are the task. Two thirds of three or more words, with the last one,
    which names the object, are a part of it. Anything less is chance. For an entry of the lexicon only the whole
    counts: its parts are its relations.
    """
    stems = stem_set(fact.text)
    shared = [part for part in phrase if part in stems]
    if not _close(shared, fact.text):
        return 0.0
    if len(shared) == len(phrase):
        return 1.0
    return len(shared) / len(phrase) if len(phrase) >= 3 and len(shared) / len(phrase) >= PART else 0.0


def _close(wanted: list[str], text: str) -> bool:
    """Whether the wanted stems stand within a window of their number and some slack."""
    positions = [(number, part) for number, part in enumerate(_stems_in_order(text)) if part in wanted]
    needed = set(wanted)
    for index, (first, _) in enumerate(positions):
        window = {part for number, part in positions[index:] if number - first < len(needed) + SLACK}
        if window >= needed:
            return True
    return False


def _stems_in_order(text: str) -> list[str]:
    return [stem(word) for word, _, _ in placed_words(text)]


def strength_of(phrase: tuple[str, ...], fact: Fact) -> Strength:
    """What the statement says of the phrase, judged at the last of its words that stands there."""
    words = reversed(placed_words(fact.text))
    start, end = next((start, end) for word, start, end in words if word not in EMPTY and stem(word) in phrase)
    return min(fact.limit, read_strength(fact.text, start, end))
