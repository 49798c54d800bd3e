"""Merging: what is new is added, what differs is decided, comments stay."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from applykit.profile import load_profile
from applykit.profile.importing.draft import Draft
from applykit.profile.importing.merge import Conflict, keep_mine, keep_theirs, merge_profiles
from applykit.profile.importing.mergefile import merged_text

MINE = {
    "basics": {"name": "Ann Lee", "email": "ann@example.com"},
    "work": [
        {"name": "Library", "position": "Clerk", "highlights": ["Shelved books", {"text": "Trained two", "id": "t"}]}
    ],
    "skills": [{"name": "Koha"}],
}
THEIRS = {
    "basics": {"name": "Ann Lee", "email": "other@example.com", "phone": "555-0142"},
    "work": [
        {
            "name": "LIBRARY",
            "position": "Clerk",
            "startDate": "2019",
            "highlights": ["Shelved books.", "Trained two", "New"],
        },
        {"name": "Museum", "position": "Guide"},
    ],
    "skills": [{"name": "koha"}, {"name": "Excel"}],
}


def test_new_things_are_added_and_conflicts_decided() -> None:
    asked: list[Conflict] = []

    def decide(conflict: Conflict) -> Any:
        asked.append(conflict)
        return conflict.theirs

    merged = merge_profiles(MINE, THEIRS, decide)
    assert [conflict.pointer for conflict in asked] == ["/basics/email"]
    assert merged["basics"] == {"name": "Ann Lee", "email": "other@example.com", "phone": "555-0142"}
    assert merged["work"][0]["highlights"] == ["Shelved books", {"text": "Trained two", "id": "t"}, "New"]
    assert merged["work"][0]["startDate"] == "2019"
    assert [job["name"] for job in merged["work"]] == ["Library", "Museum"]
    assert [skill["name"] for skill in merged["skills"]] == ["Koha", "Excel"]


def test_neither_side_is_changed() -> None:
    before = repr((MINE, THEIRS))
    merge_profiles(MINE, THEIRS, keep_theirs)
    assert repr((MINE, THEIRS)) == before


PROFILES = st.fixed_dictionaries(
    {
        "basics": st.fixed_dictionaries(
            {"name": st.sampled_from(["A", "B"])}, optional={"email": st.sampled_from(["x", "y"])}
        )
    },
    optional={
        "work": st.lists(
            st.fixed_dictionaries({"name": st.sampled_from("PQ")}, optional={"position": st.sampled_from("RS")}),
            max_size=3,
        ),
        "skills": st.lists(
            st.fixed_dictionaries({"name": st.sampled_from("KLM")}), max_size=3, unique_by=lambda s: s["name"]
        ),
    },
)


@given(PROFILES)
def test_merging_with_itself_changes_nothing(profile: dict[str, Any]) -> None:
    assert merge_profiles(profile, profile, keep_mine) == profile


@given(PROFILES, PROFILES)
def test_merging_twice_is_merging_once(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    once = merge_profiles(mine, theirs, keep_mine)
    assert merge_profiles(once, theirs, keep_mine) == once


def test_the_file_keeps_its_comments_and_form(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(
        "# mine\nbasics:\n  name: Ann Lee  # me\n  phone: 0555\nwork:\n  - name: Library\n    highlights:\n"
        "      - Shelved books  # true\ncertificates:\n  - {name: CPhT, date: 2022}\n"
    )
    draft = Draft(
        data={
            "basics": {"name": "Ann Lee", "email": "ann@example.com"},
            "work": [{"name": "Library", "highlights": ["Trained two"]}, {"name": "Museum"}],
            "certificates": [{"name": "CPhT", "issued": "2023"}],
        },
        unplaced=["left"],
    )
    text, added = merged_text(path, draft, decide=keep_theirs)
    assert "# mine" in text
    assert "# me" in text
    assert "- Shelved books  # true" in text
    assert added > 0
    profile = load_profile(text).profile
    assert [highlight.text for highlight in profile.work[0].highlights] == ["Shelved books", "Trained two"]
    assert profile.basics.phone == "0555"
    assert profile.certificates[0].issued == "2023"
    assert profile.unplaced == ("left",)
