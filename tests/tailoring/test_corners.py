"""Corners of tailoring: phrases that would claim, people with little, odd requirements."""

from typing import Any

import pytest
from tests.makers import DAY, make_profile, make_requirement
from tests.tailoring.conftest import Build
from tests.tailoring.people import POSTING, TECHNICIAN

from applykit.lexicon import Lexicon
from applykit.matching import match_profile
from applykit.posting.model import Posting
from applykit.tailoring import Phrases, ResumeFormat, TailoringOptions, tailor_application
from applykit.tailoring.evidence import list_answers
from applykit.tailoring.material import Material
from applykit.tailoring.model import Letter

FACTS: dict[str, Any] = {"title": "Clerk", "employer": "Riverside"}


def body(letter: Letter) -> str:
    return " ".join(sentence.text for paragraph in letter.paragraphs for sentence in paragraph)


def written(build: Build, profile: dict[str, Any], text: str = POSTING, **more: Any) -> str:
    return body(build(profile, text, **{**FACTS, **more})[0].letter)


def with_bank(phrases: Phrases, slot: str, texts: list[str]) -> Phrases:
    data = phrases.model_dump()
    return Phrases.model_validate(data | {"slots": {**data["slots"], slot: {"general": texts}}})


def letter_with(phrases: Phrases, lexicon: Lexicon) -> str:
    """A letter in which a soft skill that is only near is named by a given bank."""
    text = "We need attention to detail."
    line = "Filled 9 orders with 99% accuracy"
    person = make_profile(work=[{"name": "Shop", "position": "Clerk", "startDate": "2024-01", "highlights": [line]}])
    asked = [make_requirement(id="attention-to-detail", kind="soft", quote="attention to detail", start=8)]
    posting = Posting(text=text, title="Clerk", employer="Riverside")
    report = match_profile(person, asked, lexicon, date=DAY, posting=posting)
    return body(tailor_application(person, posting, report, lexicon, date=DAY, phrases=phrases).letter)


def test_a_phrase_that_would_claim_gives_way_to_another(phrases: Phrases, lexicon: Lexicon) -> None:
    claims = [f"I have {word} {{need}}, for {{claim}}." for word in ("much", "real", "good")]
    mixed = with_bank(phrases, "evidence_noun", [*claims, "You ask for {need}: {claim}."])
    letter = letter_with(mixed, lexicon)
    assert "You ask for attention to detail: " in letter
    assert not any(f"I have {word}" in letter for word in ("much", "real", "good"))


def test_a_sentence_that_no_phrase_can_prove_is_left_out(phrases: Phrases, lexicon: Lexicon) -> None:
    claims = [f"I have {word} {{need}}, for {{claim}}." for word in ("much", "real", "good", "fine")]
    letter = letter_with(with_bank(phrases, "evidence_noun", claims), lexicon)
    assert "attention to detail" not in letter
    assert "Riverside" in letter


def test_someone_who_has_only_studied(build: Build) -> None:
    education = [
        {"institution": "Old School", "studyType": "High School Diploma", "endDate": "2018"},
        {"institution": "Hill College", "studyType": "Certificate", "area": "Office Work", "endDate": "2020"},
    ]
    assert "a certificate in Office Work" in written(build, {"education": education})


def test_someone_whose_studies_have_no_end_yet(build: Build) -> None:
    education = [
        {"institution": "University of Maine", "studyType": "Bachelor", "area": "Biology", "status": "in-progress"}
    ]
    letter = written(build, {"education": education})
    assert "a bachelor's degree in Biology" in letter
    assert "the University of Maine" in letter


def test_short_and_ended_work(build: Build) -> None:
    work = [{"name": "Shop", "position": "Clerk", "startDate": "2026-01", "endDate": "2026-04"}]
    assert "a clerk at Shop" in written(build, {"work": work})


def test_a_reason_for_any_employer_stands_alone(build: Build) -> None:
    assert "I like order." in written(build, {"why": [{"text": "I like order."}]})


def test_a_gap_is_told_with_running_studies(build: Build) -> None:
    education = [
        {
            "institution": "Hill College",
            "studyType": "Certificate",
            "area": "Sterile Compounding",
            "status": "in-progress",
        }
    ]
    options = TailoringOptions(address_gap="sterile-compounding")
    letter = written(build, {"education": education}, "We need sterile compounding.", options=options)
    assert "I am working on a Certificate in Sterile Compounding at Hill College" in letter


def test_a_gap_without_a_plan_is_told_plainly(build: Build) -> None:
    letter = written(build, TECHNICIAN, "We need Pyxis.", options=TailoringOptions(address_gap="Pyxis"))
    assert "Pyxis" in letter
    assert "technician license" in written(
        build, {}, "We need a pharmacy technician license.", options=TailoringOptions(address_gap="technician-license")
    )


def test_long_evidence_takes_two_paragraphs(build: Build) -> None:
    lines = [
        "Ran weekly cycle counts for 1,900 items in four rooms and wrote down every difference for the manager"
        " who was on duty that day",
        "Resolved prior authorizations with eleven insurers, about 20 a week, and called each patient when ready",
        "Gave customer service to about 150 people a shift at the counter, by phone and at the window",
        "Filled 210 prescriptions a day with 99.7% accuracy at the first check, measured by the pharmacist on duty"
        " over two whole years",
    ]
    work = [{"name": "Shop", "position": "Technician", "startDate": "2020-01", "highlights": lines}]
    application, _, _ = build({"work": work}, POSTING, **FACTS)
    assert len(application.letter.paragraphs) == 4
    assert "1,900" in body(application.letter)


@pytest.mark.parametrize(
    ("quote", "kind", "said"),
    [
        ("Answer Multi-Line Phones", "skill", "answering multi-line phones"),
        ("Zebra Label Printer", "tool", "Zebra Label Printer"),
        ("run the whole of the quarterly inventory process", "skill", "running the whole"),
    ],
)
def test_gaps_that_no_lexicon_knows(quote: str, kind: str, said: str, lexicon: Lexicon, phrases: Phrases) -> None:
    person, key = make_profile(), f"phrase:{quote.casefold()}"
    asked = [make_requirement(id=key, kind=kind, quote=quote)]
    posting = Posting(text=quote, title="Clerk", employer="Riverside")
    report = match_profile(person, asked, lexicon, date=DAY, posting=posting)
    options = TailoringOptions(address_gap=key)
    application = tailor_application(person, posting, report, lexicon, date=DAY, phrases=phrases, options=options)
    assert said in body(application.letter)


def test_skills_without_groups_and_roles_with_summaries_only(build: Build) -> None:
    work = [{"name": "Shop", "position": "Clerk", "summary": "Kept the files."}]
    profile = {"skills": [{"name": "Excel"}, {"name": "Filing"}], "work": work}
    resume = build(profile, "We need Microsoft Excel.")[0].resume
    skills = next(section for section in resume.sections if section.kind == "skills")
    assert [(group.name, [str(item) for item in group.items]) for group in skills.groups] == [
        ("", ["Microsoft Excel", "Filing"])
    ]
    assert str(next(s for s in resume.sections if s.kind == "experience").entries[0].lines[0]) == "Kept the files."


def test_dates_of_credentials_and_schools(build: Build) -> None:
    profile = {
        "certificates": [{"name": "First Aid Card", "issued": "2024-03"}],
        "education": [
            {"institution": "A", "studyType": "Diploma", "status": "in-progress"},
            {"institution": "B", "status": "left", "startDate": "2010", "endDate": "2011"},
            {"institution": "C", "courses": ["Law", "Maths"], "highlights": ["Prize for care"]},
        ],
    }
    resume = build(profile, "We need cycle counts.")[0].resume
    by_kind = {section.kind: section for section in resume.sections}
    assert str(by_kind["credentials"].entries[0].dates) == "issued Mar 2024"
    assert [str(entry.dates) for entry in by_kind["education"].entries] == ["2010 – 2011", "in progress", "None"]
    assert [str(line) for line in by_kind["education"].entries[2].lines] == ["Courses: Law, Maths", "Prize for care"]


def test_alternatives_and_questions_are_in_the_record(lexicon: Lexicon, phrases: Phrases) -> None:
    from applykit.tailoring import application_json

    asks = [
        make_requirement(id=key, kind="credential", quote=key, alternative_of="a") for key in ("ptcb-cpht", "nha-cpht")
    ]
    person, posting = make_profile(certificates=[{"name": "CPhT"}]), Posting(text="ptcb-cpht or nha-cpht")
    report = match_profile(person, asks, lexicon, date=DAY, posting=posting)
    application = tailor_application(person, posting, report, lexicon, date=DAY, phrases=phrases)
    requirement = application_json(application, posting, person)["requirements"][0]
    assert len(requirement["branches"]) == 2
    assert "Who issued" in requirement["question"]


def test_studies_that_were_left_are_no_background(build: Build) -> None:
    school = {"institution": "Hill College", "studyType": "Diploma", "area": "Art", "endDate": "2024-05"}
    left = {
        "institution": "Far College",
        "studyType": "Certificate",
        "area": "Law",
        "status": "left",
        "endDate": "2025",
    }
    assert "Far College" not in written(build, {"education": [left, school]})
    assert "Hill College" in written(build, {"education": [left, school]})


def test_a_short_job_of_the_kind_does_not_stand_for_a_career(build: Build) -> None:
    work = [
        {"name": "Bank", "position": "Teller", "startDate": "2020-01", "endDate": "present"},
        {"name": "Corner Drugs", "position": "Pharmacy Technician", "startDate": "2019-01", "endDate": "2019-05"},
    ]
    assert "teller at Bank" in written(build, {"work": work}, title="Pharmacy Technician")


def test_a_language_that_is_only_a_skill_is_not_said_again(build: Build) -> None:
    profile = {"skills": [{"name": "More", "keywords": ["Spanish"]}]}
    assert "Spanish" not in written(build, profile, "We need Spanish.")


def test_a_degree_that_names_its_field_needs_no_other(build: Build, lexicon: Lexicon, phrases: Phrases) -> None:
    degree = {"institution": "Lake University", "studyType": "Bachelor of Science in Nursing", "status": "completed"}
    person = make_profile(education=[degree])
    asked = [
        make_requirement(id="phrase:bsn", kind="education", quote="bachelor degree", detail={"degree": "bachelor"})
    ]
    posting = Posting(text="bachelor degree", **FACTS)
    report = match_profile(person, asked, lexicon, date=DAY, posting=posting)
    letter = tailor_application(person, posting, report, lexicon, date=DAY, phrases=phrases).letter
    assert body(letter).count("Bachelor of Science in Nursing") == 2  # who is writing, and what answers the posting


def test_lines_that_answer_nothing_give_way_where_the_page_is_full(build: Build) -> None:
    languages = [{"language": f"Language number {number}", "fluency": "Native"} for number in range(40)]
    lines = [f"Counted shelf {number} and wrote the difference into the book of the store" for number in range(60)]
    work = [{"name": "Shop", "position": "Clerk", "startDate": "2024-01", "highlights": lines}]
    schools = [{"institution": f"School {number}", "studyType": "Diploma"} for number in range(20)]
    few = build({"languages": languages, "work": work, "education": schools}, POSTING, **FACTS)[0].resume
    assert any(pointer.startswith("/languages/") for pointer in few.left_out)
    many = [{"institution": f"School {number}", "studyType": "Diploma"} for number in range(80)]
    none = build({"languages": languages, "work": work, "education": many}, POSTING, **FACTS)[0].resume
    assert len([pointer for pointer in none.left_out if pointer.startswith("/languages/")]) == len(languages)


def test_a_functional_resume_may_have_all_its_lines_in_groups(build: Build) -> None:
    work = [{"name": "Shop", "position": "Clerk", "startDate": "2024-01", "highlights": ["Ran cycle counts"]}]
    profile = {"work": work, "skills": [{"name": "Stock", "keywords": ["cycle counts"]}]}
    options = TailoringOptions(format=ResumeFormat.FUNCTIONAL)
    resume = build(profile, POSTING, options=options, **FACTS)[0].resume
    (strengths,) = [section for section in resume.sections if section.kind == "strengths"]
    assert [str(entry.title) for entry in strengths.entries] == ["Stock"]


def test_only_near_skills_of_work_are_transferable(build: Build) -> None:
    work = [{"name": "Shop", "position": "Clerk", "startDate": "2024-01", "highlights": ["Kept up stock rotation"]}]
    profile = {"work": work, "skills": [{"name": "Stock", "keywords": ["stock rotation"]}]}
    options = TailoringOptions(format=ResumeFormat.CAREER_CHANGE)
    resume = build(profile, "We need inventory control.", options=options, **FACTS)[0].resume
    groups = [group for section in resume.sections for group in section.groups]
    assert [item.text for group in groups for item in group.items if group.name == "Transferable skills"] == [
        "Stock rotation"
    ]


@pytest.mark.parametrize(
    ("line", "skill", "asked", "named"),
    [
        (
            "Counted drugs with the detail oriented nurse for 9% of shifts",
            "attention-to-detail",
            "attention to detail",
            True,
        ),
        ("Met every accuracy target for 9 months", "accuracy", "accuracy", False),
    ],
)
def test_a_soft_skill_in_one_word_is_said_in_passing(
    line: str, skill: str, asked: str, named: bool, lexicon: Lexicon, phrases: Phrases
) -> None:
    person = make_profile(work=[{"name": "Shop", "position": "Clerk", "startDate": "2024-01", "highlights": [line]}])
    requirement = make_requirement(id=skill, kind="soft", quote=asked)
    posting = Posting(text=asked, **FACTS)
    report = match_profile(person, [requirement], lexicon, date=DAY, posting=posting)
    material = Material(person, posting, report, lexicon, phrases, TailoringOptions(), DAY)
    assert bool(list_answers(material)[0].matches) is named
