"""Loading profiles: what is good comes through unchanged, what is bad is named with its place, all at once."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from applykit.errors import ApplykitError
from applykit.profile import load_profile

FOLDER = Path(__file__).parents[1] / "cases"
ERRORS = YAML(typ="safe", pure=True).load((FOLDER / "profile_errors.yaml").read_text("utf-8"))
SMALL = "basics: {name: Ada Example}\n"


def errors_of(source: str | Path | bytes) -> str:
    with pytest.raises(ApplykitError) as raised:
        load_profile(source)
    assert any(not problem.warning for problem in raised.value.problems)
    return str(raised.value)


@pytest.mark.parametrize("case", ERRORS, ids=lambda case: case["name"])
def test_mistakes(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(case["text"], "utf-8")
    message = errors_of(path)
    assert f"{path}:{case['at']}: " in message
    for words in case["says"]:
        assert words in message


def test_all_mistakes_of_a_file_are_said_in_its_order() -> None:
    with pytest.raises(ApplykitError) as raised:
        load_profile("basics: {name: A, nam: 1}\nwork:\n- position: Y\n  startDate: 2021-13\nfoo: 1\nskills: x\n")
    assert [problem.line for problem in raised.value.problems] == [1, 3, 4, 5, 6]


def test_a_profile_comes_through() -> None:
    loaded = load_profile(
        "version: 1\nbasics:\n  name: Ada Example\n  phone: 5550142\n  location: {postalCode: 02134}\n"
        "work:\n- name: Lakeside Drugs\n  startDate: 2021-06\n  endDate: Present\n"
        "  highlights:\n  - Filled 180 prescriptions a day\n  - {text: Ran cycle counts, tags: [inventory]}\n"
        "certificates:\n- {name: CPhT, date: 2022, number: 00120, expires: 2027-03}\n"
        "availability: {weekends: yes, onCall: false, travel: 0.5}\nx-note: mine\nprivate: {born: 1990}\n"
    )
    profile = loaded.profile
    assert loaded.problems == ()
    assert (profile.basics.phone, profile.basics.location and profile.basics.location.postalCode) == (
        "5550142",
        "02134",
    )
    assert profile.work[0].endDate == "present"
    assert [highlight.text for highlight in profile.work[0].highlights] == [
        "Filled 180 prescriptions a day",
        "Ran cycle counts",
    ]
    assert (profile.certificates[0].issued, profile.certificates[0].number) == ("2022", "00120")
    assert profile.availability is not None
    assert (profile.availability.weekends, profile.availability.on_call) == (True, False)
    assert profile.private == {"born": 1990}


def test_anchors_and_merges_are_understood() -> None:
    profile = load_profile(
        "basics: {name: A}\nwork:\n- &first {name: Lakeside, location: Dayton, highlights: &list [one, two]}\n"
        "- <<: *first\n  name: Riverside\n  highlights: *list\n"
    ).profile
    assert [(job.name, job.location) for job in profile.work] == [("Lakeside", "Dayton"), ("Riverside", "Dayton")]
    assert len(profile.work[1].highlights) == 2


def test_an_alias_bomb_is_stopped() -> None:
    lines = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"b{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "more than 20000 values" in errors_of("\n".join(lines) + "\n")


@pytest.mark.parametrize("text", ["[" * 3000 + "\n", '{"a":' * 3000 + "1" + "}" * 3000, "- " * 3000])
def test_depth_is_stopped(text: str) -> None:
    assert "nested" in errors_of(text)


def test_many_values_are_stopped_early() -> None:
    assert "more than 20000 values" in errors_of("a: [" + "1," * 200_000 + "]\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"PK\x03\x04....", "applykit profile import"),
        (b"%PDF-1.7", "a PDF, not a profile"),
        (b"ab\x00\xff\xfe\x01", "not a text file"),
        (b"basics:\n  name: Ren\xe9\n", "not UTF-8: the byte E9"),
        (b"basics:\n  name: A\x07\n", "U+0007"),
        (b"basics: " + b"a" * (5 * 1024 * 1024), "larger than 5 MB"),
    ],
)
def test_bytes_that_are_no_profile(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in errors_of(data)
    (tmp_path / "p.yaml").write_bytes(data)
    assert (words if "larger" not in words else "larger than 5.0 MB") in errors_of(tmp_path / "p.yaml")


def test_other_encodings_with_a_mark_are_read() -> None:
    assert load_profile("basics: {name: Renée}".encode("utf-16")).profile.basics.name == "Renée"
    assert load_profile("basics: {name: Renée}".encode("utf-8-sig")).profile.basics.name == "Renée"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "does not exist" in errors_of(str(tmp_path / "gone.yaml"))
    assert "is a folder" in errors_of(tmp_path)


def test_a_lone_surrogate_is_named() -> None:
    assert "U+D800" in errors_of('{"basics": {"name": "A\\ud800"}}')
    assert "U+DC00" in errors_of("basics: {name: A\udc00}\n")
    assert load_profile('{"basics": {"name": "\\ud83d\\ude00"}}').profile.basics.name == "\U0001f600"


def test_private_text_is_in_no_message_and_no_representation() -> None:
    message = errors_of(SMALL + 'private: {note: "secret\\u0001", s\\u0002: 1}\nwork: 3\n')
    assert "secret" not in message
    assert "secret" not in errors_of(SMALL + "private: secret words\n")
    assert "secret" not in repr(load_profile(SMALL + "private: {note: secret}\n"))


JSON_RESUME = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {"name": "Ada Example", "image": "", "website": "https://example.com", "summary": None},
    "work": [{"company": "Lakeside Drugs", "startDate": "June 2021", "endDate": "", "highlights": ["One"]}, {}],
    "education": [{"institution": "North College", "gpa": 3.50, "courses": ["RX 101"]}],
    "skills": [{"name": "Pharmacy", "flavor": 1}, {"name": "Office", "flavor": 2}],
}


def test_json_resume_is_read_as_it_is() -> None:
    loaded = load_profile(json.dumps(JSON_RESUME, indent=1).replace("3.5", "3.50"))
    profile = loaded.profile
    assert all(problem.warning for problem in loaded.problems)
    assert profile.basics.url == "https://example.com"
    assert (profile.work[0].name, profile.work[0].startDate, profile.work[0].endDate) == (
        "Lakeside Drugs",
        "2021-06",
        None,
    )
    assert profile.work[1].name == ""
    assert profile.education[0].score == "3.50"
    assert (profile.skills[1].model_extra or {})["flavor"] == 2
    said = [problem.message for problem in loaded.problems]
    assert "work, item 2 has no name." in said
    assert sum("flavor" in message for message in said) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"basics": {"name": "A"},}', "not JSON"),
        ('{"basics": {"name": NaN}, "work": [}', "not JSON"),
        ('{"basics": {"name": "A"}, "basics": {}}', "stands here again"),
        ('{"basics": {"email": "a@example.com"}}', "basics has no name"),
        ("[]", "mapping"),
    ],
)
def test_json_mistakes(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "resume.json").write_text(text)
    assert words in errors_of(tmp_path / "resume.json")


def test_places_in_json_count_lines_and_columns() -> None:
    with pytest.raises(ApplykitError) as raised:
        load_profile('{\n  "basics": {"name": "A"},\n  "work": [\n    {"name": "B", "startDate": "2021-13"}]}')
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [(4, 32)]


def test_braces_may_be_yaml_too() -> None:
    assert load_profile("{basics: {name: Ada}}").profile.basics.name == "Ada"
    assert "not JSON" in errors_of('{"basics": {"name": "Ada"}, "a": [}')


def test_every_json_resume_at_hand(shared_folder: Path) -> None:
    names = sorted((shared_folder / "inputs" / "resumes").glob("*resume.json"))
    assert len(names) >= 3
    for path in names:
        assert load_profile(path).profile.basics.name


def outcome(source: str | bytes) -> str:
    """ "profile" or the sentences of the refusal; anything else is an error of the program."""
    try:
        return type(load_profile(source).profile).__name__
    except ApplykitError as error:
        return str(error)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_profile_or_a_sentence(data: bytes) -> None:
    assert outcome(data)


@given(st.text(max_size=200))
def test_any_text_as_yaml_ends_in_a_profile_or_a_sentence(text: str) -> None:
    assert outcome(SMALL + text)


LEGAL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=60
)


@given(LEGAL.filter(str.strip))
def test_any_legal_text_comes_through_json_unchanged(text: str) -> None:
    assert load_profile(json.dumps({"basics": {"name": text}})).profile.basics.name == text
