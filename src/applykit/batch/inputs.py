"""A caseload from folders and lists: every client and posting that can be read, and a problem for each that cannot."""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from applykit import pipeline, records
from applykit.batch.model import Caseload, Client, Opening, Without
from applykit.batch.plan import canonical, content_hash
from applykit.errors import ApplykitError, Problem
from applykit.posting import Posting
from applykit.profile import Profile

MOST_FILES = 100_000
Item = TypeVar("Item")
VERB = re.compile(r"(?:is|has|holds|was|needs|cannot|could|gives|names|lacks|leads|comes|stands|ends|begins)\b")
NOT_AN_ID = re.compile(r"[^\w.-]+")
LISTS = (".xlsx", ".csv", ".jsonl", ".ndjson")


def read_caseload(clients: str | Path, postings: str | Path, *, since: datetime.date | None = None) -> Caseload:
    """Read both sides, of the postings those whose file is dated `since` or later.

    Raises ApplykitError only where a side has nothing usable at all.
    """
    people, client_problems = read_clients(Path(clients))
    openings, posting_problems = read_openings(Path(postings), since=since)
    problems = (*client_problems, *posting_problems)
    new = f" dated {since} or later" if since else ""
    empty = [
        Problem(f"holds no {what} that could be read.", "Give a folder or a list of them.", file=str(place))
        for what, place, found in (("client", clients, people), (f"posting{new}", postings, openings))
        if not found
    ]
    if empty:
        raise ApplykitError([*problems, *empty])
    return Caseload(people, openings, problems, name_unread(client_problems))


def name_unread(problems: Sequence[Problem]) -> tuple[Without, ...]:
    """The client files and rows that could not be read, each once, by its name without the folder."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        if not problem.warning:
            by_file.setdefault(problem.file or "", []).append(problem)
    return tuple(
        Without("", Path(file).name, f"Could not be used. {say_reason(found)}", REPAIR, source=file)
        for file, found in by_file.items()
    )


REPAIR = "Correct it (problems.csv says where), then run the batch again."


def say_reason(problems: Sequence[Problem]) -> str:
    """The first problem of a file as a sentence, and how many more there are."""
    message = problems[0].message
    sentence = f"It {message}" if VERB.match(message) else message[:1].upper() + message[1:]
    return f"{sentence} ({len(problems) - 1} more)" if len(problems) > 1 else sentence


def list_files(source: Path) -> list[Path]:
    """The files of a folder in the order of their names, without hidden ones; a file alone is a list of one."""
    if not source.is_dir():
        return [source]
    found = sorted(path for path in source.iterdir() if path.is_file() and not path.name.startswith((".", "~$")))
    if len(found) > MOST_FILES:
        raise ApplykitError(Problem(f"holds more than {MOST_FILES} files.", "Split the folder.", file=str(source)))
    return found


def collect(files: Sequence[Path], read: Callable[[Path], Iterator[Item]]) -> tuple[list[Item], list[Problem]]:
    """All items that can be read; a file that cannot be adds its problems and stops nothing."""
    items: list[Item] = []
    problems: list[Problem] = []
    for file in files:
        try:
            items += read(file)
        except ApplykitError as error:
            problems += error.problems
    return items, problems


def read_clients(source: Path) -> tuple[tuple[Client, ...], tuple[Problem, ...]]:
    """Clients from a folder of profiles and resumes, or from a caseload workbook or CSV."""
    more: list[Problem] = []  # warnings, and rows of lists that are no profile

    def read(file: Path) -> Iterator[tuple[str, Profile, str]]:
        people, unusable = pipeline.read_clients(file)
        more.extend(unusable)
        for loaded in people:
            more.extend(loaded.problems)
            person = loaded.profile
            wanted = case_number(person) if file.suffix.casefold() in LISTS else ""
            yield wanted or wanted_id(file, person.basics.name), person, str(file)

    found, problems = collect(list_files(source), read)
    names = distinct_ids(wanted for wanted, _, _ in found)
    clients = tuple(
        Client(identity, profile, content_hash(canonical(profile.model_dump(mode="json"))), place)
        for identity, (_, profile, place) in zip(names, found, strict=True)
    )
    return clients, (*problems, *more, *doubt_twins(clients))


def doubt_twins(clients: Sequence[Client]) -> Iterator[Problem]:
    """A warning for each client with the e-mail address of an earlier one: mostly one person entered twice."""
    first: dict[str, str] = {}
    for client in clients:
        email = (client.profile.basics.email or "").strip().casefold()
        if email and first.setdefault(email, client.id) != client.id:
            message = f"gives {client.id} the e-mail address that {first[email]} has."
            yield Problem(message, "If it is one person, keep one of the two.", file=client.source, warning=True)


def read_openings(
    source: Path, *, since: datetime.date | None = None
) -> tuple[tuple[Opening, ...], tuple[Problem, ...]]:
    """Postings from a folder, a CSV or JSON Lines file, or a saved newsletter.

    All files get their ids, so that a posting has the same id whatever `since` leaves out.
    """

    def read(file: Path) -> Iterator[tuple[str, Posting, str]]:
        postings = pipeline.read_postings(file)
        for posting in postings:
            known = (posting.title, posting.employer, posting.reference)
            yield wanted_id(file, *known, listed=len(postings) > 1), posting, str(file)

    files = list_files(source)
    found, problems = collect(files, read)
    if since:
        new = {str(file) for file in files if date_of(file) >= since}
    names = distinct_ids(wanted for wanted, _, _ in found)
    openings = tuple(
        Opening(identity, posting, content_hash(canonical(opening_content(posting))), place)
        for identity, (_, posting, place) in zip(names, found, strict=True)
        if not since or place in new
    )
    warnings = tuple(problem for opening in openings for problem in opening.posting.problems)
    return openings, (*problems, *warnings)


def wanted_id(file: Path, *known: object, listed: bool = False) -> str:
    """The id of what a file holds: its name; in a list with a mark of each entry's own, so that a row that is put
    between others later never takes another's id, folder and documents.

    The mark is a hash and tells nobody's name.
    """
    if not listed and file.suffix.casefold() not in LISTS:
        return file.stem
    return f"{file.stem}-{content_hash(*(str(value or '') for value in known))[:MARK]}"


def case_number(profile: Profile) -> str:
    """What a caseload's own column of case numbers says of a client; "" where it has none."""
    private = profile.private or {}
    return next((str(value) for name, value in private.items() if CASE_COLUMN.fullmatch(name.strip()) and value), "")


CASE_COLUMN = re.compile(r"(?i)(client|case|participant|file)?[ _-]*(id|no\.?|nr\.?|number|#)")
MARK = 6  # hexadecimal digits: a list has hundreds of entries, and equal marks are numbered


def date_of(file: Path) -> datetime.date:
    """The day on which a file was last changed."""
    return datetime.date.fromtimestamp(file.stat().st_mtime)


def opening_content(posting: Posting) -> dict[str, object]:
    """What of a posting decides on documents; not where it came from."""
    return {"text": posting.text, **records.posting_record(posting)}


def distinct_ids(wanted: Iterator[str]) -> list[str]:
    """Ids from file names: letters, digits, dots and hyphens; equal ones are numbered in their order."""
    used: set[str] = set()
    ids = []
    for name in wanted:
        base = NOT_AN_ID.sub("-", name).strip("-.") or "item"
        identity, number = base, 1
        while identity.casefold() in used:
            number += 1
            identity = f"{base}-{number}"
        used.add(identity.casefold())
        ids.append(identity)
    return ids
