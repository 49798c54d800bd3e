"""`applykit lexicon check`: what is valid YAML but will not work well, or not as its writer meant."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from applykit.errors import Problem
from applykit.lexicon.everyday import EVERYDAY
from applykit.lexicon.lexicon import Lexicon
from applykit.lexicon.load import Placed, merge_entries, parse_sources, read_sources
from applykit.lexicon.model import EntryKind, Term
from applykit.lexicon.relations import find_cycles, find_dead_relations
from applykit.lexicon.words import term_keys

NEEDS_ADVICE = frozenset((EntryKind.CREDENTIAL,))


def check_lexicon(paths: Sequence[Path], *, base: Lexicon | None = None) -> tuple[Problem, ...]:
    """Everything worth mending in the files and folders of `paths`, in the order of files and lines.

    `base` is a lexicon whose ids may be named and whose hand-written terms may not be claimed again. Raises
    ApplykitError where a file cannot be read at all.
    """
    checked = parse_sources(read_sources(paths))
    others = [Placed(skill, "the lexicon") for skill in base.skills.values() if skill.source == "hand"] if base else []
    everything = merge_entries(others, checked)
    own = {placed.skill.id for placed in checked}
    found = [
        *find_dead_relations(checked, known={placed.skill.id for placed in everything}),
        *(problem for problem in find_cycles(everything) if not base or concerns(problem, checked)),
        *find_claimed_twice(everything, own),
        *find_repeated(checked),
        *find_everyday_words(checked),
        *find_missing_advice(checked),
    ]
    return tuple(sorted(found, key=lambda p: (p.file or "", p.line or 0, p.column or 0, p.message)))


def concerns(problem: Problem, checked: Iterable[Placed]) -> bool:
    """Whether a problem stands in one of the checked files."""
    return problem.file in {placed.file for placed in checked}


def find_claimed_twice(entries: Iterable[Placed], own: set[str]) -> Iterator[Problem]:
    """Terms that two entries claim without a context rule that could tell them apart."""
    first: dict[tuple[str, str], Placed] = {}
    for placed in entries:
        for term in placed.skill.terms:
            if term.near or term.not_near:
                continue
            key = claim(term)
            known = first.setdefault(key, placed)
            if known is not placed and {known.skill.id, placed.skill.id} & own:
                told = placed if placed.skill.id in own else known
                other = known if told is placed else placed
                message = f"{told.skill.id}: {term.text!r} is also a term of {other.skill.id!r} ({other.file})."
                yield told.problem(message, "Keep it in one entry, or tell them apart with near or not_near.")


def find_repeated(entries: Iterable[Placed]) -> Iterator[Problem]:
    """Terms that an entry has twice, letter for letter; another wording or rule of a term is none."""
    for placed in entries:
        seen: set[str] = set()
        for term in placed.skill.terms:
            if term.text in seen and not (term.exact or term.near or term.not_near):
                yield placed.problem(f"{placed.skill.id}: the term {term.text!r} stands twice.", "Remove one.")
            seen.add(term.text)


def claim(term: Term) -> tuple[str, str]:
    """What a term claims: its words' keys, and its letters where case matters."""
    stems = " ".join(stem for _, stem in term_keys(term.text))
    return stems, term.text if term.exact else ""


def find_everyday_words(entries: Iterable[Placed]) -> Iterator[Problem]:
    """Terms of one everyday word, and very short acronyms, without context."""
    for placed in entries:
        for term in placed.skill.terms:
            if term.near or term.not_near:
                continue
            keys = term_keys(term.text)
            everyday = len(keys) == 1 and not term.exact and keys[0][0] in EVERYDAY
            letter = len(term.text) == 1
            if everyday or letter:
                message = f"{placed.skill.id}: {term.text!r} is an everyday word that postings use in other senses."
                yield placed.problem(message, "Give it near or not_near words, or a longer form.")


def find_missing_advice(entries: Iterable[Placed]) -> Iterator[Problem]:
    """Credentials whose gap nobody is told how to close."""
    for placed in entries:
        if placed.skill.kind in NEEDS_ADVICE and placed.skill.advice is None:
            yield placed.problem(f"{placed.skill.id}: a credential without advice.", "Add advice: {what: …}.", "id")
