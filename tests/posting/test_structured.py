"""schema.org JobPosting objects as facts, and how they go together with the text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applykit.posting import Contact, Pay, Place, parse_posting
from applykit.posting.structured import Structured, best_structured, read_structured
from applykit.reading.model import Document

FULL: dict[str, Any] = {
    "@type": "JobPosting",
    "title": "Glazier - Tern Glass",
    "hiringOrganization": {"@type": "Organization", "name": "Tern Glass"},
    "jobLocation": [
        {
            "@type": "Place",
            "address": {"addressLocality": "Salem", "addressRegion": "OR", "addressCountry": {"name": "US"}},
        }
    ],
    "jobLocationType": "TELECOMMUTE",
    "employmentType": ["FULL_TIME", "Temporary"],
    "baseSalary": {
        "currency": "USD",
        "value": {"minValue": 22, "maxValue": "$27.50", "unitText": "HOUR"},
    },
    "datePosted": "2027-02-01T08:00:00Z",
    "validThrough": "2027-03-01",
    "identifier": {"name": "Tern Glass", "value": "TG-7"},
    "applicationContact": {"name": "Ana Ruiz", "jobTitle": "Foreman", "email": "mailto:ana@example.com"},
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=True) | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "value", "address", "addressLocality", "minValue", "currency", "@value", "email"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def test_all_fields() -> None:
    assert read_structured(FULL) == Structured(
        title="Glazier",
        employer="Tern Glass",
        place=Place("Salem, OR, US", "Salem", "OR", "US"),
        remote="remote",
        employment_type=("full-time", "temporary"),
        pay=Pay(22.0, 27.5, "hour", "USD"),
        posted="2027-02-01",
        closes="2027-03-01",
        reference="TG-7",
        contact=Contact("Ana Ruiz", "Foreman", "ana@example.com", None),
    )


@pytest.mark.parametrize(
    ("key", "value", "field", "wanted"),
    [
        ("name", "Roofer", "title", "Roofer"),
        ("title", {"@value": "Roofer"}, "title", "Roofer"),
        ("hiringOrganization", "Tern Glass", "employer", "Tern Glass"),
        ("hiringOrganization", "https://example.com/org", "employer", None),
        ("hiringOrganization", {"legalName": "Tern Glass Inc"}, "employer", "Tern Glass Inc"),
        ("hiringOrganization", [[["<b>Tern</b>"]]], "employer", "Tern"),
        ("hiringOrganization", [[[[[["too deep"]]]]]], "employer", None),
        ("jobLocation", "Salem, OR", "place", Place("Salem, OR")),
        ("jobLocation", {"addressRegion": "OR"}, "place", Place("OR", None, "OR", None)),
        ("jobLocation", {"name": "Salem"}, "place", Place("Salem")),
        ("jobLocation", {"address": "1 Main St"}, "place", Place("1 Main St")),
        ("jobLocation", {"address": {"streetAddress": "1 Main St"}}, "place", Place("1 Main St")),
        ("jobLocation", {"address": {}}, "place", None),
        ("jobLocation", {"geo": 1}, "place", None),
        ("applicantLocationRequirements", {"@type": "Country", "name": "USA"}, "place", Place("USA")),
        ("employmentType", "Full-time, OTHER", "employment_type", ("full-time",)),
        ("employmentType", "night work", "employment_type", ("night work",)),
        ("baseSalary", "$45,000", "pay", Pay(45000.0, None, None, None)),
        ("baseSalary", {"value": 20, "unitText": "Per Hour"}, "pay", Pay(20.0, None, "hour", None)),
        ("baseSalary", {"minValue": 1, "maxValue": 1}, "pay", Pay(1.0, None, None, None)),
        ("baseSalary", {"value": {"value": 9, "currency": "£"}}, "pay", Pay(9.0, None, None, "GBP")),
        ("baseSalary", {"value": {"maxValue": 9}}, "pay", Pay(None, 9.0, None, None)),
        ("baseSalary", "by agreement", "pay", None),
        ("estimatedSalary", [{"median": 30000, "duration": "year"}], "pay", Pay(30000.0, None, "year", None)),
        ("datePosted", "yesterday", "posted", None),
        ("datePosted", "March 3, 2027", "posted", "2027-03-03"),
        ("identifier", 77, "reference", "77"),
        ("identifier", {"name": "Only a name"}, "reference", "Only a name"),
        ("applicationContact", "Ana", "contact", None),
        ("applicationContact", {"url": "x"}, "contact", None),
        ("applicationContact", {"telephone": "555-0100"}, "contact", Contact(phone="555-0100")),
        ("title", True, "title", None),
        ("title", "", "title", None),
    ],
)
def test_single_fields(key: str, value: Any, field: str, wanted: Any) -> None:
    assert getattr(read_structured({key: value}), field) == wanted


@given(st.dictionaries(st.sampled_from(sorted(FULL)), ANYTHING, max_size=6))
def test_malformed_objects_never_fail(data: dict[str, Any]) -> None:
    assert isinstance(read_structured(data), Structured)


def test_the_first_object_with_facts_counts() -> None:
    assert best_structured(({}, {"title": "Roofer"}, {"title": "Other"})).title == "Roofer"
    assert best_structured(()) == Structured()


def test_structured_data_comes_first_and_text_fills_gaps() -> None:
    text = "Roofer\nCompany: Old Roofs\nSalary: $20 - $25 per hour\nContact: Bo Lind, 208-555-0100"
    data = {"title": "Roofer II", "hiringOrganization": "New Roofs", "applicationContact": {"email": "bo@example.com"}}
    posting = parse_posting(Document(text, structured=(data,)))
    assert (posting.title, posting.employer) == ("Roofer II", "New Roofs")
    assert posting.pay == Pay(20.0, 25.0, "hour", "USD")
    assert posting.contact == Contact("Bo Lind", None, "bo@example.com", "208-555-0100")
    assert "title" not in dict(posting.spans)


def test_told_facts_have_their_place_where_the_text_says_them() -> None:
    data = {"title": "Roofer", "employmentType": "PART_TIME", "applicationContact": {"name": "Bo Lind"}}
    posting = parse_posting(Document("Wanted: a Roofer.", structured=(data,)))
    assert dict(posting.spans)["title"].of(posting.text) == "Roofer"
    assert posting.employment_type == ("part-time",)
    assert posting.contact == Contact("Bo Lind")
