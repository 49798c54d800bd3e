"""Phrases that name an entry: their ids, and what is the same thing said twice."""

import pytest
from tests.makers import DAY, make_profile, make_requirement

from applykit.lexicon import Lexicon
from applykit.matching import match_profile
from applykit.matching.resolving import resolve_requirements
from applykit.requirements.model import Requirement


def phrase(name: str, kind: str, *, level: str = "required", start: int = 50) -> Requirement:
    return make_requirement(
        id=f"phrase:{name.casefold()}", kind=kind, quote=name, level=level, start=start, origin="finder"
    )


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("CSPT", "credential", "cspt"),
        ("cycle counting", "skill", "cycle-counts"),
        ("management of inventory", "skill", "inventory-management"),  # the same words in another order
        ("JavaScript", "tool", "javascript"),
        ("Excel", "tool", "phrase:excel"),  # a tool by another name than the entry's may be another product
        ("MS", "tool", "phrase:ms"),
        ("cycle counts", "tool", "phrase:cycle counts"),  # an entry of another kind
        ("counts of the shelves", "skill", "phrase:counts of the shelves"),
        ("customer service", "experience", "phrase:customer service"),
        ("Spanish", "language", "spanish"),
    ],
)
def test_a_phrase_takes_the_id_of_the_entry_it_names(name: str, kind: str, expected: str, lexicon: Lexicon) -> None:
    (resolved,) = resolve_requirements([phrase(name, kind)], lexicon)
    assert resolved.id == expected
    assert resolved.name == name


def test_a_credential_said_twice_is_asked_once(lexicon: Lexicon) -> None:
    long = "Certified Compounded Sterile Preparation Technician"
    first = make_requirement(id="cspt", kind="credential", quote=long, level="preferred")
    (joined,) = resolve_requirements([first, phrase("CSPT", "credential")], lexicon)
    assert (joined.name, joined.level.value) == (long, "required")
    assert [mention.quote for mention in joined.mentions] == [long, "CSPT"]
    person = make_profile(certificates=[{"name": "CSPT"}])
    report = match_profile(person, [first, phrase("CSPT", "credential")], lexicon, date=DAY)
    assert len(report.matches) == 1


def test_two_kinds_of_a_skill_stay_two(lexicon: Lexicon) -> None:
    first = make_requirement(id="inventory-management", kind="skill", quote="inventory management")
    both = resolve_requirements([first, phrase("inventory control", "skill")], lexicon)
    assert [one.id for one in both] == ["inventory-management", "inventory-management"]


def test_a_skill_and_its_first_letters_are_one(lexicon: Lexicon) -> None:
    first = make_requirement(id="java", kind="tool", quote="Just Another Very Able Thing")
    assert len(resolve_requirements([first, phrase("JAVA", "tool")], lexicon)) == 1


def test_nothing_is_changed_where_nothing_is_named(lexicon: Lexicon) -> None:
    asked = [make_requirement(id="java", kind="tool", quote="Java"), phrase("a new thing", "skill")]
    assert resolve_requirements(asked, lexicon) == tuple(asked)
