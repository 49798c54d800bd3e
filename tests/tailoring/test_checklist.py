"""The checklist and the record: gates, rows, questions, plan, what to say louder."""

import json
from typing import Any

from tests.tailoring.conftest import Build
from tests.tailoring.people import POSTING, TECHNICIAN

from applykit.requirements.model import Level
from applykit.tailoring import application_json
from applykit.tailoring.model import Checklist


def checklist_of(build: Build, profile: dict[str, Any] = TECHNICIAN, text: str = POSTING, **more: Any) -> Checklist:
    return build(profile, text, **more)[0].checklist


def test_gates_stand_apart(build: Build) -> None:
    checklist = checklist_of(build)
    assert [row.asked.text for row in checklist.gates] == ["Pharmacy technician certification", "PTCB certification"]
    assert [row.status for row in checklist.gates] == ["met", "met"]
    assert checklist.gates[0].evidence[0].text == "“CPhT, PTCB” (valid until Jul 2028)"


def test_rows_are_in_the_postings_order_with_an_honest_none(build: Build) -> None:
    rows = checklist_of(build).required
    assert [row.asked.text for row in rows][:2] == ["Inventory management", "Cycle counts"]
    assert {row.asked.text: row.status for row in rows}["Pyxis"] == "missing"
    assert next(row for row in rows if row.asked.text == "Pyxis").evidence == ()


def test_levels_have_their_tables(build: Build) -> None:
    assert checklist_of(build, level="preferred").preferred
    assert checklist_of(build, level="duty").duties
    assert not checklist_of(build, level="duty").required


def test_score_is_told_in_parts(build: Build) -> None:
    total, parts = (line.text for line in checklist_of(build).score)
    assert total.startswith("Score ")
    assert "hard skills" in parts


def test_no_score_where_nothing_was_counted(build: Build) -> None:
    assert checklist_of(build, text="Nothing at all").score == ()


def test_plan_has_the_lexicons_advice(build: Build) -> None:
    steps = {
        step.gap.text: step for step in checklist_of(build, {}, "We need PTCB certification and cycle counts.").plan
    }
    certification = steps["PTCB certification"]
    assert certification.what.text == "Pass the PTCE."
    assert certification.where is not None
    assert certification.how_long is not None
    assert "before you spend time" in str(certification.apply_anyway)
    assert "Apply anyway" in str(steps["Cycle counts"].apply_anyway)


def test_expired_credentials_are_renewed(build: Build) -> None:
    plan = checklist_of(build, text="We need BLS.").plan
    assert plan[0].what.text.startswith("Renew it")


def test_what_is_under_another_name_is_said_louder(build: Build) -> None:
    profile = {"skills": [{"name": "Stock", "keywords": ["cycle counting"]}]}
    lines = [line.text for line in checklist_of(build, profile, "We need cycle counts.").louder]
    assert lines == [
        "Your profile says “cycle counting”; the posting says “cycle counts”. Both mean the same, so you may use both."
    ]


def test_what_is_only_implied_is_said_louder(build: Build) -> None:
    profile = {"skills": [{"name": "Lab", "keywords": ["IV admixture"]}]}
    lines = [line.text for line in checklist_of(build, profile, "We need sterile compounding.").louder]
    assert "never names it" in lines[0]


def test_questions_are_asked_once(build: Build) -> None:
    profile = {"certificates": [{"name": "CPhT"}]}
    questions = [each.text for each in checklist_of(build, profile, "We need PTCB certification.").questions]
    assert questions == ["Who issued your CPhT? The posting asks for PTCB certification."]


def test_record_holds_everything(build: Build) -> None:
    application, profile, posting = build(TECHNICIAN, POSTING, title="Technician", employer="Riverside")
    record = application_json(application, posting, profile)
    assert json.loads(json.dumps(record)) == record
    assert {each["level"] for each in record["requirements"]} == {Level.REQUIRED.value}
    assert {"id", "name", "kind", "level", "status", "gate", "why", "evidence", "quotes"} <= record["requirements"][
        0
    ].keys()
    for name in ("resume", "letter", "checklist"):
        assert record["documents"][name]
        assert all(each["sources"] and each["text"] is not None for each in record["documents"][name])
    assert record["left_out"] == list(application.resume.left_out)
