"""The phrase bank as data, and how phrases are chosen."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.errors import ApplykitError
from applykit.lexicon import Lexicon
from applykit.tailoring import Phrases, load_phrases
from applykit.tailoring.choice import Chooser, opening_of
from applykit.tailoring.grammar.nouns import body_name
from applykit.tailoring.numbers import numbers_in
from applykit.tailoring.phrases import SINGLE
from applykit.tailoring.sentences import say_date, say_month, say_range, say_years


def test_every_slot_has_four_alternatives(phrases: Phrases) -> None:
    for slot, banks in phrases.slots.items():
        for bank in banks.values():
            assert len(bank) >= 4 or slot in SINGLE


def test_every_setting_of_the_banks_is_known(phrases: Phrases) -> None:
    settings = {setting for banks in phrases.slots.values() for setting in banks}
    assert settings <= {*phrases.settings, "general"}
    assert all("general" in banks for banks in phrases.slots.values())


def test_fingerprint_tells_banks_apart(phrases: Phrases) -> None:
    assert phrases.fingerprint == load_phrases().fingerprint
    assert len(phrases.fingerprint) == 64


@pytest.mark.parametrize("language", ["xx", "../en", "EN", ""])
def test_unknown_languages_are_refused(language: str) -> None:
    with pytest.raises(ApplykitError, match="no phrases"):
        load_phrases(language)


def copy_bank(folder: Path, *, file: str, old: str, new: str) -> Path:
    from applykit.resources import find_data_folder

    target = folder / "en"
    target.mkdir()
    for path in (find_data_folder("templates") / "phrases" / "en").glob("*.yaml"):
        text = path.read_text("utf-8")
        target.joinpath(path.name).write_text(text.replace(old, new) if path.name == file else text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("letter.yaml", "{employer}.", "{boss}.", "unknown field"),
        (
            "letter.yaml",
            "thanks:\n  general:\n    - Thank you for your time.\n",
            "thanks:\n  general:\n",
            "fewer than 4",
        ),
        ("labels.yaml", "months: [Jan, ", "months: [", "12"),
        ("labels.yaml", "labels:\n", "lables:\n", "lables"),
        ("letter.yaml", "opening:", "opening: [", "cannot be read"),
    ],
)
def test_mistakes_in_a_bank_are_told(file: str, old: str, new: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(ApplykitError, match=says):
        load_phrases(folder=copy_bank(tmp_path, file=file, old=old, new=new))


@given(st.text(max_size=20), st.sampled_from(["general", "hospital", "office", "warehouse"]))
def test_the_same_seed_chooses_the_same(phrases: Phrases, seed: str, setting: str) -> None:
    values = {"title": "Clerk", "a_title": "a Clerk", "employer": "Shop"}
    one, two = Chooser(seed, setting, phrases), Chooser(seed, setting, phrases)
    assert one.choose("opening", **values) == two.choose("opening", **values)


def test_no_phrase_comes_twice_while_there_are_others(phrases: Phrases) -> None:
    chooser = Chooser("x", "general", phrases)
    names = [chooser.choose("thanks")[0] for _ in range(4)]
    assert len(set(names)) == 4


def test_a_slot_without_its_facts_gives_nothing(phrases: Phrases) -> None:
    with pytest.raises(LookupError):
        Chooser("x", "general", phrases).choose("opening")


def test_openings() -> None:
    assert [opening_of(text) for text in ("“At home, I", "I am", "")] == ["at", "i", ""]


def test_dates(phrases: Phrases) -> None:
    assert [say_date(date, phrases) for date in ("2022", "2022-03", "2022-03-09", "present")] == [
        "2022",
        "Mar 2022",
        "Mar 2022",
        "Present",
    ]
    assert [say_month(date, phrases) for date in ("2022", "2022-03", "2022-03-09")] == [
        "2022",
        "March 2022",
        "March 9, 2022",
    ]
    assert say_range("2020", "2020", phrases) == "2020"
    assert say_range(None, "2021-05", phrases) == "May 2021"
    assert say_range(None, None, phrases) is None
    assert say_range("2020-01", None, phrases) == "Jan 2020 – Present"


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (12, "one year"),
        (17, "more than a year"),
        (24, "two years"),
        (35, "two years"),
        (7, "seven months"),
        (132, "11 years"),
        (1, "one month"),
    ],
)
def test_amounts_of_time(months: int, said: str) -> None:
    assert say_years(months) == said


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,900 items", {"1900"}),
        ("99.7% of 12", {"99.7", "12"}),
        ("six years", {"6"}),
        ("one of them", set()),
        ("07/2028", {"7", "2028"}),
        ("12.0 hours", {"12"}),
        ("$26,400.", {"26400"}),
        ("Twelve", {"12"}),
        ("someone", set()),
    ],
)
def test_numbers_in_a_text(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("State of Maine", "the State of Maine"),
        ("PTCB", "PTCB"),
        ("The Board", "The Board"),
        ("American Heart Association", "the American Heart Association"),
    ],
)
def test_names_of_bodies(name: str, said: str) -> None:
    assert body_name(name) == said


def test_the_bank_claims_no_skill_of_the_tests_lexicon(phrases: Phrases, lexicon: Lexicon) -> None:
    texts = [text for banks in phrases.slots.values() for bank in banks.values() for text in bank]
    assert [text for text in texts if lexicon.find(text)] == []
