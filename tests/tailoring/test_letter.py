"""The letter: outline, length, address, reasons, gaps, and the choice of phrases."""

import itertools
import re
from typing import Any

import pytest
from tests.makers import DAY
from tests.tailoring.conftest import Build
from tests.tailoring.people import BEGINNER, POSTING, TECHNICIAN

from applykit.lexicon import Lexicon
from applykit.posting.model import Contact, Place, Span
from applykit.profile.model import Certificate, Why
from applykit.tailoring import LetterNote, Phrases, SourceKind, TailoringOptions, verify_application
from applykit.tailoring.letter_parts import name_credentials
from applykit.tailoring.model import Letter
from applykit.tailoring.recipient import address_name
from applykit.tailoring.titles import say_title
from applykit.tailoring.why import rank_why

FACTS: dict[str, Any] = {"title": "Pharmacy Technician II", "employer": "Riverside Hospital"}


def letter_of(build: Build, profile: dict[str, Any] = TECHNICIAN, text: str = POSTING, **more: Any) -> Letter:
    return build(profile, text, **{**FACTS, **more})[0].letter


def body(letter: Letter) -> str:
    return "\n\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in letter.paragraphs)


def test_first_sentence_names_role_and_employer(build: Build) -> None:
    first = letter_of(build).paragraphs[0][0].text
    assert "Pharmacy Technician II" in first
    assert "Riverside Hospital" in first


def test_length_and_paragraphs(build: Build) -> None:
    letter = letter_of(build)
    assert 3 <= len(letter.paragraphs) <= 5
    assert 150 <= len(body(letter).split()) <= 400


def test_no_phrase_twice_and_no_two_sentences_begin_alike(build: Build) -> None:
    letter = letter_of(build)
    names = [
        source.where
        for paragraph in letter.paragraphs
        for sentence in paragraph
        for source in sentence.sources
        if source.kind is SourceKind.PHRASE
    ]
    assert len(names) == len(set(names))
    for paragraph in letter.paragraphs:
        openings = [" ".join(sentence.text.split()[:2]) for sentence in paragraph]
        assert all(first != second for first, second in itertools.pairwise(openings))


def test_numbers_of_the_person_are_told_once(build: Build) -> None:
    assert body(letter_of(build)).count("1,900") == 1


STOCK = re.compile(
    r"passionate|hard ?work(?:er|ing)|perfect fit|team player|I believe|express my interest|to whom it may|dynamic|"
    r"synerg|go-getter|detail-oriented professional|proven track record|thrilled|excited to",
    re.IGNORECASE,
)


def test_no_stock_phrases_anywhere_in_the_bank(phrases: Phrases) -> None:
    texts = [text for banks in phrases.slots.values() for bank in banks.values() for text in bank]
    assert [text for text in texts if STOCK.search(text)] == []
    assert len(texts) == len(
        {
            (slot, setting, text)
            for slot, banks in phrases.slots.items()
            for setting, bank in banks.items()
            for text in bank
        }
    )


def test_two_letters_of_one_person_differ_and_the_same_is_the_same(build: Build) -> None:
    first, again = letter_of(build), letter_of(build)
    others = {body(letter_of(build, text=POSTING + f" Posted again, number {n}.")) for n in range(6)}
    assert first == again
    assert len(others) > 3


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Dr. Miriam Osei", "Dr. Osei"),
        ("Dr Miriam Osei, PharmD", "Dr. Osei"),
        ("Ms. Ingrid Halvorsen-Achebe", "Ms. Halvorsen-Achebe"),
        ("Sam Osei", "Sam Osei"),
        ("Sam Osei, RPh", "Sam Osei"),
        ("Osei", None),
        ("", None),
        ("x" * 80, None),
        ("123 456", None),
        ("Prof. Ada King", "Prof. King"),
        ("Miss Ada King", "Miss King"),
    ],
)
def test_people_are_addressed_as_they_are_named(name: str, address: str | None) -> None:
    assert address_name(name) == address


def test_inside_address_and_salutation(build: Build) -> None:
    contact, place = Contact(name="Dr. Miriam Osei", title="Director"), Place("Tacoma, WA", "Tacoma", "WA")
    letter = letter_of(build, contact=contact, place=place)
    assert [line.text for line in letter.recipient] == [
        "Dr. Miriam Osei",
        "Director",
        "Riverside Hospital",
        "Tacoma, WA",
    ]
    assert letter.salutation.text == "Dear Dr. Osei,"
    assert letter.subject is not None
    assert letter.date.text == "November 25, 2026"


def test_nobody_named(build: Build) -> None:
    assert letter_of(build).salutation.text == "Dear Hiring Manager,"
    long = Place("Tacoma. Candidates must read all of the following before they apply to us here")
    assert [line.text for line in letter_of(build, place=long).recipient] == ["Riverside Hospital"]


def test_own_recipient_and_closing(build: Build) -> None:
    profile = {**TECHNICIAN, "letter": {"recipient": "Search Committee", "closing": "With regards,"}}
    letter = letter_of(build, profile)
    assert (letter.salutation.text, letter.closing.text) == ("Dear Search Committee,", "With regards,")


@pytest.mark.parametrize(("title", "employer"), [(None, "Riverside"), ("Clerk", None), (None, None)])
def test_openings_without_a_fact(title: str | None, employer: str | None, build: Build) -> None:
    first = letter_of(build, title=title, employer=employer).paragraphs[0][0].text
    assert (title or "position") in first
    assert (employer or "pos") in first
    assert "None" not in first


def test_reason_for_the_employer_comes_before_the_field(build: Build) -> None:
    assert "grandmother" in body(letter_of(build, employer="Grove Hospital"))
    assert "two weeks on a ward" in body(letter_of(build))


def test_no_reason_for_another_field(build: Build) -> None:
    written = body(letter_of(build, employer="Lumber Yard", title="Clerk"))
    assert "ward" not in written
    assert "grandmother" not in written


def test_gap_is_spoken_of_only_on_request(build: Build) -> None:
    assert "sterile compounding" not in body(letter_of(build)).replace("Introduction to sterile compounding", "")
    written = body(letter_of(build, options=TailoringOptions(address_gap="sterile-compounding")))
    assert "sterile compounding" in written
    assert "I completed the course “Introduction to sterile compounding” in September 2026" in written


def test_the_weightiest_gap_with_a_plan_is_chosen(build: Build) -> None:
    written = body(letter_of(build, options=TailoringOptions(address_gap="")))
    assert "Introduction to sterile compounding" in written


def test_a_gap_that_is_none_is_not_spoken_of(build: Build) -> None:
    assert letter_of(build, options=TailoringOptions(address_gap="cycle-counts")) == letter_of(build)


def test_a_planned_credential_is_told_as_a_plan(build: Build) -> None:
    written = body(letter_of(build, BEGINNER, options=TailoringOptions(address_gap="cpht")))
    assert "I plan to take the CPhT in June 2027" in written


def test_wishes_and_denials_are_no_evidence(build: Build) -> None:
    lines = [
        "Want to learn Pyxis",
        "No HIPAA violations in 5 years",
        "I did not give injections, but prepared 20 a day",
    ]
    work = [{"name": "Shop", "position": "Clerk", "startDate": "2024-01", "endDate": "present", "highlights": lines}]
    written = body(letter_of(build, {"work": work}, "We need Pyxis, HIPAA and injections."))
    assert not any(word in written for word in ("Pyxis", "violations", "injections", "My work"))


def test_notes_of_the_person_stand_at_the_end_of_their_paragraph(build: Build) -> None:
    notes = (LetterNote(1, "We met at the job fair."), LetterNote(99, "I also sing."))
    letter = letter_of(build, options=TailoringOptions(letter_notes=notes))
    assert letter.paragraphs[0][-1].text == "We met at the job fair."
    assert letter.paragraphs[-1][-1].text == "I also sing."
    assert letter.paragraphs[0][-1].sources[0].kind is SourceKind.USER


def test_a_beginner_is_not_padded(build: Build) -> None:
    letter = letter_of(build, BEGINNER)
    assert 20 < len(body(letter).split()) < 150
    assert "May 2027" in body(letter)


def test_someone_without_anything(build: Build) -> None:
    letter = letter_of(build, {})
    assert len(letter.paragraphs) >= 2
    assert "Riverside Hospital" in body(letter)


def test_earlier_work_of_the_postings_kind(build: Build) -> None:
    work = [
        {"name": "Bakery", "position": "Baker", "startDate": "2024-01", "endDate": "present"},
        {"name": "Corner Drugs", "position": "Pharmacy Technician", "startDate": "2020-01", "endDate": "2023-12"},
    ]
    written = body(letter_of(build, {"work": work}))
    assert "four years" in written
    assert "Corner Drugs" in written
    assert "a baker" in written


def test_weekends_are_offered_where_they_are_asked(build: Build) -> None:
    assert "January 4, 2027" in body(letter_of(build))


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("PHARMACY TECHNICIAN II", "Pharmacy Technician II"),
        ("Warehouse Associate - Second Shift", "Warehouse Associate"),
        ("Pharmacy Intern- East Side", "Pharmacy Intern"),
        ("RN - ICU", "RN"),
        ("Technician ($25/hr)", "Technician"),
        ("Now Hiring: Cashier!", "Cashier"),
        ("Pharmacy Technicians", "Pharmacy Technician"),
        ("Registered Nurses", "Registered Nurse"),
        ("Clerk | Night", "Clerk"),
        ("Clerk #4411", "Clerk"),
        ("DIRECTOR OF NURSING", "Director of Nursing"),
        ("  ", None),
        (None, None),
        ("Sales", "Sales"),
        ("Front Desk", "Front Desk"),
        ("ideal dispensing nurse", "dispensing nurse"),
        ("makes us a trusted partner", None),
        ("Need Local Residents Only", None),
        ("C", None),
        ("US Sales Clerk", "US Sales Clerk"),
    ],
)
def test_titles_as_a_sentence_says_them(title: str | None, said: str | None) -> None:
    assert (say_title(title) or None) == said


MISSION = "We need cycle counts. Our mission is to keep every family in the valley well. Apply today."


def mission_of(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def test_without_a_reason_of_ones_own_the_mission_is_referred_to(build: Build, lexicon: Lexicon) -> None:
    quote = "Our mission is to keep every family in the valley well."
    person = {**TECHNICIAN, "why": []}
    application, profile, posting = build(person, MISSION, mission=mission_of(MISSION, quote), employer="Grove")
    body = [sentence.text for paragraph in application.letter.paragraphs for sentence in paragraph]
    assert [text for text in body if "“Our mission is to keep every family in the valley well”" in text]
    assert verify_application(application, profile, posting, lexicon, DAY) == ()


@pytest.mark.parametrize("quote", ["Apply today.", "in the valley well. Apply today."])
def test_what_makes_no_sentence_is_not_quoted(quote: str, build: Build) -> None:
    application, _, _ = build({**TECHNICIAN, "why": []}, MISSION, mission=mission_of(MISSION, quote))
    assert "“" not in " ".join(sentence.text for paragraph in application.letter.paragraphs for sentence in paragraph)


@pytest.mark.parametrize(
    ("field", "text", "rank"),
    [
        ("community pharmacy", "We are a family-owned community pharmacy.", 2),
        ("community pharmacy", "Community-pharmacy experience helps.", 4),
        ("hospital", "Our patients come from the hospital.", 4),
        (None, "Anything", 3),
    ],
)
def test_a_field_fits_where_the_posting_names_it(field: str | None, text: str, rank: int) -> None:
    assert rank_why(Why(field=field, text="It is near."), "", "technician", text.casefold()) == rank


def test_credentials_of_one_issuer_are_named_together() -> None:
    items = [
        Certificate(issued=None, name="BLS", issuer="Heart Society"),
        Certificate(issued=None, name="Nurse License", issuer="Board"),
        Certificate(issued=None, name="ACLS", issuer="Heart Society"),
        Certificate(issued=None, name="CPhT"),
    ]
    assert name_credentials(items) == [
        "the BLS and ACLS credentials from the Heart Society",
        "a Nurse License from the Board",
        "the CPhT credential",
    ]
