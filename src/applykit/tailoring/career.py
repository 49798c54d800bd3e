"""What kind of work a person has done, how long, and whether it is the posting's kind."""

import re
from dataclasses import dataclass

from applykit.matching.model import Evidence, Match, Status
from applykit.matching.timeline import DatedRole
from applykit.requirements.model import Level
from applykit.tailoring.material import Material
from applykit.tailoring.model import Source, SourceKind
from applykit.tailoring.sentences import profile_sources

LEVEL_WORDS = re.compile(
    r"\b(?:I{1,3}|IV|V|[1-5]|senior|sr\.?|junior|jr\.?|lead|head|entry[- ]level|part[- ]time|full[- ]time|certified)\b",
    re.IGNORECASE,
)
COMMON_WORDS = (
    "assistant associate manager specialist worker staff member team clerk representative and the part full time"
)
A_YEAR = 12
COMMON = frozenset(COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Career:
    """The role to name, those of the same name, their months together, and whether they are the posting's kind.

    `latest` is the role the person holds or held last; it differs where the posting's kind of work came before it.
    """

    role: DatedRole
    like: tuple[DatedRole, ...]
    months: int
    fits: bool
    latest: DatedRole

    def sources(self) -> tuple[Source, ...]:
        where = " ".join(["years_of_experience", *(role.pointer for role in self.like)])
        return (*profile_sources(f"{self.role.pointer}/position"), Source(SourceKind.COMPUTED, where))


def read_career(material: Material) -> Career | None:
    """The latest role of the posting's kind, else the latest of all, with all roles of the same name.

    An earlier role of the posting's kind counts when it lasted a year.
    """
    titled = sorted((role for role in material.timeline.paid if role.title), key=latest_first)
    if not titled:
        return None
    fitting = [role for role in titled if _fits(role, material)]
    for role in fitting:
        like = _like(role, titled)
        months = material.timeline.months(like)
        if role == titled[0] or role.current or months >= A_YEAR:
            return Career(role, like, months, True, titled[0])
    like = _like(titled[0], titled)
    return Career(titled[0], like, material.timeline.months(like), False, titled[0])


def _like(role: DatedRole, roles: list[DatedRole]) -> tuple[DatedRole, ...]:
    return tuple(each for each in roles if same_title(each.title, role.title))


def latest_first(role: DatedRole) -> tuple[bool, int, int, str]:
    """Reverse-chronological: what goes on first, then by end, then by start."""
    end, start = (role.period.end, role.period.start) if role.period else (0, 0)
    return (not role.current, -end, -start, role.pointer)


def _fits(role: DatedRole, material: Material) -> bool:
    """Whether the role's title shares a telling word with the posting's title, or counts as asked experience."""
    if any(pointer.startswith(f"{role.pointer}/") and any(_is_asked(m, e) for m, e in pairs)
           for pointer, pairs in material.by_pointer.items()):  # fmt: skip
        return True
    wanted, own = (
        set(re.findall(r"[a-z]{3,}", text.casefold())) - COMMON for text in (material.title or "", role.title)
    )
    return bool(wanted & own)


def _is_asked(match: Match, evidence: Evidence) -> bool:
    """Whether a role counts as experience that the posting requires; what only helps may be of any kind of work."""
    required = match.requirement.level is Level.REQUIRED
    return required and evidence.how == "dated" and match.status is Status.MET


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same work at any level: "Lead Pharmacy Technician", "Pharmacy Technician II"."""
    first, second = (" ".join(LEVEL_WORDS.sub(" ", title).casefold().split()) for title in (one, other))
    return bool(first) and first == second
