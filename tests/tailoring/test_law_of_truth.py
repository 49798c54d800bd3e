"""The law of truth over hundreds of pairs: people × real postings, with the packaged lexicon."""

import datetime
from pathlib import Path

import pytest
from tests import generated
from tests.makers import DAY, make_profile
from tests.tailoring.people import BEGINNER, TECHNICIAN

from applykit.lexicon import Lexicon, load_lexicon
from applykit.matching import match_profile
from applykit.posting import Posting, parse_posting
from applykit.profile import Profile, load_profile
from applykit.reading.model import Document
from applykit.requirements import Requirement, find_requirements
from applykit.resources import find_data_folder
from applykit.tailoring import Phrases, tailor_application, verify_application

JSON_RESUMES = (
    "jsonresume__sample.resume.json",
    "kurone-kito__sample__resume.json",
    "hacksalot__test__expected__modern__resume.json",
)
FEWEST_PAIRS = 200
GENERATED_PAIRS = 300
STEP = 7  # no divisor of the number of pairs, so that every person meets another posting

Asked = tuple[Posting, tuple[Requirement, ...]]


@pytest.fixture(scope="module")
def packaged() -> Lexicon:
    return load_lexicon()


def own_people() -> list[Profile]:
    files = sorted(find_data_folder("examples").glob("*/profile.yaml"))
    return [make_profile(**TECHNICIAN), make_profile(**BEGINNER), *(load_profile(file).profile for file in files)]


def understand(text: str, lexicon: Lexicon) -> Asked:
    posting = parse_posting(Document(text))
    return posting, find_requirements(posting, lexicon)


def check(person: Profile, asked: Asked, lexicon: Lexicon, phrases: Phrases, *, date: datetime.date = DAY) -> list[str]:
    posting, requirements = asked
    report = match_profile(person, requirements, lexicon, date=date, posting=posting)
    application = tailor_application(person, posting, report, lexicon, date=date, phrases=phrases)
    return [str(problem) for problem in verify_application(application, person, posting, lexicon, date)]


def test_examples_tell_the_truth_to_each_others_postings(packaged: Lexicon, phrases: Phrases) -> None:
    files = sorted(find_data_folder("examples").glob("*/posting.*"))
    postings = [understand(file.read_text("utf-8"), packaged) for file in files]
    assert len(postings) >= 4
    untrue = [text for person in own_people() for asked in postings for text in check(person, asked, packaged, phrases)]
    assert untrue == []


def test_generated_people_tell_the_truth_to_generated_postings(packaged: Lexicon, phrases: Phrases) -> None:
    untrue = []
    for number in range(GENERATED_PAIRS):
        person = make_profile(**generated.make_client(number))
        asked = understand(generated.make_posting(STEP * number % GENERATED_PAIRS), packaged)
        untrue += check(person, asked, packaged, phrases)
    assert untrue == []


def test_people_tell_the_truth_to_real_postings(packaged: Lexicon, phrases: Phrases, shared_folder: Path) -> None:
    resumes = [shared_folder / "inputs" / "resumes" / name for name in JSON_RESUMES]
    people = own_people() + [load_profile(file).profile for file in resumes]
    postings = [
        understand(file.read_text("utf-8"), packaged) for file in sorted((shared_folder / "gold" / "dev").glob("*.txt"))
    ]
    assert len(people) * len(postings) >= FEWEST_PAIRS
    untrue = [text for person in people for asked in postings for text in check(person, asked, packaged, phrases)]
    assert untrue == []
