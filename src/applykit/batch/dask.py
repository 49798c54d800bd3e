"""The Dask executor: the same interface over a cluster that the user names; needs the extra `applykit[dask]`."""

import concurrent.futures
import contextlib
import ipaddress
import logging
import socket
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from applykit import __version__
from applykit.batch.executors import AHEAD, TRIES, Lost, Work
from applykit.errors import ApplykitError, Problem

CONNECT_SECONDS = 10
RETRIES = 2
PAUSE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask scheduler by address; tasks travel by value and documents come back as bytes."""

    address: str
    insecure: bool = False

    def run(self, work: Work, tasks: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        check_address(self.address, insecure=self.insecure)
        client = connect(self.address)
        try:
            check_versions(client)
            yield from run_on(client, work, tasks)
        except (concurrent.futures.CancelledError, OSError) as error:
            # Nothing here cancels a task: Dask does when it has lost its scheduler.
            remedy = "Start the scheduler and its workers anew, then run it again: it goes on where it was."
            raise ApplykitError(Problem(f"the scheduler at {self.address} has gone away.", remedy)) from error
        finally:
            client.close()


def run_on(client: Any, work: Work, tasks: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Keep a few tasks a worker in flight, so that neither side holds the whole batch."""
    from distributed import KilledWorker

    waiting = iter(range(len(tasks)))
    most = max(1, sum(client.nthreads().values())) * AHEAD
    indexes = {}
    running = future_queue(client)

    def send() -> None:
        for index in waiting:
            future = client.submit(work, tasks[index], pure=False, retries=RETRIES)
            indexes[future.key] = index
            running.add(future)
            return

    for _ in range(most):
        send()
    for future in running:
        index = indexes.pop(future.key)
        error = future.exception() if future.status == "error" else None
        if isinstance(error, OSError):
            problem = Problem(f"a worker cannot work: {error.strerror}.", "Look after its drive and rights.")
            raise ApplykitError(problem) from error
        if error is not None and not isinstance(error, KilledWorker):
            raise error
        yield tasks[index], Lost(tasks[index]) if error is not None else future.result()
        send()


def future_queue(client: Any) -> Any:
    """Dask's queue of a client's futures in the order in which they finish."""
    import distributed

    queue: Any = distributed.as_completed
    return queue(loop=client.loop)


def connect(address: str) -> Any:
    """A client of the scheduler. Raises ApplykitError where Dask is not installed or nothing answers."""
    try:
        import distributed
    except ImportError:
        raise ApplykitError(
            Problem(
                "--scheduler needs Dask, which is not installed.", "Install it with `pip install 'applykit[dask]'`."
            )
        ) from None
    # What Dask logs of a lost connection is a traceback; what it means is said in the error.
    for name in ("distributed", "distributed.client", "distributed.core"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        client: Any = distributed.Client
        return client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ApplykitError(
            Problem(
                f"no Dask scheduler answers at {address} ({type(error).__name__}).",
                "Start one with `dask scheduler`, or leave out --scheduler.",
            )
        ) from error


def check_address(address: str, *, insecure: bool) -> None:
    """Clients' data crosses a network only encrypted, unless the user says otherwise in so many words."""
    parts = urlsplit(address)
    if parts.scheme not in ("tcp", "tls") or not parts.hostname:
        raise ApplykitError(
            Problem(f"{address!r} is no scheduler address.", "Write tcp://localhost:8786 or tls://host:8786.")
        )
    if parts.scheme == "tcp" and not insecure and not is_loopback(parts.hostname):
        raise ApplykitError(
            Problem(
                f"{address} would send clients' data over a network unencrypted.",
                "Use tls://, or add --insecure if the network is yours alone.",
            )
        )


def is_loopback(host: str) -> bool:
    """Whether every address of `host` is on this machine."""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return all(ipaddress.ip_address(address).is_loopback for address in found)


def worker_version() -> str:
    """The version installed where this runs; sent to the workers."""
    return __version__


def ask_versions(client: Any) -> dict[str, str]:
    """Each worker's version by its address. A worker that is just ending is asked about again after a moment."""
    for _ in range(TRIES):
        with contextlib.suppress(OSError):  # Dask's error for a connection that closed is one
            found: dict[str, str] = client.run(worker_version)
            return found
        time.sleep(PAUSE_SECONDS)
    raise ApplykitError(Problem("the workers of the cluster do not answer.", "Look after them, then run it again."))


def check_versions(client: Any) -> None:
    """Every worker must run this version: another one would write other bytes."""
    found = ask_versions(client)
    wrong = {address: version for address, version in sorted(found.items()) if version != __version__}
    if not found:
        raise ApplykitError(Problem("the scheduler has no workers.", "Start some with `dask worker ADDRESS`."))
    if wrong:
        raise ApplykitError(
            [
                Problem(f"worker {address} has applykit {version}, this is {__version__}.", "Install the same wheel.")
                for address, version in wrong.items()
            ]
        )
