"""Start-up costs as ratios within one run: `--help` against `python -c pass`, `build` against `import spacy`.

Caches and byte code are warm, as on everyone's second run. Where other programs share the machine, the CPU seconds and
the least of them tell more than the wall's.

Run: python bench/start.py [RUNS]
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "pharmacy-technician"
APPLYKIT = [str(Path(sys.executable).with_name("applykit"))]
# With this set, no byte code is kept, and every run would compile every module anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def time_command(command: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of one run; raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        posting, profile = str(EXAMPLE / "posting.txt"), str(EXAMPLE / "profile.yaml")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "applykit --help": [*APPLYKIT, "--help"],
            "import spacy": [sys.executable, "-c", "import spacy"],
            "applykit build": [*APPLYKIT, "build", posting, "--profile", profile, "--out", folder, "--overwrite"],
        }
        for command in commands.values():
            time_command(command)  # fills caches and byte code
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(time_command(command))
    medians = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in times.items()}
    least = {name: [min(column) for column in zip(*rows, strict=True)] for name, rows in times.items()}
    for name, (wall, cpu) in medians.items():
        print(f"{name:16} wall {wall:.3f} s  cpu {cpu:.3f} s  (median of {runs}; least cpu {least[name][1]:.3f} s)")
    extra = medians["applykit --help"][0] - medians["python -c pass"][0]
    print(f"--help over python -c pass: {extra:.3f} s")
    for kind, figures in (("median", medians), ("least", least)):
        wall, cpu = (figures["applykit build"][place] / figures["import spacy"][place] for place in (0, 1))
        print(f"build / import spacy, {kind}: wall {wall:.2f}, cpu {cpu:.2f}")


if __name__ == "__main__":
    main()
