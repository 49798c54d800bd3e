"""What kind of work a person has done, how long, and whether it is the posting's kind."""

import re
from dataclasses import dataclass

from applykit.matching.timeline import DatedRole
from applykit.tailoring.material import Material
from applykit.tailoring.model import Source, SourceKind
from applykit.tailoring.sentences import profile_sources

LEVEL_WORDS = re.compile(
    r"\b(?:I{1,3}|IV|V|[1-5]|senior|sr\.?|junior|jr\.?|lead|head|entry[- ]level|part[- ]time|full[- ]time|certified)\b",
    re.IGNORECASE,
)
COMMON = frozenset(
    "assistant associate manager specialist worker staff member team clerk representative of and the in".split()
)


@dataclass(frozen=True, slots=True)
class Career:
    """The role to name, those of the same name, their months together, and whether they are the posting's kind of work."""

    role: DatedRole
    like: tuple[DatedRole, ...]
    months: int
    fits: bool

    def sources(self) -> tuple[Source, ...]:
        where = " ".join(["years_of_experience", *(role.pointer for role in self.like)])
        return (*profile_sources(f"{self.role.pointer}/position"), Source(SourceKind.COMPUTED, where))


def read_career(material: Material) -> Career | None:
    """The latest role of the posting's kind, else the latest of all, with all roles of the same name."""
    titled = [role for role in material.timeline.paid if role.title]
    if not titled:
        return None
    role = max(
        titled,
        key=lambda each: (_fits(each, material), each.current, each.period.end if each.period else 0, each.pointer),
    )
    like = tuple(each for each in titled if same_title(each.title, role.title))
    return Career(role, like, material.timeline.months(like), _fits(role, material))


def _fits(role: DatedRole, material: Material) -> bool:
    """Whether the role's title shares a telling word with the posting's title, or counts as asked experience."""
    if any(pointer.startswith(f"{role.pointer}/") and any(e.how == "dated" and m.gate for m, e in pairs)
           for pointer, pairs in material.by_pointer.items()):  # fmt: skip
        return True
    wanted, own = (
        set(re.findall(r"[a-z]{3,}", text.casefold())) - COMMON for text in (material.title or "", role.title)
    )
    return bool(wanted & own)


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same work, whatever its level: "Lead Pharmacy Technician", "Pharmacy Technician II"."""
    first, second = (" ".join(LEVEL_WORDS.sub(" ", title).casefold().split()) for title in (one, other))
    return bool(first) and first == second
