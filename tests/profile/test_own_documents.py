"""Laws of bringing back: what we write is read back as what it was."""

import dataclasses
import datetime
import functools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.generated import make_client, make_posting

from applykit import pipeline
from applykit.documents import load_design
from applykit.posting import parse_posting
from applykit.profile import Profile, iterate_facts, load_profile
from applykit.profile.emit import dump_yaml
from applykit.profile.importing import imported_yaml
from applykit.profile.importing.importer import import_bytes, profile_data
from applykit.reading import Document

DAY = datetime.date(2026, 3, 2)
DESIGNS = ("classic", "compact", "modern", "plain")


@pytest.mark.parametrize("number", range(200))
def test_generated_profiles_survive_yaml(number: int) -> None:
    profile = Profile.model_validate(make_client(number))
    again = load_profile(dump_yaml(profile_data(profile))).profile
    assert again == profile
    assert list(iterate_facts(again)) == list(iterate_facts(profile))


@functools.cache
def tools_of(design: str) -> pipeline.Tools:
    """Kept out of the tests' arguments, where their representation would be printed."""
    if design == DESIGNS[0]:
        return pipeline.load_tools(design=design, learned=False)
    return dataclasses.replace(tools_of(DESIGNS[0]), design=load_design(design))


def resume_of(profile: Profile, posting_text: str, design: str) -> bytes:
    built = pipeline.build(parse_posting(Document(posting_text)), profile, tools_of(design), date=DAY)
    return next(file.data for file in built.documents if "Resume" in file.name)


def imported(data: bytes) -> Profile:
    (person,) = import_bytes(data, file="resume.docx")
    return load_profile(imported_yaml(person.draft, source="resume.docx")).profile


def job_facts(profile: Profile) -> dict[tuple[Any, ...], set[str]]:
    return {
        (job.name, job.position, job.location, job.startDate, job.endDate): {line.text for line in job.highlights}
        for job in profile.work
    }


def assert_same_facts(found: Profile, given_profile: Profile) -> None:
    """Everything in the imported profile stands so in the one that it was written from; every job is there."""
    basics, mine = found.basics, given_profile.basics
    assert (basics.name, basics.email, basics.phone) == (mine.name, mine.email, mine.phone)
    wanted = job_facts(given_profile)
    for job, highlights in job_facts(found).items():
        assert job in wanted
        assert highlights <= wanted[job]
    assert {(school.institution, school.studyType) for school in found.education} <= {
        (school.institution, school.studyType) for school in given_profile.education
    }
    assert {credential.name for credential in found.certificates} <= {
        credential.name for credential in given_profile.certificates
    }
    assert found.unplaced == ()


@pytest.mark.parametrize("design", DESIGNS)
@settings(max_examples=6)
@given(number=st.integers(0, 400))
def test_our_own_resumes_give_the_same_facts(design: str, number: int) -> None:
    profile = Profile.model_validate({**make_client(number), "availability": None})
    found = imported(resume_of(profile, make_posting(number), design))
    assert_same_facts(found, profile)
    assert len(found.work) == len(profile.work)
