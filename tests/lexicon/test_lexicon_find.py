"""Terms found in texts: forms, letter case, context, longest match, and laws."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.lexicon import Hit, Lexicon
from applykit.lexicon.compile import compile_entries
from applykit.lexicon.lexicon import read_compiled
from applykit.lexicon.load import SourceFile, parse_source

ENTRIES = """
field: test
title: Test
entries:
  - {id: communication, name: communication skills, kind: soft, aliases: [communication]}
  - {id: written-communication, name: written communication, kind: soft, aliases: [written communication skills]}
  - {id: inventory-management, name: inventory management, kind: skill, aliases: [manage inventory, inventory control]}
  - {id: billing, name: billing, kind: skill}
  - {id: iv, name: IV therapy, kind: skill, aliases: [{text: IV, exact: true, near: [sterile, admixture]}]}
  - {id: r, name: R programming, kind: tool, aliases: [{text: R, exact: true, near: [Python, SQL, statistics]}]}
  - {id: c, name: C language, kind: tool, acronyms: [C], not_near: [vitamin, hepatitis]}
  - {id: cpp, name: C++, kind: tool}
  - {id: csharp, name: "C#", kind: tool}
  - {id: it, name: information technology, kind: skill, acronyms: [IT]}
  - {id: bls, name: Basic Life Support, kind: credential, acronyms: [BLS], advice: {what: Take the class.}}
  - {id: travel, name: travel, kind: schedule, near: ["%"]}
  - {id: ab, name: AB typing, kind: skill, aliases: [{text: AB, exact: true, near: [blood type], not_near: [and AB]}]}
  - {id: cbc, name: CBC, kind: skill}
  - {id: cbcs, name: coding specialist, kind: credential, acronyms: [CBCS]}
  - {id: ehr, name: EHR, kind: tool}
  - {id: hipaa, name: HIPAA, kind: skill, aliases: [{text: HIPPA, match_only: true}]}
  - {id: double-one, name: shared words, kind: skill}
  - {id: double-two, name: shared word, kind: skill}
  - {id: label, name: Only A Label, kind: skill, label_only: true, aliases: [hidden term]}
"""


def compile_text(text: str) -> bytes:
    return compile_entries(parse_source(SourceFile("test.yaml", text.encode())), source="x")


LEXICON = Lexicon(read_compiled(compile_text(ENTRIES)))


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.id, text[hit.start : hit.end]) for hit in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Strong written communication skills.", [("written-communication", "written communication skills")]),
        ("managing the inventory", [("inventory-management", "managing the inventory")]),
        ("Inventory-Management", [("inventory-management", "Inventory-Management")]),
        ("billing", [("billing", "billing")]),
        ("bills and billed", []),
        ("sterile IV rooms", [("iv", "IV")]),
        ("Chapter IV of the handbook", []),
        ("Python, R and SQL", [("r", "R")]),
        ("R & D in Python", []),
        ("Python and R&D", []),
        ("C, C++/C#", [("c", "C"), ("cpp", "C++"), ("csharp", "C#")]),
        ("vitamin C", []),
        ("the C-suite", []),
        ("we need C.", [("c", "C")]),
        ("IT support", [("it", "IT")]),
        ("it works", []),
        ("YOU MUST WORK WITH THE TEAM AND IT IS FUN", []),
        ("CPR, BLS, ACLS", [("bls", "BLS")]),
        ("two BLSs", [("bls", "BLSs")]),
        ("travel 25% of the time", [("travel", "travel")]),
        ("Some travel", []),
        ("travel", [("travel", "travel")]),
        ("Duties:\n- Travel\n- Rest", [("travel", "Travel")]),
        ("blood type AB and AB", []),  # a phrase of not_near may have the term in it
        ("blood type AB and A", [("ab", "AB")]),
        ("AB positive, blood type", [("ab", "AB")]),
        ("type your blood AB", []),
        ("CBCS and CBC, two CBCs", [("cbcs", "CBCS"), ("cbc", "CBC"), ("cbc", "CBCs")]),
        ("EHRS", []),
        ("HIPPA rules", [("hipaa", "HIPPA")]),
        ("Only A Label", []),
        ("a hidden term here", [("label", "hidden term")]),
        ("inventory. Management", []),
        ("inventory\nManagement", []),
        ("inventory\nmanagement", [("inventory-management", "inventory\nmanagement")]),
        ("", []),
    ],
)
def test_terms_are_found_where_they_count(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_two_entries_with_the_same_words_are_told_by_id() -> None:
    assert found("shared words") == [("double-one", "shared words")]


def test_find_all_keeps_overlaps() -> None:
    text = "written communication skills"
    assert {hit.id for hit in LEXICON.find_all(text)} == {"communication", "written-communication"}


def test_explain_names_the_rule() -> None:
    reasons = {one.hit.id: one.objection for one in LEXICON.explain("bills for IV in chapter IT")}
    assert "one word" in str(reasons["billing"])
    assert "steril" in str(reasons["iv"])
    assert reasons["it"] is None


def test_context_must_stand_in_the_same_sentence() -> None:
    assert found("Sterile rooms. IV is a number.") == []
    assert found("Sterile rooms\nIV is a number") == []
    assert found("An IV e.g. sterile") == [("iv", "IV")]


def test_a_term_over_a_sentence_end_still_has_its_context() -> None:
    assert [hit.id for hit in LEXICON.find("IV\ntherapy")] == ["iv"]


@given(st.text(max_size=300))
def test_hits_lie_in_the_text_and_never_overlap(text: str) -> None:
    hits = LEXICON.find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))


WORDS = [
    "written", "communication", "skills", "IV", "sterile", "R", "Python", "C", "C++", "manage", "inventory",
    "billing", ",",
    ".", "\n", "and",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.integers(0, 5))
def test_the_order_of_entries_does_not_matter(words: list[str], seed: int) -> None:
    lines = ENTRIES.strip().split("\n")
    head, rows = lines[:3], lines[3:]
    random.Random(seed).shuffle(rows)
    shuffled = compile_text("\n".join(head + rows))
    assert shuffled == compile_text(ENTRIES)
    assert Lexicon(read_compiled(shuffled)).find(" ".join(words)) == LEXICON.find(" ".join(words))


def test_finding_again_gives_the_same() -> None:
    fresh = Lexicon(read_compiled(compile_text(ENTRIES)))
    text = "Python, R, sterile IV and communication skills"
    assert fresh.find(text) == fresh.find(text) == LEXICON.find(text)


def test_identify_takes_the_phrase_as_a_whole() -> None:
    assert LEXICON.identify("Inventory Controls") == ("inventory-management",)
    assert LEXICON.identify("IV") == ("iv",)
    assert LEXICON.identify("bills") == ()
    assert LEXICON.identify("CBCS") == ("cbcs",)
    assert LEXICON.identify("cbc") == ("cbc", "cbcs")
    assert LEXICON.identify("") == ()


def test_misspellings_are_found_and_marked() -> None:
    assert {term.text: term.match_only for term in LEXICON.skills["hipaa"].terms} == {"HIPAA": False, "HIPPA": True}


def test_stems_are_what_terms_are_compared_by() -> None:
    assert LEXICON.stems("Managing the inventories") == {"manag", "inventory"}


def test_closest_ignores_order_and_small_words() -> None:
    assert LEXICON.closest("control of the inventory") == ("inventory-management", 1.0)
    assert LEXICON.closest("control of inventory and stock") == ("inventory-management", 2 / 3)
    assert LEXICON.closest("manage control of inventory") == ("inventory-management", 2 / 3)
    assert LEXICON.closest("something else") is None
    assert LEXICON.closest("of the") is None


def test_hits_are_plain_values() -> None:
    assert LEXICON.find("C++") == (Hit(0, 3, "cpp", "C++"),)


def test_near_words_of_a_long_text(tmp_path: Path) -> None:
    text = "filler. " * 500 + "sterile IV. " + "filler. " * 500
    assert found(text) == [("iv", "IV")]
