"""Loading and matching, as ratios to `import spacy` in the same run: the packaged lexicon, and one of 100,000 terms.

The 100,000 terms are the lexicon's own with ESCO's titles and O*NET's software, tools and titles, as one compiled file.
Run: python bench/lexicon.py [RUNS]
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from applykit.lexicon import EntryKind, Skill, Term, load_lexicon
from applykit.lexicon.compile import compile_entries
from applykit.lexicon.load import Placed
from applykit.lexicon.tables import FOLDER, read_table
from applykit.resources import find_data_folder

TERMS = 100_000
LOAD = """
import json, time
from pathlib import Path
def peak():
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
before = peak()
start, used = time.perf_counter(), time.process_time()
{work}
print(json.dumps([time.perf_counter() - start, time.process_time() - used, peak() - before]))
"""
SPACY = "import spacy"
PACKAGED = "from applykit.lexicon import load_lexicon\nload_lexicon()"
LARGE = """
from applykit.lexicon.cache import unsealed
from applykit.lexicon.lexicon import Lexicon, read_compiled
Lexicon(read_compiled(unsealed(Path({path!r}).read_bytes())))
"""
OCCUPATION = (
    "from applykit.lexicon import find_occupation, load_lexicon\nfind_occupation('Pharmacy Technician', load_lexicon())"
)
POSTING = (
    """We need a Registered Nurse with BLS and ACLS, two years of acute care, Epic and Microsoft Excel skills.
You will administer medications, document care, train new staff, take inventory and answer phones. CPR required.
"""
    * 8
)


def run_python(work: str) -> list[float]:
    """Wall and CPU seconds, and MiB of memory at the peak, that some lines take in a process of their own."""
    code = LOAD.format(work=work)
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return [float(figure) for figure in json.loads(done.stdout)]


def large_lexicon() -> bytes:
    """A compiled lexicon of TERMS terms."""
    own = load_lexicon()
    entries = [Placed(own.skills[key], "bench") for key in own.skills]
    count = sum(len(placed.skill.terms) for placed in entries)
    folder = find_data_folder("skills_lexicon") / FOLDER
    names = {
        line.split("\t")[0].lstrip(":").replace(":", " ").strip()
        for name in ("onet-tools", "onet-titles", "esco-titles", "esco-labels")
        for line in read_table(folder / f"{name}.tsv")
    }
    for number, name in enumerate(sorted(names)[: TERMS - count]):
        entries.append(Placed(Skill(f"bench-{number}", name, EntryKind.SKILL, "bench", (Term(name),)), "bench"))
    return compile_entries(entries, source="bench")


def time_matching() -> tuple[float, int]:
    """Milliseconds to find the terms of a posting of common length in a lexicon that has met its words before."""
    lexicon = load_lexicon()
    found = len(lexicon.find(POSTING))
    start = time.process_time()
    for _ in range(50):
        lexicon.find(POSTING)
    return (time.process_time() - start) / 50 * 1000, found


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    from applykit.lexicon.cache import sealed

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.json"
        path.write_bytes(sealed(large_lexicon()))
        works = {
            "import spacy": SPACY,
            "load the lexicon": PACKAGED,
            f"load {TERMS} terms": LARGE.format(path=str(path)),
            "load, find an occupation": OCCUPATION,
        }
        size = path.stat().st_size / 1024 / 1024
        times: dict[str, list[list[float]]] = {name: [] for name in works}
        for _ in range(runs):
            for name, work in works.items():
                times[name].append(run_python(work))
    medians = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in times.items()}
    spacy = medians["import spacy"][1]
    for name, (wall, cpu, mebibytes) in medians.items():
        print(f"{name:26} wall {wall:.3f} s  cpu {cpu:.3f} s = {cpu / spacy:.2f} × import spacy  {mebibytes:.0f} MiB")
    milliseconds, found = time_matching()
    print(f"{size:.0f} MiB compiled; a posting of {len(POSTING)} characters: {milliseconds:.2f} ms, {found} terms")


if __name__ == "__main__":
    main()
