"""The ledger keeps what it was told, across openings, and forgets for good."""

import sqlite3
from pathlib import Path

import pytest

from applykit.batch.forget import forget_client
from applykit.batch.ledger import Done
from applykit.batch.ledger_file import LEDGER_NAME, open_ledger
from applykit.batch.model import Pair, State, Summary
from applykit.errors import ApplykitError

SUMMARY = Summary(71, 3, ("Weekends",), (), ("Pyxis",), ("pyxis",), "Ask the client: Weekends")
PAIR = Pair("ana", "job-1", "key-1")


def test_a_finished_pair_is_there_after_reopening(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.start([(PAIR, "Ana/Job")])
        ledger.finish([Done(PAIR, {"a.docx": "12"}, SUMMARY)], moment="2026-11-25T10:00:00+00:00")
    with open_ledger(tmp_path) as ledger:
        (row,) = ledger.rows()
    assert (row.pair, row.state, row.summary, row.files) == (PAIR, State.DONE, SUMMARY, {"a.docx": "12"})


def test_a_started_pair_stays_started_until_it_is_settled(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.start([(PAIR, "Ana/Job")])
        assert [row.state for row in ledger.rows()] == [State.STARTED]
        ledger.fail(PAIR, reason="no", moment="2026-11-25T10:00:00+00:00")
        assert [(row.state, row.reason) for row in ledger.rows()] == [(State.FAILED, "no")]


def test_a_purged_client_leaves_no_bytes_behind(tmp_path: Path) -> None:
    canary = "zebra-canary-client"
    with open_ledger(tmp_path) as ledger:
        pairs = [(Pair(canary, f"job-{n}", "key"), f"{canary}/job {n}") for n in range(50)]
        ledger.start(pairs)
        ledger.start([(PAIR, "Ana/Job")])
        ledger.keep_folders({canary: canary, f"{canary}/job-1": f"{canary}/job 1", "ana": "Ana"})
        ledger.keep_reviews({(canary, "job-1"): f"seen {canary}"})
        assert forget_client(canary, ledger) == 50
        assert [row.pair for row in ledger.rows()] == [PAIR]
        assert ledger.folders() == {"ana": "Ana"}
    for path in tmp_path.iterdir():
        assert canary.encode() not in path.read_bytes(), path.name


def test_the_ledger_is_for_its_owner_only(tmp_path: Path) -> None:
    with open_ledger(tmp_path):
        pass
    assert (tmp_path / LEDGER_NAME).stat().st_mode & 0o077 == 0


def test_a_damaged_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / LEDGER_NAME).write_bytes(b"not a database" * 100)
    with pytest.raises(ApplykitError, match="ledger cannot be used"):
        open_ledger(tmp_path)


def test_a_ledger_of_another_layout_is_refused(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.set_meta("layout", "999")
    with pytest.raises(ApplykitError, match="another version"):
        open_ledger(tmp_path)


def test_the_ledger_is_a_plain_sqlite_file(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.start([(PAIR, "Ana/Job")])
    with sqlite3.connect(tmp_path / LEDGER_NAME) as connection:
        assert connection.execute("select count(*) from pairs").fetchone() == (1,)
