"""The ledger: which pair is done, with which bytes, so that a run can be stopped at any moment and go on.

SQLite, written by the parent process alone. The hashes of a pair's files are noted before they are written, and the
pair is `done` only after they are on the disk under their final names; a pair found `started` at the next run was
interrupted and is done again, and a file with any other hash was edited by a person.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from typing import Any

from applykit.batch.model import Caseload, Pair, State, Summary, Without
from applykit.errors import ApplykitError, Problem


@dataclass(frozen=True, slots=True)
class Row:
    """What the ledger knows of one pair.

    `files` maps names to the SHA-256 they were written with; `expected` holds names and hashes that were about to be
    written when runs were interrupted.
    """

    pair: Pair
    state: State
    folder: str
    reason: str
    summary: Summary | None
    finished: str | None
    files: dict[str, str]
    expected: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF: its hash, and that of the Word file it was made from."""

    client: str
    opening: str
    name: str
    sha256: str
    source: str


@dataclass(frozen=True, slots=True)
class Done:
    """One finished pair: its files with their SHA-256, and its summary."""

    pair: Pair
    files: dict[str, str]
    summary: Summary


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

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction. Raises ApplykitError where the drive is full or may not be written to."""
        try:
            with self.connection:
                yield
        except sqlite3.OperationalError as error:
            raise ApplykitError(
                Problem(
                    f"the ledger cannot be written ({error}).",
                    "Make room on the drive or check your rights, then run it again: it goes on where it was.",
                )
            ) from error

    def set_meta(self, name: str, value: str) -> None:
        with self.writing():
            self.connection.execute("insert or replace into meta values (?, ?)", (name, value))

    def folders(self) -> dict[str, str]:
        """Folder names given out so far, by client or pair id, so that they never change between runs."""
        return dict(self.connection.execute("select id, folder from folders"))

    def keep_folders(self, folders: dict[str, str]) -> None:
        with self.writing():
            self.connection.executemany("insert or ignore into folders values (?, ?)", sorted(folders.items()))

    def start(self, pairs: Iterable[tuple[Pair, str]]) -> None:
        """Note that these pairs (with their folders) are being worked on."""
        rows = [(pair.client, pair.opening, pair.key, State.STARTED.value, folder) for pair, folder in pairs]
        with self.writing():
            self.connection.executemany(
                "insert into pairs (client, opening, key, state, folder) values (?, ?, ?, ?, ?) "
                "on conflict (client, opening) do update set key = excluded.key, state = excluded.state, "
                "folder = excluded.folder, reason = ''",
                rows,
            )

    def expect(self, pairs: Iterable[tuple[Pair, dict[str, str]]]) -> None:
        """Note the hashes of files that are about to be written, beside those of earlier, interrupted tries."""
        rows = [(pair.client, pair.opening, *item) for pair, files in pairs for item in sorted(files.items())]
        with self.writing():
            self.connection.executemany("insert or ignore into expected values (?, ?, ?, ?)", rows)

    def finish(self, finished: Iterable[Done], *, moment: str) -> None:
        """Note that the files of these pairs stand on the disk."""
        with self.writing():
            for done in finished:
                pair = done.pair
                self.connection.execute(
                    "update pairs set state = ?, summary = ?, reason = '', finished = ? "
                    "where client = ? and opening = ?",
                    (State.DONE.value, json.dumps(asdict(done.summary)), moment, pair.client, pair.opening),
                )
                self._forget_files(pair)
                rows = [(pair.client, pair.opening, *item) for item in sorted(done.files.items())]
                self.connection.executemany("insert into files values (?, ?, ?, ?)", rows)

    def _forget_files(self, pair: Pair) -> None:
        for table in ("files", "expected"):
            self.connection.execute(
                f"delete from {table} where client = ? and opening = ?",  # noqa: S608 fixed names
                (pair.client, pair.opening),
            )

    def keep(self, pair: Pair) -> None:
        """Note that a pair's documents stay as a person has edited them while the run went on."""
        with self.writing():
            self.connection.execute(
                "update pairs set state = ? where client = ? and opening = ?",
                (State.DONE.value, pair.client, pair.opening),
            )

    def fail(self, pair: Pair, *, reason: str, moment: str) -> None:
        """Note why a pair could not be done; it is tried again by `retry` or when an input changes."""
        with self.writing():
            self.connection.execute(
                "update pairs set state = ?, reason = ?, finished = ? where client = ? and opening = ?",
                storable((State.FAILED.value, reason, moment, pair.client, pair.opening)),
            )

    def rows(self) -> Iterator[Row]:
        """All pairs by client and opening."""
        files = {key: dict(pairs) for key, pairs in self._files("files").items()}
        expected = self._files("expected")
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
                expected=frozenset(expected.get((client, opening), ())),
            )

    def _files(self, table: str) -> dict[tuple[str, str], list[tuple[str, str]]]:
        found: dict[tuple[str, str], list[tuple[str, str]]] = {}
        query = f"select client, opening, name, sha256 from {table} order by 1, 2, 3, 4"  # noqa: S608 fixed names
        for client, opening, name, digest in self.connection.execute(query):
            found.setdefault((client, opening), []).append((name, digest))
        return found

    def keep_names(self, caseload: Caseload) -> None:
        """Names for the reports, so that these can be made anew without the inputs."""
        people = [storable((client.id, client.name, client.source)) for client in caseload.clients]
        postings = [
            storable((item.id, item.posting.employer or "", item.posting.title or item.id, item.source))
            for item in caseload.openings
        ]
        with self.writing():
            # Of those who are no longer listed only clients with applications are still of interest.
            self.connection.execute("delete from people where client not in (select client from pairs)")
            self.connection.executemany("insert or replace into people values (?, ?, ?)", people)
            self.connection.executemany("insert or replace into postings values (?, ?, ?, ?)", postings)

    def people(self) -> dict[str, str]:
        """Clients' names by id."""
        return dict(self.connection.execute("select client, name from people"))

    def postings(self) -> dict[str, tuple[str, str]]:
        """Employer and position by posting id."""
        query = "select opening, employer, position from postings"
        return {opening: (employer, position) for opening, employer, position in self.connection.execute(query)}

    def keep_without(self, clients: Iterable[Without]) -> None:
        """Replace the list of clients for whom the last run had nothing to write."""
        rows = [storable((item.client, item.label, item.source, item.reason, item.next_step)) for item in clients]
        with self.writing():
            self.connection.execute("delete from without")
            self.connection.executemany(
                "insert into without (client, label, source, reason, next_step) values (?, ?, ?, ?, ?)", rows
            )

    def without(self) -> list[Without]:
        """The clients for whom the last run had nothing to write, in their order."""
        query = "select client, label, reason, next_step, source from without order by number"
        return [Without(*row) for row in self.connection.execute(query)]

    def keep_pdfs(self, made: Iterable[Made]) -> None:
        """Note PDFs that are about to be written."""
        with self.writing():
            self.connection.executemany("insert or replace into pdfs values (?, ?, ?, ?, ?)", map(astuple, made))

    def forget_pdfs(self, made: Iterable[Made]) -> None:
        rows = [(item.client, item.opening, item.name, item.sha256) for item in made]
        with self.writing():
            self.connection.executemany(
                "delete from pdfs where client = ? and opening = ? and name = ? and sha256 = ?", rows
            )

    def pdfs(self) -> list[Made]:
        """The PDFs that were written, or were about to be."""
        return [Made(*row) for row in self.connection.execute("select * from pdfs order by 1, 2, 3, 4")]

    def keep_problems(self, problems: Iterable[Problem]) -> None:
        """Replace the problems of the last run."""
        rows = [storable((item.message, item.remedy, item.file, item.line, item.warning)) for item in problems]
        with self.writing():
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
        """Keep these review states; an empty one is forgotten."""
        with self.writing():
            for (client, opening), state in sorted(reviews.items()):
                self.connection.execute("delete from reviews where client = ? and opening = ?", (client, opening))
                if state:
                    self.connection.execute("insert into reviews values (?, ?, ?)", (client, opening, state))


def storable(values: Sequence[Any]) -> tuple[Any, ...]:
    """Values as SQLite takes them: of a file name that is no text on this system the odd bytes are spelled out."""
    return tuple(
        value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value
        for value in values
    )


def read_summary(text: str | None) -> Summary | None:
    """The summary as it was stored; lists become tuples again."""
    if text is None:
        return None
    from pydantic import TypeAdapter

    return TypeAdapter(Summary).validate_json(text)
