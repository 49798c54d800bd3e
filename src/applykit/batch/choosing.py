"""Which pairs a run is asked for, and which clients that leaves without any."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from applykit.batch.model import Caseload, Client, Opening, Pair, Without
from applykit.batch.plan import Scores, all_pairs, best_first, read_pairs, top_pairs
from applykit.files import OFFICE_LIMIT, read_bounded


@dataclass(frozen=True, slots=True)
class Wish:
    """How pairs are chosen: those in a file, or of all pairs the best `top` of each client with at least `least`.

    Of the best ones nobody wants those with a score of 0, which have nothing in common; `least` says otherwise.
    """

    pairs: str | None = None
    top: int | None = None
    least: int | None = None

    @property
    def needs_scores(self) -> bool:
        return not self.pairs and (self.top is not None or self.least is not None)

    @property
    def floor(self) -> int:
        """The score that a pair must reach."""
        return self.least if self.least is not None else int(self.top is not None)


def choose_pairs(wish: Wish, caseload: Caseload, scores: Scores, *, setting: str) -> tuple[Pair, ...]:
    """The pairs asked for; `scores` are needed only where `wish.needs_scores`."""
    if wish.pairs:
        path = Path(wish.pairs)
        return read_pairs(path, read_bounded(path, OFFICE_LIMIT), caseload, setting=setting)
    if wish.needs_scores:
        most = wish.top or len(caseload.openings)
        return top_pairs(caseload, scores, most=most, least=wish.floor, setting=setting)
    return all_pairs(caseload, setting=setting)


def find_without(wish: Wish, caseload: Caseload, pairs: Sequence[Pair], scores: Scores) -> tuple[Without, ...]:
    """The clients for whom no pair was chosen, each with why, and the files in which no client could be read."""
    served = {pair.client for pair in pairs}
    left = (client for client in caseload.clients if client.id not in served)
    return (*(explain(client, wish, caseload.openings, scores) for client in left), *caseload.unread)


def explain(client: Client, wish: Wish, openings: Sequence[Opening], scores: Scores) -> Without:
    """Why one client has no pair, and what to do."""
    if wish.pairs:
        reason = f"The list of pairs ({Path(wish.pairs).name}) does not name this client."
        return Without(client.id, client.name, reason, "Add a posting for this client to the list.", client.source)
    best = best_first(client, openings, scores)[0]
    reason = (
        f"No posting reaches a score of {wish.floor}; "
        f"the nearest is {best.posting.title or best.id} with {scores[client.id, best.id]}."
    )
    return Without(client.id, client.name, reason, "Look for other postings, or talk about the goal.", client.source)
