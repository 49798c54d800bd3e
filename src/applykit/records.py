"""Values as plain JSON objects, in the shapes that docs/json.md promises to programs."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from json.encoder import encode_basestring as encode
from typing import Any

from applykit.errors import Problem
from applykit.matching.model import Match, MatchReport, answer_record
from applykit.posting.model import Posting, Span
from applykit.requirements.model import Requirement


def to_plain(value: Any) -> Any:
    """Any of our values as dicts, lists and scalars; fields that are None or empty are left out."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((item.name, to_plain(getattr(value, item.name))) for item in fields(value))
        return {name: plain for name, plain in pairs if plain not in (None, [], {}, "")}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    return value


def json_text(value: Any, lead: str = "\n") -> str:
    """Plain values as `json.dumps(value, ensure_ascii=False, indent=1)` gives them, in less than half of its time.

    That one leaves indented text to Python code that hands up every comma. Names must be texts; `lead` begins a line.
    """
    inner = lead + " "
    if isinstance(value, dict) and value:
        pairs = [
            f"{encode(name)}: {encode(item) if type(item) is str else json_text(item, inner)}"
            for name, item in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(pairs)}{lead}}}"
    if isinstance(value, (list, tuple)) and value:
        items = [encode(item) if type(item) is str else json_text(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{lead}]"
    return json.dumps(value, ensure_ascii=False)


def problem_record(problem: Problem) -> dict[str, Any]:
    """One problem: message, remedy and place, and whether it is only a warning."""
    record: dict[str, Any] = to_plain(problem)
    record["warning"] = problem.warning
    return record


def posting_record(posting: Posting) -> dict[str, Any]:
    """A posting's facts and sections; the text itself is left to `applykit read --text`."""
    record: dict[str, Any] = to_plain(posting)
    for name in ("text", "problems", "source"):
        record.pop(name, None)
    record["spans"] = {name: to_plain(span) for name, span in posting.spans}
    return record


def text_hash(text: str) -> str:
    """SHA-256 of the cleaned text in UTF-8, as hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def mention_record(span: Span, quote: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": quote}


def requirement_record(requirement: Requirement) -> dict[str, Any]:
    """A requirement with every mention, and its detail, origin and reasons where there are any."""
    record: dict[str, Any] = {
        "id": requirement.id,
        "name": requirement.name,
        "kind": requirement.kind.value,
        "level": requirement.level.value,
        "mentions": [mention_record(mention.span, mention.quote) for mention in requirement.mentions],
        "origin": requirement.origin,
    }
    optional = {
        "detail": to_plain(requirement.detail) or None,
        "alternative_of": requirement.alternative_of,
        "score": requirement.score,
        "why": list(requirement.why) or None,
    }
    return record | {name: value for name, value in optional.items() if value is not None}


def posting_report(posting: Posting, requirements: tuple[Requirement, ...], *, file: str) -> dict[str, Any]:
    """What `keywords --json` prints for one posting."""
    return {
        "file": file,
        "posting": posting_record(posting),
        "text_sha256": text_hash(posting.text),
        "requirements": [requirement_record(requirement) for requirement in requirements],
        "problems": [problem_record(problem) for problem in posting.problems],
    }


def failure_report(problems: tuple[Problem, ...], *, file: str) -> dict[str, Any]:
    """What `keywords --json` prints for a file that could not be read: problems and no requirements."""
    return {"file": file, "requirements": [], "problems": [problem_record(problem) for problem in problems]}


def match_record(match: Match) -> dict[str, Any]:
    """A match with its whole requirement, and the answer to it."""
    return {"requirement": requirement_record(match.requirement)} | answer_record(match, match_record)


def match_report_record(report: MatchReport) -> dict[str, Any]:
    """What `match --json` prints: date, score in parts, and all matches in the posting's order."""
    return {
        "date": report.date,
        "score": {"total": report.score.total, "parts": [to_plain(part) for part in report.score.parts]},
        "matches": [match_record(match) for match in report.matches],
    }
