"""Neighbours that are one thing: a degree with its field, a name with its abbreviation."""

import pytest

from applykit.posting.model import Span
from applykit.requirements.found import Found
from applykit.requirements.joining import join_neighbours
from applykit.requirements.model import Detail, Kind, Level


def found(text: str, quote: str, kind: Kind, **values: object) -> Found:
    """A find of the quote's first place in the text."""
    at = text.index(quote)
    given: dict[str, object] = {"id": f"phrase:{quote.casefold()}", "rule": "rule", "origin": "finder", **values}
    return Found(Span(at, at + len(quote)), kind, name=quote, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "degree", "field", "together"),
    [
        ("Bachelor's degree in Nursing", "Bachelor's degree", "Nursing", True),
        ("a Master’s of Public Health", "Master’s", "Public Health", True),
        ("BS in a Science", "BS", "Science", True),
        ("Ph.D. in Chemistry", "Ph.D.", "Chemistry", True),
        ("Bachelor's degree, Nursing", "Bachelor's degree", "Nursing", False),
        ("internship in Nursing", "internship", "Nursing", False),
        ("Bachelor's degree in Business or Nursing", "Bachelor's degree in Business", "Nursing", False),
    ],
)
def test_a_degree_takes_its_first_field(text: str, degree: str, field: str, together: bool) -> None:
    joined = join_neighbours([found(text, degree, Kind.EDUCATION), found(text, field, Kind.EDUCATION)], text)
    assert len(joined) == (1 if together else 2)
    assert joined[0].span.of(text) == (text[text.index(degree) :] if together else degree)
    assert (joined[0].detail is not None and joined[0].detail.fields == (field,)) == together


def test_a_field_that_the_degree_has_already_is_not_said_twice() -> None:
    text = "Bachelor's degree in Nursing"
    first = found(text, "Bachelor's degree", Kind.EDUCATION, detail=Detail(degree="bachelor", fields=("Nursing",)))
    (joined,) = join_neighbours([found(text, "Nursing", Kind.EDUCATION), first], text)
    assert joined.detail == first.detail
    assert "with its field" in joined.rule


@pytest.mark.parametrize(
    ("kind", "origin"), [(Kind.SKILL, "finder"), (Kind.EDUCATION, "rule")]
)  # what a rule reads behind a degree is a degree of its own
def test_only_a_field_of_study_joins_a_degree(kind: Kind, origin: str) -> None:
    text = "degree in Nursing"
    pair = [found(text, "degree", Kind.EDUCATION), found(text, "Nursing", kind, origin=origin)]
    assert join_neighbours(pair, text) == tuple(pair)


@pytest.mark.parametrize(
    ("text", "school", "kind", "alone"),
    [
        ("BSN degree from an accredited school of nursing", "accredited school of nursing", Kind.EDUCATION, False),
        ("BSN degree in nursing at a state university", "state university", Kind.EDUCATION, False),
        ("BSN degree and an accredited school of nursing", "accredited school of nursing", Kind.EDUCATION, True),
        ("BSN degree from an approved internship", "approved internship", Kind.EDUCATION, True),
        ("BSN degree from an accredited school", "accredited school", Kind.SKILL, True),
    ],
)
def test_where_a_degree_is_from_is_no_requirement_of_its_own(text: str, school: str, kind: Kind, alone: bool) -> None:
    joined = join_neighbours([found(text, "BSN degree", Kind.EDUCATION), found(text, school, kind)], text)
    assert len(joined) == (2 if alone else 1)


def test_a_name_takes_its_abbreviation_and_the_id_of_the_one_that_is_known() -> None:
    text = "Basic Life Support (BLS)"
    name = found(text, "Basic Life Support", Kind.CREDENTIAL, score=0.4, level=Level.DUTY)
    (joined,) = join_neighbours([name, found(text, "BLS", Kind.CREDENTIAL, id="bls", origin="lexicon")], text)
    assert (joined.id, joined.origin, joined.score, joined.level) == ("bls", "lexicon", 0.4, Level.DUTY)
    assert joined.span.of(text) == text
    (known,) = join_neighbours([found(text, "Basic Life Support", Kind.CREDENTIAL, id="bls"),
                                found(text, "BLS", Kind.CREDENTIAL)], text)  # fmt: skip
    assert (known.id, known.score) == ("bls", None)


@pytest.mark.parametrize(
    ("text", "short"),
    [("Basic Life Support BLS", "BLS"), ("Basic Life Support (BLS or ACLS)", "BLS"),
     ("Basic Life Support (required)", "required")],
)  # fmt: skip
def test_what_is_no_abbreviation_stays_apart(text: str, short: str) -> None:
    pair = [found(text, "Basic Life Support", Kind.CREDENTIAL), found(text, short, Kind.CREDENTIAL)]
    assert join_neighbours(pair, text) == tuple(pair)


def test_an_abbreviation_of_another_kind_stays_apart() -> None:
    text = "Basic Life Support (BLS)"
    pair = [found(text, "Basic Life Support", Kind.CREDENTIAL), found(text, "BLS", Kind.SKILL)]
    assert join_neighbours(pair, text) == tuple(pair)
