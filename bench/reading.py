"""How fast postings are read, and how well sections agree with labels.

usage: python bench/reading.py [GOLD_DIR] [--processes N]

GOLD_DIR holds NAME.txt beside NAME.json, a list of labels {"quote", "level", "occurrence"}; the default is
../shared/gold/dev.
Prints postings a minute from text (decoding, cleaning, facts, sections), then for each role how the labels in its
sections are levelled, and the share of labels whose level the role alone tells, with "preferred" and "must" in the
label's own sentence as the only other help.
"""

import argparse
import collections
import concurrent.futures
import json
import re
import time
from pathlib import Path

from applykit.posting import Posting, Role, parse_posting
from applykit.reading import read_documents

PREFERRED = re.compile(r"prefer|\bplus\b|bonus|desir|ideal|nice to have|asset|advantag", re.IGNORECASE)
REQUIRED = re.compile(r"\bmust\b|require|mandatory|\bneed|minimum|essential|able to|ability to", re.IGNORECASE)
BY_ROLE = {Role.REQUIRED: "required", Role.PREFERRED: "preferred", Role.CONDITIONS: "required"}


def squash(text: str) -> str:
    """Letters and digits alone, as the scorer compares them."""
    return re.sub(r"[^a-z0-9+#]", "", text.casefold())


def read_one(file: str) -> int:
    """Read one posting; the number of its sections."""
    return len(parse_posting(read_documents(file)[0]).sections)


def measure_speed(files: list[str], processes: int) -> float:
    """Postings a minute, each file read several times so that starting up does not count."""
    work = files * max(1, 600 // len(files))
    with concurrent.futures.ProcessPoolExecutor(processes) as pool:
        list(pool.map(read_one, files[:8]))
        start = time.perf_counter()
        list(pool.map(read_one, work, chunksize=16))
        return len(work) / (time.perf_counter() - start) * 60


def places(text: str) -> tuple[str, list[int]]:
    """The squashed text and for each of its characters the place in the text."""
    kept = [(letter, at) for at, character in enumerate(text) for letter in squash(character)]
    return "".join(letter for letter, _ in kept), [at for _, at in kept]


def place_of(label: dict[str, str | int], raw: str, squashed: str, where: list[int]) -> int | None:
    """Where in the cleaned text a label's quote stands, counted by squashed occurrences."""
    start = -1
    for _ in range(int(label.get("occurrence", 1))):
        start = raw.find(str(label["quote"]), start + 1)
    quote = squash(str(label["quote"]))
    before = squash(raw[: max(start, 0)]).count(quote)
    at = -1
    for _ in range(before + 1):
        at = squashed.find(quote, at + 1)
    return where[at] if at >= 0 else None


def guess_level(posting: Posting, at: int) -> tuple[str, str]:
    """The role at a place, and the level that role and sentence tell."""
    text = posting.text
    role = next((s.role for s in posting.sections if s.span.start <= at < s.span.end), Role.OTHER)
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1
    ends = [end for end in (text.find("\n", at), text.find(". ", at)) if end >= 0]
    sentence = text[start : min(ends, default=len(text))]
    level = BY_ROLE.get(role, "duty")
    if PREFERRED.search(sentence):
        return role.value, "preferred"
    return role.value, "required" if level == "duty" and REQUIRED.search(sentence) else level


def measure_levels(folder: Path) -> None:
    """Print the levels of labels by role, and the share that comes out right."""
    by_role: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    right = total = lost = 0
    for file in sorted(folder.glob("*.txt")):
        raw = file.read_text("utf-8")
        posting = parse_posting(read_documents(file)[0])
        squashed, where = places(posting.text)
        for label in json.loads(file.with_suffix(".json").read_text("utf-8")):
            at = place_of(label, raw, squashed, where)
            if at is None:
                lost += 1
                continue
            role, level = guess_level(posting, at)
            by_role[role][label["level"]] += 1
            total, right = total + 1, right + (level == label["level"])
    for role, levels in sorted(by_role.items()):
        print(f"  {role}: " + ", ".join(f"{level} {count}" for level, count in sorted(levels.items())))
    print(f"levels told by role and sentence: {right / max(total, 1):.3f} of {total}; quotes lost by cleaning: {lost}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=Path("../shared/gold/dev"))
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    files = [str(file) for file in sorted(options.gold.glob("*.txt"))]
    if not files:
        parser.error(f"no postings in {options.gold}")
    rate = measure_speed(files, options.processes)
    print(f"{rate:.0f} postings a minute in {options.processes} processes ({len(files)} files)")
    measure_levels(options.gold)


if __name__ == "__main__":
    main()
