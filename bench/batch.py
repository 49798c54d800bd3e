"""Applications a second, the share of each stage, memory, and docxtpl with plain loops filling the same documents.

Run: python bench/batch.py [APPLICATIONS ...]     (default 100 1000)

Processor time is quoted beside seconds, since a busy machine changes only the latter. The peer gets matching,
tailoring and verification for nothing: it fills our templates with the content that we chose.
"""

import io
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import datetime

from tests import generated

from applykit import pipeline
from applykit.batch.executors import InProcess, Processes, default_workers
from applykit.batch.inputs import read_caseload
from applykit.batch.model import Pair
from applykit.batch.run import find_all_requirements
from applykit.batch.session import BatchOptions, run_batch
from applykit.batch.work import Setting, WriteTask, tools_for, write_applications
from applykit.documents.render import contexts_of

TODAY = datetime.date(2026, 11, 25)
SETTING = Setting(TODAY.isoformat(), "classic")
POSTINGS = 50
STAGES = (
    "match_profile",
    "tailor_application",
    "verify_application",
    "render_documents",
    "verify_documents",
    "application_json",
    "record_file",
)


def write_inputs(root: Path, *, clients: int, postings: int) -> BatchOptions:
    for name in ("clients", "postings"):
        (root / name).mkdir()
    for number in range(clients):
        (root / "clients" / f"c{number:04d}.json").write_text(json.dumps(generated.make_client(number)), "utf-8")
    for number in range(postings):
        (root / "postings" / f"p{number:04d}.txt").write_text(generated.make_posting(number), "utf-8")
    return BatchOptions(str(root / "clients"), str(root / "postings"), str(root / "out"))


def quiet(*_: object) -> None:
    return None


def cpu_seconds() -> float:
    """Processor time of this process and of the workers that have ended."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(use.ru_utime + use.ru_stime for use in map(resource.getrusage, who))


def measure_run(applications: int, workers: int) -> None:
    """A whole run with processes; the rate counts from the first applications to the last, so without the start."""
    marks: list[tuple[float, int]] = []

    def note(what: str, done: int, total: int) -> None:
        if what == "applications":
            marks.append((time.perf_counter(), done))

    with tempfile.TemporaryDirectory() as folder:
        options = write_inputs(Path(folder), clients=max(1, applications // POSTINGS), postings=POSTINGS)
        caseload = read_caseload(options.clients, options.postings)
        find_all_requirements(caseload.openings, SETTING, InProcess(), quiet)
        spent = cpu_seconds()
        result = run_batch(options, executor=Processes(workers), progress=note, today=TODAY)
        time.sleep(1)  # until the workers have ended and are counted
        spent = cpu_seconds() - spent
    (first, before), (last, after) = marks[0], marks[-1]
    written = result.run.written if result.run else 0
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{written:6,} applications on {workers} processes: {(after - before) / max(last - first, 1e-9):6.1f} a second "
        f"after start, {spent * 1000 / max(written, 1):.1f} ms of processor time each (with start and reports), "
        f"largest worker {peak:.0f} MiB"
    )


def make_tasks(folder: Path, *, clients: int, postings: int) -> Iterator[WriteTask]:
    options = write_inputs(folder, clients=clients, postings=postings)
    caseload = read_caseload(options.clients, options.postings)
    found, _ = find_all_requirements(caseload.openings, SETTING, InProcess(), quiet)
    for client in caseload.clients:
        yield WriteTask(
            SETTING, client, tuple((Pair(client.id, o.id, ""), o, found[o.content]) for o in caseload.openings)
        )


def measure_stages(clients: int = 8, postings: int = 25) -> None:
    """One process: the share of each stage, then the peer on the same content."""
    spent: Counter[str] = Counter()
    kept: list[Any] = []

    def timed(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*positional: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return real(*positional, **named)
            finally:
                spent[name] += time.process_time() - start  # type: ignore[assignment]
                if name == "render_documents":
                    kept.append(positional[0])

        return call

    with tempfile.TemporaryDirectory() as folder:
        tasks = list(make_tasks(Path(folder), clients=clients, postings=postings))
        write_applications(tasks[0])
        for name in STAGES:
            setattr(pipeline, name, timed(name, getattr(pipeline, name)))
        start = time.process_time()
        written = sum(len(write_applications(task)) for task in tasks)
        total = time.process_time() - start
    print(f"{total / written * 1000:.2f} ms of processor time an application in a worker:")
    for name, seconds in spent.most_common():
        print(f"  {name:20s} {seconds / written * 1000:6.2f} ms  {seconds / total:5.1%}")
    ours = spent["render_documents"] / len(kept)
    peer = measure_peer(kept[:40])
    print(
        f"filling alone: applykit {ours * 1000:.2f} ms, docxtpl with loops {peer * 1000:.2f} ms for three documents "
        f"({peer / ours:.0f} times); the whole application takes {total / written / peer:.2f} of that"
    )


def measure_peer(applications: list[Any]) -> float:
    """Seconds of processor time an application that docxtpl needs for the same three documents."""
    from docxtpl import DocxTemplate

    design = tools_for(SETTING).design
    start = time.process_time()
    for application in applications:
        for kind, context in contexts_of(application, language="en-US", page=design.page, posting=None).items():
            document = DocxTemplate(io.BytesIO(design.sources[kind][1]))
            document.render(context, autoescape=True)
            document.save(io.BytesIO())
    return (time.process_time() - start) / len(applications)


def main() -> None:
    counts = [int(word) for word in sys.argv[1:]] or [100, 1000]
    measure_stages()
    for applications in counts:
        measure_run(applications, default_workers())


if __name__ == "__main__":
    main()
