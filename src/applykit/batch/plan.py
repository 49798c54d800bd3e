"""Which client applies for which posting, and what of that is still to do."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from applykit.batch.disk import look_at
from applykit.batch.ledger import Row
from applykit.batch.model import Caseload, Client, Opening, Pair, State
from applykit.errors import ApplykitError, Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run will do: `todo` in order, what is finished, and what a person has edited since."""

    todo: tuple[Pair, ...]
    done: tuple[Pair, ...]
    edited: tuple[Pair, ...]


def content_hash(*parts: str) -> str:
    """SHA-256 over the parts with their lengths, so that no two different lists collide by joining."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


def make_pair(client: Client, opening: Opening, *, setting: str) -> Pair:
    """The pair with its key; `setting` is the hash of lexicon, design, date, options and version."""
    return Pair(client.id, opening.id, content_hash(client.content, opening.content, setting))


Scores = Mapping[tuple[str, str], int]  # by client and posting id


def all_pairs(caseload: Caseload, *, setting: str) -> tuple[Pair, ...]:
    """Every client with every posting, client by client."""
    return tuple(
        make_pair(client, opening, setting=setting) for client in caseload.clients for opening in caseload.openings
    )


def top_pairs(caseload: Caseload, scores: Scores, *, most: int, setting: str, least: int = 0) -> tuple[Pair, ...]:
    """The `most` best postings for each client with a score of at least `least`."""
    return tuple(
        make_pair(client, opening, setting=setting)
        for client in caseload.clients
        for opening in best_first(client, caseload.openings, scores)[:most]
        if scores[client.id, opening.id] >= least
    )


def best_first(client: Client, openings: Sequence[Opening], scores: Scores) -> list[Opening]:
    """Postings by one client's score, ties in the order of the postings."""
    return sorted(openings, key=lambda opening: -scores[client.id, opening.id])


def read_pairs(path: Path, data: bytes, caseload: Caseload, *, setting: str) -> tuple[Pair, ...]:
    """Pairs from a CSV with the columns client and posting (ids). Raises ApplykitError with every unknown id."""
    clients = {client.id: client for client in caseload.clients}
    openings = {opening.id: opening for opening in caseload.openings}
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    problems: list[Problem] = []
    if not {"client", "posting"} <= set(rows.fieldnames or ()):
        raise ApplykitError(
            Problem("the first line must name the columns client and posting.", "Add `client,posting`.", str(path), 1)
        )
    found: dict[tuple[str, str], Pair] = {}
    for row in rows:
        client, opening = clients.get((row["client"] or "").strip()), openings.get((row["posting"] or "").strip())
        for name, value in (("client", client), ("posting", opening)):
            if value is None:
                message = f"there is no {name} with the id {row[name]!r}."
                remedy = "`applykit batch --dry-run` lists the ids."
                problems.append(Problem(message, remedy, str(path), rows.line_num))
        if client and opening:
            found.setdefault((client.id, opening.id), make_pair(client, opening, setting=setting))
    if problems:
        raise ApplykitError(problems)
    return tuple(found.values())


def make_plan(pairs: Iterable[Pair], rows: Sequence[Row], *, folder: Path, overwrite: bool, retry: bool) -> Plan:
    """Compare what is wanted with what the ledger and the disk hold.

    A pair is done when its key is the one in the ledger and every file stands there unchanged. A pair with a
    file that someone has edited is left alone whatever its key, unless `overwrite` is set. A failed pair is tried
    again only when its key changed or `retry` is set.
    """
    known = {(row.pair.client, row.pair.opening): row for row in rows}
    places: dict[str, list[Pair]] = {"todo": [], "done": [], "edited": []}
    for pair in pairs:
        row = known.get((pair.client, pair.opening))
        places[place_pair(pair, row, folder=folder, overwrite=overwrite, retry=retry)].append(pair)
    return Plan(*(tuple(found) for found in places.values()))


def place_pair(pair: Pair, row: Row | None, *, folder: Path, overwrite: bool, retry: bool) -> str:
    """ "todo", "done" or "edited"."""
    if row is None:
        return "todo"
    standing = look_at(row, folder)
    if standing.edited and not overwrite:
        return "edited"
    if row.state is State.FAILED:
        finished = not retry
    else:
        finished = row.state is State.DONE and not standing.missing and not standing.edited
    return "done" if finished and row.pair.key == pair.key else "todo"


def canonical(value: object) -> str:
    """JSON with sorted keys: the text that a content hash is taken of."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
