"""The checklist and the record: gates, rows, questions, plan, what to say louder."""

import json
from typing import Any

import pytest
from tests.makers import DAY, make_profile, make_requirement
from tests.tailoring.conftest import Build
from tests.tailoring.people import POSTING, TECHNICIAN

from applykit.lexicon import Lexicon
from applykit.matching import Match, Status, match_profile
from applykit.posting.model import Posting
from applykit.requirements.model import Level
from applykit.tailoring import Phrases, TailoringOptions, application_json
from applykit.tailoring.duties import duty_lines
from applykit.tailoring.louder import name_the_same
from applykit.tailoring.material import Material
from applykit.tailoring.model import Checklist
from applykit.tailoring.plan import plan_steps


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
        "Your profile says “cycle counting”, the posting “cycle counts”: two terms for the same thing. Use both."
    ]


def test_what_is_only_implied_is_said_louder(build: Build) -> None:
    profile = {"skills": [{"name": "Lab", "keywords": ["IV admixture"]}]}
    lines = [line.text for line in checklist_of(build, profile, "We need sterile compounding.").louder]
    assert "never names it" in lines[0]


@pytest.mark.parametrize(
    ("own", "asked", "same"),
    [
        ("inventory management", "inventory control", True),
        ("cycle counting", "cycle counts", True),
        ("drive-thru", "pharmacy drive-thru", False),  # one has all words of the other: a special case
        ("Excel", "Microsoft Excel", True),  # a tool's longer name
        ("expired medication removal", "cycle counts", False),
        ("USP", "USP <797>", False),
    ],
)
def test_terms_are_called_the_same_only_where_they_are(
    own: str, asked: str, same: bool, lexicon: Lexicon, phrases: Phrases
) -> None:
    found = lexicon.find(asked)
    key = found[0].id if found else "nothing"
    kind = lexicon.skills[key].kind.value if found else "skill"
    match = Match(make_requirement(id=key, kind=kind, quote=asked, name=asked), Status.MET)
    posting, person = Posting(text=asked), make_profile()
    report = match_profile(person, [], lexicon, date=DAY, posting=posting)
    material = Material(person, posting, report, lexicon, phrases, TailoringOptions(), DAY)
    assert name_the_same(own, asked, match, material) is same


def test_what_the_same_words_say_already_is_not_said_louder(build: Build) -> None:
    profile = {"work": [{"name": "Shop", "position": "Clerk", "highlights": ["Rotated stock for all 30 shelves"]}]}
    assert checklist_of(build, profile, "Rotate the stock.").louder == ()


def test_questions_stand_in_the_row_that_asks(build: Build) -> None:
    profile = {"certificates": [{"name": "CPhT"}]}
    checklist = checklist_of(build, profile, "We need PTCB certification.")
    assert [str(row.question) for row in checklist.gates] == [
        "Who issued your CPhT? The posting asks for PTCB certification."
    ]
    assert checklist.questions == ()


def test_questions_about_the_work_stand_apart_and_once(build: Build) -> None:
    profile = {"certificates": [{"name": "CPhT"}]}
    checklist = checklist_of(build, profile, "PTCB certification", level="duty")
    assert [each.text for each in checklist.questions] == [
        "Who issued your CPhT? The posting asks for PTCB certification."
    ]
    assert checklist.duty_lines == ()


def test_duties_are_told_in_lines(build: Build) -> None:
    lines = [line.text for line in checklist_of(build, level="duty").duty_lines]
    assert [line.split(":")[0] for line in lines] == ["Shown", "Shown in part", "Not shown"]
    assert "cycle counts" in lines[0]
    assert "Pyxis" in lines[2]


def test_many_duties_are_counted(build: Build, phrases: Phrases, lexicon: Lexicon) -> None:
    application, person, posting = build(TECHNICIAN, POSTING)
    matches = [
        Match(make_requirement(id=f"phrase:{n}", kind="skill", quote="We need", name=f"task {n}"), Status.MISSING)
        for n in range(20)
    ]
    material = Material(person, posting, application.report, lexicon, phrases, TailoringOptions(), DAY)
    (line,) = duty_lines(matches, material)
    assert line.text.startswith("Not shown: task 0, task 1,")
    assert line.text.endswith("task 13 and 6 more.")


def test_quotes_name_the_job_and_are_short(build: Build) -> None:
    told = "Ran cycle counts for every shelf, every drawer and every cabinet of the store, week by week, with a partner"
    profile = {"work": [{"name": "Corner Drugs", "position": "Technician", "highlights": [told]}]}
    (row,) = checklist_of(build, profile, "We need cycle counts.").required
    assert row.evidence[0].text.endswith(" …” (Corner Drugs)")
    assert len(row.evidence[0].text) < 120
    listed = checklist_of(build, {"skills": [{"name": "x", "keywords": ["cycle counts"]}]}, "We need cycle counts.")
    assert listed.required[0].evidence[0].text == "“cycle counts”"


def test_gaps_of_one_advice_are_one_step_and_each_group_is_told_once_whether_to_apply(build: Build) -> None:
    checklist = checklist_of(build, {}, "We need HIPAA, inventory control and PTCB certification.")
    gaps = [step.gap.text for step in checklist.plan]
    assert gaps == ["PTCB certification", "HIPAA and inventory management"]
    assert [line.text for line in checklist.apply] == [
        "PTCB certification: required. Ask the employer before you spend time on the application.",
        "HIPAA and inventory management: apply anyway if most of the rest is met, and be ready to talk about it.",
    ]


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


@pytest.mark.parametrize(
    ("kind", "quote", "advice"),
    [
        ("skill", "zorbing carts", "Look for a course"),
        ("tool", "Zorbomatic", "Look for a course"),
        ("skill", "pass the zorb skills test", "Ask what is tested"),
        ("skill", "type 45 wpm", "Ask what is tested"),
        ("experience", "2 years of zorbing", "Say in the letter which related work"),
        ("education", "bachelor's degree in zorbing", "Ask whether experience"),
        ("credential", "Zorb badge", "Ask the body that gives it"),
        ("language", "Zorbish", "Take a class or practice"),
        ("soft", "zest", "Think of a time"),
    ],
)
def test_general_advice_is_of_the_gap_s_kind(
    kind: str, quote: str, advice: str, lexicon: Lexicon, phrases: Phrases
) -> None:
    match = Match(make_requirement(id=f"phrase:{quote}", kind=kind, quote=quote), Status.MISSING)
    posting, person = Posting(text=quote), make_profile()
    report = match_profile(person, [], lexicon, date=DAY, posting=posting)
    material = Material(person, posting, report, lexicon, phrases, TailoringOptions(), DAY)
    (step,) = plan_steps([[match]], material)
    assert step.what.text.startswith(advice)
