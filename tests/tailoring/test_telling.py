"""How claims become the sentences of a letter, and how names are written in documents."""

from typing import Any

import pytest

from applykit.lexicon import Lexicon
from applykit.lexicon.model import EntryKind, Skill, Term
from applykit.tailoring.names import is_name, keep_names, spell, writable_terms, written_as
from applykit.tailoring.telling import say_also


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        ("I trained six", "I also trained six"),
        ("I was promoted", "I was also promoted"),
        ("I have kept the count", "I have also kept the count"),
        ("I also trained six", None),
        ("my work included filing", None),
    ],
)
def test_also_stands_after_the_auxiliary(clause: str, says: str | None) -> None:
    assert say_also(clause) == says


ENTRY = Skill(
    "kube", "Kubernetes", EntryKind.TOOL, "software",
    (Term("Kubernetes"), Term("KUBERNETES"), Term("Kubernets", match_only=True)),
)  # fmt: skip


def test_what_is_only_matched_is_never_written() -> None:
    assert [term.text for term in writable_terms(ENTRY)] == ["Kubernetes", "KUBERNETES"]
    assert written_as("kubernets", ENTRY) is None
    assert written_as("KUBERNETES", ENTRY) == "Kubernetes"
    assert written_as("Kubernetes", ENTRY) == "Kubernetes"


def test_names_keep_their_capitals(lexicon: Lexicon) -> None:
    tool = next(
        entry for key in lexicon.skills
        if (entry := lexicon.skills[key]).kind is EntryKind.TOOL and entry.name[:1].isupper() and entry.name.isalpha()
        and entry.name[1:].islower() and is_name(entry.name, lexicon)
    )  # fmt: skip
    small = tool.name[:1].lower() + tool.name[1:]
    assert spell(small, [tool.id, "unknown"], lexicon) == tool.name
    assert spell("filing", ["unknown"], lexicon) == "filing"
    assert keep_names(f"my work included {small} setup", f"{tool.name} setup", lexicon) == (
        f"my work included {tool.name} setup"
    )
    assert keep_names("answering phones", "Answering phones", lexicon) == "answering phones"


def letter_of(build: Any, profile: dict[str, Any], text: str = "We need Microsoft Excel.", **more: Any) -> str:
    letter = build(profile, text, title="Clerk", employer="Riverside", **more)[0].letter
    return " ".join(sentence.text for paragraph in letter.paragraphs for sentence in paragraph)


ROLES = [
    {"position": "Lead Baker", "startDate": "2023-01", "endDate": "present", "highlights": ["Lead four bakers"]},
    {
        "position": "Baker", "startDate": "2020-01", "endDate": "2022-12",
        "highlights": ["Baked 300 loaves a night", "Duties included cleaning ovens"],
    },
]  # fmt: skip


def test_an_earlier_role_under_one_employer_is_named(build: Any) -> None:
    text = letter_of(build, {"work": [{"name": "Mill", "startDate": "2020-01", "roles": ROLES}]})
    assert "a baker there, I baked 300 loaves a night" in text


def test_what_begins_with_my_follows_a_short_place(build: Any) -> None:
    work = [
        {"name": "Mill", "position": "Baker", "startDate": "2022-01", "highlights": ["Baked 300 loaves a night"]},
        {"name": "Shop", "position": "Clerk", "startDate": "2020-01", "endDate": "2021-12",
         "highlights": ["Duties included opening the store"]},
    ]  # fmt: skip
    text = letter_of(build, {"work": work})
    assert "t Shop, my duties included opening the store" in text or "t Mill, I baked" in text
    roles = [ROLES[0], {**ROLES[1], "highlights": ["Duties included cleaning ovens"]}]
    text = letter_of(build, {"work": [{"name": "Mill", "startDate": "2020-01", "roles": roles}]})
    assert "s a baker there, my duties included cleaning ovens" in text


def test_a_place_in_the_claim_is_not_said_again(build: Any) -> None:
    work = [
        {"name": "Mill", "position": "Baker", "startDate": "2022-01", "highlights": ["Baked 300 loaves a night"]},
        {"name": "Shop", "position": "Clerk", "startDate": "2020-01", "endDate": "2021-12",
         "highlights": ["Opened Shop on 200 mornings"]},
    ]  # fmt: skip
    text = letter_of(build, {"work": work})
    assert text.count("Shop") == 1


def test_the_checklist_names_state_deadline_and_weight(build: Any) -> None:
    from tests.makers import make_requirement

    from applykit.requirements.model import Detail
    from applykit.tailoring.checklist_names import _details
    from applykit.tailoring.phrases import load_phrases

    phrases = load_phrases()

    def told(**row: Any) -> list[str]:
        return list(_details(make_requirement(**row), phrases))

    license_ = {"id": "x", "kind": "credential", "quote": "Wisconsin license", "name": "license"}
    assert told(**license_, detail={"state": "WI", "deadline_months": 6}) == ["Wisconsin", "within 6 months of hire"]
    assert told(**license_, detail={"deadline_months": 1}) == ["Wisconsin", "within a month of hire"]
    assert told(**license_ | {"quote": "license"}, detail={"deadline_months": 0}) == ["before the first day"]
    assert told(id="y", kind="physical", quote="lifting", detail={"pounds": 30}) == ["30 pounds"]
    assert told(id="y", kind="physical", quote="lift 30 pounds", detail={"pounds": 30}) == []
    assert Detail().state is None
