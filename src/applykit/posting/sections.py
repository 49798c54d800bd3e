"""The posting's text divided into sections, each with the role that headings and sentence cues give together.

A unit's score for a role is what its cues say, plus the word of the heading above it; changing the role between
neighbours costs. The best path through all units (Viterbi) gives the sections, so that text without headings,
equal-opportunity text under "Requirements" and headings in running text all come out of one rule.
"""

from collections.abc import Iterator

from applykit.posting.cues import score_roles
from applykit.posting.model import Role, Section, Span
from applykit.posting.units import Unit, read_units

ROLES = tuple(Role)

# The weights were chosen on labelled postings (docs/reading.md tells which and how).
CAP = 6.0  # no unit says more than this, however often it says it
HEADING_SAYS = 6.0  # a heading's word for the paragraph right below it …
HEADING_FADES = (0.5, 0.5, 0.25)  # … and for the paragraphs after the first
UNKNOWN_SAYS = 1.0  # a heading whose words say nothing, for the role of the one above it
CHANGE_IN_PARAGRAPH = 4.0
CHANGE_BETWEEN = 0.8
# Without any cue a posting describes the job.
LEANING = {Role.SUMMARY: 0.3, Role.DUTIES: 0.2}


def find_sections(text: str, headings: frozenset[int] = frozenset()) -> tuple[Section, ...]:
    """Sections that hold every visible character of `text` once, in order; `headings` are marked line starts."""
    units = tuple(read_units(text, headings))
    roles = choose_roles([score_unit(unit, text) for unit in units], [change_before(unit) for unit in units])
    return tuple(join_units(units, roles))


def change_before(unit: Unit) -> float:
    """What it costs to change the role before a unit."""
    if unit.head or unit.loose:
        return 0.0
    return CHANGE_BETWEEN if unit.gap else CHANGE_IN_PARAGRAPH


def score_unit(unit: Unit, text: str) -> dict[Role, float]:
    """What cues and heading together say of a unit."""
    votes = {role: min(vote, CAP) for role, vote in score_roles(unit.span.of(text)).items()}
    for role, leaning in LEANING.items():
        votes[role] = votes.get(role, 0.0) + leaning
    if unit.heading and unit.heading.role:
        votes[unit.heading.role] = votes.get(unit.heading.role, 0.0) + weight_of_heading(unit, unit.heading.rule)
    return votes


def weight_of_heading(unit: Unit, rule: str) -> float:
    """How much a heading's word counts for a unit below it."""
    if unit.faded:
        return HEADING_FADES[min(unit.faded, len(HEADING_FADES)) - 1]
    return UNKNOWN_SAYS if rule == "unknown heading" else HEADING_SAYS


def choose_roles(scores: list[dict[Role, float]], changes: list[float]) -> list[Role]:
    """The best path of roles (Viterbi); ties go to the role that stands first in `Role`."""
    totals = dict.fromkeys(ROLES, 0.0)
    steps: list[dict[Role, Role]] = []
    for votes, change in zip(scores, changes, strict=True):
        best = max(ROLES, key=totals.__getitem__)
        steps.append({role: role if totals[role] >= totals[best] - change else best for role in ROLES})
        totals = {role: max(totals[role], totals[best] - change) + votes.get(role, 0.0) for role in ROLES}
    role = max(ROLES, key=totals.__getitem__)
    path = []
    for came in reversed(steps):
        path.append(role)
        role = came[role]
    return path[::-1]


def join_units(units: tuple[Unit, ...], roles: list[Role]) -> Iterator[Section]:
    """Neighbours of one role become one section; a heading always begins a new one."""
    current: Section | None = None
    for unit, role in zip(units, roles, strict=True):
        if current and current.role is role and not unit.head:
            current = Section(role, Span(current.span.start, unit.span.end), current.heading, current.cue)
            continue
        if current:
            yield current
        current = Section(role, unit.span, unit.heading_span, reason(unit, role))
    if current:
        yield current


def reason(unit: Unit, role: Role) -> str:
    """Why a section has its role, in words."""
    if unit.heading and unit.heading.role is role:
        return f"heading: {unit.heading.rule}"
    return "sentence cues"
