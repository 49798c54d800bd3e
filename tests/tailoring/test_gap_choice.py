"""Which gap a letter may speak of: one that is truly missing; of every other it is said why not."""

from dataclasses import replace
from typing import Any

import pytest
from tests.makers import DAY, make_posting, make_profile, make_requirement

from applykit.errors import ApplykitError
from applykit.lexicon import Lexicon
from applykit.matching import Match, MatchReport, Status, match_profile
from applykit.matching.model import Score
from applykit.tailoring import doubt_gap, refuse_unknown_gap
from applykit.tailoring.gap_choice import named_matches, true_gaps, why_no_gap

WORK = [{"name": "Shop", "position": "Clerk", "startDate": "2024-01", "highlights": ["Ran weekly cycle counts"]}]


def report_of(lexicon: Lexicon, profile: dict[str, Any], *asked: dict[str, Any]) -> MatchReport:
    wanted = [make_requirement(**each, start=100 * number) for number, each in enumerate(asked)]
    return match_profile(make_profile(**profile), wanted, lexicon, date=DAY, posting=make_posting())


def ask(key: str, kind: str, quote: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "kind": kind, "quote": quote, **more}


@pytest.mark.parametrize(
    ("profile", "asked", "why"),
    [
        ({"work": WORK}, ask("cycle-counts", "skill", "cycle counts"), "the profile shows it"),
        (
            {},
            ask("phrase:deg", "education", "associate degree", detail={"degree": "associate"}),
            "a level of education",
        ),
        ({}, ask("phrase:2", "experience", "2 years in a lab", detail={"months": 24}), "kind of experience"),
        ({}, ask("phrase:lift", "physical", "Lift 50 pounds", detail={"pounds": 50.0}), "a physical demand"),
        ({}, ask("phrase:weekends", "schedule", "weekends"), "a matter of the schedule"),
        ({}, ask("phrase:drug", "eligibility", "drug screen"), "a matter of eligibility"),
        ({"certificates": [{"name": "CPhT"}]}, ask("ptcb-cpht", "credential", "PTCB"), "only you can say"),
        (
            {"certificates": [{"name": "BLS", "expires": "2025-01"}]},
            ask("bls", "credential", "BLS"),
            "lists it as expired",
        ),
        (
            {"skills": [{"name": "Tools", "keywords": ["Excel"]}]},
            ask("phrase:pc", "skill", "computer skills"),
            "names programs that you use",
        ),
    ],
)
def test_what_is_not_simply_missing_is_no_gap(
    profile: dict[str, Any], asked: dict[str, Any], why: str, lexicon: Lexicon
) -> None:
    report = report_of(lexicon, profile, asked)
    assert list(true_gaps(report, lexicon)) == []
    with pytest.raises(ApplykitError, match=why):
        refuse_unknown_gap(asked["quote"].upper(), report, lexicon)
    (doubt,) = doubt_gap("", report, lexicon)
    assert doubt.warning
    assert doubt_gap(None, report, lexicon) == ()


def test_an_alternative_with_a_met_branch_is_no_gap(lexicon: Lexicon) -> None:
    one = ask("cycle-counts", "skill", "cycle counts", alternative_of="a")
    report = report_of(lexicon, {"work": WORK}, one, ask("pyxis", "tool", "Pyxis", alternative_of="a"))
    assert report.matches[0].branches
    assert list(true_gaps(report, lexicon)) == []


@pytest.mark.parametrize(("note", "gap"), [("learned, not yet shown at work", True), ("", False)])
def test_what_is_shown_in_part_is_no_gap_but_what_was_only_learned_is(note: str, gap: bool, lexicon: Lexicon) -> None:
    profile = {"continuingEducation": [{"name": "Introduction to sterile compounding"}]}
    report = report_of(lexicon, profile, ask("sterile-compounding", "skill", "sterile compounding"))
    (match,) = report.matches
    evidence = tuple(replace(each, note=note) for each in match.evidence)
    changed = replace(match, status=Status.PARTLY, evidence=evidence)
    assert (why_no_gap(changed, report, lexicon) is None) is gap


@pytest.mark.parametrize(
    ("profile", "name", "kind"),
    [
        ({}, "computer skills", "skill"),
        ({"skills": [{"name": "Tools", "keywords": ["Pyxis"]}]}, "computer skills", "skill"),
        ({"skills": [{"name": "Tools", "keywords": ["Excel"]}]}, "Epic Willow", "tool"),
        ({"skills": [{"name": "Tools", "keywords": ["Excel"]}]}, "Zorb software", "tool"),
    ],
)
def test_what_nothing_shows_is_a_gap_by_any_case_of_its_name(
    profile: dict[str, Any], name: str, kind: str, lexicon: Lexicon
) -> None:
    report = report_of(lexicon, profile, ask(f"phrase:{name}", kind, name))
    refuse_unknown_gap(f" {name.swapcase()}", report, lexicon)
    refuse_unknown_gap(None, report, lexicon)
    assert named_matches(name.casefold(), report) == tuple(true_gaps(report, lexicon)) != ()
    assert doubt_gap("", report, lexicon) == ()


def test_a_name_that_the_posting_has_not_is_refused_with_the_gaps(lexicon: Lexicon) -> None:
    report = report_of(lexicon, {}, ask("pyxis", "tool", "Pyxis"))
    with pytest.raises(ApplykitError, match=r"'juggling' is no gap of this posting\. .*: Pyxis\."):
        refuse_unknown_gap("juggling", report, lexicon)


def test_a_report_without_claims_is_judged_by_its_matches(lexicon: Lexicon) -> None:
    match = Match(make_requirement(id="phrase:pc", kind="skill", quote="computer skills"), Status.MISSING)
    assert why_no_gap(match, MatchReport((match,), Score(0, ()), "2026-11-25"), lexicon) is None
