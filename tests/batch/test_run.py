"""Whole runs over generated clients: what is written, kept, skipped, tried again, and never mixed."""

import datetime
import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from tests import generated
from tests.batch.conftest import TODAY, all_bytes, canaries_in, canary_of, run, tree, write_caseload

from applykit import pipeline
from applykit.batch import disk
from applykit.batch import run as running
from applykit.batch.choosing import Wish
from applykit.batch.executors import Processes
from applykit.batch.ledger_file import LEDGER_NAME, open_existing_ledger
from applykit.batch.model import State
from applykit.batch.purge import purge_client
from applykit.batch.session import BatchOptions, read_last_options
from applykit.batch.status import read_status
from applykit.batch.work import Setting, tools_for
from applykit.batch.workbook import REVIEW_COLUMN
from applykit.errors import ApplykitError, Problem
from applykit.matching import match_profile
from applykit.posting import parse_posting
from applykit.profile import load_profile
from applykit.reading import Document

DOCUMENTS = 4  # resume, letter, checklist, record


def states(folder: Path) -> dict[tuple[str, str], str]:
    return {(row.client, row.opening): row.state for row in read_status(folder)}


def applications(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.rglob("application.json"))


def test_five_hundred_applications_never_mix_people(tmp_path: Path) -> None:
    options = write_caseload(tmp_path, clients=25, postings=20)
    result = run(options)
    assert result.run is not None
    assert (result.run.written, result.run.failed) == (500, 0)
    folder = Path(options.out)
    clients = [path for path in folder.iterdir() if path.is_dir()]
    seen = {
        client: {word for path in client.rglob("*") if path.is_file() for word in canaries_in(path)}
        for client in clients
    }
    assert sorted(map(sorted, seen.values())) == [[canary_of(number)] for number in range(25)]
    assert all(canaries_in(path) for path in folder.rglob("*/application.json"))


def test_files_are_for_their_owner_only(small: BatchOptions) -> None:
    os.umask(0o022)
    run(small)
    paths = [Path(small.out), *Path(small.out).rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_file()} == {0o600}


def test_a_second_run_writes_nothing_and_processes_write_the_same_bytes(small: BatchOptions, tmp_path: Path) -> None:
    run(small)
    before = {path: path.stat().st_mtime_ns for path in applications(Path(small.out))}
    again = run(small)
    assert (len(again.plan.todo), len(again.plan.done)) == (0, 9)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    run(small, executor=Processes(2), out=str(tmp_path / "other"))
    assert tree(tmp_path / "other") == tree(Path(small.out))


def test_only_what_changed_is_done_again_and_old_names_go(small: BatchOptions) -> None:
    run(small)
    profile = Path(small.clients) / "c001.json"
    profile.write_text(profile.read_text("utf-8").replace('"Esme', '"Zora').replace('"Lena', '"Zora'), "utf-8")
    name_before = {path.name for folder in applications(Path(small.out)) for path in folder.iterdir()}
    renamed = profile.read_text("utf-8").replace('"name": "', '"name": "Nova ', 1)
    profile.write_text(renamed, "utf-8")
    again = run(small)
    assert {pair.client for pair in again.plan.todo} == {"c001"}
    names = {path.name for folder in applications(Path(small.out)) for path in folder.iterdir()}
    assert any(name.startswith("Nova") for name in names - name_before)
    assert all(len(list(folder.iterdir())) == DOCUMENTS for folder in applications(Path(small.out)))


def test_an_edited_document_is_kept_listed_and_replaced_only_when_asked(small: BatchOptions) -> None:
    run(small)
    letter = next(Path(small.out).rglob("*Cover-Letter.docx"))
    written = letter.read_bytes()
    letter.write_bytes(written + b"edited")
    again = run(small, date=None, design="modern")
    assert (len(again.plan.edited), len(again.plan.todo)) == (1, 8)
    assert letter.read_bytes() == written + b"edited"
    assert letter.name in str(all_bytes(Path(small.out) / "summary.xlsx"))
    assert list(states(Path(small.out)).values()).count("edited") == 1
    run(small, overwrite=True)
    assert letter.read_bytes() == written


def test_a_document_edited_while_the_run_goes_on_is_kept(small: BatchOptions) -> None:
    run(small)
    letter = sorted(Path(small.out).rglob("*Cover-Letter.docx"))[-1]

    def edit(what: str, done: int, total: int) -> None:
        letter.write_bytes(b"mine")

    result = run(small, design="modern", progress=edit)
    assert result.run is not None
    assert (result.run.written, result.run.kept) == (8, 1)
    assert letter.read_bytes() == b"mine"


def test_a_document_that_word_holds_open_is_left(small: BatchOptions) -> None:
    run(small)
    letter = sorted(Path(small.out).rglob("*Cover-Letter.docx"))[-1]
    before = letter.read_bytes()
    letter.with_name(f"~${letter.name[2:]}").write_bytes(b"")
    result = run(small, design="modern")
    assert result.run is not None
    assert result.run.kept == 1
    assert letter.read_bytes() == before


def test_a_missing_document_is_written_again(small: BatchOptions) -> None:
    run(small)
    before = tree(Path(small.out))
    next(Path(small.out).rglob("*Resume.docx")).unlink()
    assert "missing" in states(Path(small.out)).values()
    assert len(run(small).plan.todo) == 1
    assert tree(Path(small.out)) == before


def test_a_dry_run_leaves_nothing_behind(small: BatchOptions) -> None:
    result = run(small, dry_run=True)
    assert (result.run, len(result.plan.todo)) == (None, 9)
    assert not Path(small.out).exists()


def test_broken_inputs_are_named_and_stop_nothing(small: BatchOptions) -> None:
    (Path(small.clients) / "broken.json").write_text('{"basics": ', "utf-8")
    (Path(small.clients) / "cut.docx").write_bytes(b"PK\x03\x04 cut off")
    (Path(small.postings) / "empty.txt").write_bytes(b"")
    (Path(small.postings) / "prose.txt").write_text("Nothing here asks for anything at all.\n" * 3, "utf-8")
    result = run(small)
    assert result.run is not None
    assert (result.run.written, result.run.failed) == (9, 3)
    listed = (Path(small.out) / "problems.csv").read_text("utf-8-sig")
    for name in ("broken.json", "cut.docx", "empty.txt", "prose"):
        assert name in listed
    assert listed.startswith("input,line,kind,problem,what to do")


def test_what_failed_is_tried_again_only_when_asked(small: BatchOptions) -> None:
    prose = Path(small.postings) / "prose.txt"
    prose.write_text("Nothing here asks for anything at all.\n" * 3, "utf-8")
    run(small)
    assert len(run(small).plan.todo) == 0
    assert len(run(small, retry=True).plan.todo) == 3
    options = read_last_options(Path(small.out))
    assert len(run(options).plan.todo) == 3
    assert [row.reason for row in read_status(Path(small.out)) if row.state == "failed"]


def test_retry_takes_in_files_that_were_mended_and_leaves_what_is_done(small: BatchOptions) -> None:
    broken = Path(small.clients) / "c001.json"
    whole = broken.read_text("utf-8")
    broken.write_text(whole[:-50], "utf-8")
    run(small)
    other = Path(small.clients) / "c002.json"
    other.write_text(other.read_text("utf-8").replace('"Handled', '"Did'), "utf-8")
    broken.write_text(whole, "utf-8")
    again = run(read_last_options(Path(small.out)))
    assert {pair.client for pair in again.plan.todo} == {"c001"}
    assert len(states(Path(small.out))) == 9


def test_top_takes_the_best_postings_of_each_client(small: BatchOptions) -> None:
    run(small)
    scores = {(row.client, row.opening): row.score or 0 for row in read_status(Path(small.out))}
    top = run(small, top=1, out=small.out + "-top")
    assert len(top.plan.todo) == 3
    for pair in top.plan.todo:
        assert scores[pair.client, pair.opening] == max(s for (client, _), s in scores.items() if client == pair.client)


@pytest.mark.parametrize(
    ("wish", "floor"), [(Wish(), 0), (Wish(top=2), 1), (Wish(top=2, least=0), 0), (Wish(least=40), 40)]
)
def test_the_best_postings_have_something_in_common_with_the_client(wish: Wish, floor: int) -> None:
    assert wish.floor == floor


def test_pairs_are_taken_from_a_file(small: BatchOptions, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("client,posting\nc001,p002\nc002,p000\nc001,p002\n", "utf-8")
    result = run(small, pairs=str(pairs))
    assert [(pair.client, pair.opening) for pair in result.plan.todo] == [("c001", "p002"), ("c002", "p000")]
    pairs.write_text("client,posting\nnobody,p002\nc001,nothing\n", "utf-8")
    with pytest.raises(ApplykitError) as caught:
        run(small, pairs=str(pairs))
    assert len(caught.value.problems) == 2


def test_pairs_without_a_header_are_refused(small: BatchOptions, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("c001,p002\n", "utf-8")
    with pytest.raises(ApplykitError, match="must name the columns"):
        run(small, pairs=str(tmp_path / "pairs.csv"))


def test_since_leaves_out_older_postings(small: BatchOptions) -> None:
    old = Path(small.postings) / "p000.txt"
    os.utime(old, (1_600_000_000, 1_600_000_000))
    result = run(small, since=datetime.date(2026, 1, 1), dry_run=True)
    assert {pair.opening for pair in result.plan.todo} == {"p001", "p002"}


def test_two_clients_of_one_name_have_two_folders(small: BatchOptions) -> None:
    text = (Path(small.clients) / "c000.json").read_text("utf-8")
    (Path(small.clients) / "c009.json").write_text(text, "utf-8")
    run(small)
    folders = {path.parent for path in applications(Path(small.out))}
    assert len(folders) == 4
    assert sum(folder.name.endswith("(2)") for folder in folders) == 1


def test_an_empty_folder_is_named(small: BatchOptions, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(ApplykitError, match="holds no client") as caught:
        run(small, clients=str(tmp_path / "none"))
    assert "none" in (caught.value.problems[0].file or "")


def test_a_folder_of_somebody_elses_is_refused(small: BatchOptions) -> None:
    Path(small.out).mkdir()
    (Path(small.out) / "thesis.docx").write_bytes(b"mine")
    with pytest.raises(ApplykitError, match="holds no ledger"):
        run(small)
    with pytest.raises(ApplykitError, match="is not a folder"):
        run(small, out=str(Path(small.out) / "thesis.docx"))


def test_a_folder_that_cannot_be_made_is_named(small: BatchOptions, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ApplykitError, match="cannot be made"):
        run(small, out=str(tmp_path / "file" / "out"))


def test_a_full_drive_stops_with_a_reason_and_the_run_goes_on_later(
    small: BatchOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(small, out=str(tmp_path / "undisturbed"))
    real, calls = os.fsync, iter(range(10_000))

    def fill_up(descriptor: int) -> None:
        if next(calls) >= 9:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fill_up)
        with pytest.raises(ApplykitError, match="No space left on device"):
            run(small)
    assert set(states(Path(small.out)).values()) == {"done", "interrupted"}
    assert not list(Path(small.out).rglob("*.part"))
    run(small)
    assert tree(Path(small.out)) == tree(tmp_path / "undisturbed")


def test_a_pair_that_cannot_be_written_fails_alone(small: BatchOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    real = disk.write_pair

    def refuse(files: object, target: Path, **more: object) -> None:
        if target.name.endswith("2") and target.parent.name.startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")):
            raise ApplykitError(Problem("cannot be written: File name too long.", ""))
        real(files, target, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "write_pair", refuse)
    result = run(small)
    assert result.run is not None
    assert result.run.written + result.run.failed == 9
    assert {row.reason for row in read_status(Path(small.out)) if row.state == "failed"} <= {
        "cannot be written: File name too long."
    }


def test_an_input_that_changes_during_the_run_is_seen_next_time(small: BatchOptions) -> None:
    changed = Path(small.clients) / "c002.json"

    def change(what: str, done: int, total: int) -> None:
        changed.write_text(changed.read_text("utf-8").replace('"Handled', '"Did'), "utf-8")

    first = run(small, progress=change)
    assert first.run is not None
    assert first.run.written == 9
    assert {pair.client for pair in run(small).plan.todo} <= {"c002"}
    assert len(run(small).plan.todo) == 0


def test_reviews_are_kept_across_runs(small: BatchOptions) -> None:
    run(small)
    workbook = Path(small.out) / "summary.xlsx"
    book = openpyxl.load_workbook(workbook)
    book["Summary"].cell(2, REVIEW_COLUMN + 1).value = "sent"
    book.save(workbook)
    run(small, design="modern")
    assert openpyxl.load_workbook(workbook)["Summary"].cell(2, REVIEW_COLUMN + 1).value == "sent"


def test_a_workbook_that_cannot_be_read_is_put_aside(small: BatchOptions) -> None:
    run(small)
    workbook = Path(small.out) / "summary.xlsx"
    good = workbook.read_bytes()
    workbook.write_bytes(b"PK cut")
    run(small)
    assert workbook.read_bytes() == good
    assert (Path(small.out) / "summary-unread-1.xlsx").read_bytes() == b"PK cut"
    assert "summary-unread-1.xlsx" in (Path(small.out) / "problems.csv").read_text("utf-8-sig")


def test_a_report_that_is_open_elsewhere_is_named_after_the_work_is_done(
    small: BatchOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise ApplykitError(Problem("cannot be written: you have no right to write there.", "", str(path)))

    with monkeypatch.context() as patch:
        patch.setattr("applykit.batch.reports.write_file", refuse)
        with pytest.raises(ApplykitError, match=r"summary\.xlsx: cannot be written.* If it is open, close it"):
            run(small)
    assert set(states(Path(small.out)).values()) == {"done"}
    assert run(small).plan.todo == ()
    assert (Path(small.out) / "summary.xlsx").exists()


def test_a_purged_client_leaves_no_byte_in_the_folder(small: BatchOptions) -> None:
    run(small)
    folder = Path(small.out)
    (folder / ".summary.xlsx.12345678.part").write_bytes(canary_of(1).encode())
    assert purge_client("c001", folder=folder) == 3
    left = [path for path in folder.rglob("*") if path.is_file()]
    assert len([path for path in left if path.name == "application.json"]) == 6
    for path in left:
        assert canary_of(1) not in canaries_in(path), path
        assert b"c001" not in all_bytes(path), path
    with pytest.raises(ApplykitError, match="no client has the id"):
        purge_client("c001", folder=folder)


def test_file_names_that_are_no_text_are_spelled_out(small: BatchOptions) -> None:
    odd = Path(small.clients) / os.fsdecode(b"caf\xe9.json")
    try:
        (Path(small.clients) / "c000.json").rename(odd)
    except OSError:
        pytest.skip("this drive takes no such names")
    (Path(small.clients) / os.fsdecode(b"br\xf6ken.json")).write_text("{", "utf-8")
    result = run(small)
    assert result.run is not None
    assert result.run.written == 9
    assert "br\\udcf6ken.json" in (Path(small.out) / "problems.csv").read_text("utf-8-sig")
    assert states(Path(small.out)).keys() == {(c, p) for c in ("caf", "c001", "c002") for p in ("p000", "p001", "p002")}


def test_other_numbers_of_the_finder_write_everything_anew(
    small: BatchOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(small)
    monkeypatch.setattr("applykit.pipeline.shipped_fingerprint", lambda: "trained anew")
    tools_for.cache_clear()
    assert len(run(small, dry_run=True).plan.todo) == 9


def test_an_interrupted_pair_is_done_again(small: BatchOptions, tmp_path: Path) -> None:
    """The folder as a killed run leaves it: files written but not noted, and a file half-written."""
    run(small, out=str(tmp_path / "undisturbed"))
    run(small)
    folder = Path(small.out)
    place = applications(folder)[0]
    with open_existing_ledger(folder) as ledger:
        row = next(row for row in ledger.rows() if folder / row.folder == place)
        ledger.expect([(row.pair, row.files)])
        pair = row.pair.client, row.pair.opening
        ledger.connection.execute(
            "update pairs set state = ? where client = ? and opening = ?", (State.STARTED.value, *pair)
        )
        ledger.connection.execute("delete from files where client = ? and opening = ?", pair)
        ledger.connection.commit()
    (place / ".Resume.docx.0badcafe.part").write_bytes(b"half")
    again = run(small)
    assert row.pair in again.plan.todo
    assert tree(folder) == tree(tmp_path / "undisturbed")


def test_the_ledger_lies_in_the_folder(small: BatchOptions) -> None:
    run(small)
    assert (Path(small.out) / LEDGER_NAME).is_file()
    assert replace(small, out="") != small


def test_what_was_gathered_of_one_client_is_never_used_for_another() -> None:
    tools, date = tools_for(Setting(TODAY.isoformat(), "classic")), TODAY
    one, other = (load_profile(json.dumps(generated.make_client(n))).profile for n in (1, 2))
    posting = parse_posting(Document(generated.make_posting(1)))
    asked = pipeline.understand(posting, tools)
    plain = match_profile(other, asked, tools.lexicon, date=date, posting=posting)
    for profile, day in ((one, date), (other, date), (other, datetime.date(2020, 1, 1))):
        gathered = pipeline.gather(profile, tools, date=day)
        report = match_profile(other, asked, tools.lexicon, date=date, posting=posting, gathered=gathered)
        assert report == plain
