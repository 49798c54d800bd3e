"""The tests' own lexicon and the packaged phrases, read once; applications made from short forms."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.makers import DAY, make_profile, make_requirement, small_lexicon

from applykit.lexicon import Lexicon
from applykit.matching import match_profile
from applykit.posting.model import Posting, Span
from applykit.profile.model import Profile
from applykit.tailoring import Application, Phrases, TailoringOptions, load_phrases, tailor_application

Build = Callable[..., tuple[Application, Profile, Posting]]


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return small_lexicon(tmp_path_factory.mktemp("lexicon"))


@pytest.fixture(scope="session")
def phrases() -> Phrases:
    return load_phrases()


@pytest.fixture(scope="session")
def build(lexicon: Lexicon, phrases: Phrases) -> Build:
    """Tailor a profile to a text in which every term of the lexicon is required."""

    def make(profile: dict[str, Any], text: str, *, level: str = "required", **more: Any) -> Any:
        options = more.pop("options", TailoringOptions())
        posting = Posting(text=text, **more)
        requirements = {
            hit.id: make_requirement(
                id=hit.id,
                kind=lexicon.skills[hit.id].kind.value,
                quote=text[hit.start : hit.end],
                name=lexicon.skills[hit.id].name,
                level=level,
                start=hit.start,
            )
            for hit in reversed(lexicon.find(text))
        }
        ordered = sorted(requirements.values(), key=lambda each: each.mentions[0].span)
        person = make_profile(**profile)
        report = match_profile(person, ordered, lexicon, date=DAY, posting=posting)
        application = tailor_application(person, posting, report, lexicon, date=DAY, phrases=phrases, options=options)
        return application, person, posting

    return make


def span_of(text: str, quote: str) -> str:
    """Where a quote stands, as a source says it."""
    span = Span(text.index(quote), text.index(quote) + len(quote))
    return f"{span.start}:{span.end}"
