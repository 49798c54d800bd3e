"""Laws of matching and its score, over made-up profiles and requirements."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.makers import DAY, make_posting, make_profile, make_requirement

from applykit.lexicon import Lexicon
from applykit.matching import MatchReport, Status, match_profile
from applykit.matching.score import SHARES, share_points

KEYS = [
    "cycle-counts", "inventory-management", "stock-rotation", "compounding", "sterile-compounding", "iv-admixture",
    "prior-authorization", "customer-service", "java", "javascript", "pyxis", "dispensing-cabinets", "hipaa",
]  # fmt: skip
NAMES = [
    "cycle counts", "inventory control", "stock rotation", "compounding", "sterile compounding", "IV admixture",
    "prior authorization", "customer service", "Java", "JavaScript", "Pyxis", "automated dispensing cabinets", "HIPAA",
]  # fmt: skip
LEVELS = ["required", "preferred", "duty"]
BEST_FIRST = [Status.MET, Status.PARTLY, Status.UNKNOWN, Status.MISSING]
UNRELATED = ["juggling", "basket weaving", "unicycle riding", "falconry"]

skill_lists = st.lists(st.sampled_from(NAMES), max_size=6, unique=True)
asked = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(LEVELS)), min_size=1, max_size=8, unique_by=lambda each: each[0]
)


def report_for(skills: list[str], wanted: list[tuple[str, str]], lexicon: Lexicon, **more: Any) -> MatchReport:
    requirements = [
        make_requirement(id=key, kind=lexicon.skills[key].kind.value, quote=lexicon.skills[key].name, level=level)
        for key, level in wanted
    ]
    profile = make_profile(skills=[{"name": "Group", "keywords": skills}] if skills else [], **more)
    return match_profile(profile, requirements, lexicon, date=DAY, posting=make_posting(title="Pharmacy Technician"))


@given(skill_lists, st.sampled_from(NAMES), asked)
def test_true_evidence_never_lowers_anything(
    lexicon: Lexicon, skills: list[str], more: str, wanted: list[tuple[str, str]]
) -> None:
    before, after = report_for(skills, wanted, lexicon), report_for([*skills, more], wanted, lexicon)
    assert after.score.total >= before.score.total
    for old, new in zip(before.matches, after.matches, strict=True):
        assert BEST_FIRST.index(new.status) <= BEST_FIRST.index(old.status)


@given(skill_lists, st.sampled_from(UNRELATED), asked)
def test_unrelated_skills_never_raise_the_score(
    lexicon: Lexicon, skills: list[str], more: str, wanted: list[tuple[str, str]]
) -> None:
    assert report_for([*skills, more], wanted, lexicon).score == report_for(skills, wanted, lexicon).score


@given(skill_lists, asked)
def test_score_is_the_sum_of_its_parts_and_at_most_100(
    lexicon: Lexicon, skills: list[str], wanted: list[tuple[str, str]]
) -> None:
    score = report_for(skills, wanted, lexicon).score
    assert score.total == sum(part.earned for part in score.parts) <= 100
    assert sum(part.possible for part in score.parts) == 100
    assert all(0 <= part.earned <= part.possible for part in score.parts)


@given(skill_lists, asked)
def test_everything_met_is_100(lexicon: Lexicon, skills: list[str], wanted: list[tuple[str, str]]) -> None:
    work = [{"name": "A", "position": "Pharmacy Technician"}]
    assert report_for(NAMES, wanted, lexicon, work=work).score.total == 100


@given(skill_lists, asked)
def test_evidence_stands_where_it_says(lexicon: Lexicon, skills: list[str], wanted: list[tuple[str, str]]) -> None:
    for match in report_for(skills, wanted, lexicon).matches:
        for evidence in match.evidence:
            number = int(evidence.pointer.rsplit("/", 1)[1])
            assert skills[number] == evidence.quote


@given(skill_lists, asked)
def test_the_same_twice(lexicon: Lexicon, skills: list[str], wanted: list[tuple[str, str]]) -> None:
    assert report_for(skills, wanted, lexicon) == report_for(skills, wanted, lexicon)


@given(skill_lists, asked, st.integers(1, 3))
def test_a_posting_that_repeats_itself_scores_the_same(
    lexicon: Lexicon, skills: list[str], wanted: list[tuple[str, str]], times: int
) -> None:
    once = [
        make_requirement(id=key, kind="skill", quote=lexicon.skills[key].name, level=level) for key, level in wanted
    ]
    often = [type(each)(each.id, each.name, each.kind, each.level, each.mentions * (times + 1)) for each in once]
    profile = make_profile(skills=[{"name": name} for name in skills])
    first = match_profile(profile, once, lexicon, date=DAY)
    assert first.score == match_profile(profile, often, lexicon, date=DAY).score


@given(st.dictionaries(st.sampled_from(sorted(SHARES)), st.integers(1, 90), min_size=1))
def test_points_are_spent_to_the_last(shares: dict[str, int]) -> None:
    given_points = share_points(shares)
    assert sum(given_points.values()) == 100
    assert set(given_points) == set(shares)


def test_nothing_to_share() -> None:
    assert share_points({}) == {}


@pytest.mark.parametrize(
    ("title", "position", "earned"),
    [
        ("Pharmacy Technician", "Pharmacy Technician II", 100),
        ("Pharmacy Clerk", "Pharmacy Technician", 50),
        ("Welder", "Clerk", 0),
    ],
)
def test_title_part(title: str, position: str, earned: int, lexicon: Lexicon) -> None:
    profile = make_profile(work=[{"name": "A", "position": position}])
    report = match_profile(profile, [], lexicon, date=DAY, posting=make_posting(title=title))
    assert report.score.total == earned


def test_without_title_and_requirements_there_is_no_score(lexicon: Lexicon) -> None:
    report = match_profile(make_profile(), [], lexicon, date=DAY)
    assert (report.score.total, report.score.parts) == (0, ())
