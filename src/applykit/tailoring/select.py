"""Which highlights the resume keeps: greedy maximum coverage within the page.

Each requirement is an element with a weight (3 required, 2 preferred, 1 duty); a highlight covers those it is evidence
for. Highlights are taken one by one, always the one whose newly covered weight is largest: the greedy algorithm for
maximum coverage (Nemhauser, Wolsey and Fisher 1978), which reaches at least 63% of the best possible, under a budget
of height as in Khuller, Moss and Naor (1999). Ties fall to strength, then to the more recent role, then to the
person's own order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from applykit.matching.timeline import DatedRole
from applykit.tailoring.material import STRENGTHS, WEIGHTS, Material
from applykit.tailoring.sentences import one_line

SHOWN_WORDS = 8
HOW_STRONG = {"direct": 4, "alias": 4, "task": 3, "implied": 3, "narrower": 2, "related": 1, "broader": 1}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A highlight that may be printed: what it covers, how strong it is, how recent, and how high it stands."""

    pointer: str
    text: str
    role: str
    covers: frozenset[str]
    strength: int
    recency: int
    number: int
    height: float


@dataclass(frozen=True, slots=True)
class Selection:
    """The kept highlights by role, in the order in which they were taken, and why."""

    kept: tuple[Candidate, ...]
    left_out: tuple[str, ...]
    explanation: tuple[str, ...]

    def of_role(self, pointer: str) -> tuple[Candidate, ...]:
        return tuple(candidate for candidate in self.kept if candidate.role == pointer)


@lru_cache(maxsize=4)
def list_candidates(material: Material) -> tuple[Candidate, ...]:
    """Every highlight of every role."""
    found = []
    for role in material.timeline.roles:
        for number, (pointer, text) in enumerate(role_lines(material, role)):
            pairs = material.by_pointer.get(pointer, ())
            found.append(
                Candidate(
                    pointer, text, role.pointer,
                    frozenset(match.requirement.id for match, _ in pairs),
                    sum(HOW_STRONG.get(e.how, 1) * WEIGHTS[m.requirement.level] * STRENGTHS[m.status] for m, e in pairs)
                    + 2 * any(letter.isdigit() for letter in text),
                    role.period.end if role.period else 0, number, material.options.page.bullet(text),
                )
            )  # fmt: skip
    return tuple(found)


def role_lines(material: Material, role: DatedRole) -> list[tuple[str, str]]:
    """Pointer and text of a role's summary and highlights."""
    source = owner_of(material, role)
    lines = [(f"{role.pointer}/highlights/{n}", item.text) for n, item in enumerate(source.highlights)]
    if source.summary and not lines:
        lines = [(f"{role.pointer}/summary", source.summary)]
    return [(pointer, one_line(text)) for pointer, text in lines if text.strip()]


def owner_of(material: Material, role: DatedRole):  # type: ignore[no-untyped-def]
    """The model that a role was read from."""
    parts = role.pointer.split("/")
    section = getattr(material.profile, parts[1])[int(parts[2])]
    return section.roles[int(parts[4])] if len(parts) > 4 else section


def select_highlights(candidates: Sequence[Candidate], material: Material, *, budget: float) -> Selection:
    """Take highlights until the budget of points is spent; every role keeps at least one."""
    weights = {match.requirement.id: WEIGHTS[match.requirement.level] for match in material.report.matches}
    names = {match.requirement.id: match.requirement.name for match in material.report.matches}
    covered: set[str] = set()
    kept: list[Candidate] = []
    explanation: list[str] = []
    open_roles = {candidate.role for candidate in candidates}
    rest = list(candidates)
    while rest:
        reserved = sum(min(c.height for c in rest if c.role == role) for role in sorted(open_roles))
        fitting = [c for c in rest if c.role in open_roles or c.height + reserved <= budget]
        if not fitting:
            break
        best = min(fitting, key=lambda c: _order(c, covered, weights))
        fresh = sorted(best.covers - covered)
        reason = (
            f"shows {', '.join(names[each] for each in fresh)}"
            if fresh
            else "adds no new requirement, but there is room"
        )
        explanation.append(f"{say_line(best, material)}: {reason}")
        covered |= best.covers
        kept.append(best)
        rest.remove(best)
        open_roles.discard(best.role)
        budget -= best.height
    return Selection(tuple(kept), tuple(sorted(c.pointer for c in rest)), tuple(explanation))


def say_line(candidate: Candidate, material: Material) -> str:
    """A highlight as a person knows it: its first words, and the job it stands under."""
    role = next(role for role in material.timeline.roles if role.pointer == candidate.role)
    words = candidate.text.split(" ")
    shown = " ".join(words[:SHOWN_WORDS]).rstrip(",;:") + (" …" if len(words) > SHOWN_WORDS else "")
    return f"“{shown}” ({', '.join(filter(None, (role.title, role.employer)))})"


def _order(candidate: Candidate, covered: set[str], weights: dict[str, int]) -> tuple[int, int, int, str, int]:
    """What the person put first in a job counts as one duty more: they know what mattered there."""
    gain = sum(weights.get(each, 0) for each in candidate.covers - covered) + (candidate.number == 0)
    return (-gain, -candidate.strength, -candidate.recency, candidate.role, candidate.number)
