"""Folder names from names that nobody vouches for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.batch.folders import DEVICES, LONGEST, fold, give_folders, make_folder_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Li", "Ana Li"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("a/b\\c:d", "a b c d"),
        ("  .hidden. ", "hidden"),
        ("", "Client"),
        ("...", "Client"),
        ("\u202eevil\u202c", "evil"),
        ("Zoë 🐝", "Zoë 🐝"),
        ("x" * 300, "x" * LONGEST),
    ],
)
def test_names_become_safe(text: str, expected: str) -> None:
    assert make_folder_name(text, fallback="Client") == expected


@given(st.text())
def test_any_text_becomes_one_plain_path_part(text: str) -> None:
    name = make_folder_name(text, fallback="Client")
    assert name
    assert not set(name) & set('<>:"/\\|?*\x00')
    assert name.strip(" .") == name
    assert not DEVICES.match(name)


def test_equal_names_get_numbers_whatever_their_case_and_form() -> None:
    given_names = give_folders([("1", "Ana Li"), ("2", "ana li"), ("3", "Ana Li")], taken={})
    assert given_names == {"1": "Ana Li", "2": "ana li (2)", "3": "Ana Li (3)"}


def test_names_given_out_before_stay() -> None:
    taken = {"2": "Ana Li"}
    assert give_folders([("1", "Ana Li"), ("2", "Other")], taken=taken) == {"2": "Ana Li", "1": "Ana Li (2)"}


@given(st.lists(st.text(max_size=6), max_size=12))
def test_folders_are_distinct(names: list[str]) -> None:
    wanted = [(str(index), make_folder_name(name, fallback="Client")) for index, name in enumerate(names)]
    given_names = give_folders(wanted, taken={})
    assert len({fold(name) for name in given_names.values()}) == len(names)
