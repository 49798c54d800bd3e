"""The counselor's report as a Word document: who is ready, who needs what, and which gaps many share."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from applykit.batch.model import Without
from applykit.batch.report_page import add_figures, add_table, new_page, pack_again
from applykit.batch.workbook import Line

MOST_ROWS = 500
MOST_GAPS = 40
MOST_NEEDS = 4
TITLE = "Counselor report"


@dataclass(frozen=True, slots=True)
class SharedGap:
    """A requirement that several clients lack: a course worth offering."""

    name: str
    clients: int
    applications: int


@dataclass(frozen=True, slots=True)
class ClientState:
    """One client in a line: applications written, how many are ready, the best of them, and what to ask or to close.

    `blocked` is True where every application has a gate that is not met; else asking may be all that it takes.
    """

    name: str
    applications: int
    ready: int
    best: Line
    blocked: bool
    to_ask: tuple[str, ...]
    missing: tuple[str, ...]


def describe_clients(lines: Sequence[Line]) -> list[ClientState]:
    """A state for each client with at least one application, in the order of the lines."""
    by_client: dict[str, list[Line]] = {}
    for line in lines:
        if line.score is not None:
            by_client.setdefault(line.client_id, []).append(line)
    return [describe_client(own) for own in by_client.values()]


def describe_client(lines: Sequence[Line]) -> ClientState:
    """Ready is an application with no gate missing and none to ask about; next best is one with none missing."""
    ready = [line for line in lines if not line.gates_missing and not line.gates_open]
    passable = [line for line in lines if not line.gates_missing]
    return ClientState(
        name=lines[0].client,
        applications=len(lines),
        ready=len(ready),
        best=(ready or passable or list(lines))[0],
        blocked=not passable,
        to_ask=most_often(need for line in passable or lines for need in line.gates_open),
        missing=most_often(need for line in lines for need in line.gates_missing),
    )


def most_often(needs: Iterable[str]) -> tuple[str, ...]:
    """The few that come up most, the first of equals first."""
    return tuple(need for need, _ in Counter(needs).most_common(MOST_NEEDS))


def write_counselor_report(
    lines: Sequence[Line], gaps: Sequence[SharedGap], *, without: Sequence[Without] = (), date: str = ""
) -> bytes:
    """The report's bytes; `date` (ISO 8601) is the day for which the applications were written."""
    states = describe_clients(lines)
    document = new_page(TITLE)
    document.add_heading(TITLE, level=0)
    document.add_paragraph(f"Applications as of {say_date(date)}" if date else "Applications", style="Subtitle")
    add_overview(document, states, without)
    add_clients(document, states)
    add_without(document, without)
    add_section(
        document,
        "Gaps that several clients share",
        "A gap that many share may be worth a course or a workshop.",
        ("What postings ask for", "Clients without it", "Applications"),
        [(gap.name, str(gap.clients), str(gap.applications)) for gap in gaps[:MOST_GAPS]],
        widths=(4.1, 1.4, 1.2),
    )
    add_edited(document, [line for line in lines if line.edited])
    document.add_paragraph(
        "Scores leave out the gates. Each client's gap checklist quotes the evidence for every line."
    ).paragraph_format.space_before = 12 * 12_700
    return pack_again(document)


def add_overview(document: Any, states: Sequence[ClientState], without: Sequence[Without]) -> None:
    """How many clients stand where."""
    figures = [
        (len(states) + len(without), "clients"),
        (sum(state.applications for state in states), "applications"),
        (sum(map(is_ready, states)), "clients ready"),
        (sum(map(is_asking, states)), "clients to ask"),
        (sum(state.blocked for state in states), "with a gate not met"),
        *([(len(without), "without application")] if without else []),
    ]
    add_figures(document, [(str(count), label) for count, label in figures])


def is_ready(state: ClientState) -> bool:
    return bool(state.ready)


def is_asking(state: ClientState) -> bool:
    return not state.ready and not state.blocked


def add_clients(document: Any, states: Sequence[ClientState]) -> None:
    """The clients that are ready, those to ask, and those with a gate that is not met."""
    add_section(
        document,
        "Ready to review and send",
        "These clients have at least one application with every gate met. Gates are what decides first: licenses, "
        "certificates, degrees, years, shifts.",
        ("Client", "Best application", "Score", "Ready"),
        [
            (s.name, title_of(s.best), str(s.best.score), f"{s.ready} of {s.applications}")
            for s in filter(is_ready, states)
        ],
        widths=(1.7, 3.4, 0.7, 0.9),
    )
    add_section(
        document,
        "Ask these clients",
        "Nothing is known to stand in the way of an application; these questions are open. Put the answers into the "
        "profile and run the batch again.",
        ("Client", "Best application", "Score", "Ask about"),
        [(s.name, title_of(s.best), str(s.best.score), "; ".join(s.to_ask)) for s in filter(is_asking, states)],
        widths=(1.5, 2.3, 0.7, 2.2),
    )
    add_section(
        document,
        "A gate is not met",
        "Each application of these clients has a gate that the profile does not meet: get it, have it entered if it "
        "is there after all, or look for other postings.",
        ("Client", "Applications", "Not met", "Also to ask about"),
        [(s.name, str(s.applications), "; ".join(s.missing), "; ".join(s.to_ask)) for s in states if s.blocked],
        widths=(1.5, 0.95, 2.4, 1.85),
    )


def add_without(document: Any, without: Sequence[Without]) -> None:
    """The clients for whom there is nothing, if there are any."""
    if without:
        add_section(
            document,
            "No application yet",
            "For these clients nothing was written.",
            ("Client or file", "Why", "Next step"),
            [(item.label, item.reason, item.next_step) for item in without],
            widths=(1.7, 2.7, 2.3),
        )


def add_edited(document: Any, edited: Sequence[Line]) -> None:
    """The documents that somebody has changed by hand, if there are any."""
    if edited:
        add_section(
            document,
            "Documents edited by hand",
            "They are kept as they are; what changed in profile or posting since is not in them.",
            ("Client", "Application", "Documents"),
            [(line.client, title_of(line), ", ".join(line.edited)) for line in edited],
            widths=(1.7, 2.4, 2.6),
        )


def say_date(date: str) -> str:
    """ "November 25, 2026"."""
    day = datetime.date.fromisoformat(date)
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def title_of(line: Line) -> str:
    return ", ".join(part for part in (line.position, line.employer) if part)


def add_section(
    document: Any,
    heading: str,
    explanation: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
) -> None:
    """A heading, a sentence and a table; a word where there is nothing to list."""
    document.add_heading(heading, level=1)
    document.add_paragraph(explanation if rows else "None.").paragraph_format.keep_with_next = bool(rows)
    if rows:
        add_table(document, header, rows[:MOST_ROWS], widths=widths)
    if len(rows) > MOST_ROWS:
        document.add_paragraph(f"And {len(rows) - MOST_ROWS} more; see summary.xlsx.")
