"""The reports of a run, made anew from the ledger each time, so that they always tell what is on the disk."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from zipfile import BadZipFile

from applykit.batch.counselor import SharedGap, write_counselor_report
from applykit.batch.disk import edited_files, hash_file
from applykit.batch.ledger import Ledger, Row
from applykit.batch.ledger_file import LEDGER_NAME
from applykit.batch.model import State, Without
from applykit.batch.names import name_order, tell_apart
from applykit.batch.workbook import Line, read_reviews, write_workbook
from applykit.errors import ApplykitError, Problem
from applykit.files import OFFICE_LIMIT, check_office_file, read_bounded, write_file

SUMMARY = "summary.xlsx"
REPORT = "counselor-report.docx"
PROBLEMS = "problems.csv"
ASIDE = "summary-unread-"  # workbooks that could not be read, by number
Edited = Mapping[tuple[str, str], tuple[str, ...]]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_reports(folder: Path, ledger: Ledger) -> None:
    """summary.xlsx, counselor-report.docx and problems.csv."""
    unread = keep_reviews(folder, ledger)
    rows = [row for row in ledger.rows() if row.state is not State.STARTED]
    edited = edited_files(rows, folder)
    lines = make_lines(rows, ledger, edited)
    date = ledger.meta("date") or ""
    without = list_without(rows, ledger)
    put(folder / SUMMARY, write_workbook(lines, without=without))
    put(folder / REPORT, write_counselor_report(lines, count_shared_gaps(rows), without=without, date=date))
    problems = [*ledger.problems(), *unread, *map(problem_of, (row for row in rows if row.state is State.FAILED))]
    put(folder / PROBLEMS, write_problems(problems))


def put(path: Path, data: bytes) -> None:
    """Write a report, unless the same bytes stand there already. Raises ApplykitError, on Windows where it is open."""
    if hash_file(path) == hashlib.sha256(data).hexdigest():
        return
    try:
        write_file(path, data, private=True, durable=True)
    except ApplykitError as error:
        remedy = "If it is open, close it; then run the same command again. The applications are all there."
        raise ApplykitError(replace(problem, remedy=remedy) for problem in error.problems) from None


def list_without(rows: Sequence[Row], ledger: Ledger) -> list[Without]:
    """The clients who have no application at all, by name: why, and what to do next."""
    people = call_people(ledger)
    served = {row.pair.client for row in rows if row.state is State.DONE}
    failed: dict[str, list[Row]] = {}
    for row in rows:
        if row.pair.client not in served:
            failed.setdefault(row.pair.client, []).append(row)
    listed = [
        replace(item, label=people.get(item.client, item.label))
        for item in ledger.without()
        if item.client not in served and item.client not in failed
    ]
    listed += [explain_failed(people.get(client, client), own) for client, own in failed.items()]
    return sorted(listed, key=lambda item: (name_order(item.label), item.client, item.source))


def call_people(ledger: Ledger) -> dict[str, str]:
    """What to call each client, by id; those of one name are told apart."""
    people = ledger.people()
    return dict(zip(people, tell_apart(list(people.values()), list(people)), strict=True))


def explain_failed(name: str, rows: Sequence[Row]) -> Without:
    """A client none of whose applications could be written, with the reason that came up most often."""
    reason = Counter(row.reason for row in rows).most_common(1)[0][0]
    none = f"None of {len(rows)} applications could be written" if len(rows) > 1 else "The application was not written"
    return Without(rows[0].pair.client, name, f"{none}: {reason}", "Correct what it names, then run the batch again.")


def problem_of(row: Row) -> Problem:
    remedy = "Mend what it names, then `applykit batch retry`."
    return Problem(row.reason, remedy, file=f"{row.pair.client} × {row.pair.opening}")


def keep_reviews(folder: Path, ledger: Ledger) -> list[Problem]:
    """Take over what the counselor has typed into the review column since the workbook was written.

    A workbook that cannot be read is put aside, never overwritten; the problem says where.
    """
    path = folder / SUMMARY
    if not path.exists():
        return []
    try:
        data = read_bounded(path, OFFICE_LIMIT)
        check_office_file(data, kind="xlsx")
        ledger.keep_reviews(read_reviews(data, before=ledger.reviews()))
    except (ApplykitError, KeyError, ValueError, BadZipFile):
        aside = next(place for number in count(1) if not (place := folder / f"{ASIDE}{number}.xlsx").exists())
        path.replace(aside)
        message = "the workbook could not be read, so its review column was not taken over."
        return [Problem(message, f"It is kept as {aside.name}; copy what you need from it.", SUMMARY, warning=True)]
    return []


def make_lines(rows: Sequence[Row], ledger: Ledger, edited: Edited) -> list[Line]:
    """The workbook's rows: clients in the order of their names and ids, best score first."""
    reviews, people, postings = ledger.reviews(), call_people(ledger), ledger.postings()
    lines = []
    for row in rows:
        pair = row.pair.client, row.pair.opening
        employer, position = postings.get(row.pair.opening, ("", row.pair.opening))
        lines.append(
            make_line(
                row,
                client=people.get(row.pair.client, row.pair.client),
                employer=employer,
                position=position,
                review=reviews.get(pair, ""),
                edited=edited.get(pair, ()),
            )
        )
    return sorted(
        lines, key=lambda line: (name_order(line.client), line.client_id, -(line.score or 0), line.opening_id)
    )


def make_line(row: Row, *, client: str, employer: str, position: str, review: str, edited: tuple[str, ...]) -> Line:
    """One row of the workbook; of a failed pair only why, and where an earlier version may lie."""
    summary = row.summary if row.state is State.DONE else None
    return Line(
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
        review=review,
        edited=edited,
        folder=row.folder if row.files else "",
    )


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
        for gap in row.summary.gaps if row.summary and row.state is State.DONE else ():
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
