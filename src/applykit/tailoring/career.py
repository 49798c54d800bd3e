"""What kind of work a person has done, how long, and whether it is the posting's kind."""

import re
from dataclasses import dataclass
from functools import lru_cache

from applykit.matching.model import Evidence, Match, Status
from applykit.matching.occupations import Occupations
from applykit.matching.timeline import DatedRole
from applykit.requirements.model import Level
from applykit.tailoring.material import Material
from applykit.tailoring.model import Source, SourceKind
from applykit.tailoring.sentences import profile_sources

LEVEL_WORDS = re.compile(
    r"\b(?:I{1,3}|IV|V|[1-5]|senior|sr\.?|junior|jr\.?|lead|head|entry[- ]level|part[- ]time|full[- ]time|certified)\b",
    re.IGNORECASE,
)
COMMON_WORDS = """
    assistant associate manager specialist worker staff member team clerk representative technician director
    coordinator and the part full time"""
COMMON = frozenset(COMMON_WORDS.split())
ENDING = re.compile(r"(?:ing|es|e|s)$")
A_YEAR = 12
MAJOR = 2  # characters of an O*NET code that name its major group
PRACTITIONERS, SUPPORT = "29", "31"


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


@lru_cache(maxsize=4)
def read_career(material: Material) -> Career | None:
    """The latest role of the posting's kind, else the latest of all, with all roles of the same name.

    An earlier role of the posting's kind counts when it lasted a year; not where the latest is of the same field of
    work, since a charge nurse is not introduced as the practical nurse of long ago.
    """
    titled = sorted((role for role in material.timeline.paid if role.title), key=latest_first)
    if not titled:
        return None
    fitting = [role for role in titled if _fits(role, material)]
    for role in fitting:
        like = _like(role, titled)
        months = material.timeline.months(like)
        if role != titled[0] and not role.current and same_field(role, titled[0], material):
            role, like = titled[0], _like(titled[0], titled)
            return Career(role, like, material.timeline.months(like), True, role)
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
    wanted, own = (telling_words(text) for text in (material.title or "", role.title))
    return bool(wanted & own) or bool(Occupations(material.lexicon).of_role(role) & title_codes(material))


def telling_words(title: str) -> set[str]:
    """The words of a title that say which work it is, without the endings that nurse and nursing differ by."""
    return {ENDING.sub("", word) for word in re.findall(r"[a-z]{3,}", title.casefold()) if word not in COMMON}


def title_codes(material: Material) -> frozenset[str]:
    """The occupation that the posting's title names."""
    return Occupations(material.lexicon).of_title(material.title or "")


def _is_asked(match: Match, evidence: Evidence) -> bool:
    """Whether a role counts as experience that the posting requires; what only helps may be of any kind of work."""
    required = match.requirement.level is Level.REQUIRED
    return required and evidence.how == "dated" and match.status is Status.MET


def same_field(one: DatedRole, other: DatedRole, material: Material) -> bool:
    """Whether two roles are of one major group of O*NET's occupations, such as health care."""
    first, second = ({code[:MAJOR] for code in Occupations(material.lexicon).of_role(role)} for role in (one, other))
    return bool(neighbours(first) & neighbours(second))


def neighbours(groups: set[str]) -> set[str]:
    """The groups with those that only differ in rank: health care's practitioners (29) and its support (31)."""
    return groups | {PRACTITIONERS for group in groups if group == SUPPORT}


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same work at any level: "Lead Pharmacy Technician", "Pharmacy Technician II"."""
    first, second = (" ".join(LEVEL_WORDS.sub(" ", title).casefold().split()) for title in (one, other))
    return bool(first) and first == second
