"""The executors give every task a result, also when workers die."""

import concurrent.futures
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from applykit import __version__
from applykit.batch.dask import Cluster, ask_versions, check_address, is_loopback
from applykit.batch.executors import InProcess, Lost, Processes
from applykit.errors import ApplykitError


def square(number: int) -> int:
    return number * number


def die_once(task: tuple[str, int]) -> int:
    """Ends its process the first time that the task with the marker comes along."""
    marker, number = task
    if number == 3 and not Path(marker).exists():
        Path(marker).touch()
        os._exit(1)
    return number


def end_at_once() -> None:
    os._exit(1)


def always_die_at_three(number: int) -> int:
    if number == 3:
        time.sleep(0.05)
        os._exit(1)
    return number


@pytest.mark.parametrize("executor", [InProcess(), Processes(2)])
def test_every_task_has_its_result(executor: InProcess | Processes) -> None:
    assert sorted(executor.run(square, range(20))) == [(number, number * number) for number in range(20)]


def test_a_worker_that_dies_is_survived(tmp_path: Path) -> None:
    marker = str(tmp_path / "died")
    tasks = [(marker, number) for number in range(12)]
    results = dict(Processes(2).run(die_once, tasks))
    assert results == {task: task[1] for task in tasks}
    assert Path(marker).exists()


def test_a_task_that_always_kills_its_worker_is_given_up_alone() -> None:
    results = dict(Processes(2).run(always_die_at_three, range(8)))
    assert results[3] == Lost(3)
    assert {number: result for number, result in results.items() if number != 3} == {
        number: number for number in range(8) if number != 3
    }


def test_processes_that_never_start_end_the_run_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("applykit.batch.executors.leave_interrupts_to_the_parent", end_at_once)
    with pytest.raises(ApplykitError, match="end as soon as they are started"):
        list(Processes(2).run(square, range(1000)))


def test_a_system_without_room_for_processes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", refuse)
    with pytest.raises(ApplykitError, match="--workers 1"):
        list(Processes(2).run(square, range(10)))


class StandIn:
    """A client of a cluster that goes away in the given way, or whose workers answer only the third time."""

    def __init__(self, *, gone: Exception | None = None, deaf: int = 0) -> None:
        self.gone, self.deaf = gone, deaf

    def run(self, work: Callable[[], str]) -> dict[str, str]:
        self.deaf -= 1
        if self.deaf >= 0:
            raise ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")
        return {"tcp://127.0.0.1:1": work()}

    def nthreads(self) -> dict[str, int]:
        raise self.gone or ValueError

    def close(self) -> None:
        self.gone = None


@pytest.mark.parametrize(
    "error", [concurrent.futures.CancelledError(), ConnectionResetError(errno.ECONNRESET, "reset")]
)
def test_a_scheduler_that_goes_away_is_named(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("applykit.batch.dask.connect", lambda _: StandIn(gone=error))
    with pytest.raises(ApplykitError, match=r"127\.0\.0\.1:1 has gone away"):
        list(Cluster("tcp://127.0.0.1:1").run(square, [1, 2]))


def test_workers_that_are_just_ending_are_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("applykit.batch.dask.PAUSE_SECONDS", 0)
    assert set(ask_versions(StandIn(deaf=2)).values()) == {__version__}
    with pytest.raises(ApplykitError, match="do not answer"):
        ask_versions(StandIn(deaf=9))


def refusal(address: str, *, insecure: bool) -> str:
    """Why an address is refused; empty where it is not."""
    try:
        check_address(address, insecure=insecure)
    except ApplykitError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("address", ["tcp://localhost:8786", "tcp://127.0.0.1:1", "tls://cluster.example.com:8786"])
def test_safe_addresses_pass(address: str) -> None:
    assert refusal(address, insecure=False) == ""


@pytest.mark.parametrize("address", ["localhost:8786", "http://localhost", "tcp://", "tcp://203.0.113.9:8786"])
def test_unsafe_addresses_are_refused(address: str) -> None:
    assert refusal(address, insecure=False)


def test_insecure_allows_a_network_of_ones_own() -> None:
    assert refusal("tcp://203.0.113.9:8786", insecure=True) == ""
    assert not is_loopback("203.0.113.9")
