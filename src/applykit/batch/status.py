"""What a run's folder holds, for the terminal and for programs."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from applykit.batch.disk import look_at
from applykit.batch.ledger import Row
from applykit.batch.ledger_file import open_existing_ledger
from applykit.batch.model import State


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One pair as it stands, by ids; `folder` bears names, so a table shows it only when asked."""

    client: str
    opening: str
    state: str
    score: int | None
    reason: str
    finished: str | None
    folder: str

    def cells(self, *, names: bool = False) -> list[str]:
        score = "" if self.score is None else str(self.score)
        last = (self.reason or self.folder) if names else self.reason
        return [self.client, self.opening, self.state, score, last]

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
    standing = look_at(row, folder)
    if standing.edited:
        state = "edited"
    elif standing.missing and row.state is State.DONE:
        state = "missing"
    return StatusRow(
        client=row.pair.client,
        opening=row.pair.opening,
        state=state,
        score=row.summary.score if row.summary else None,
        reason=row.reason,
        finished=row.finished,
        folder=row.folder,
    )
