"""What a run's folder holds, for the terminal and for programs."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from applykit.batch.ledger import Row, open_existing_ledger
from applykit.batch.model import State
from applykit.batch.plan import compare_files


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One pair as it stands: by id, never by name."""

    client: str
    opening: str
    state: str
    score: int | None
    place: str
    finished: str | None

    def cells(self) -> list[str]:
        return [self.client, self.opening, self.state, "" if self.score is None else str(self.score), self.place]

    def record(self) -> dict[str, Any]:
        return asdict(self)


def read_status(folder: Path, *, since: str | None = None) -> list[StatusRow]:
    """Every pair with its state: done, edited, missing, failed or interrupted; `since` is an ISO 8601 day or moment."""
    with open_existing_ledger(folder) as ledger:
        rows = [row for row in ledger.rows() if since is None or (row.finished or "") >= since]
    return [describe(row, folder) for row in rows]


def describe(row: Row, folder: Path) -> StatusRow:
    """The ledger's word, unless the disk says otherwise."""
    state = {State.STARTED: "interrupted", State.FAILED: "failed", State.DONE: "done"}[row.state]
    found = compare_files(row, folder) if row.state is State.DONE else "same"
    return StatusRow(
        client=row.pair.client,
        opening=row.pair.opening,
        state=state if found == "same" else found,
        score=row.summary.score if row.summary else None,
        place=row.reason or row.folder,
        finished=row.finished,
    )
