"""Stop a large run in its middle, go on, and compare every byte with an undisturbed run; then the same on a cluster.

Run: python bench/stopped.py [CLIENTS POSTINGS] [--postings DIR] [--cluster]    (default 200 50)

With --postings half of the postings are real ones from DIR. Each run is the command itself in a process of its own;
in its middle the command is killed (`kill -9`), or with --cluster one of two Dask workers.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.batch import TODAY, write_inputs

from applykit.batch.session import BatchOptions
from applykit.batch.status import read_status

COMMAND = (sys.executable, "-c", "from applykit.cli import main; main()")


def start(options: BatchOptions, out: Path, *more: str) -> subprocess.Popen[bytes]:
    words = ["batch", options.clients, options.postings, "--out", str(out), "--date", TODAY.isoformat(), "--quiet"]
    return subprocess.Popen([*COMMAND, *words, *more], stdout=subprocess.DEVNULL)


def finish(process: subprocess.Popen[bytes], what: str, since: float) -> float:
    if process.wait():
        raise SystemExit(f"{what} ended with {process.returncode}")
    return time.perf_counter() - since


def wait_for(out: Path, process: subprocess.Popen[bytes], applications: int) -> int:
    """Wait until so many applications stand on the disk."""
    while (count := sum(1 for _ in out.glob("*/*/application.json"))) < applications:
        if process.poll() is not None:
            raise SystemExit("the run ended before its middle")
        time.sleep(0.2)
    return count


def hash_tree(folder: Path) -> dict[str, str]:
    """SHA-256 of every file but the ledger's, by its place in the folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("ledger.sqlite3")
    }


def compare(one: dict[str, str], other: dict[str, str]) -> str:
    different = [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]
    return f"all {len(one):,} files equal" if not different else f"{len(different)} files differ: {min(different)}"


def use_real_postings(options: BatchOptions, folder: Path) -> None:
    """Put real postings in the place of every other generated one."""
    real = sorted(folder.glob("*.txt"))
    for place, path in zip(sorted(Path(options.postings).iterdir())[::2], real, strict=False):
        shutil.copy(path, place)


def stop_and_go_on(options: BatchOptions, out: Path, middle: int) -> None:
    process = start(options, out)
    count = wait_for(out, process, middle)
    process.send_signal(signal.SIGKILL)
    process.wait()
    states = [row.state for row in read_status(out)]
    print(f"killed with {count:,} applications on the disk, {states.count('done'):,} of them noted")
    since = time.perf_counter()
    seconds = finish(start(options, out), "the run that went on", since)
    left = len(states) - states.count("done")
    print(f"went on: {left:,} applications in {seconds:.0f} s")


def lose_a_worker(options: BatchOptions, out: Path, middle: int) -> None:
    import distributed

    make_cluster = distributed.LocalCluster
    with make_cluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:  # type: ignore[no-untyped-call]
        victim = next(iter(cluster.workers.values())).process.process.pid
        since = time.perf_counter()
        process = start(options, out, "--scheduler", cluster.scheduler_address)
        count = wait_for(out, process, middle)
        os.kill(victim, signal.SIGKILL)
        seconds = finish(process, "the run on the cluster", since)
    print(f"cluster: one of two workers killed after {count:,} applications, done in {seconds:.0f} s with start")


def main() -> None:
    words = sys.argv[1:]
    real = Path(words.pop(words.index("--postings") + 1)) if "--postings" in words else None
    clients, postings = [int(word) for word in words if word.isdecimal()] or [200, 50]
    with tempfile.TemporaryDirectory() as root:
        options = write_inputs(Path(root), clients=clients, postings=postings)
        if real:
            use_real_postings(options, real)
        since = time.perf_counter()
        seconds = finish(start(options, Path(root) / "undisturbed"), "the undisturbed run", since)
        whole = hash_tree(Path(root) / "undisturbed")
        states = [row.state for row in read_status(Path(root) / "undisturbed")]
        print(f"undisturbed: {states.count('done'):,} of {len(states):,} applications in {seconds:.0f} s with start")
        disturb = lose_a_worker if "--cluster" in words else stop_and_go_on
        disturb(options, Path(root) / "disturbed", len(states) // 2)
        print(compare(whole, hash_tree(Path(root) / "disturbed")))


if __name__ == "__main__":
    main()
