"""The application as plain JSON values: every requirement, and every sentence with its sources."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from applykit.matching.model import Match, MatchReport, answer_record
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.tailoring.model import Application, Sentence, SourceKind

FORMAT = 1


def application_json(application: Application, posting: Posting, profile: Profile) -> dict[str, Any]:
    """What application.json holds: date, posting, person, requirements, score, sentences, what was left out."""
    report = application.report
    documents = {name: list(sentence_records(getattr(application, name))) for name in ("resume", "letter", "checklist")}
    return {
        "format": FORMAT,
        "date": report.date,
        "person": profile.basics.name,
        "posting": {"title": posting.title, "employer": posting.employer, "source": posting.source},
        "score": {
            "total": report.score.total,
            "parts": [{f.name: getattr(part, f.name) for f in fields(part)} for part in report.score.parts],
        },
        "requirements": [match_record(match) for match in report.matches],
        "documents": documents,
        "left_out": list(application.resume.left_out),
        "explanation": list(application.resume.explanation),
        "user_sentences": [each["text"] for each in documents["letter"] if _by_user(each)],
    }


def _by_user(record: dict[str, Any]) -> bool:
    return any(source["kind"] == SourceKind.USER.value for source in record["sources"])


def match_record(match: Match) -> dict[str, Any]:
    """One requirement with its level, the posting's quotes, and the answer."""
    requirement = match.requirement
    asked: dict[str, Any] = {
        "id": requirement.id,
        "name": requirement.name,
        "kind": requirement.kind.value,
        "level": requirement.level.value,
        "quotes": [
            {"start": mention.span.start, "end": mention.span.end, "quote": mention.quote}
            for mention in requirement.mentions
        ],
    }
    return asked | answer_record(match, match_record)


def sentence_records(value: Any, where: str = "") -> Iterator[dict[str, Any]]:
    """Every sentence inside a document with the place where it stands there and its sources."""
    if isinstance(value, Sentence):
        sources = [{"kind": source.kind.value, "where": source.where} for source in value.sources]
        yield {"at": where, "text": value.text, "sources": sources}
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from sentence_records(item, f"{where}/{number}")
    elif is_dataclass(value) and not isinstance(value, MatchReport):
        for each in fields(value):
            yield from sentence_records(getattr(value, each.name), f"{where}/{each.name}")
