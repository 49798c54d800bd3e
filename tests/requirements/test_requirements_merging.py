"""The learned finder beside the lexicon and the rules."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from tests.requirements.postings import make_posting

from applykit.lexicon import Lexicon
from applykit.requirements import Requirement, find_requirements


@dataclass(frozen=True)
class Phrase:
    start: int
    end: int
    kind: str
    level: str
    score: float


@dataclass(frozen=True)
class Stub:
    """A finder that finds what it is told to."""

    quotes: dict[str, tuple[str, str, float]]

    def find_spans(
        self, text: str, sections: Sequence[tuple[int, int, str]] = (), known: Sequence[tuple[int, int]] = ()
    ) -> Sequence[Phrase]:
        assert all(start < end for start, end in [*known, *((first, last) for first, last, _ in sections)])
        places = {quote: text.index(quote) for quote in self.quotes}
        return [Phrase(at, at + len(quote), *self.quotes[quote]) for quote, at in places.items()]


def find(
    text: str, lexicon: Lexicon, role: str = "required", **quotes: tuple[str, str, float]
) -> dict[str, Requirement]:
    finder = Stub({quote.replace("_", " ").strip(): values for quote, values in quotes.items()})
    return {r.id: r for r in find_requirements(make_posting(text, role), lexicon, finder=finder)}


def test_a_term_and_a_phrase_of_the_same_words_are_one(lexicon: Lexicon) -> None:
    found = find("great attention to detail", lexicon, great_attention_to_detail=("soft", "required", 0.9))
    (requirement,) = found.values()
    assert (requirement.id, requirement.origin, requirement.score) == ("attention-to-detail", "lexicon", 0.9)
    assert requirement.mentions[0].quote == "great attention to detail"
    assert "finder 0.90" in requirement.why[0]


def test_a_rule_keeps_its_values(lexicon: Lexicon) -> None:
    found = find("lift up to 50 lbs daily", lexicon, up_to_50_lbs=("physical", "required", 0.8))
    assert found["lifting"].mentions[0].quote == "up to 50 lbs"
    assert found["lifting"].detail is not None
    assert found["lifting"].detail.pounds == 50


def test_a_phrase_that_says_more_takes_the_place_of_a_term(lexicon: Lexicon) -> None:
    text = "teach Spanish cooking to hungry sailors"
    found = find(text, lexicon, teach_Spanish_cooking_to_hungry_sailors=("skill", "duty", 0.7))
    (requirement,) = found.values()
    assert requirement.id == "phrase:teach spanish cooking to hungry sailors"
    assert requirement.origin == "finder"


def test_other_phrases_in_the_words_of_a_rule_stand_for_themselves(lexicon: Lexicon) -> None:
    text = "4 years of experience with Python and juggling"
    found = find(
        text, lexicon, _4_years_of_experience=("experience", "required", 0.9), juggling=("skill", "required", 0.6)
    )
    assert [r.mentions[0].quote for r in found.values()] == ["4 years of experience", "juggling"]
    assert next(iter(found.values())).detail is not None


def test_two_phrases_never_confirm_one_find(lexicon: Lexicon) -> None:
    text = "lift up to 50 lbs"
    found = find(text, lexicon, lift=("physical", "required", 0.9), _50_lbs=("physical", "required", 0.9))
    assert sorted(m.quote for r in found.values() for m in r.mentions) == ["50 lbs", "lift"]


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("detail with attention", "soft", "attention-to-detail"),
        ("resolve the riddle", "skill", "phrase:resolve the riddle"),
    ],
)
def test_a_phrase_alone_is_linked_by_its_words(text: str, kind: str, key: str, lexicon: Lexicon) -> None:
    finder = Stub({text: (kind, "duty", 0.6)})
    (requirement,) = find_requirements(make_posting(text, "duties"), lexicon, finder=finder)
    assert requirement.id == key
    assert requirement.origin == "finder"


def test_a_phrase_that_is_a_term_out_of_context_is_that_entry(lexicon: Lexicon) -> None:
    unmet = next(
        (skill.id, term.text)
        for skill in lexicon.skills.values()
        for term in skill.terms
        if term.near and lexicon.identify(term.text) == (skill.id,) and not lexicon.find(term.text)
    )
    key, text = unmet
    finder = Stub({text: (lexicon.skills[key].kind.value, "required", 0.9)})
    assert [r.id for r in find_requirements(make_posting(text), lexicon, finder=finder)] == [key]


def test_a_phrase_that_is_a_term_in_another_sense_is_left_out(lexicon: Lexicon) -> None:
    finder = Stub({"Access": ("tool", "required", 0.9)})
    assert find_requirements(make_posting("Access to patients and rooms"), lexicon, finder=finder) == ()
    found = find_requirements(make_posting("Access and Excel"), lexicon, finder=finder)
    assert "microsoft-access" in {requirement.id for requirement in found}


def test_finds_that_the_finder_passed_over_stay_where_they_are_trusted(lexicon: Lexicon) -> None:
    assert "spanish" in find("Spanish", lexicon)
    assert find("Attention to detail", lexicon) == {}
    assert find("retail experience", lexicon) == {}
    assert find("2 years of experience", lexicon) != {}


@pytest.mark.parametrize(
    ("kind", "seen", "origin"),
    [("tool", "tool", "lexicon"), ("soft", "skill", "lexicon"), ("experience", "experience", "finder"),
     ("credential", "credential", "finder")],
)  # fmt: skip
def test_the_finder_knows_better_what_a_skill_is_asked_for_as(
    kind: str, seen: str, origin: str, lexicon: Lexicon
) -> None:
    key, text = next(
        (skill.id, skill.name)
        for skill in lexicon.skills.values()
        if skill.kind.value == "skill" and [hit.id for hit in lexicon.find(skill.name)] == [skill.id]
    )
    finder = Stub({text: (kind, "required", 0.9)})
    (requirement,) = find_requirements(make_posting(text), lexicon, finder=finder)
    assert (requirement.id, requirement.kind, requirement.origin) == (key, seen, origin)


def test_a_credential_passed_over_by_the_finder_is_said_in_passing(lexicon: Lexicon) -> None:
    assert find("CPhT", lexicon) == {}


def test_words_about_the_thing_itself_beat_the_finder(lexicon: Lexicon) -> None:
    duty = ("soft", "duty", 0.9)
    preferred = find("attention to detail is preferred", lexicon, attention_to_detail=duty)
    assert preferred["attention-to-detail"].level == "preferred"
    assert find("attention to detail is not required", lexicon, attention_to_detail=duty) == {}


def test_the_finder_beats_what_follows_from_the_section_alone(lexicon: Lexicon) -> None:
    duty = ("soft", "duty", 0.9)
    (requirement,) = find("attention to detail", lexicon, attention_to_detail=duty).values()
    assert requirement.level == "required"
    wished = ("soft", "preferred", 0.9)
    (requirement,) = find("attention to detail", lexicon, "other", attention_to_detail=wished).values()
    assert requirement.level == "preferred"
    assert "level by the finder" in requirement.why[0]
    agreed = find("attention to detail", lexicon, "duties", attention_to_detail=duty)
    assert "level by the finder" not in agreed["attention-to-detail"].why[0]


@pytest.mark.parametrize(("score", "expected"), [(0.9, 1), (0.2, 0)])
def test_only_a_sure_finder_is_believed_against_a_doubt(score: float, expected: int, lexicon: Lexicon) -> None:
    found = find("We will train attention to detail", lexicon, attention_to_detail=("soft", "required", score))
    assert len(found) == expected


@pytest.mark.parametrize(
    ("text", "key", "stays"),
    [("Background check", "background-check", True), ("professional references", "reference-check", False),
     ("You must reside in", "residency-requirement", False)],
)  # fmt: skip
def test_eligibility_said_in_passing_or_in_half_needs_the_finder(
    text: str, key: str, stays: bool, lexicon: Lexicon
) -> None:
    assert key in {r.id for r in find_requirements(make_posting(text), lexicon)}
    assert (key in find(text, lexicon)) == stays


@pytest.mark.parametrize(("score", "expected"), [(0.9, 1), (0.5, 0)])
def test_a_shift_that_only_the_finder_saw_must_be_sure(score: float, expected: int, lexicon: Lexicon) -> None:
    assert len(find("whenever the moon is full", lexicon, the_moon_is_full=("schedule", "duty", score))) == expected


def test_the_parts_of_one_thing_are_one_requirement(lexicon: Lexicon) -> None:
    text = "Bachelor in Accounting or Finance"
    (degree,) = find(
        text,
        lexicon,
        Bachelor_in_Accounting=("education", "required", 0.9),
        Finance=("education", "required", 0.8),
    ).values()
    assert (degree.id, degree.mentions[0].quote, degree.score) == ("bachelors-degree", text, 0.9)
    assert degree.detail is not None
    assert degree.detail.fields == ("Accounting", "Finance")
    assert degree.alternative_of is None
    text = "Valid Oregon Single Subject Teaching Credential in Mathematics"
    (credential,) = find(
        text,
        lexicon,
        Oregon_Single_Subject_Teaching=("credential", "required", 0.7),
        Mathematics=("education", "required", 0.9),
    ).values()
    assert (credential.id, credential.kind.value) == ("teaching-license", "credential")
    assert "Mathematics" in credential.mentions[0].quote


def test_an_abbreviation_within_a_known_check_is_no_credential(lexicon: Lexicon) -> None:
    found = find(
        "DOJ/FBI fingerprint clearance",
        lexicon,
        DOJ=("credential", "required", 0.9),
        FBI_fingerprint_clearance=("eligibility", "required", 0.8),
    )
    assert list(found) == ["fingerprinting"]


def test_a_phrase_that_reaches_beyond_one_thing_stays_as_it_is(lexicon: Lexicon) -> None:
    found = find("Bachelor in Accounting or Finance required", lexicon, Finance_required=("education", "required", 0.8))
    assert found["bachelors-degree"].mentions[0].quote == "Finance required"
