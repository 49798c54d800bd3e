"""Following relations, and finding those that are broken."""

import pytest

from applykit.errors import ApplykitError

CHAIN = """
  - {id: a, name: alpha one, kind: skill, implies: [b], broader: [c], related: [d, nowhere], replaces: [old]}
  - {id: b, name: beta two, kind: skill, implies: [e]}
  - {id: c, name: gamma three, kind: skill, broader: [f, f, no]}
  - {id: d, name: delta four, kind: skill}
  - {id: e, name: epsilon five, kind: skill}
  - {id: f, name: zeta six, kind: skill}
  - {id: old, name: eta seven, kind: credential, replaces: [older]}
  - {id: older, name: theta eight, kind: credential}
"""


def test_relations_are_followed(make_lexicon) -> None:  # type: ignore[no-untyped-def]
    lexicon = make_lexicon(CHAIN)
    assert lexicon.implied("a") == lexicon.implied("a") == ("b", "e")
    assert lexicon.broader("a") == ("c", "f")
    assert lexicon.narrower("f") == ("c", "a")
    assert lexicon.related("a") == ("d",)
    assert lexicon.replaces("a") == ("old", "older")


def test_unknown_ids_have_no_relations(make_lexicon) -> None:  # type: ignore[no-untyped-def]
    lexicon = make_lexicon(CHAIN)
    assert lexicon.implied("nobody") == lexicon.related("nobody") == lexicon.narrower("nobody") == ()


def test_circles_are_refused_and_told_once(make_lexicon) -> None:  # type: ignore[no-untyped-def]
    entries = """
  - {id: a, name: alpha one, kind: skill, broader: [b]}
  - {id: b, name: beta two, kind: skill, broader: [c]}
  - {id: c, name: gamma three, kind: skill, broader: [a]}
  - {id: d, name: delta four, kind: skill, implies: [d]}
  - {id: e, name: epsilon five, kind: skill, broader: [a]}
"""
    with pytest.raises(ApplykitError) as raised:
        make_lexicon(entries)
    messages = [problem.message for problem in raised.value.problems]
    assert messages == ["implies goes in a circle: d → d.", "broader goes in a circle: a → b → c → a."]
    assert raised.value.problems[0].line == 8
