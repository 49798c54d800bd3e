"""Rank many clients with many postings: seconds by number of pairs, and the pairwise report as the peer.

Run: python bench/rank.py [SIDE ...]        (default 500 1000 2000: 0.25, 1 and 4 million pairs)
     python bench/rank.py 1000 --postings DIR   real postings instead of generated ones
"""

import datetime
import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


from tests import generated

from applykit.batch import run as running
from applykit.batch.columns import Bytes
from applykit.batch.executors import InProcess, Processes, default_workers
from applykit.batch.inputs import opening_content, read_openings
from applykit.batch.model import Caseload, Client, Opening
from applykit.batch.plan import canonical, content_hash
from applykit.batch.rank import rank_caseload
from applykit.batch.reading_cache import Found
from applykit.batch.run import find_all_requirements
from applykit.batch.work import Setting, tools_for
from applykit.matching import match_profile
from applykit.pipeline import Tools
from applykit.posting import parse_posting
from applykit.profile import load_profile
from applykit.reading import Document

SETTING = Setting("2026-11-25", "classic")


def make_clients(number: int) -> tuple[Client, ...]:
    profiles = (load_profile(json.dumps(generated.make_client(n))).profile for n in range(number))
    return tuple(Client(str(n), profile, str(n), "") for n, profile in enumerate(profiles))


def make_openings(number: int) -> tuple[Opening, ...]:
    postings = (parse_posting(Document(generated.make_posting(n))) for n in range(number))
    return tuple(
        Opening(str(n), posting, content_hash(canonical(opening_content(posting))), "")
        for n, posting in enumerate(postings)
    )


def quiet(*_: object) -> None:
    return None


def peak_mib() -> float:
    """The largest process of this run so far, in MiB (Linux counts in KiB)."""
    own, children = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return max(resource.getrusage(who).ru_maxrss for who in (own, children)) / 1024


def main() -> None:
    words = sys.argv[1:]
    folder = words[words.index("--postings") + 1] if "--postings" in words else None
    sides = [int(word) for word in words if word.isdecimal()] or [500, 1000, 2000]
    workers = default_workers()
    executor = Processes(workers) if workers > 1 else InProcess()
    # What postings ask for is found anew each time, to be measured.
    for name, stand_in in (("read_known", lambda *_: {}), ("keep_known", quiet)):
        setattr(running, name, stand_in)
    for side in sides:
        openings = read_openings(Path(folder))[0] if folder else make_openings(side)
        caseload = Caseload(make_clients(side), openings)
        start = time.perf_counter()
        found, _ = find_all_requirements(caseload.openings, SETTING, executor, quiet)
        read = time.perf_counter() - start
        start = time.perf_counter()
        ranking = rank_caseload(caseload, found, SETTING, executor=executor, progress=quiet)
        seconds = time.perf_counter() - start
        checked, each = check_some(caseload, found, ranking.scores, tools_for(SETTING))
        pairs = ranking.scores.size
        print(
            f"{len(openings):,} postings read in {read:.1f} s ({read * 1000 / len(openings):.1f} ms each)\n"
            f"{pairs:9,} pairs  {seconds:6.2f} s on {workers} processes "
            f"{pairs / seconds:10,.0f} pairs/s  peak {peak_mib():.0f} MiB  "
            f"{checked} pairs equal to the report, which took {each:.2f} ms each"
        )


def check_some(caseload: Caseload, found: Found, scores: Bytes, tools: Tools) -> tuple[int, float]:
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
