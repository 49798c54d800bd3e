"""The reports of a run, made anew from the ledger each time, so that they always tell what is on the disk."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from applykit.batch.counselor import SharedGap, write_counselor_report
from applykit.batch.ledger import LEDGER_NAME, Ledger, Row
from applykit.batch.model import State
from applykit.batch.workbook import Line, read_reviews, write_workbook
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, read_bounded, write_file

SUMMARY = "summary.xlsx"
REPORT = "counselor-report.docx"
PROBLEMS = "problems.csv"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_reports(folder: Path, ledger: Ledger) -> None:
    """summary.xlsx, counselor-report.docx and problems.csv."""
    keep_reviews(folder, ledger)
    rows = [row for row in ledger.rows() if row.state is not State.STARTED]
    lines = make_lines(rows, ledger)
    write_file(folder / SUMMARY, write_workbook(lines), private=True)
    write_file(folder / REPORT, write_counselor_report(lines, count_shared_gaps(rows)), private=True)
    failed = [
        Problem(row.reason, "", file=f"{row.pair.client} × {row.pair.opening}")
        for row in rows
        if row.state is State.FAILED
    ]
    write_file(folder / PROBLEMS, write_problems([*ledger.problems(), *failed]), private=True)


def keep_reviews(folder: Path, ledger: Ledger) -> None:
    """Take over what the counselor has typed into the review column since the workbook was written."""
    path = folder / SUMMARY
    if path.exists():
        ledger.keep_reviews(read_reviews(read_bounded(path, OFFICE_LIMIT)))


def make_lines(rows: Sequence[Row], ledger: Ledger) -> list[Line]:
    """The workbook's rows: clients in the order of their names and ids, best score first."""
    reviews, people, postings = ledger.reviews(), ledger.people(), ledger.postings()
    lines = []
    for row in rows:
        client = people.get(row.pair.client, row.pair.client)
        employer, position = postings.get(row.pair.opening, ("", row.pair.opening))
        summary = row.summary
        lines.append(
            Line(
                client_id=row.pair.client,
                opening_id=row.pair.opening,
                client=client,
                employer=employer,
                position=position,
                score=summary.score if summary else None,
                gates_open=summary.gates_open if summary else (),
                gates_missing=summary.gates_missing if summary else (),
                gaps=summary.gaps if summary else (),
                next_step=summary.next_step if summary else f"Not written: {row.reason}",
                review=reviews.get((row.pair.client, row.pair.opening), ""),
                folder=row.folder if summary else "",
            )
        )
    return sorted(lines, key=lambda line: (line.client, line.client_id, -(line.score or 0), line.opening_id))


def write_problems(problems: Sequence[Problem]) -> bytes:
    """CSV with what failed, why, and what to do; cells that begin like a formula get an apostrophe before them."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(["input", "line", "kind", "problem", "what to do"])
    for problem in problems:
        cells = [
            problem.file or "",
            str(problem.line or ""),
            "warning" if problem.warning else "error",
            problem.message,
            problem.remedy,
        ]
        table.writerow([safe_cell(cell) for cell in cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def safe_cell(text: str) -> str:
    """Text that a spreadsheet will not take for a formula when it opens a CSV."""
    return f"'{text}" if text.startswith(FORMULA) else text


def count_shared_gaps(rows: Sequence[Row]) -> list[SharedGap]:
    """Gaps of more than one client, the most clients first, then the most applications, then by name."""
    applications: Counter[str] = Counter()
    clients: dict[str, set[str]] = {}
    for row in rows:
        for gap in row.summary.gaps if row.summary else ():
            applications[gap] += 1
            clients.setdefault(gap, set()).add(row.pair.client)
    shared = [SharedGap(gap, len(who), applications[gap]) for gap, who in clients.items() if len(who) > 1]
    return sorted(shared, key=lambda gap: (-gap.clients, -gap.applications, gap.name))


def refuse_foreign_folder(folder: Path) -> None:
    """A run's folder is empty or holds a ledger; anything else is somebody's own."""
    if folder.exists() and not folder.is_dir():
        raise ApplykitError(Problem("is not a folder.", "Choose another --out.", file=str(folder)))
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LEDGER_NAME).exists():
        raise ApplykitError(
            Problem("is not empty and holds no ledger.", "Choose an empty folder for --out.", file=str(folder))
        )
