"""Matching: one requirement beside a profile; the rows are in tests/cases/matching.yaml and credentials.yaml."""

from typing import Any

import pytest
from tests.makers import DAY, make_posting, make_profile, make_requirement, read_cases

from applykit.lexicon import Lexicon
from applykit.matching import Claims, MatchReport, Status, answer_questions, match_profile
from applykit.matching.model import Match


def match_one(profile: dict[str, Any], ask: dict[str, Any], lexicon: Lexicon, **more: Any) -> Match:
    report = match_profile(make_profile(**profile), [make_requirement(**ask)], lexicon, date=DAY, **more)
    return report.matches[0]


@pytest.mark.parametrize("row", read_cases("matching.yaml"), ids=lambda row: row["what"])
def test_requirement_is_matched(row: dict[str, Any], lexicon: Lexicon) -> None:
    match = match_one(row["profile"], row["ask"], lexicon)
    assert match.status.value == row["status"], match
    assert bool(match.question) == (match.status is Status.UNKNOWN)
    assert match.why
    if "how" in row:
        assert match.evidence[0].how == row["how"]
    if "pointer" in row:
        assert match.evidence[0].pointer == row["pointer"]
    if "quote" in row:
        assert match.evidence[0].quote == row["quote"]


@pytest.mark.parametrize("row", read_cases("credentials.yaml"), ids=lambda row: row["what"])
def test_credential_is_matched(row: dict[str, Any], lexicon: Lexicon) -> None:
    profile: dict[str, Any] = {"certificates": [row["held"]]} if "held" in row else {}
    profile["basics"] = {key: row[key] for key in ("label", "summary") if key in row}
    entry = lexicon.skills.get(row["ask"])
    quote = entry.name if entry else row["ask"].removeprefix("phrase:")
    detail = {"deadline_months": row["deadline"]} if "deadline" in row else None
    ask = {"id": row["ask"], "kind": "credential", "quote": quote, "detail": detail}
    match = match_one(profile, ask, lexicon, posting=make_posting(state=row.get("state")))
    assert match.status.value == row["status"], match
    assert bool(match.question) == (match.status is Status.UNKNOWN)
    if "note" in row:
        assert row["note"] in match.evidence[0].note


def report_of(asks: list[dict[str, Any]], lexicon: Lexicon, **profile: Any) -> MatchReport:
    return match_profile(make_profile(**profile), [make_requirement(**ask) for ask in asks], lexicon, date=DAY)


def test_recency_and_amount_are_told(lexicon: Lexicon) -> None:
    jobs = [{"name": "A Pharmacy", "position": "Pharmacy Technician", "startDate": "2020-01", "endDate": "2023-02"}]
    detail = {"months": 24, "fields": ["pharmacy technician"]}
    ask = {"id": "phrase:x", "kind": "experience", "quote": "two years", "detail": detail}
    assert report_of([ask], lexicon, work=jobs).matches[0].why == "3 years 2 months, last used 2023."


ALTERNATIVES = [
    {"id": "ptcb-cpht", "kind": "credential", "quote": "PTCB", "alternative_of": "a"},
    {"id": "hipaa", "kind": "skill", "quote": "HIPAA", "level": "preferred"},
    {"id": "nha-cpht", "kind": "credential", "quote": "ExCPT", "alternative_of": "a"},
]


def test_alternatives_are_one_match_by_the_best_branch(lexicon: Lexicon) -> None:
    report = report_of(ALTERNATIVES, lexicon, certificates=[{"name": "CPhT", "issuer": "NHA"}])
    folded, other = report.matches
    assert (folded.status, folded.requirement.name, folded.gate) == (Status.MET, "PTCB or ExCPT", True)
    assert [branch.status for branch in folded.branches] == [Status.MISSING, Status.MET]
    assert len(folded.requirement.mentions) == 2
    assert other.requirement.id == "hipaa"


@pytest.mark.parametrize(
    ("kind", "level", "origin", "detail", "gate"),
    [
        ("credential", "required", "lexicon", None, True),
        ("credential", "preferred", "lexicon", None, False),
        ("education", "required", "rule", None, True),
        ("education", "required", "finder", None, False),
        ("experience", "required", "rule", {"months": 12}, True),
        ("experience", "required", "rule", None, False),
        ("schedule", "duty", "rule", None, False),
        ("physical", "required", "rule", None, True),
        ("skill", "required", "lexicon", None, False),
        ("language", "required", "lexicon", None, False),
        ("eligibility", "required", "finder", None, True),
        ("credential", "required", "finder", None, True),
        ("credential", "preferred", "finder", None, False),
    ],
)
def test_gates(kind: str, level: str, origin: str, detail: Any, gate: bool, lexicon: Lexicon) -> None:
    ask = {"id": "phrase:x", "kind": kind, "quote": "x y z", "level": level, "origin": origin, "detail": detail}
    match = report_of([ask], lexicon).matches[0]
    assert match.gate is gate


def test_what_only_a_learned_part_saw_is_asked(lexicon: Lexicon) -> None:
    ask = {"id": "phrase:boat license", "kind": "credential", "quote": "boat license", "origin": "finder"}
    match = report_of([ask], lexicon).matches[0]
    assert (match.status, match.gate) == (Status.UNKNOWN, True)
    assert match.question == "The posting may require “boat license”. Do you have it?"


def test_what_a_learned_part_saw_and_the_person_has_is_met(lexicon: Lexicon) -> None:
    ask = {"id": "bls", "kind": "credential", "quote": "BLS", "origin": "finder"}
    match = report_of([ask], lexicon, certificates=[{"name": "BLS"}]).matches[0]
    assert (match.status, match.gate) == (Status.MET, True)


def test_gates_come_apart(lexicon: Lexicon) -> None:
    report = report_of(ALTERNATIVES, lexicon)
    assert [match.requirement.name for match in report.gates] == ["PTCB or ExCPT"]
    assert report.date == "2026-11-25"


def test_answers_settle_questions(lexicon: Lexicon) -> None:
    asks: list[dict[str, Any]] = [
        {"id": "weekends", "kind": "schedule", "quote": "weekends"},
        {"id": "nights", "kind": "schedule", "quote": "nights"},
        {"id": "ptcb-cpht", "kind": "credential", "quote": "PTCB", "level": "preferred"},
    ]
    requirements = [make_requirement(**ask) for ask in asks]
    profile = make_profile(certificates=[{"name": "CPhT"}], work=[{"name": "A", "position": "Clerk"}])
    posting = make_posting(title="Clerk")
    report = match_profile(profile, requirements, lexicon, date=DAY, posting=posting)
    questions = [match.question or "" for match in report.matches]
    after = answer_questions(report, {questions[0]: True, questions[1]: False, questions[2]: True, "other": True})
    assert [match.status for match in after.matches] == [Status.MET, Status.MISSING, Status.MET]
    assert [match.question for match in after.matches] == [None, None, None]
    assert after.score.total == 100 > report.score.total
    assert answer_questions(report, {}) == report


def test_answers_without_a_title(lexicon: Lexicon) -> None:
    report = report_of([{"id": "weekends", "kind": "schedule", "quote": "weekends"}], lexicon)
    assert answer_questions(report, {}).score == report.score


def test_experience_where_nothing_was_done(lexicon: Lexicon) -> None:
    ask = {"id": "phrase:x", "kind": "experience", "quote": "one year of experience", "detail": {"months": 12}}
    assert report_of([ask], lexicon).matches[0].status is Status.MISSING
    short = report_of([ask], lexicon, work=[{"name": "A", "position": "Clerk", "startDate": "2026-06"}]).matches[0]
    assert (short.status, short.why) == (Status.PARTLY, "5 months of work in all.")
    detail = {"months": 24, "fields": ["warehouse"]}
    jobs = [{"name": "A", "position": "Clerk", "setting": "warehouse", "startDate": "2026-06"}]
    less = report_of([{**ask, "detail": detail}], lexicon, work=jobs).matches[0]
    assert less.why == "5 months, up to now. Asked: 2 years."


def test_every_part_of_a_profile_is_read(lexicon: Lexicon) -> None:
    words = "cycle counts"
    profile = make_profile(
        basics={"label": "Clerk", "summary": "Ran cycle counts."},
        projects=[{"name": "P", "description": words, "keywords": [words], "highlights": [words]}],
        workshops=[{"name": "cycle counts", "summary": "cycle counts"}],
        awards=[{"title": "cycle counts", "summary": "cycle counts"}],
        publications=[{"name": "cycle counts"}],
        memberships=[{"organization": "cycle counts"}],
        unplaced=["cycle counts"],
        private={"a/b": ["cycle counts", 7], "c~d": {"e": "cycle counts"}},
    )
    claims = Claims.read(profile, lexicon).by_id["cycle-counts"]
    assert [claim.fact.pointer for claim in claims] == [
        "/basics/summary", "/projects/0/description", "/projects/0/highlights/0", "/projects/0/keywords/0",
        "/workshops/0/name", "/workshops/0/summary", "/memberships/0/organization", "/awards/0/title",
        "/awards/0/summary", "/publications/0/name", "/unplaced/0", "/private/a~1b/0", "/private/c~0d/e",
    ]  # fmt: skip
