"""What people in the occupation usually have besides: named apart, never asked for twice, never counted."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.makers import DAY, SMALL_LEXICON, make_profile, make_requirement

from applykit.lexicon import Lexicon, load_lexicon
from applykit.lexicon.tables import USUAL, bag_key, write_table
from applykit.matching import match_profile
from applykit.posting.model import Posting
from applykit.tailoring import Phrases, TailoringOptions, tailor_application, verify_application
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, SourceKind
from applykit.tailoring.plan import closing_gaps
from applykit.tailoring.usual import usual_lines

TECHNICIANS, MAKERS = "29-2052.00", "51-0001.00"
TITLES = {
    "Pharmacy Technician": f"{TECHNICIANS}=3",
    "Compounding Technician": f"{MAKERS}=1 {TECHNICIANS}=1",
    "Baker": "51-3011.00=3",
    "Helper": " ".join(f"53-000{n}.00=1" for n in range(1, 5)),
}
ROWS = {
    TECHNICIANS: "answer-phones=90 sterile-compounding=80 prior-authorization=70 excel=70 pyxis=60 java=60 "
    "javascript=60 drive-thru=60 compounding=60 cycle-counts=60 stock-rotation=60 no-such-entry=60",
    MAKERS: "sterile-compounding=60 excel=90",
}


@pytest.fixture(scope="module")
def occupied(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The tests' lexicon beside tables of four titles and two occupations."""
    folder = tmp_path_factory.mktemp("occupied")
    shutil.copytree(SMALL_LEXICON, folder / "lexicon")
    tables: Path = folder / "lexicon" / "imported"
    tables.mkdir()
    names = ((TECHNICIANS, "Pharmacy Technicians"), (MAKERS, "Compounders"))
    write_table(tables / "onet-titles.tsv", ("key", "codes"), ((bag_key(key), cell) for key, cell in TITLES.items()))
    write_table(tables / "onet-occupations.tsv", ("code", "title"), names)
    write_table(tables / USUAL, ("code", "ids"), ROWS.items())
    return load_lexicon(folder=folder / "lexicon", cache=folder / "cache")


def material_of(
    lexicon: Lexicon, phrases: Phrases, title: str | None, *, asked: tuple[str, ...] = (), **profile: Any
) -> Material:
    """A profile beside a posting whose text is only what it asks for."""
    posting = Posting(text="; ".join((*asked, title or "")), title=title)
    requirements = [
        make_requirement(id=key, kind=lexicon.skills[key].kind.value, quote=key, start=posting.text.index(key))
        for key in asked
    ]
    person = make_profile(**profile)
    report = match_profile(person, requirements, lexicon, date=DAY, posting=posting)
    return Material(person, posting, report, lexicon, phrases, TailoringOptions(), DAY)


def names_in(lines: tuple[Sentence, ...]) -> str:
    (line,) = lines
    return line.text.partition(": ")[2].partition(" (O*NET")[0]


def test_five_things_are_named_with_their_source(occupied: Lexicon, phrases: Phrases) -> None:
    (line,) = usual_lines(material_of(occupied, phrases, "Pharmacy Technician II"))
    assert line.text.startswith(
        "People in this occupation usually also have: sterile compounding, prior authorization, Microsoft Excel, Pyxis "
        "and Java (O*NET: Pharmacy Technicians)."
    )
    kinds = [source.kind for source in line.sources]
    assert kinds == [SourceKind.PHRASE, SourceKind.POSTING, *[SourceKind.LEXICON] * 6]


def test_at_most_three_tools_are_named(occupied: Lexicon, phrases: Phrases) -> None:
    asked = ("prior-authorization",)
    names = names_in(usual_lines(material_of(occupied, phrases, "Pharmacy Technician", asked=asked)))
    assert names == "sterile compounding, Microsoft Excel, Pyxis, Java and pharmacy drive-thru"


def test_what_is_asked_or_shown_is_not_named_nor_its_kin(occupied: Lexicon, phrases: Phrases) -> None:
    asked = ("compounding", "excel", "javascript", "drive-thru", "prior-authorization")
    skills = [{"name": "Inventory management"}, {"name": "Java"}]
    material = material_of(occupied, phrases, "Pharmacy Technician", asked=asked, skills=skills)
    assert names_in(usual_lines(material)) == "Pyxis and stock rotation"


def test_an_occupation_without_more_says_nothing(occupied: Lexicon, phrases: Phrases) -> None:
    asked = ("sterile-compounding", "excel")
    assert usual_lines(material_of(occupied, phrases, "Compounding Technician", asked=asked)) == ()


def test_titles_alike_name_what_is_common_to_both(occupied: Lexicon, phrases: Phrases) -> None:
    (line,) = usual_lines(material_of(occupied, phrases, "Compounding Technician"))
    assert "sterile compounding and Microsoft Excel (O*NET: Pharmacy Technicians; Compounders)" in line.text


@pytest.mark.parametrize("title", [None, "", "Team Member", "Baker", "Helper"])
def test_where_no_occupation_is_known_nothing_is_said(occupied: Lexicon, phrases: Phrases, title: str | None) -> None:
    assert usual_lines(material_of(occupied, phrases, title)) == ()


def test_the_sentence_is_traced_and_the_score_stays(occupied: Lexicon, phrases: Phrases) -> None:
    asked = ("answer-phones", "stock-rotation")
    known, unknown = (
        material_of(occupied, phrases, title, asked=asked) for title in ("Pharmacy Technician", "Team Member")
    )
    application = tailor_application(
        known.profile, known.posting, known.report, occupied, date=DAY, phrases=phrases, options=known.options
    )
    assert application.checklist.usual
    assert verify_application(application, known.profile, known.posting, occupied, DAY, phrases=phrases) == ()
    assert known.report.score == unknown.report.score
    assert {match.requirement.id for match in known.report.matches} == set(asked)


def test_among_gaps_alike_the_occupations_own_come_first(occupied: Lexicon, phrases: Phrases) -> None:
    asked = ("attention-to-detail", "hipaa", "stock-rotation", "excel")
    orders = [
        [group[0].requirement.id for group in closing_gaps(material_of(occupied, phrases, title, asked=asked))]
        for title in ("Pharmacy Technician", "Team Member")
    ]
    (first, *_), (other, *_) = orders
    assert (first, other) == ("excel", "attention-to-detail")
