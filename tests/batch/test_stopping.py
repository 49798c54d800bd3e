"""A run that is killed, interrupted, or loses a worker of a cluster ends as an undisturbed one does."""

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.batch.conftest import TODAY, canaries_in, canary_of, run, tree, write_caseload

from applykit.batch.dask import Cluster
from applykit.batch.executors import Processes
from applykit.batch.session import BatchOptions
from applykit.batch.status import read_status
from applykit.errors import ApplykitError

CLIENTS, POSTINGS = 6, 6
PATIENCE = 240  # seconds until a started run must have written something, on the slowest machine


def start_command(options: BatchOptions, out: Path) -> subprocess.Popen[bytes]:
    """`applykit batch` in a process of its own."""
    script = "from applykit.cli import main; main()"
    words = ["batch", options.clients, options.postings, "--out", str(out), "--date", TODAY.isoformat()]
    return subprocess.Popen(
        [sys.executable, "-c", script, *words, "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def wait_for_some(folder: Path, process: subprocess.Popen[bytes], *, some: int) -> None:
    """Wait until so many applications lie there, or the process has ended."""
    end = time.monotonic() + PATIENCE
    while len(list(folder.rglob("application.json"))) < some:
        assert time.monotonic() < end, "the run wrote nothing"
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.01)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[BatchOptions, dict[str, bytes]]:
    """A caseload and the files of a run that nothing disturbed."""
    options = write_caseload(tmp_path_factory.mktemp("undisturbed"), clients=CLIENTS, postings=POSTINGS)
    run(options, date=TODAY)
    return options, tree(Path(options.out))


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
def test_a_stopped_run_goes_on_to_the_same_end(
    undisturbed: tuple[BatchOptions, dict[str, bytes]], tmp_path: Path, signum: signal.Signals
) -> None:
    options, expected = undisturbed
    out = tmp_path / "out"
    process = start_command(options, out)
    wait_for_some(out, process, some=CLIENTS + 4)  # a task is a client's six, noted together
    process.send_signal(signum)
    said = process.communicate()[1].decode()
    assert process.returncode == (130 if signum == signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in said
    started = {row.state for row in read_status(out)}
    assert "interrupted" in started
    again = run(options, out=str(out), date=TODAY)
    assert 0 < len(again.plan.todo) < CLIENTS * POSTINGS
    assert tree(out) == expected
    assert {row.state for row in read_status(out)} == {"done"}


def test_a_worker_process_that_is_killed_is_survived(
    undisturbed: tuple[BatchOptions, dict[str, bytes]], tmp_path: Path
) -> None:
    import multiprocessing

    options, expected = undisturbed
    killed: list[int] = []

    def kill_one(what: str, done: int, total: int) -> None:
        children = [child for child in multiprocessing.active_children() if child.pid]
        if what == "applications" and not killed and done < total and children:
            killed.append(children[0].pid or 0)
            os.kill(killed[0], signal.SIGKILL)

    run(options, out=str(tmp_path / "out"), date=TODAY, executor=Processes(2), progress=kill_one)
    assert killed
    assert tree(tmp_path / "out") == expected


@pytest.fixture(scope="module")
def cluster() -> Any:
    """A Dask scheduler with two worker processes on this machine."""
    if importlib.util.find_spec("distributed") is None:
        pytest.skip("Dask is not installed: `pip install 'applykit[dask]'`")
    import distributed

    make_cluster: Any = distributed.LocalCluster
    with make_cluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as local:
        yield local


def test_a_cluster_that_loses_a_worker_writes_the_same_bytes(
    undisturbed: tuple[BatchOptions, dict[str, bytes]], tmp_path: Path, cluster: Any
) -> None:
    options, expected = undisturbed
    workers = [worker.process.process.pid for worker in cluster.workers.values()]
    killed: list[int] = []

    def kill_one(what: str, done: int, total: int) -> None:
        if what == "applications" and not killed and done < total:
            killed.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)

    executor = Cluster(cluster.scheduler_address)
    run(options, out=str(tmp_path / "out"), date=TODAY, executor=executor, progress=kill_one)
    assert killed
    assert tree(tmp_path / "out") == expected


def test_a_scheduler_that_is_not_there_is_named(undisturbed: tuple[BatchOptions, dict[str, bytes]], tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    if importlib.util.find_spec("distributed") is None:
        pytest.skip("Dask is not installed")
    monkeypatch.setattr("applykit.batch.dask.CONNECT_SECONDS", 0.2)
    with pytest.raises(ApplykitError, match="no Dask scheduler answers"):
        run(undisturbed[0], out=str(tmp_path / "out"), executor=Cluster("tcp://127.0.0.1:9"))


def test_workers_of_another_version_are_refused(
    undisturbed: tuple[BatchOptions, dict[str, bytes]],
    tmp_path: Path,
    cluster: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("applykit.batch.dask.__version__", "0.0.0")
    with pytest.raises(ApplykitError, match=r"this is 0\.0\.0"):
        run(undisturbed[0], out=str(tmp_path / "out"), executor=Cluster(cluster.scheduler_address))


@pytest.mark.long
@pytest.mark.parametrize("kind", ["processes", "cluster"])
def test_ten_thousand_applications_never_mix_people(tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    options = write_caseload(tmp_path, clients=100, postings=100)
    executor = Processes(2) if kind == "processes" else Cluster(request.getfixturevalue("cluster").scheduler_address)
    result = run(options, executor=executor)
    assert result.run is not None
    assert (result.run.written, result.run.failed) == (10_000, 0)
    folders = [path for path in Path(options.out).iterdir() if path.is_dir()]
    seen = [{word for path in folder.rglob("*") if path.is_file() for word in canaries_in(path)} for folder in folders]
    assert sorted(map(sorted, seen)) == [[canary_of(number)] for number in range(100)]


@pytest.mark.long
def test_ten_thousand_files_of_which_three_hundred_are_broken(tmp_path: Path) -> None:
    options = write_caseload(tmp_path, clients=1, postings=2)
    text = next(Path(options.clients).iterdir()).read_text("utf-8")
    for number in range(1, 10_000):
        broken = number % 33 == 1
        (Path(options.clients) / f"c{number:05d}.json").write_text(text[: len(text) // 2] if broken else text, "utf-8")
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("client,posting\n" + "".join(f"c{number:05d},p000\n" for number in (2, 3, 9_998)), "utf-8")
    result = run(options, pairs=str(pairs))
    errors = {problem.file for problem in result.problems if not problem.warning}
    assert len(errors) == 303
    assert result.run is not None
    assert result.run.written == 3
