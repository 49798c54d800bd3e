"""A stranger's template in a process of its own, which is ended when it takes too long.

The engine counts loops and sizes, but a template may still be slow or large in ways that no count foresees. Compiling,
rendering and looking through are done by a fresh interpreter, which reads orders as lines of JSON and answers the same
way; nothing is unpickled. It stays for the next order, so that a batch starts one process and not a thousand.
"""

import atexit
import base64
import contextlib
import functools
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

from applykit.documents.engine.package import PART_BYTES
from applykit.errors import ApplykitError, Problem

SECONDS = 15.0
MEBIBYTES = 256
ANSWER_BYTES = 4 * PART_BYTES
TEMPLATES = 32  # compiled ones that the process keeps
REMEDY = "Check the loops of the template."
# Without the working folder on the path, where a module of the template's author could lie.
COMMAND = (sys.executable, "-P", "-m", "applykit.documents.engine.worker")


class Worker:
    """The process, started when first asked and anew after it was ended; safe to share between threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self.owner = 0
        self.known: set[str] = set()

    def ask(self, order: Mapping[str, Any], data: bytes, *, name: str, seconds: float | None = None) -> dict[str, Any]:
        """The answer to one order about a Word file; raises ApplykitError with what went wrong, or when time is up."""
        key, seconds = hashlib.sha256(data).hexdigest(), seconds or SECONDS
        with self.lock:
            process = self.running()
            full = {**order, "name": name, "key": key}
            if key not in self.known:
                full["data"] = base64.b64encode(data).decode()
            answer, is_late = exchange(process, json.dumps(full).encode() + b"\n", seconds)
            self.known.add(key)
            if is_late or not answer.endswith(b"\n"):
                self.close()
        return read_answer(answer, name, seconds=seconds if is_late else None)

    def running(self) -> subprocess.Popen[bytes]:
        """The process; another one where the last has ended or belongs to the process that forked this one."""
        if self.process is None or self.owner != os.getpid() or self.process.poll() is not None:
            self.close()
            self.process = subprocess.Popen(  # noqa: S603 - this interpreter and this module
                COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self.owner = os.getpid()
            self.known = set()
        return self.process

    def close(self) -> None:
        """End the process."""
        process, self.process = self.process, None
        if process is None or self.owner != os.getpid():
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not sent before it ended
                    stream.close()


@functools.cache
def shared_worker() -> Worker:
    """The one worker of this process."""
    worker = Worker()
    atexit.register(worker.close)
    return worker


def exchange(process: subprocess.Popen[bytes], order: bytes, seconds: float) -> tuple[bytes, bool]:
    """One line sent and one received, and whether the process was ended because time was up."""
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.start()
    answer = b""
    try:
        if process.stdin is not None and process.stdout is not None:
            process.stdin.write(order)
            process.stdin.flush()
            answer = process.stdout.readline(ANSWER_BYTES)
    except OSError:
        answer = b""  # it ended before it had read everything
    finally:
        timer.cancel()
    return answer, late.is_set()


def read_answer(answer: bytes, name: str, *, seconds: float | None = None) -> dict[str, Any]:
    """What a worker answered, or its problems as an error; `seconds` where it was ended after so many."""
    if seconds is not None:
        raise ApplykitError(Problem(f"did not finish within {seconds:g} seconds.", REMEDY, file=name))
    if not answer.endswith(b"\n"):
        message = "made the worker stop, most likely for want of memory."
        raise ApplykitError(Problem(message, REMEDY, file=name))
    made: dict[str, Any] = json.loads(answer)
    if "problems" in made:
        raise ApplykitError(Problem(**problem) for problem in made["problems"])
    return made


def render_apart(
    data: bytes,
    context: Mapping[str, Any],
    *,
    name: str,
    fields: Mapping[str, str] | None = None,
    shape: tuple[str, str, str] | None = None,
    accent: str = "",
    seconds: float | None = None,
) -> bytes:
    """Compile and render a template in the worker; raises ApplykitError with what went wrong, or when time is up.

    `shape` is paper, language and accent colour, `accent` the colour that the template itself uses.
    """
    order = {"fields": dict(fields or {}), "shape": shape, "accent": accent, "context": context}
    answer = shared_worker().ask(order, data, name=name, seconds=seconds)
    return base64.b64decode(answer["document"])


def look_apart(data: bytes, *, name: str, kind: str | None) -> dict[str, Any]:
    """What `applykit.documents.own` finds in a template, as plain values."""
    found: dict[str, Any] = shared_worker().ask({"look": True, "kind": kind}, data, name=name)["report"]
    return found


def answer_order(order: Mapping[str, Any], known: dict[str, bytes]) -> dict[str, Any]:
    """What the worker does with one order; `known` are the Word files that it was given before, by their hash."""
    if "data" in order:
        known[order["key"]] = base64.b64decode(order["data"])
    data = known[order["key"]]
    try:
        if order.get("look"):
            from applykit.documents.own.inspect import look_through

            return {"report": look_through(data, file=order["name"], kind=order["kind"])}
        return {"document": base64.b64encode(render_checked(data, order)).decode()}
    except ApplykitError as error:
        plain = [{"message": p.message, "remedy": p.remedy, "file": p.file} for p in error.problems]
        return {"problems": plain}


def render_checked(data: bytes, order: Mapping[str, Any]) -> bytes:
    """A rendered document, in which no tag may have put together what a template may not hold."""
    from applykit.documents.engine.active import active_content
    from applykit.documents.engine.archive import read_entries

    shape = tuple(order["shape"]) if order.get("shape") else None
    fields = tuple(sorted(order["fields"].items()))
    document: bytes = compiled(data, order["name"], fields, shape, order.get("accent", "")).render(order["context"])
    if problems := list(active_content(read_entries(document, file=order["name"]), file=order["name"])):
        raise ApplykitError(problems)
    return document


@functools.lru_cache(maxsize=TEMPLATES)
def compiled(
    data: bytes, name: str, fields: tuple[tuple[str, str], ...], shape: tuple[str, str, str] | None, accent: str
) -> Any:
    """A compiled template, kept for the next document."""
    from applykit.documents.engine.compile import compile_template
    from applykit.documents.reshape import reshaper
    from applykit.documents.variant import Shape

    change = reshaper(Shape(*shape), accent=accent) if shape else None
    return compile_template(data, name=name, fields=dict(fields), change=change)


def limit_memory() -> None:
    """Let the system refuse memory beyond the limit, where it can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    size = MEBIBYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def limit_time() -> None:
    """Let the system end this process when one order takes far too long and nobody is left to do it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + 4 * SECONDS), hard))


def main() -> None:
    limit_memory()
    known: dict[str, bytes] = {}
    for line in sys.stdin.buffer:
        limit_time()
        sys.stdout.write(json.dumps(answer_order(json.loads(line), known)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
