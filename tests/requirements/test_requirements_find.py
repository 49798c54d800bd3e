"""The stage as a whole: folding, alternatives, deadlines, reasons, and laws for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.requirements.postings import make_posting

from applykit.lexicon import Lexicon
from applykit.posting.model import Posting, Role, Section, Span
from applykit.requirements import Kind, Level, Requirement, find_requirements
from applykit.requirements.clauses import ClauseFinder, read_clauses
from applykit.requirements.folding import Judged, fold, merge_details
from applykit.requirements.found import Found
from applykit.requirements.model import Detail
from applykit.requirements.states import find_state
from applykit.requirements.wording import content_words

LONG = """Pharmacy Technician
About us
We are a leading pharmacy with customer service awards.
Duties
• Provide customer service.
• Enter data with attention to detail.
Requirements
• High school diploma or GED
• PTCB or ExCPT certification within 6 months of hire
• Attention to detail is a must
• Attention to detail
• Lift 10 lbs, lift 20 lbs and carry 30 lbs
"""


def sections(text: str, **headings: str) -> tuple[Section, ...]:
    """Sections under the headings named, up to the next heading."""
    places = sorted((text.index(heading + "\n"), heading, role) for role, heading in headings.items())
    ends = [place for place, _, _ in places[1:]] + [len(text)]
    return tuple(
        Section(Role(role), Span(place + len(heading) + 1, end), Span(place, place + len(heading)))
        for (place, heading, role), end in zip(places, ends, strict=True)
    )


POSTING = Posting(LONG, sections=sections(LONG, employer="About us", duties="Duties", required="Requirements"))


@pytest.fixture(scope="module")
def found(lexicon: Lexicon) -> dict[str, Requirement]:
    return {requirement.id: requirement for requirement in find_requirements(POSTING, lexicon)}


def test_what_is_said_twice_is_one_requirement(found: dict[str, Requirement]) -> None:
    detail = found["attention-to-detail"]
    assert detail.level is Level.REQUIRED
    assert len(detail.mentions) == 3
    assert detail.mentions[0].span.start == LONG.index("Attention to detail")
    assert len(detail.why) == 3


def test_the_employer_about_itself_asks_for_nothing(found: dict[str, Requirement]) -> None:
    assert found["customer-service"].level is Level.DUTY
    assert [LONG[m.span.start :].startswith(m.quote) for m in found["customer-service"].mentions] == [True]


def test_alternatives_share_a_group(found: dict[str, Requirement]) -> None:
    school = found["high-school-diploma"].alternative_of
    assert school
    assert school == found["high-school-equivalency"].alternative_of
    assert found["ptcb-cpht"].alternative_of not in (None, school)
    assert found["attention-to-detail"].alternative_of is None


def test_a_deadline_is_a_detail(found: dict[str, Requirement]) -> None:
    detail = found["ptcb-cpht"].detail
    assert detail is not None
    assert detail.deadline_months == 6


def test_one_entry_with_several_values_stays_several(lexicon: Lexicon) -> None:
    asked = find_requirements(make_posting("Depth perception\nColor vision\nColor vision", "conditions"), lexicon)
    assert [len(r.mentions) for r in asked] == [1, 2]


@pytest.mark.parametrize(
    ("text", "months"),
    [("BLS within 90 days of hire", 3), ("BLS within one year of employment", 12), ("BLS within 2 weeks of start", 1),

     ("BLS within the first 30 to 60 days", 2), ("BLS", None), ("BLS within reach", None)],
)  # fmt: skip
def test_deadlines_are_months_rounded_up(text: str, months: int | None, lexicon: Lexicon) -> None:
    (requirement,) = (r for r in find_requirements(make_posting(text), lexicon) if r.kind is Kind.CREDENTIAL)
    assert (requirement.detail.deadline_months if requirement.detail else None) == months


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Bachelor's degree or 4 years of experience", True),
        ("English or Spanish", True),
        ("BLS, ACLS or PALS", True),
        ("BLS and ACLS", False),
        ("BLS, ACLS", False),
        ("BLS. ACLS or nothing", False),
        ("BLS or attention to detail", False),
    ],
)
def test_only_branches_of_one_or_are_alternatives(text: str, together: bool, lexicon: Lexicon) -> None:
    groups = [r.alternative_of for r in find_requirements(make_posting(text), lexicon)]
    assert len(groups) > 1
    assert all(groups) == together
    assert len(set(groups)) == 1


def test_a_branch_asked_for_alone_elsewhere_is_no_alternative(lexicon: Lexicon) -> None:
    asked = find_requirements(make_posting("BLS or ACLS\nBLS is required"), lexicon)
    assert {r.alternative_of for r in asked} == {None}


def test_a_branch_that_is_not_asked_for_leaves_no_group(lexicon: Lexicon) -> None:
    asked = find_requirements(make_posting("BLS\nACLS or a bachelor's degree is not required"), lexicon)
    assert {r.alternative_of for r in asked} == {None}


def test_what_stands_in_a_heading_is_not_asked_for(lexicon: Lexicon) -> None:
    assert find_requirements(make_posting("Nothing here", heading="Attention to detail"), lexicon) == ()


def test_text_outside_sections_is_read(lexicon: Lexicon) -> None:
    text = "Attention to detail\nOffer\nSpanish\nand English"
    section = Section(Role.OFFER, Span(text.index("Spanish"), text.index("\nand")), Span(20, 25))
    asked = find_requirements(Posting(text, sections=(section,)), lexicon)
    assert [r.id for r in asked] == ["attention-to-detail", "english"]


def test_salary_is_no_requirement(lexicon: Lexicon) -> None:
    assert find_requirements(make_posting("Salary: $50,000 - $60,000 a year, $22.50 per hour"), lexicon) == ()


def test_every_requirement_says_why(found: dict[str, Requirement]) -> None:
    assert all(requirement.why for requirement in found.values())
    assert "lexicon term" in found["customer-service"].why[0]


PIECES = [
    "Attention to detail", "required", "preferred", "PTCB or ExCPT", "2+ years of experience", "no", "needed",
    ".", "\n", ";",
    "High school diploma", "lift 50 lbs", "Spanish", "We offer", "401(k)", "Must", "within 6 months of hire",
    ":", "•", "18",
]  # fmt: skip


@given(text=st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join), role=st.sampled_from(list(Role)))
def test_requirements_keep_their_promises(text: str, role: Role, lexicon: Lexicon) -> None:
    posting = make_posting(text, role.value)
    asked = find_requirements(posting, lexicon)
    assert asked == find_requirements(posting, lexicon)
    assert len({r.id for r in asked}) == len(asked)
    for requirement in asked:
        assert requirement.mentions
        assert all(m.span.of(text) == m.quote for m in requirement.mentions)
        assert requirement.why
    starts = [min(m.span for m in r.mentions) for r in asked]
    assert all(one <= other for one, other in pairwise(starts))


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    finder = ClauseFinder(read_clauses(Posting(text)))
    for clause in finder.clauses:
        assert clause.text == clause.span.of(text)
        assert finder.at(clause.span) is clause
    assert finder.at(Span(len(text) + 5, len(text) + 6)) is None


def test_abbreviations_end_no_sentence() -> None:
    clauses = read_clauses(make_posting("Lift 50 lbs. daily, e.g. boxes. Then rest. 1. Wash."))
    assert [clause.text for clause in clauses] == ["Lift 50 lbs. daily, e.g. boxes.", "Then rest.", "1. Wash."]


def test_finds_of_one_id_that_share_no_word_are_two_requirements() -> None:
    text = "depth perception, colour, depth"
    spans = [Span(0, 16), Span(18, 24), Span(26, 31)]
    found = [Judged(Found(span, Kind.PHYSICAL, "vision", "vision", "rule"), Level.REQUIRED, "why") for span in spans]
    first, second = fold(found, text)
    assert (first.id, len(first.mentions)) == ("vision", 2)
    assert (second.id, second.name, len(second.mentions)) == ("phrase:colour", "colour", 1)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("2 years of experience\n2 years of experience as a cook", [["2 years of experience as a cook",
                                                                      "2 years of experience"]]),
        ("3 years of experience\n2 years of experience as a cook", [["3 years of experience"],
                                                                     ["2 years of experience as a cook"]]),
        ("lift 10 lbs\nlift and carry 30 lbs", [["lift 10 lbs"], ["lift and carry 30 lbs"]]),
    ],
)  # fmt: skip
def test_the_same_amount_with_more_words_is_one_requirement(
    text: str, quotes: list[list[str]], lexicon: Lexicon
) -> None:
    asked = find_requirements(make_posting(text), lexicon)
    assert [sorted(m.quote for m in r.mentions) for r in asked] == [sorted(group) for group in quotes]


def test_what_is_said_in_passing_decides_nothing() -> None:
    text = "speaking Spanish. Spanish. French."
    spans = {"spanish": [Span(0, 16), Span(18, 25)], "french": [Span(27, 33)]}
    judged = [
        Judged(Found(span, Kind.LANGUAGE, key, key, "rule"), level, "why", counts=counts)
        for key, level, counts, span in (
            ("spanish", Level.REQUIRED, False, spans["spanish"][0]),
            ("spanish", Level.DUTY, True, spans["spanish"][1]),
            ("french", Level.REQUIRED, False, spans["french"][0]),
        )
    ]
    (asked,) = fold(judged, text)
    assert (asked.id, asked.level, [m.span for m in asked.mentions]) == ("spanish", Level.DUTY, spans["spanish"][::-1])


def test_details_are_joined() -> None:
    joined = merge_details([Detail(months=12, fields=("a",)), Detail(months=24, fields=("b", "a"), age=18)])
    assert joined == Detail(months=12, fields=("a", "b"), age=18)
    assert merge_details([]) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [("licensed in West Virginia", "WV"), ("State of OH license", "OH"), ("TX pharmacy technician registration", None),
     ("TX Pharmacy Technician License", "TX"), ("licensed IN the city", None), ("in Ontario", "ON"), ("or not", None)],
)  # fmt: skip
def test_states_are_read(text: str, state: str | None) -> None:
    assert find_state(text) == state


def test_words_that_say_nothing_count_when_nothing_else_is_there() -> None:
    assert content_words("ability to work") == frozenset(("ability", "to", "work"))
    assert content_words("ability to label, stock") == frozenset(("label", "stock"))
