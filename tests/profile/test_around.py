"""Schema, hints, examples, plain text and redacted copies."""

import datetime
import json
from pathlib import Path

import pytest

from applykit.profile import load_profile
from applykit.profile.emit import dump_yaml
from applykit.profile.hints import find_hints
from applykit.profile.importing.importer import profile_data
from applykit.profile.redact import redact_data
from applykit.profile.schema import profile_schema
from applykit.profile.show import show_profile
from applykit.profile.starters import STARTERS, example_yaml, find_starter, profile_from_answers

TODAY = datetime.date(2026, 11, 25)
ROOT = Path(__file__).resolve().parents[2]
FULL = """
basics: {name: Ann Lee, label: Clerk, email: ann@example.com, phone: 555-0142, url: https://example.com,
         summary: Ann Lee works at the Midtown Library. Call 937-555-0142.,
         location: {address: 1 Elm St, city: Dayton, region: OH}, profiles: [{network: GitHub, username: annlee}]}
work:
- {name: Midtown Library, position: Clerk, location: "Dayton, OH", url: https://lib.example.com, startDate: 2019,
   highlights: [Led the Midtown Library book club, Responsible for the desk], x-mine: y}
- {name: Museum, roles: [{position: Guide, startDate: 2015, endDate: 2016, highlights: [Led 30 tours a week]}]}
education: [{institution: North College}]
certificates:
- {name: First Aid}
- {name: Driver, kind: license, number: 77, status: active}
- {name: CPR, status: planned}
references: [{name: Bo Fox, phone: 555-0111}]
memberships: [{organization: Library Club}]
continuingEducation: [{name: Maps, hours: 2}]
availability: {weekends: true}
unplaced: [something left]
private: {pay: secret}
x-note: mine
"""
PROFILE = load_profile(FULL).profile


def test_the_schema_in_the_docs_is_the_schema() -> None:
    """Renew it with `applykit profile schema --out docs/profile.schema.json --overwrite`."""
    assert json.loads((ROOT / "docs" / "profile.schema.json").read_text("utf-8")) == profile_schema()


def test_the_schema_closes_parts_and_opens_dates() -> None:
    schema = profile_schema()
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Work"]["additionalProperties"] is False
    assert len(schema["$defs"]["Work"]["properties"]["startDate"]["anyOf"]) == 2
    assert schema["$defs"]["Highlight"]["anyOf"][0]["type"] == "string"
    assert "date" in schema["$defs"]["Certificate"]["properties"]


def test_hints_say_where_and_what() -> None:
    hints = {(hint.pointer, hint.message) for hint in find_hints(PROFILE, date=TODAY)}
    assert ("/work/0/highlights/1", "Neither a number nor a result.") in hints
    assert ("/work/0/highlights/1", "It begins weakly.") in hints
    assert ("/work/0", "The job has no endDate.") in hints
    assert ("/education/0", "The school has no endDate.") in hints
    assert ("/certificates/0", "The credential has no expires.") in hints
    assert ("/certificates/1", "The licence has no jurisdiction.") in hints
    assert not any(pointer.startswith(("/certificates/2", "/work/1")) for pointer, _ in hints)
    assert any(pointer == "/unplaced/0" for pointer, _ in hints)
    empty = {
        hint.message for hint in find_hints(load_profile("basics: {name: A}\nwork: [{name: B}]").profile, date=TODAY)
    }
    assert {"There is no e-mail address.", "There is no phone number.", "There is no place.",
            "The job has no highlights.", "The job has no startDate and endDate."} <= empty  # fmt: skip
    assert "There is no work." in {
        hint.message for hint in find_hints(load_profile("basics: {name: A}").profile, date=TODAY)
    }
    long = load_profile(f"basics: {{name: A}}\nwork: [{{name: B, highlights: [{'word ' * 80}]}}]").profile
    assert any("longer than 300" in hint.message for hint in find_hints(long, date=TODAY))


def test_hints_doubt_contacts_and_dates_that_cannot_be() -> None:
    text = (
        "basics: {name: A, email: ann at example, phone: 555}\n"
        "work: [{name: B, startDate: 2020, endDate: 2027-05, highlights: [Did 2]}, {name: C, startDate: 2026-12}]\n"
        "certificates: [{name: CPhT, issuer: PTCB, expires: 2023-05}, {name: BLS, issuer: AHA, expires: 2026-11}]\n"
    )
    hints = {hint.pointer: hint.message for hint in find_hints(load_profile(text).profile, date=TODAY)}
    assert hints["/basics/email"] == "'ann at example' is no e-mail address."
    assert hints["/basics/phone"] == "'555' is no phone number."
    assert hints["/work/0/endDate"] == "The job's endDate 2027-05 is still to come."
    assert hints["/work/1/startDate"] == "The job's startDate 2026-12 is still to come."
    assert hints["/certificates/0/expires"] == "The credential ran out in 2023-05."
    assert "/certificates/1/expires" not in hints  # good to the end of the month


@pytest.mark.parametrize("name", STARTERS)
def test_examples_are_profiles_that_need_little(name: str) -> None:
    loaded = load_profile(example_yaml(STARTERS[name]))
    assert loaded.problems == ()
    assert len(find_hints(loaded.profile, date=TODAY)) <= 3


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("Pharmacy Technician", "Pharmacy Technician"),
        ("nurse", "Registered Nurse"),
        ("pharmacy tecnician", "Pharmacy Technician"),
        ("senior software engineer", "Software Developer"),
        ("warehous", "Warehouse Associate"),
    ],
)
def test_examples_are_found_by_other_names(asked: str, title: str) -> None:
    starter = find_starter(asked)
    assert starter is not None
    assert starter.title == title


def test_no_example_for_everything() -> None:
    assert find_starter("astronaut") is None


def test_answers_become_a_profile() -> None:
    text = profile_from_answers(
        {"name": "Ann Lee", "place": "Dayton, OH", "job_name": "Library", "job_startDate": "2019",
         "did_1": "Shelved: all", "school_institution": "North College", "credential_name": "CPR",
         "skills": "Koha, Excel"}
    )  # fmt: skip
    profile = load_profile(text).profile
    assert profile.basics.location is not None
    assert (profile.basics.location.city, profile.work[0].highlights[0].text) == ("Dayton", "Shelved: all")
    assert [skill.name for skill in profile.skills] == ["Koha", "Excel"]
    assert load_profile(profile_from_answers({"name": "Bo"})).profile.work == ()


def test_show_prints_all_but_what_is_private() -> None:
    text = show_profile(PROFILE)
    for words in ("Ann Lee, Clerk", "GitHub annlee", "Midtown Library; Clerk", "* Led 30 tours a week", "weekends yes",
                  "CONTINUING EDUCATION", "hours 2", "something left", "Private: 1 kept"):  # fmt: skip
        assert words in text
    assert "secret" not in text


def test_a_redacted_copy_tells_nobody() -> None:
    text = dump_yaml(redact_data(profile_data(PROFILE)))
    for words in ("Ann", "Lee", "ann@", "0142", "Midtown", "Museum", "North College", "Elm", "Dayton", "77", "Bo Fox",
                  "secret", "something left", "example.com/", "lib.", "mine", "Library Club"):  # fmt: skip
        assert words not in text.replace("sample.person@example.com", "")
    profile = load_profile(text).profile
    assert profile.work[0].highlights[0].text == "Led the Employer 1 book club"
    assert profile.work[0].startDate == "2019"
    assert profile.basics.location is not None
    assert profile.basics.location.region == "OH"
    assert load_profile(dump_yaml(redact_data({"basics": {"name": "B"}}))).profile.basics.name == "Sample Person"
