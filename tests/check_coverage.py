"""Fail where a pure stage has a branch that no test takes; read from the data `coverage` has just written."""

import sys

import coverage

PURE = ("lexicon", "posting", "requirements", "matching", "tailoring")


def uncovered(stage: str, data: coverage.Coverage) -> float:
    """The share of lines and branches covered in a stage, in percent."""
    import io

    return data.report(include=[f"*/applykit/{stage}/*"], file=io.StringIO())


def main() -> int:
    data = coverage.Coverage()
    data.load()
    shares = {stage: uncovered(stage, data) for stage in PURE}
    for stage, share in shares.items():
        print(f"{stage}: {share:.2f}% of lines and branches")
    return int(any(share < 100 for share in shares.values()))


if __name__ == "__main__":
    sys.exit(main())
