"""The counselor's report as a Word document: who is ready, who needs what, and which gaps many share.

Built with python-docx from its plain default styles, then packed again with fixed times, so that the same
rows give the same bytes.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from applykit.batch.workbook import FIXED, Line

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class SharedGap:
    """A requirement that several clients lack: a course worth offering."""

    name: str
    clients: int
    applications: int


@dataclass(frozen=True, slots=True)
class ClientState:
    """One client in a line: applications written, the best of them, and what stands in the way."""

    name: str
    applications: int
    ready: int
    best: Line
    needs: tuple[str, ...]


def describe_clients(lines: Sequence[Line]) -> list[ClientState]:
    """A state for each client with at least one application, in the order of the lines."""
    by_client: dict[str, list[Line]] = {}
    for line in lines:
        if line.score is not None:
            by_client.setdefault(line.client_id, []).append(line)
    return [describe_client(own) for own in by_client.values()]


def describe_client(lines: Sequence[Line]) -> ClientState:
    """Ready is an application with no gate missing and none to ask about."""
    ready = [line for line in lines if not line.gates_missing and not line.gates_open]
    needs = [need for line in lines for need in (*line.gates_missing, *line.gates_open)]
    by_count = sorted(dict.fromkeys(needs), key=lambda need: -needs.count(need))
    return ClientState(lines[0].client, len(lines), len(ready), (ready or list(lines))[0], tuple(by_count[:3]))


def write_counselor_report(lines: Sequence[Line], gaps: Sequence[SharedGap]) -> bytes:
    """The report's bytes."""
    import docx

    document = docx.Document()
    document.core_properties.title = "Counselor report"
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = FIXED
    states = describe_clients(lines)
    ready = [state for state in states if state.ready]
    waiting = [state for state in states if not state.ready]
    document.add_heading("Counselor report", level=0)
    document.add_paragraph(
        f"{len(states)} clients, {sum(state.applications for state in states)} applications. "
        f"{len(ready)} clients have at least one application that is ready to review and send."
    )
    add_section(
        document, "Ready to review and send", ("Client", "Best application", "Score", "Ready"), ready_rows(ready)
    )
    add_section(document, "Something stands in the way", ("Client", "Applications", "Needs first"), need_rows(waiting))
    add_section(
        document,
        "Gaps that several clients share",
        ("What postings ask for", "Clients without it", "Applications"),
        [(gap.name, str(gap.clients), str(gap.applications)) for gap in gaps],
    )
    document.add_paragraph(
        "A gap that many share may be worth a course or a workshop. Scores leave out the gates; each client's gap "
        "checklist quotes the evidence."
    )
    return pack_again(document)


def ready_rows(states: Sequence[ClientState]) -> list[tuple[str, ...]]:
    return [
        (state.name, title_of(state.best), str(state.best.score), f"{state.ready} of {state.applications}")
        for state in states
    ]


def need_rows(states: Sequence[ClientState]) -> list[tuple[str, ...]]:
    return [(state.name, str(state.applications), "; ".join(state.needs) or "see the checklists") for state in states]


def title_of(line: Line) -> str:
    return ", ".join(part for part in (line.position, line.employer) if part)


def add_section(document: Any, heading: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A heading and a table with a repeated header row; a sentence where there is nothing to list."""
    document.add_heading(heading, level=1)
    if not rows:
        document.add_paragraph("None.")
        return
    table = document.add_table(rows=1, cols=len(header), style="Light List Accent 1")
    fill_row(table.rows[0], header)
    mark_as_header(table.rows[0])
    for row in rows[:MOST_ROWS]:
        fill_row(table.add_row(), row)
    if len(rows) > MOST_ROWS:
        document.add_paragraph(f"And {len(rows) - MOST_ROWS} more; see summary.xlsx.")


def fill_row(row: Any, texts: Sequence[str]) -> None:
    from docx.shared import Pt

    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text.translate(UNPRINTABLE)
        for run in cell.paragraphs[0].runs:
            run.font.size = Pt(10)


UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535))


def mark_as_header(row: Any) -> None:
    """Word repeats the row on each page and reads it out as the header."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def pack_again(document: Any) -> bytes:
    """The document's bytes with the parts in a fixed order and without the time of packing."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return second.getvalue()
