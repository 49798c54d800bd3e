"""The posting's text divided into sections, each with the role that headings and sentence cues give together.

Lines (long ones: sentences) are units. A unit's score for a role is what its cues say, plus the word of the heading
above it; changing the role between neighbours costs. The best path through all units (Viterbi) gives the sections,
so that text without headings, equal-opportunity text under "Requirements" and headings in running text all come out
of one rule.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from applykit.posting.cues import score_roles
from applykit.posting.headings import Heading, is_fact_label, read_heading
from applykit.posting.model import Role, Section, Span

ROLES = tuple(Role)
LONG_UNIT = 400
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z•“\"(])")
NO_SENTENCE_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Inc|Co|Ltd|vs|e\.g|i\.e|etc|U\.S|No|Jr|Sr)|\b[A-Z])\.$")

CAP = 6.0  # no unit says more than this, however often it says it
HEADING_SAYS = 6.0  # a heading's word for the lines right below it …
HEADING_FADES = 1.0  # … and behind the first empty line after a body began
CHANGE_IN_PARAGRAPH = 4.0
CHANGE_BETWEEN = 1.0
CHANGE_AT_HEADING = 0.0
# Labels and schedules say something of the lines right below them and nothing of the next paragraph.
SHORT_REACH = frozenset({"fact label", "schedule label", "schedule"})
# Without any cue a posting describes the job.
LEANING = {Role.SUMMARY: 0.3, Role.DUTIES: 0.2}


@dataclass(frozen=True, slots=True)
class Unit:
    """One line or sentence: its span, the heading that it stands under, and the cost of a change before it."""

    span: Span
    heading: Heading | None
    heading_span: Span | None
    faded: bool
    change: float


def find_sections(text: str, headings: frozenset[int] = frozenset()) -> tuple[Section, ...]:
    """Sections that hold every visible character of `text` once, in order; `headings` are marked line starts."""
    units = tuple(read_units(text, headings))
    roles = choose_roles([score_unit(unit, text) for unit in units], [unit.change for unit in units])
    return tuple(join_units(units, roles))


def read_units(text: str, marked: frozenset[int]) -> Iterator[Unit]:
    """The units of the text, each with the heading it stands under."""
    heading: Heading | None = None
    pending: Span | None = None
    gap, begun, faded = True, False, False
    block = 0  # lines of the paragraph so far
    for start, line in lines_of(text):
        if not line.strip():
            faded = faded or (begun and block > 1)
            gap = True
            continue
        if gap:
            block, gap_before, gap = 0, True, False
        else:
            gap_before = False
        if gap_before and begun and heading and heading.rule in SHORT_REACH:
            heading = None
        faded = faded or (gap_before and begun and not line.startswith("• "))
        block += 1
        found = read_heading(line, marked=start in marked, before_gap=gap_before)
        if found is None and is_fact_label(line):
            found = Heading(Role.OTHER, "fact label", len(line))
        cost = CHANGE_BETWEEN if gap_before else CHANGE_IN_PARAGRAPH
        if found:
            if pending:
                yield Unit(Span(pending.end, pending.end), heading, pending, False, CHANGE_AT_HEADING)
            pending, begun, faded = Span(start, start + len(line[: found.length].rstrip())), False, False
            heading = found if found.role or heading is None else subheading(found, heading)
            if found.length >= len(line):
                continue
            start, line = start + found.length, line[found.length :]
        for span in pieces_of(start, line):
            yield Unit(span, heading, pending, faded, CHANGE_AT_HEADING if pending else cost)
            pending, begun, cost = None, True, CHANGE_IN_PARAGRAPH
        if heading and heading.rule in ("fact label", "schedule label"):
            heading, faded = None, False
    if pending:
        yield Unit(Span(pending.end, pending.end), heading, pending, False, CHANGE_AT_HEADING)


def subheading(found: Heading, above: Heading) -> Heading:
    """A heading whose words say nothing takes the role of the one above it."""
    return Heading(above.role, f"{above.rule} (under)", found.length)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Start and characters of each line."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def pieces_of(start: int, line: str) -> Iterator[Span]:
    """The whole line as one span, or its sentences when it is long."""
    begin = len(line) - len(line.lstrip())
    if len(line) > LONG_UNIT:
        for found in SENTENCE_END.finditer(line):
            if NO_SENTENCE_END.search(line[: found.start()]):
                continue
            yield Span(start + begin, start + found.start())
            begin = found.end()
    yield Span(start + begin, start + len(line.rstrip()))


def score_unit(unit: Unit, text: str) -> dict[Role, float]:
    """What cues and heading together say of a unit."""
    votes = {role: min(vote, CAP) for role, vote in score_roles(unit.span.of(text)).items()}
    for role, leaning in LEANING.items():
        votes[role] = votes.get(role, 0.0) + leaning
    if unit.heading and unit.heading.role:
        role = unit.heading.role
        says = HEADING_FADES if unit.faded or "(under)" in unit.heading.rule else HEADING_SAYS
        votes[role] = votes.get(role, 0.0) + says
    return votes


def choose_roles(scores: list[dict[Role, float]], changes: list[float]) -> list[Role]:
    """The best path of roles (Viterbi); ties go to the role that stands first in `Role`."""
    totals = {role: 0.0 for role in ROLES}
    steps: list[dict[Role, Role]] = []
    for votes, change in zip(scores, changes, strict=True):
        best = max(ROLES, key=lambda role: totals[role])
        came = {role: role if totals[role] >= totals[best] - change else best for role in ROLES}
        totals = {
            role: max(totals[role], totals[best] - change) + votes.get(role, 0.0)
            for role in ROLES
        }  # fmt: skip
        steps.append(came)
    role = max(ROLES, key=lambda each: totals[each])
    path = []
    for came in reversed(steps):
        path.append(role)
        role = came[role]
    return path[::-1]


def join_units(units: tuple[Unit, ...], roles: list[Role]) -> Iterator[Section]:
    """Neighbours of one role become one section; a heading always begins a new one."""
    current: Section | None = None
    for unit, role in zip(units, roles, strict=True):
        if current and current.role is role and unit.heading_span is None:
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
