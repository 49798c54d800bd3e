"""The resume: order, wording, page, formats."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tailoring.conftest import Build
from tests.tailoring.people import BEGINNER, POSTING, TECHNICIAN

from applykit.tailoring import ResumeFormat, TailoringOptions
from applykit.tailoring.measure import resume_height
from applykit.tailoring.model import Resume, ResumeSection
from applykit.tailoring.page import Page


def section(resume: Resume, kind: str) -> ResumeSection:
    return next(each for each in resume.sections if each.kind == kind)


def kinds(resume: Resume) -> list[str]:
    return [each.kind for each in resume.sections]


def resume_of(build: Build, profile: dict[str, Any] = TECHNICIAN, text: str = POSTING, **more: Any) -> Resume:
    return build(profile, text, **more)[0].resume


def test_sections_come_in_order_with_credentials_high_when_gated(build: Build) -> None:
    assert kinds(resume_of(build)) == ["summary", "credentials", "skills", "experience", "education", "additional"]


def test_credentials_come_after_education_when_nothing_gates_on_them(build: Build) -> None:
    assert kinds(resume_of(build, text="We need cycle counts."))[-3:] == ["education", "credentials", "additional"]


def test_expired_and_planned_credentials_are_not_printed(build: Build) -> None:
    names = [entry.title.text for entry in section(resume_of(build), "credentials").entries if entry.title]
    assert names == ["CPhT", "Pharmacy Technician License"]
    assert "credentials" not in kinds(resume_of(build, BEGINNER))


def test_jobs_are_reverse_chronological_and_each_keeps_a_line(build: Build) -> None:
    jobs = section(resume_of(build), "experience").entries
    assert [str(job.organization) for job in jobs] == ["Corner Drugs", "Valley Care", "Green Market"]
    assert [str(job.dates) for job in jobs] == ["Mar 2022 – Present", "Aug 2020 – Feb 2022", "Jun 2018 – Jul 2020"]
    assert all(job.lines for job in jobs)


def test_what_answers_the_posting_comes_first(build: Build) -> None:
    first = section(resume_of(build, text="We need prior authorizations."), "experience").entries[0]
    assert first.lines[0].text == "Resolve prior authorizations, about 20 a week"


def test_skills_take_the_postings_word_for_the_same_skill(build: Build) -> None:
    groups = section(resume_of(build), "skills").groups
    stock = next(group for group in groups if group.name == "Stock")
    assert [item.text for item in stock.items] == ["cycle counts", "stock rotation"]
    assert groups[0].name == "Stock"


def test_skills_shown_by_work_alone_are_added(build: Build) -> None:
    groups = {group.name: [item.text for item in group.items] for group in section(resume_of(build), "skills").groups}
    assert groups["Further skills"] == ["Prior authorizations", "Customer service"]


@pytest.mark.parametrize(
    ("own", "asked", "printed"),
    [
        ("drive-thru", "pharmacy drive-thru", "drive-thru"),
        ("Excel", "Microsoft Excel", "Microsoft Excel"),
        ("inventory management", "inventory control", "inventory control"),
        ("aseptic compounding", "sterile compounding", "sterile compounding"),
    ],
)
def test_no_skill_becomes_more_special_than_it_is(own: str, asked: str, printed: str, build: Build) -> None:
    resume = resume_of(build, {"skills": [{"name": "All", "keywords": [own]}]}, f"We need {asked}.")
    assert [item.text for item in section(resume, "skills").groups[0].items] == [printed]


@pytest.mark.parametrize(
    ("title", "headline"),
    [("Pharmacy Technician", "Pharmacy Technician"), ("CASHIER", "Cashier"), ("Nurse", None), (None, None)],
)
def test_headline_is_a_title_that_was_held(title: str | None, headline: str | None, build: Build) -> None:
    shown = resume_of(build, title=title).headline
    assert (shown and shown.text) == headline


def test_own_label_is_the_headline_where_the_title_was_not_held(build: Build) -> None:
    profile = {**TECHNICIAN, "basics": {**TECHNICIAN["basics"], "label": "Certified Technician"}}
    assert str(resume_of(build, profile, title="Nurse").headline) == "Certified Technician"


def test_summary_is_made_of_facts(build: Build) -> None:
    lines = [line.text for line in section(resume_of(build, title="Pharmacy Technician"), "summary").lines]
    assert lines == [
        "Pharmacy Technician with six years in community and long-term care pharmacy.",
        "Work experience with cycle counts, prior authorizations and customer service.",
    ]


def test_own_summary_comes_before_a_made_one(build: Build) -> None:
    profile = {**TECHNICIAN, "basics": {**TECHNICIAN["basics"], "summary": "I count. I fill. I care. I sing."}}
    assert [line.text for line in section(resume_of(build, profile), "summary").lines] == [
        "I count.",
        "I fill.",
        "I care.",
    ]


def test_summary_of_someone_in_training(build: Build) -> None:
    resume = resume_of(build, BEGINNER, "We need a pharmacy technician program.")
    assert section(resume, "summary").lines[0].text == (
        "Student at Hill College: the Pharmacy Technician Program, to finish in May 2027."
    )
    assert str(section(resume, "education").entries[0].dates) == "expected May 2027"


def test_contact_links_are_safe(build: Build) -> None:
    targets = [line.target for line in resume_of(build).contact]
    assert targets == [None, "tel:5095550100", "mailto:robin@example.com", "https://example.com/robin"]
    evil = {"basics": {"name": "Kit Lowe", "url": "javascript:alert(1)", "email": "not an address"}}
    assert [line.target for line in resume_of(build, evil).contact] == [None, None]


def many_lines(count: int) -> dict[str, Any]:
    lines = [
        f"Wrote report number {number} for the yearly meeting of the regional board in Yakima"
        for number in range(count)
    ]
    return {**TECHNICIAN, "work": [{**TECHNICIAN["work"][0], "highlights": lines}, *TECHNICIAN["work"][1:]]}


def test_what_does_not_fit_is_named(build: Build) -> None:
    resume = resume_of(build, many_lines(60))
    shown = len(section(resume, "experience").entries[0].lines)
    left = [pointer for pointer in resume.left_out if pointer.startswith("/work/0/highlights/")]
    assert shown + len(left) == 60
    assert shown < 40
    assert resume.explanation


def test_two_pages_hold_more(build: Build) -> None:
    one, two = (resume_of(build, many_lines(60), options=TailoringOptions(pages=pages)) for pages in (1, 2))
    assert len(section(two, "experience").entries[0].lines) > len(section(one, "experience").entries[0].lines)


def test_no_second_page_of_a_few_lines(build: Build) -> None:
    page = Page()
    resumes = [resume_of(build, many_lines(count), options=TailoringOptions(pages=2)) for count in range(12, 44, 4)]
    filled = [resume_height(resume, page) / page.height for resume in resumes]
    assert [share for share in filled if 1 < share < 1.2] == []
    assert min(filled) < 1 < max(filled)


def test_a_page_that_holds_not_all_that_matters_goes_on(build: Build) -> None:
    jobs = [{**TECHNICIAN["work"][1], "position": f"Cashier {number}", "highlights": ["Sold"]} for number in range(12)]
    options = TailoringOptions(pages=2)
    heights = [
        resume_height(resume_of(build, {**TECHNICIAN, "work": jobs[:count]}, options=options), Page()) / Page().height
        for count in range(1, 13)
    ]
    assert any(1 < height < 1.2 for height in heights)


def test_projects_that_answer_nothing_go_before_the_page_runs_over(build: Build) -> None:
    project = {"name": "Quiet garden", "highlights": ["Planted nine trees with the neighbours"] * 6}
    jobs = [{**TECHNICIAN["work"][1], "position": f"Cashier {number}", "highlights": ["Sold"]} for number in range(11)]
    few, many = ({**TECHNICIAN, "projects": [project], "work": jobs[:count]} for count in (1, 11))
    options = TailoringOptions(pages=1)
    assert "projects" in kinds(resume_of(build, few, options=options))
    resume = resume_of(build, many, options=options)
    assert "projects" not in kinds(resume)
    assert "/projects" in resume.left_out


def test_a_long_head_takes_its_room() -> None:
    page = Page()
    assert page.head_height("Ada Byron", ["Dayton, OH", "ada@example.com"]) == page.head
    assert page.head_height("Maria Konstantinopoulou-Featherstonehaugh of Wherever", ["Dayton"]) > page.head + page.line
    assert page.head_height("Ada", ["example.com/somebody/anywhere"] * 6) == page.head + page.line


def test_ten_years_of_work_take_two_pages(build: Build) -> None:
    profile = {**many_lines(60), "work": [{**many_lines(60)["work"][0], "startDate": "2010-01"}]}
    assert len(section(resume_of(build, profile), "experience").entries[0].lines) > 40


def test_additional_lines_give_way_to_work(build: Build) -> None:
    resume = resume_of(build, many_lines(60), POSTING + " Report writing.")
    assert "additional" in kinds(resume) or "/memberships/0/organization" in resume.left_out


def test_functional_lists_jobs_without_lines_and_warns(build: Build) -> None:
    resume = resume_of(build, options=TailoringOptions(format=ResumeFormat.FUNCTIONAL))
    assert "functional" in resume.explanation[0]
    assert all(not job.lines for job in section(resume, "experience").entries)
    titles = [str(entry.title) for entry in section(resume, "strengths").entries]
    assert titles[0] == "Stock"
    assert titles[-1] == "More of what I have done"
    told = sum(len(entry.lines) for entry in section(resume, "strengths").entries)
    assert told == 6


def test_chronological_puts_work_before_skills(build: Build) -> None:
    resume = resume_of(build, options=TailoringOptions(format=ResumeFormat.CHRONOLOGICAL))
    assert kinds(resume).index("experience") < kinds(resume).index("skills")


def test_change_of_career_names_what_carries_over(build: Build) -> None:
    profile = {
        "work": [
            {"name": "A", "position": "Clerk", "startDate": "2020-01", "highlights": ["Did stock rotation every night"]}
        ]
    }
    options = TailoringOptions(format=ResumeFormat.CAREER_CHANGE)
    groups = section(resume_of(build, profile, "We need inventory control.", options=options), "skills").groups
    assert [(group.name, [str(item) for item in group.items]) for group in groups] == [
        ("Transferable skills", ["Stock rotation"])
    ]


def test_references_are_printed_with_consent_and_on_request(build: Build) -> None:
    people = [
        {"name": "A. Head", "title": "Manager", "employer": "Corner Drugs", "phone": "555-0199", "consent": True},
        {"name": "B. Shy", "phone": "555-0198"},
    ]
    profile = {**TECHNICIAN, "references": people}
    assert "references" not in kinds(resume_of(build, profile))
    shown = section(resume_of(build, profile, options=TailoringOptions(references=True)), "references")
    assert [str(entry.title) for entry in shown.entries] == ["A. Head"]


def test_roles_under_one_employer_are_jobs_of_their_own(build: Build) -> None:
    roles = [
        {"position": "Lead", "startDate": "2023-01", "highlights": ["Led four people"]},
        {"position": "Clerk", "startDate": "2020-01", "endDate": "2022-12", "highlights": ["Filed charts"]},
    ]
    resume = resume_of(
        build, {"work": [{"name": "Clinic", "startDate": "2020-01", "endDate": "present", "roles": roles}]}
    )
    jobs = section(resume, "experience").entries
    assert [(str(job.title), str(job.organization)) for job in jobs] == [("Lead", "Clinic"), ("Clerk", "Clinic")]


def test_projects_publications_and_volunteering_have_their_sections(build: Build) -> None:
    profile = {
        "projects": [
            {"name": "Fair", "description": "A health fair", "highlights": ["Planned it"], "startDate": "2024"}
        ],
        "publications": [{"name": "On counting", "publisher": "Guild", "releaseDate": "2025"}],
        "volunteer": [
            {"organization": "Pantry", "position": "Helper", "startDate": "2024-01", "highlights": ["Sorted food"]}
        ],
    }
    assert kinds(resume_of(build, profile)) == ["projects", "volunteer", "publications"]


@given(st.text(max_size=300))
def test_lines_of_the_page_are_counted(text: str) -> None:
    page = Page()
    assert 1 <= page.lines(text) <= len(text) + 1


@given(st.text(alphabet="abc ", max_size=200), st.text(alphabet="abc ", max_size=50))
def test_longer_text_takes_no_fewer_lines(text: str, more: str) -> None:
    assert Page().lines(f"{text} {more}") >= Page().lines(text)


def test_line_model_matches_the_design() -> None:
    """A line of Carlito at 10.5 points, set by LibreOffice in the design's width, held these 104 letters."""
    text = "Keep the perpetual inventory of Schedule II controlled substances without a discrepancy for 30 months and"
    page = Page()
    assert page.lines(text, indent=page.bullet_indent) == 1
    assert page.lines(f"{text} {text}", indent=page.bullet_indent) == 2
    assert dataclasses.replace(page, width=200).lines(text) >= 2
