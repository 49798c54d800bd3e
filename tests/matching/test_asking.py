"""Questions about the person by kind: a screen is passed, a paper is had, one lives somewhere."""

import pytest
from tests.makers import DAY, make_profile, make_requirement

from applykit.lexicon import Lexicon
from applykit.matching import match_profile


@pytest.mark.parametrize(
    ("kind", "name", "quote", "asked"),
    [
        ("eligibility", "drug screen", "Must pass a drug screen", "Can you pass a drug screen?"),
        ("eligibility", "background check", "Background check required", "Can you pass a background check?"),
        ("eligibility", "fingerprinting", "be fingerprinted", "Can you pass it?"),
        ("eligibility", "pre-employment physical", "pass a physical", "Can you pass it?"),
        ("eligibility", "driver's license", "Valid driver's license", "Do you have it?"),
        ("eligibility", "valid passport", "passport", "Do you have it?"),
        ("eligibility", "reliable transportation", "reliable transportation", "Do you have it?"),
        ("eligibility", "references", "three references", "Do you have them?"),
        ("eligibility", "influenza vaccination", "flu shot", "Have you had it, or would you have it done?"),
        (
            "eligibility",
            "residence in the area",
            "live within 30 miles of Yakima",
            "Do you live within 30 miles of Yakima?",
        ),
        ("eligibility", "residence in the area", "local residents only", "Do you live there?"),
        ("eligibility", "work authorization", "Authorized to work in the US", "Is that true for you?"),
        ("physical", "DOT medical card", "Current DOT medical card", "Do you have it?"),
        ("physical", "DOT physical", "valid medical card", "Do you have it?"),
        ("physical", "DOT physical", "Pass a DOT physical", "Can you pass it?"),
        ("physical", "live near", "Must live within 30 miles of Yakima", "Do you live within 30 miles of Yakima?"),
        ("physical", "kneeling", "Kneel and crouch", "Can you do that, with help where the law grants it?"),
    ],
)
def test_question_fits_its_kind(kind: str, name: str, quote: str, asked: str, lexicon: Lexicon) -> None:
    requirement = make_requirement(id=f"phrase:{name}", kind=kind, quote=quote, name=name)
    report = match_profile(make_profile(), [requirement], lexicon, date=DAY)
    assert report.matches[0].question == f"The posting says “{quote}”. {asked}"
