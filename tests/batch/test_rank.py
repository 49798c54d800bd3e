"""The ranking equals the pairwise report, pair by pair, and its files hold it whole."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import generated
from tests.batch.conftest import TODAY

from applykit.batch.columns import PARTS
from applykit.batch.executors import InProcess
from applykit.batch.inputs import opening_content
from applykit.batch.matrix import write_csv, write_json, write_matrix
from applykit.batch.model import Caseload, Client, Opening
from applykit.batch.plan import canonical, content_hash
from applykit.batch.rank import Ranking, rank_caseload, share_table
from applykit.batch.ranking import rank_files
from applykit.batch.reading_cache import Found, cache_folder, keep_known, read_known
from applykit.batch.run import find_all_requirements
from applykit.batch.work import Setting, tools_for
from applykit.errors import ApplykitError
from applykit.matching import Status, match_profile
from applykit.matching.score import SHARES, share_points
from applykit.posting import parse_posting
from applykit.profile import load_profile
from applykit.reading import Document

SETTING = Setting(TODAY.isoformat(), "classic")
POSTINGS = 8


def quiet(*_: object) -> None:
    return None


def make_client(number: int) -> Client:
    return Client(str(number), load_profile(json.dumps(generated.make_client(number))).profile, str(number), "")


@pytest.fixture(scope="module")
def read() -> tuple[tuple[Opening, ...], Found]:
    """A few postings with what they ask for; half of them are made to offer alternatives."""
    openings = []
    for number in range(POSTINGS):
        posting = parse_posting(Document(generated.make_posting(number)))
        openings.append(Opening(str(number), posting, content_hash(canonical(opening_content(posting))), ""))
    found, problems = find_all_requirements(openings, SETTING, InProcess(), quiet)
    assert problems == ()
    for opening in openings[::2]:
        first, second, *others = found[opening.content]
        pair = (replace(first, alternative_of="either"), replace(second, alternative_of="either"))
        found[opening.content] = (*pair, *others)
    return tuple(openings), found


def rank(clients: tuple[Client, ...], read: tuple[tuple[Opening, ...], Found]) -> Ranking:
    return rank_caseload(Caseload(clients, read[0]), read[1], SETTING, executor=InProcess(), progress=quiet)


@settings(max_examples=12)
@given(numbers=st.lists(st.integers(0, 100_000), min_size=1, max_size=4, unique=True))
def test_every_pair_equals_the_pairwise_report(read: tuple[tuple[Opening, ...], Found], numbers: list[int]) -> None:
    openings, found = read
    clients = tuple(map(make_client, numbers))
    ranking, lexicon = rank(clients, read), tools_for(SETTING).lexicon
    for row, client in enumerate(clients):
        for column, opening in enumerate(openings):
            report = match_profile(client.profile, found[opening.content], lexicon, date=TODAY, posting=opening.posting)
            gates = [match.status for match in report.gates]
            assert ranking.scores[row, column] == report.score.total
            assert ranking.missing[row, column] == sum(one in (Status.MISSING, Status.PARTLY) for one in gates)
            assert ranking.unknown[row, column] == gates.count(Status.UNKNOWN)


def test_a_posting_that_was_not_read_scores_nothing(read: tuple[tuple[Opening, ...], Found]) -> None:
    openings, found = read
    some = {content: found[content] for content in list(found)[1:]}
    ranking = rank((make_client(1),), (openings, some))
    absent = [number for number, opening in enumerate(openings) if opening.content not in some]
    assert [ranking.missing[0, number] for number in absent] == [0] * len(absent)


def test_points_of_parts_are_those_of_the_score() -> None:
    table = share_table()
    for bits in range(1 << len(PARTS)):
        present = {part: SHARES[part] for number, part in enumerate(PARTS) if bits >> number & 1}
        assert table[bits].tolist() == [share_points(present).get(part, 0) for part in PARTS]


RANKING = Ranking(
    ("=a", "b"),
    ("x", "y", "z"),
    np.array([[10, 90, 50], [70, 20, 70]], np.uint8),
    np.array([[1, 0, 0], [0, 2, 0]], np.uint8),
    np.array([[0, 3, 0], [0, 0, 0]], np.uint8),
)


def test_csv_has_a_line_a_pair_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(write_csv(RANKING).decode("utf-8-sig"))))
    assert len(rows) == 1 + 6
    assert rows[1] == ["'=a", "x", "10", "1", "0"]


def test_json_holds_the_matrices() -> None:
    record = json.loads(write_json(RANKING))
    assert record["scores"] == [[10, 90, 50], [70, 20, 70]]
    assert record["gates_to_ask"][0] == [0, 3, 0]


def test_workbook_lists_the_best_first() -> None:
    data = write_matrix(RANKING, people=["=Ana", "Ben"], positions=["X", "Y", "Z"])
    assert data == write_matrix(RANKING, people=["=Ana", "Ben"], positions=["X", "Y", "Z"])
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [cell.value for cell in book["Scores"][2]] == ["=Ana", 10, 90, 50]
    what_fits = [[cell.value for cell in row] for row in book["What fits"].iter_rows(min_row=2)]
    assert [row[1:3] for row in what_fits if row[0] == "Ben"] == [["X", 70], ["Z", 70], ["Y", 20]]
    who_fits = [[cell.value for cell in row] for row in book["Who fits"].iter_rows(min_row=2)]
    assert who_fits[0][:3] == ["X", "Ben", 70]


def test_a_ranking_goes_from_folders_to_a_file(tmp_path: Path) -> None:
    for name in ("clients", "postings"):
        (tmp_path / name).mkdir()
    (tmp_path / "clients" / "one.json").write_text(json.dumps(generated.make_client(1)), "utf-8")
    (tmp_path / "postings" / "job.txt").write_text(generated.make_posting(1), "utf-8")
    for ending in ("xlsx", "csv", "json"):
        out = tmp_path / f"ranking.{ending}"
        problems, pairs = rank_files(
            str(tmp_path / "clients"),
            str(tmp_path / "postings"),
            str(out),
            date=TODAY,
            lexicon_files=(),
            executor=InProcess(),
            progress=quiet,
        )
        assert (problems, pairs) == ((), 1)
        assert out.stat().st_mode & 0o077 == 0
    with pytest.raises(ApplykitError, match="cannot be written"):
        rank_files("a", "b", "ranking.doc", date=TODAY, lexicon_files=(), executor=InProcess(), progress=quiet)


def test_what_postings_ask_for_is_kept_and_damage_is_read_anew(
    read: tuple[tuple[Opening, ...], Found], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, found = read
    monkeypatch.setenv("APPLYKIT_CACHE", str(tmp_path))
    folder = cache_folder(tools_for(SETTING).lexicon)
    keep_known(found, folder)
    assert read_known(found, folder) == found
    first = next(iter(found))
    (folder / f"{first}.json").write_text("[{", "utf-8")
    assert set(found) - set(read_known(found, folder)) == {first}
    for number in range(5):
        keep_known({}, folder.parent / f"state{number}")
    assert len(list(folder.parent.iterdir())) == 3


def test_a_cache_that_cannot_be_written_stops_nothing(read: tuple[tuple[Opening, ...], Found], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    keep_known(read[1], tmp_path / "file" / "postings")
    assert read_known(read[1], tmp_path / "file" / "postings") == {}
