"""Looking into the lexicon: search, counts, one entry in full, and why a text matches."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from applykit.lexicon.lexicon import Hit, Lexicon
from applykit.lexicon.model import Skill, Term
from applykit.lexicon.words import term_keys


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a lexicon: entries and terms in all, by field and by kind, and those with advice."""

    entries: int
    terms: int
    advice: int
    learned: int
    fields: tuple[tuple[str, int, int], ...]  # name, entries, terms
    kinds: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """What became of one term whose words stand in a text."""

    quote: str
    id: str
    term: str
    counts: bool
    why: str


def search_lexicon(lexicon: Lexicon, text: str) -> tuple[Skill, ...]:
    """Entries one of whose terms, or whose id, has all the words of `text`; the best likeness first."""
    wanted = frozenset(stem for _, stem in term_keys(text))
    ranked = sorted(
        (rank, key) for key in lexicon.skills if (rank := rank_entry(lexicon.skills[key], wanted)) is not None
    )
    return tuple(lexicon.skills[key] for _, key in ranked)


def rank_entry(skill: Skill, wanted: frozenset[str]) -> int | None:
    """How many other words the closest term has; None where no term has all the wanted ones."""
    names = (skill.id.replace("-", " "), skill.name, *(term.text for term in skill.terms))
    stems = (frozenset(stem for _, stem in term_keys(name)) for name in names)
    return min((len(found - wanted) for found in stems if wanted and wanted <= found), default=None)


def count_lexicon(lexicon: Lexicon) -> Stats:
    """The counts that `applykit lexicon stats` prints."""
    fields: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    terms: Counter[str] = Counter()
    advice = learned = 0
    for skill in lexicon.skills.values():
        fields[skill.field] += 1
        kinds[skill.kind.value] += 1
        terms[f"field {skill.field}"] += len(skill.terms)
        terms[f"kind {skill.kind.value}"] += len(skill.terms)
        advice += skill.advice is not None
        learned += sum(term.learned_from is not None for term in skill.terms)
    return Stats(
        entries=len(lexicon.skills),
        terms=sum(terms[f"kind {kind}"] for kind in kinds),
        advice=advice,
        learned=learned,
        fields=tuple((name, fields[name], terms[f"field {name}"]) for name in sorted(fields)),
        kinds=tuple((name, kinds[name], terms[f"kind {name}"]) for name in sorted(kinds)),
    )


def explain_text(lexicon: Lexicon, text: str) -> Iterator[Reason]:
    """Every term whose words stand in `text`: whether it counts, and by which rule not."""
    chosen = set(lexicon.find(text))
    for candidate in lexicon.explain(text):
        hit = candidate.hit
        winners = (other for other in sorted(chosen) if other.start < hit.end and hit.start < other.end)
        why = candidate.objection or ("it is the longest here" if hit in chosen else beaten(hit, next(winners)))
        yield Reason(text[hit.start : hit.end], hit.id, hit.term, hit in chosen, why)


def beaten(hit: Hit, winner: Hit) -> str:
    """Why a term that fits does not count beside another."""
    if winner.end - winner.start > hit.end - hit.start:
        return f"{winner.term!r} ({winner.id}) is longer"
    return f"{winner.term!r} ({winner.id}) comes earlier" if winner.start < hit.start else f"{winner.id} has it too"


def describe_entry(lexicon: Lexicon, key: str) -> Iterator[str]:
    """One entry in full, a line each: names with their rules, relations both ways, advice."""
    skill = lexicon.skills[key]
    yield f"{skill.name} ({skill.kind.value}, {skill.field})"
    for term in skill.terms:
        yield f"  {describe_term(term)}"
    relations = (
        ("implies", lexicon.implied(key)),
        ("a kind of", lexicon.broader(key)),
        ("kinds", lexicon.narrower(key)),
        ("related", lexicon.related(key)),
        ("replaces", lexicon.replaces(key)),
    )
    for name, ids in relations:
        if ids:
            yield f"{name}: {', '.join(ids)}"
    for name in ("issuer", "jurisdiction", "validity"):
        if value := getattr(skill, name):
            yield f"{name}: {value}"
    if skill.advice:
        yield "advice: " + " ".join(
            part for part in (skill.advice.what, skill.advice.where, skill.advice.how_long) if part
        )


def describe_term(term: Term) -> str:
    """A term with its rules."""
    parts = (
        term.text,
        "letter for letter" if term.exact else "",
        f"near {', '.join(term.near)}" if term.near else "",
        f"not near {', '.join(term.not_near)}" if term.not_near else "",
    )
    return "; ".join(part for part in parts if part)
