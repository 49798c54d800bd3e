"""Laws behind the ranking: an essence is answered as its original, and what is screened out as by nobody.

Tried on every profile of the tables with every requirement of the tables, in several levels and origins.
"""

from dataclasses import replace
from typing import Any

import pytest
from tests.makers import DAY, make_posting, make_profile, make_requirement, read_cases

from applykit.lexicon import Lexicon
from applykit.matching.context import Context
from applykit.matching.essence import Wordings, empty_context, find_essence, id_alone
from applykit.matching.match import judge
from applykit.matching.model import Match
from applykit.matching.screening import ALONE, make_screen
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.requirements.model import Level, Requirement

# Beyond the tables: wordings that share an essence, and kinds that they ask seldom.
MORE = [
    {"kind": "experience", "id": "phrase:x", "quote": "Two years of pharmacy experience", "detail": {"months": 24}},
    {"kind": "experience", "id": "phrase:x", "quote": "24 months of experience", "detail": {"months": 24}},
    {"kind": "experience", "id": "phrase:x", "quote": "relevant experience"},
    {"kind": "experience", "id": "phrase:x", "quote": "x", "detail": {"fields": ["hospital pharmacy", "retail"]}},
    {"kind": "education", "id": "phrase:x", "quote": "degree in computing", "detail": {"degree": "associate"}},
    {
        "kind": "education",
        "id": "phrase:x",
        "quote": "degree",
        "detail": {"degree": "bachelor", "fields": ["accounting", "related field"], "or_equivalent": True},
    },
    {"kind": "education", "id": "phrase:x", "quote": "pharmacy technician training program"},
    {"kind": "credential", "id": "phrase:forklift card", "quote": "Forklift card"},
    {"kind": "credential", "id": "rpht", "quote": "registration in WA"},
    {"kind": "language", "id": "spanish", "quote": "bilingual in Spanish"},
    {"kind": "soft", "id": "phrase:calm", "quote": "calm under pressure"},
    {"kind": "skill", "id": "phrase:resolve", "quote": "Resolve insurance rejections every day"},
    {"kind": "schedule", "id": "weekends", "quote": "every second weekend"},
    {"kind": "physical", "id": "lifting", "quote": "lift 50 pounds", "detail": {"pounds": 50.0}},
    {"kind": "eligibility", "id": "drug-screen", "quote": "drug screen"},
]
POSTINGS = [make_posting(title="Pharmacy Technician II", state="WA"), make_posting()]


def asked_for() -> list[Requirement]:
    """Every requirement of the tables and above, in the levels and origins that decide on gates."""
    rows = [row["ask"] for row in read_cases("matching.yaml")] + MORE
    rows += [{"id": row["ask"], "kind": "credential", "quote": row["ask"]} for row in read_cases("credentials.yaml")]
    plain = [make_requirement(**row) for row in rows]
    return list(dict.fromkeys([*plain, *map(preferred, plain), *map(learned, plain)]))


def preferred(requirement: Requirement) -> Requirement:
    return replace(requirement, level=Level.PREFERRED)


def learned(requirement: Requirement) -> Requirement:
    return replace(requirement, origin="finder")


def profiles() -> list[Profile]:
    held = [{"certificates": [row["held"]]} for row in read_cases("credentials.yaml") if "held" in row]
    return [make_profile(**parts) for parts in [row["profile"] for row in read_cases("matching.yaml")] + held]


def told(match: Match) -> tuple[Any, ...]:
    return match.status, match.gate


@pytest.fixture(scope="module")
def contexts(lexicon: Lexicon) -> list[Context]:
    return [Context.gather(profile, lexicon, posting=None, date=DAY) for profile in profiles()]


@pytest.mark.parametrize("posting", POSTINGS, ids=["with title and place", "without"])
def test_an_essence_is_answered_as_its_original(contexts: list[Context], lexicon: Lexicon, posting: Posting) -> None:
    nobody, wordings = empty_context(lexicon), Wordings()
    for requirement in asked_for():
        essence = find_essence(requirement, posting, nobody=nobody, wordings=wordings)
        for context in contexts:
            original = judge(requirement, replace(context, posting=posting))
            assert told(judge(essence, context)) == told(original), (requirement, essence, context.profile)


def test_what_is_screened_out_is_answered_as_by_nobody(contexts: list[Context], lexicon: Lexicon) -> None:
    nobody, wordings = empty_context(lexicon, date=DAY), Wordings()
    essences = [find_essence(one, POSTINGS[0], nobody=nobody, wordings=wordings) for one in asked_for()]
    listed = list(dict.fromkeys([*essences, *filter(None, map(id_alone, essences))]))
    screen = make_screen(listed, nobody)
    for context in contexts:
        candidates, tasks = screen.candidates(context), screen.task_candidates(context.claims)
        for place, one in enumerate(listed):
            if place in candidates or place in tasks or one.kind in ALONE:
                continue
            alone = id_alone(one) or one
            expected = judge(alone, context) if listed.index(alone) in candidates else judge(one, nobody)
            assert told(judge(one, context)) == told(expected), (one, context.profile)


def test_wordings_of_one_thing_share_an_essence(lexicon: Lexicon) -> None:
    nobody, wordings = empty_context(lexicon), Wordings()
    quotes = ("Resolving insurance rejections", "resolve  insurance REJECTIONS", "Resolved insurance rejections")
    found = {
        find_essence(
            make_requirement(id=f"phrase:{quote.casefold()}", kind="skill", quote=quote, start=place),
            POSTINGS[place % 2],
            nobody=nobody,
            wordings=wordings,
        )
        for place, quote in enumerate(quotes)
    }
    assert len(found) == 1


def test_the_screen_leaves_out_most(contexts: list[Context], lexicon: Lexicon) -> None:
    nobody, wordings = empty_context(lexicon), Wordings()
    essences = [find_essence(one, POSTINGS[0], nobody=nobody, wordings=wordings) for one in asked_for()]
    listed = [one for one in dict.fromkeys(essences) if one.kind not in ALONE]
    screen = make_screen(listed, nobody)
    looked_at = [len(screen.candidates(context) | screen.task_candidates(context.claims)) for context in contexts]
    assert sum(looked_at) < len(listed) * len(contexts) / 2
