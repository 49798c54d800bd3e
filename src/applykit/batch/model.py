"""A caseload as data: clients, postings, the pairs between them, and what became of each."""

from dataclasses import dataclass, field
from enum import StrEnum

from applykit.errors import Problem
from applykit.posting.model import Posting
from applykit.profile.model import Profile


@dataclass(frozen=True, slots=True)
class Client:
    """One person of the caseload. `id` is stable between runs and holds no name of the person unless the
    counselor's own file name or id column does; `content` is the SHA-256 of the profile's canonical JSON."""

    id: str
    profile: Profile
    content: str
    source: str

    @property
    def name(self) -> str:
        return self.profile.basics.name


@dataclass(frozen=True, slots=True)
class Opening:
    """One posting of the batch; `id` is its file's stem, with a number where a file holds several."""

    id: str
    posting: Posting
    content: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """One application to write; `key` is the content hash of all that its documents depend on."""

    client: str
    opening: str
    key: str


class State(StrEnum):
    """What the ledger says of a pair."""

    STARTED = "started"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Caseload:
    """Everything read for one run; what could not be read is in `problems` and stops nothing else."""

    clients: tuple[Client, ...]
    openings: tuple[Opening, ...]
    problems: tuple[Problem, ...] = field(default=())
    unread: tuple["Without", ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Without:
    """A client for whom nothing is written: what to call them, why, and what to do next.

    `client` is the id, or "" where a file could not be read and nobody knows who is in it; `label` is then its name.
    """

    client: str
    label: str
    reason: str
    next_step: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker gives back for one pair: files by value and a summary, or the reasons why not."""

    pair: Pair
    files: tuple[tuple[str, bytes], ...] = ()
    summary: "Summary | None" = None
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        return not self.files


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the counselor's workbook. Gates and gaps are names of requirements, never private text."""

    score: int
    gates_met: int
    gates_open: tuple[str, ...]
    gates_missing: tuple[str, ...]
    gaps: tuple[str, ...]
    gap_ids: tuple[str, ...]
    next_step: str
    warnings: tuple[str, ...] = ()
