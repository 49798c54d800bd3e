"""Facts and pointers: every text is found again under its pointer."""

import pytest

from applykit.profile import iterate_facts, load_profile, resolve
from applykit.profile.tree import pointer_to, tokens_of

PROFILE = load_profile(
    """
basics: {name: Ada Example, location: {city: Dayton}}
work:
- name: Lakeside Drugs
  highlights: [One, {text: Two, id: second, tags: [x]}, "  "]
  roles: [{position: Lead, highlights: [Three]}]
availability: {onCall: true, note: Not on Mondays}
physical: {liftPounds: 50}
certificates: [{name: CPhT, date: 2022}]
continuingEducation: [{name: Law, hours: 1.5}]
unplaced: [something]
private: {salary: secret, list: [a/b, 3], deep: {~key: x}}
x-own: note
"""
).profile


def test_facts_carry_pointers_and_kinds() -> None:
    facts = list(iterate_facts(PROFILE))
    assert ("/work/0/highlights/1", "Two", "work.highlights") in facts
    assert ("/work/0/roles/0/highlights/0", "Three", "work.roles.highlights") in facts
    assert ("/physical/liftPounds", "50", "physical.liftPounds") in facts
    assert ("/certificates/0/issued", "2022", "certificates.issued") in facts
    texts = [fact.text for fact in facts]
    assert not {"second", "x", "something", "secret", "note", "  "} & set(texts)
    assert [fact.text for fact in facts if fact.kind == "continuingEducation.hours"] == ["1.5"]


def test_private_facts_come_only_when_asked_for() -> None:
    facts = [fact for fact in iterate_facts(PROFILE, private=True) if fact.kind.startswith("private")]
    assert facts == [
        ("/private/salary", "secret", "private.salary"),
        ("/private/list/0", "a/b", "private.list"),
        ("/private/list/1", "3", "private.list"),
        ("/private/deep/~0key", "x", "private.deep.~key"),
    ]


def test_every_fact_is_found_again() -> None:
    for fact in iterate_facts(PROFILE, private=True):
        assert fact.text == str(resolve(PROFILE, fact.pointer)).removesuffix(".0")


def test_other_spellings_resolve_too() -> None:
    assert resolve(PROFILE, "/availability/onCall") is resolve(PROFILE, "/availability/on_call") is True
    assert resolve(PROFILE, "/certificates/0/date") == "2022"
    assert resolve(PROFILE, "/x-own") == "note"
    assert resolve(PROFILE, "") is PROFILE


@pytest.mark.parametrize(
    "pointer", ["/work/9", "/work/-1", "/work/٢", "/nothing", "/basics/email", "/private/no", "/basics/name/x"]
)
def test_nothing_there(pointer: str) -> None:
    with pytest.raises(KeyError):
        resolve(PROFILE, pointer)


def test_pointers_escape_their_keys() -> None:
    assert pointer_to("a/b", 0, "~c") == "/a~1b/0/~0c"
    assert tokens_of("/a~1b/0/~0c") == ["a/b", "0", "~c"]
    assert tokens_of("") == []
