"""Deleting one client from the ledger so that nothing of them can be recovered from its file."""

import json
from pathlib import PurePath

from applykit.batch.ledger import Ledger

TABLES = ("pairs", "files", "expected", "pdfs", "reviews", "without", "people")


def forget_client(client: str, ledger: Ledger) -> int:
    """Delete every row about a client; returns the pairs deleted.

    SQLite overwrites what it deletes (`secure_delete`); the write-ahead log is emptied and the file packed anew.
    """
    connection = ledger.connection
    found = connection.execute("select source from people where client = ?", (client,)).fetchone()
    source = found[0] if found else ""
    with ledger.writing():
        if source and names_only(source, client, ledger):
            connection.execute("delete from meta where name = 'options'")
        if source:
            # Problems of a list name the list and a row, and nothing tells whose row it was: all of them go.
            for table, column in (("problems", "file"), ("without", "source")):
                connection.execute(
                    f"delete from {table} where {column} = ? or substr({column}, 1, ?) = ?",  # noqa: S608 fixed names
                    (source, len(source) + 2, source + ", "),
                )
        gone = connection.execute("select count(*) from pairs where client = ?", (client,)).fetchone()[0]
        for table in TABLES:
            connection.execute(f"delete from {table} where client = ?", (client,))  # noqa: S608 fixed names
        # A client's own folder has the client's id; a pair's begins with it and a separator.
        connection.execute(
            "delete from folders where id = ? or substr(id, 1, ?) = ?", (client, len(client) + 1, client + "/")
        )
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.execute("vacuum")
    connection.execute("pragma wal_checkpoint(truncate)")
    return int(gone)


def names_only(source: str, client: str, ledger: Ledger) -> bool:
    """Whether the last run's options name the client's own file: one that no other client came from."""
    query = "select 1 from people where source = ? and client <> ?"
    if ledger.connection.execute(query, (source, client)).fetchone():
        return False
    options = json.loads(ledger.meta("options") or "{}")
    return PurePath(str(options.get("clients"))).name == PurePath(source).name
