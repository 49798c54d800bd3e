"""The ledger's file: its tables, and opening it so that nobody else can read it and deleted rows are overwritten."""

import contextlib
import os
import sqlite3
from pathlib import Path

from applykit.batch.ledger import Ledger
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
create table if not exists expected (
    client text not null, opening text not null, name text not null, sha256 text not null,
    primary key (client, opening, name, sha256)
);
create table if not exists people (client text primary key, name text not null, source text not null);
create table if not exists postings (
    opening text primary key, employer text not null, position text not null, source text not null
);
create table if not exists problems (
    number integer primary key, message text not null, remedy text not null, file text, line integer, warning integer
);
create table if not exists without (
    number integer primary key, client text not null, label text not null, source text not null, reason text not null,
    next_step text not null
);
create table if not exists pdfs (
    client text not null, opening text not null, name text not null, sha256 text not null, source text not null,
    primary key (client, opening, name, sha256)
);
create table if not exists reviews (client text not null, opening text not null, state text not null,
    primary key (client, opening));
"""


def open_ledger(folder: Path | None) -> Ledger:
    """Open or create the ledger in `folder`; None is one in memory, for a look at what would be done.

    Raises ApplykitError where it is damaged, cannot be written, or is of another layout.
    """
    path = folder / LEDGER_NAME if folder else Path(":memory:")
    try:
        if folder:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = connect(path)
        connection.executescript(TABLES)
    except (sqlite3.DatabaseError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        remedy = "Check your rights and the room on the drive; where it is damaged, move it away to start anew."
        raise ApplykitError(Problem(f"the ledger cannot be used ({reason}).", remedy, file=str(path))) from error
    ledger = Ledger(connection)
    if ledger.meta("layout") is None:
        ledger.set_meta("layout", LAYOUT)
    if ledger.meta("layout") != LAYOUT:
        raise ApplykitError(
            Problem("the ledger was written by another version of applykit.", "Use a new --out folder.", file=str(path))
        )
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
