"""Rank many clients with many postings: seconds by number of pairs, and the pairwise report as the peer.

Run: python bench/rank.py [SIDE ...]   (default 500 1000 2000: 0.25, 1 and 4 million pairs)
"""

import datetime
import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests import generated

from applykit import pipeline
from applykit.batch.executors import InProcess, Processes, default_workers
from applykit.batch.model import Caseload, Client, Opening
from applykit.batch.rank import rank_caseload
from applykit.batch.work import Setting, tools_for
from applykit.matching import match_profile
from applykit.posting import parse_posting
from applykit.profile import load_profile
from applykit.reading import Document

SETTING = Setting("2026-11-25", "classic")


def make_caseload(side: int) -> Caseload:
    clients = [
        Client(str(n), load_profile(json.dumps(generated.make_client(n))).profile, str(n), "") for n in range(side)
    ]
    openings = [Opening(str(n), parse_posting(Document(generated.make_posting(n))), str(n), "") for n in range(side)]
    return Caseload(tuple(clients), tuple(openings))


def quiet(*_: object) -> None:
    return None


def peak_mib() -> float:
    """The largest process of this run so far, in MiB (Linux counts in KiB)."""
    own, children = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return max(resource.getrusage(who).ru_maxrss for who in (own, children)) / 1024


def main() -> None:
    sides = [int(text) for text in sys.argv[1:]] or [500, 1000, 2000]
    tools = tools_for(SETTING)
    workers = default_workers()
    executor = Processes(workers) if workers > 1 else InProcess()
    for side in sides:
        caseload = make_caseload(side)
        found = {item.content: pipeline.understand(item.posting, tools) for item in caseload.openings}
        start = time.perf_counter()
        ranking = rank_caseload(caseload, found, SETTING, executor=executor, progress=quiet)
        seconds = time.perf_counter() - start
        checked = check_some(caseload, found, ranking.scores, tools)
        pairs = side * side
        print(
            f"{pairs:9,} pairs  {seconds:6.2f} s on {workers} processes  {pairs / seconds:10,.0f} pairs/s  "
            f"peak {peak_mib():.0f} MiB  {checked[0]} pairs equal to the report, which took {checked[1]:.2f} ms each"
        )


def check_some(caseload, found, scores, tools) -> tuple[int, float]:  # type: ignore[no-untyped-def]
    """A hundred pairs by the pairwise report; fails where one differs."""
    start = time.perf_counter()
    places = [(n * 7 % len(caseload.clients), n * 11 % len(caseload.openings)) for n in range(100)]
    for row, column in places:
        opening = caseload.openings[column]
        report = match_profile(
            caseload.clients[row].profile,
            found[opening.content],
            tools.lexicon,
            date=datetime.date.fromisoformat(SETTING.date),
            posting=opening.posting,
        )
        if report.score.total != scores[row, column]:
            raise SystemExit(f"pair {row}, {column}: {report.score.total} is not {scores[row, column]}")
    return len(places), (time.perf_counter() - start) * 1000 / len(places)


if __name__ == "__main__":
    main()
