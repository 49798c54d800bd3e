"""Fail where a pure stage has a branch that no test takes; read from the data `coverage` has just written."""

import io
import sys

import coverage

# The import machinery of a library runs in processes of its own (tests/lexicon/test_lexicon_spacy_parts.py).
APART = ["*/applykit/lexicon/spacy_parts.py"]
PURE = ("lexicon", "posting", "requirements", "matching", "tailoring")


def uncovered(stage: str, data: coverage.Coverage) -> float:
    """The share of lines and branches covered in a stage, in percent."""
    return data.report(include=[f"*/applykit/{stage}/*"], omit=APART, file=io.StringIO())


def main() -> int:
    data = coverage.Coverage()
    data.load()
    shares = {stage: uncovered(stage, data) for stage in PURE}
    for stage, share in shares.items():
        print(f"{stage}: {share:.2f}% of lines and branches")
    return int(any(share < 100 for share in shares.values()))


if __name__ == "__main__":
    sys.exit(main())
