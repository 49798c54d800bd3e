"""Hand-labelled postings, read for training and measuring."""

import json
from dataclasses import dataclass
from pathlib import Path

from applykit.errors import ApplykitError, Problem
from applykit.finder.kinds import KINDS, LEVELS


@dataclass(frozen=True, slots=True)
class Label:
    """text[start:end] is a requirement of this kind and level."""

    start: int
    end: int
    kind: str
    level: str


@dataclass(frozen=True, slots=True)
class LabelledPosting:
    """A posting's text with its labels by start."""

    name: str
    text: str
    labels: tuple[Label, ...]


def _place_of(quote: str, occurrence: int, text: str) -> int:
    at = -1
    for _ in range(occurrence):
        at = text.find(quote, at + 1)
    return at


def _read_label(row: dict[str, object], text: str, file: str) -> Label | Problem:
    quote, kind, level = str(row.get("quote", "")), str(row.get("kind")), str(row.get("level"))
    start = _place_of(quote, int(str(row.get("occurrence", 1))), text) if quote else -1
    if kind not in KINDS or level not in LEVELS:
        return Problem(
            f"the label {quote!r} has the kind {kind!r} and the level {level!r}", "Use those of the guide.", file=file
        )
    if start < 0:
        return Problem(f"the label {quote!r} does not stand in the text so often", "Copy the quote exactly.", file=file)
    return Label(start, start + len(quote), kind, level)


def read_gold(folder: Path) -> list[LabelledPosting]:
    """All NAME.json with NAME.txt of a folder, by name; ApplykitError with every label that cannot be placed."""
    postings: list[LabelledPosting] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        read = [_read_label(row, text, str(path)) for row in json.loads(path.read_text(encoding="utf-8"))]
        problems += [label for label in read if isinstance(label, Problem)]
        labels = sorted((label for label in read if isinstance(label, Label)), key=lambda label: label.start)
        postings.append(LabelledPosting(path.stem, text, tuple(labels)))
    if not postings:
        problems.append(Problem(f"no labelled posting in {folder}", "Name a folder with NAME.txt beside NAME.json."))
    if problems:
        raise ApplykitError(problems)
    return postings


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def spread_labels(posting: LabelledPosting) -> list[Label]:
    """The labels and every other place where the same words stand: the guide labels once what a reader sees twice."""
    text = posting.text.lower()
    if len(text) != len(posting.text):
        return list(posting.labels)
    spread = list(posting.labels)
    for label in sorted(posting.labels, key=lambda label: (label.start - label.end, label.start)):
        quote = text[label.start : label.end]
        start = text.find(quote) if len(quote) >= 3 else -1
        while start >= 0:
            end = start + len(quote)
            free = all(end <= other.start or start >= other.end for other in spread)
            if free and _stands_alone(text, start, end):
                spread.append(Label(start, end, label.kind, label.level))
            start = text.find(quote, end)
    return spread
