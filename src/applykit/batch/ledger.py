"""The ledger: which pair is done, with which bytes, so that a run can be stopped at any moment and go on.

SQLite, written by the parent process alone. A pair is `done` only after its files are on the disk under
their final names; a pair found `started` at the next run was interrupted and is done again.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from applykit.batch.model import Caseload, Pair, State, Summary
from applykit.errors import ApplykitError, Problem

LEDGER_NAME = "ledger.sqlite3"
LAYOUT = "1"

TABLES = """
create table if not exists meta (name text primary key, value text not null);
create table if not exists folders (id text primary key, folder text not null unique);
create table if not exists pairs (
    client text not null, opening text not null, key text not null, state text not null,
    folder text not null, reason text not null default '', summary text, finished text,
    primary key (client, opening)
);
create table if not exists files (
    client text not null, opening text not null, name text not null, sha256 text not null,
    primary key (client, opening, name)
);
create table if not exists people (client text primary key, name text not null, source text not null);
create table if not exists postings (
    opening text primary key, employer text not null, position text not null, source text not null
);
create table if not exists problems (
    number integer primary key, message text not null, remedy text not null, file text, line integer, warning integer
);
create table if not exists reviews (client text not null, opening text not null, state text not null,
    primary key (client, opening));
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What the ledger knows of one pair; `files` maps names to the SHA-256 they were written with."""

    pair: Pair
    state: State
    folder: str
    reason: str
    summary: Summary | None
    finished: str | None
    files: dict[str, str]


class Ledger:
    """An open ledger. Use as a context manager; every method that writes commits before it returns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def meta(self, name: str) -> str | None:
        found = self.connection.execute("select value from meta where name = ?", (name,)).fetchone()
        return found[0] if found else None

    def set_meta(self, name: str, value: str) -> None:
        with self.connection:
            self.connection.execute("insert or replace into meta values (?, ?)", (name, value))

    def folders(self) -> dict[str, str]:
        """Folder names given out so far, by client or pair id, so that they never change between runs."""
        return dict(self.connection.execute("select id, folder from folders"))

    def keep_folders(self, folders: dict[str, str]) -> None:
        with self.connection:
            self.connection.executemany("insert or ignore into folders values (?, ?)", sorted(folders.items()))

    def start(self, pairs: Iterable[tuple[Pair, str]]) -> None:
        """Note that these pairs (with their folders) are being worked on."""
        rows = [(pair.client, pair.opening, pair.key, State.STARTED.value, folder) for pair, folder in pairs]
        with self.connection:
            self.connection.executemany(
                "insert into pairs (client, opening, key, state, folder) values (?, ?, ?, ?, ?) "
                "on conflict (client, opening) do update set key = excluded.key, state = excluded.state, "
                "folder = excluded.folder, reason = ''",
                rows,
            )

    def finish(self, pair: Pair, *, files: dict[str, str], summary: Summary, moment: str) -> None:
        """Note that the files stand on the disk; `files` maps each name to its SHA-256."""
        with self.connection:
            self.connection.execute(
                "update pairs set state = ?, summary = ?, finished = ? where client = ? and opening = ?",
                (State.DONE.value, json.dumps(asdict(summary)), moment, pair.client, pair.opening),
            )
            self.connection.execute("delete from files where client = ? and opening = ?", (pair.client, pair.opening))
            self.connection.executemany(
                "insert into files values (?, ?, ?, ?)",
                [(pair.client, pair.opening, name, digest) for name, digest in sorted(files.items())],
            )

    def fail(self, pair: Pair, *, reason: str, moment: str) -> None:
        """Note why a pair could not be done; it is tried again by `retry` or when an input changes."""
        with self.connection:
            self.connection.execute(
                "update pairs set state = ?, reason = ?, finished = ? where client = ? and opening = ?",
                (State.FAILED.value, reason, moment, pair.client, pair.opening),
            )

    def rows(self) -> Iterator[Row]:
        """All pairs by client and opening."""
        files: dict[tuple[str, str], dict[str, str]] = {}
        for client, opening, name, digest in self.connection.execute("select * from files order by 1, 2, 3"):
            files.setdefault((client, opening), {})[name] = digest
        query = (
            "select client, opening, key, state, folder, reason, summary, finished from pairs order by client, opening"
        )
        for client, opening, key, state, folder, reason, summary, finished in self.connection.execute(query):
            yield Row(
                pair=Pair(client, opening, key),
                state=State(state),
                folder=folder,
                reason=reason,
                summary=read_summary(summary),
                finished=finished,
                files=files.get((client, opening), {}),
            )

    def forget_client(self, client: str) -> int:
        """Delete every row of a client so that it cannot be recovered from the file; returns the pairs deleted."""
        with self.connection:
            gone = self.connection.execute("delete from pairs where client = ?", (client,)).rowcount
            self.connection.execute(
                "delete from problems where file in (select source from people where client = ?)", (client,)
            )
            for table in ("files", "reviews", "people"):
                self.connection.execute(f"delete from {table} where client = ?", (client,))  # noqa: S608 fixed names
            # A client's own folder has the client's id; a pair's begins with it and a separator.
            self.connection.execute(
                "delete from folders where id = ? or substr(id, 1, ?) = ?", (client, len(client) + 1, client + "/")
            )
        self.connection.execute("pragma wal_checkpoint(truncate)")
        self.connection.execute("vacuum")
        self.connection.execute("pragma wal_checkpoint(truncate)")
        return gone

    def keep_names(self, caseload: Caseload) -> None:
        """Names for the reports, so that these can be made anew without the inputs."""
        people = [(client.id, client.name, client.source) for client in caseload.clients]
        postings = [
            (item.id, item.posting.employer or "", item.posting.title or item.id, item.source)
            for item in caseload.openings
        ]
        with self.connection:
            self.connection.executemany("insert or replace into people values (?, ?, ?)", people)
            self.connection.executemany("insert or replace into postings values (?, ?, ?, ?)", postings)

    def people(self) -> dict[str, str]:
        """Clients' names by id."""
        return dict(self.connection.execute("select client, name from people"))

    def postings(self) -> dict[str, tuple[str, str]]:
        """Employer and position by posting id."""
        query = "select opening, employer, position from postings"
        return {opening: (employer, position) for opening, employer, position in self.connection.execute(query)}

    def keep_problems(self, problems: Iterable[Problem]) -> None:
        """Replace the problems of the last run."""
        rows = [(item.message, item.remedy, item.file, item.line, item.warning) for item in problems]
        with self.connection:
            self.connection.execute("delete from problems")
            self.connection.executemany(
                "insert into problems (message, remedy, file, line, warning) values (?, ?, ?, ?, ?)", rows
            )

    def problems(self) -> list[Problem]:
        """The problems of the last run, in their order."""
        query = "select message, remedy, file, line, warning from problems order by number"
        return [
            Problem(message, remedy, file=file, line=line, warning=bool(warning))
            for message, remedy, file, line, warning in self.connection.execute(query)
        ]

    def reviews(self) -> dict[tuple[str, str], str]:
        """The counselor's own review states, as last read back from the workbook."""
        return {(client, opening): state for client, opening, state in self.connection.execute("select * from reviews")}

    def keep_reviews(self, reviews: dict[tuple[str, str], str]) -> None:
        with self.connection:
            self.connection.executemany(
                "insert or replace into reviews values (?, ?, ?)",
                [(*key, state) for key, state in sorted(reviews.items())],
            )


def read_summary(text: str | None) -> Summary | None:
    """The summary as it was stored; lists become tuples again."""
    if text is None:
        return None
    from pydantic import TypeAdapter

    return TypeAdapter(Summary).validate_json(text)


def open_ledger(folder: Path) -> Ledger:
    """Open or create the ledger in `folder`. Raises ApplykitError where it is damaged or of another layout."""
    path = folder / LEDGER_NAME
    try:
        connection = connect(path)
        connection.executescript(TABLES)
        ledger = Ledger(connection)
        if ledger.meta("layout") is None:
            ledger.set_meta("layout", LAYOUT)
    except sqlite3.DatabaseError as error:
        raise ApplykitError(
            Problem(f"the ledger cannot be used ({error}).", "Move it away to start anew.", file=str(path))
        ) from error
    if ledger.meta("layout") != LAYOUT:
        raise ApplykitError(
            Problem("the ledger was written by another version of applykit.", "Use a new --out folder.", file=str(path))
        )
    path.chmod(0o600)
    return ledger


def open_existing_ledger(folder: Path) -> Ledger:
    """The ledger of an earlier run. Raises ApplykitError where there is none."""
    if not (folder / LEDGER_NAME).is_file():
        raise ApplykitError(
            Problem("holds no run of `applykit batch`.", "Give the folder that --out named.", file=str(folder))
        )
    return open_ledger(folder)


def connect(path: Path) -> sqlite3.Connection:
    """A connection with a write-ahead log where the drive bears one, and with deleted rows overwritten."""
    connection = sqlite3.connect(path, timeout=30)
    with contextlib.suppress(sqlite3.OperationalError):
        # Some network drives refuse a write-ahead log; SQLite then stays with the rollback journal.
        connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma secure_delete = on")
    return connection
