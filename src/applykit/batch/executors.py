"""Where the work is done: in this process, in a pool of processes, or on a Dask cluster; one interface.

An executor runs a plain function over a list of tasks and yields each result as it is ready. A task whose
worker dies is given out again, at most `TRIES` times, then comes back as `Lost`.
"""

import concurrent.futures
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Protocol

from applykit.errors import ApplykitError, Problem

TRIES = 3
STARTS = 3  # pools in a row that end before they do anything at all
AHEAD = 4  # tasks in flight per worker: enough to keep it busy, few enough to keep memory flat

Work = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that ended its worker each time it was tried."""

    task: Any


class Executor(Protocol):
    """Runs `work` over `tasks`; yields (task, result or Lost) in the order in which they finish."""

    def run(self, work: Work, tasks: Sequence[Any]) -> Iterator[tuple[Any, Any]]: ...


@dataclass(frozen=True, slots=True)
class InProcess:
    """One after another in this process: for small batches and for debugging."""

    def run(self, work: Work, tasks: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        for task in tasks:
            yield task, work(task)


@dataclass(frozen=True, slots=True)
class Processes:
    """A pool of processes on this machine; a pool that breaks is rebuilt and the work goes on."""

    workers: int

    def run(self, work: Work, tasks: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        waiting = [Try(index) for index in range(len(tasks))][::-1]
        while waiting:
            flying: dict[concurrent.futures.Future[Any], Try] = {}
            try:
                yield from self._run_until_broken(work, tasks, waiting, flying)
            except BrokenProcessPool:
                for index in put_back(list(flying.values()), waiting):
                    yield tasks[index], Lost(tasks[index])

    def _run_until_broken(
        self,
        work: Work,
        tasks: Sequence[Any],
        waiting: list["Try"],
        flying: dict[concurrent.futures.Future[Any], "Try"],
    ) -> Iterator[tuple[Any, Any]]:
        """Work off the stack `waiting` with one pool; leaves in `flying` what a broken pool has lost."""
        pool = self._start_pool()
        try:
            while waiting or flying:
                while waiting and len(flying) < self._most(waiting, flying):
                    attempt = waiting.pop()
                    flying[pool.submit(work, tasks[attempt.index])] = attempt
                done, _ = concurrent.futures.wait(flying, return_when=concurrent.futures.FIRST_COMPLETED)
                for future in done:
                    result = future.result()
                    yield tasks[flying.pop(future).index], result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _start_pool(self) -> concurrent.futures.ProcessPoolExecutor:
        """A pool that has shown that it runs. Raises ApplykitError where none can be had."""
        # Each process has a processor; threads of numpy's library in all of them would only wait for each other.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        for _ in range(STARTS):
            pool = concurrent.futures.ProcessPoolExecutor(
                self.workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=leave_interrupts_to_the_parent,
            )
            try:
                pool.submit(os.getpid).result()
                return pool
            except (BrokenProcessPool, OSError):  # OSError: the system gives no process or no memory for one
                pool.shutdown(wait=False, cancel_futures=True)
        raise ApplykitError(
            Problem(
                "worker processes end as soon as they are started.",
                "Close other programs in case memory is short, or run it with --workers 1, which needs none.",
            )
        )

    def _most(self, waiting: list["Try"], flying: dict[Any, "Try"]) -> int:
        """How many tasks may be out: one at a time while one is suspected of killing its worker."""
        suspected = any(attempt.number > 1 for attempt in (*waiting, *flying.values()))
        return 1 if suspected else self.workers * AHEAD


@dataclass(frozen=True, slots=True, order=True)
class Try:
    """A task's place in the list, and how often it has been given out."""

    index: int
    number: int = 1


def put_back(lost: Sequence[Try], waiting: list[Try]) -> list[int]:
    """Put lost tasks back on the stack for another try; returns the indexes of those that have had enough."""
    given_up = [attempt.index for attempt in lost if attempt.number >= TRIES]
    again = [Try(attempt.index, attempt.number + 1) for attempt in lost if attempt.number < TRIES]
    waiting.extend(sorted(again, reverse=True))
    return given_up


def leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches the whole group; only the parent acts on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def default_workers() -> int:
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
