"""Values for tests, made from the short forms of the tables in tests/cases."""

import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from applykit.lexicon import Lexicon, load_lexicon
from applykit.posting.model import Place, Posting, Span
from applykit.profile.model import Profile
from applykit.requirements.model import Detail, Kind, Level, Mention, Requirement

DAY = datetime.date(2026, 11, 25)
CASES = Path(__file__).parent / "cases"
SMALL_LEXICON = Path(__file__).parent / "matching" / "lexicon"


def read_cases(name: str) -> Any:
    """The rows of a table."""
    return YAML(typ="safe").load((CASES / name).read_text("utf-8"))


def small_lexicon(cache: Path) -> Lexicon:
    """The lexicon that belongs to the tests."""
    return load_lexicon(folder=SMALL_LEXICON, cache=cache)


def make_profile(**parts: Any) -> Profile:
    """A profile of the given parts; the name is added where none is given."""
    basics = {"name": "Sam Example", **parts.pop("basics", {})}
    return Profile.model_validate({"basics": basics, **parts})


def make_requirement(
    *,
    id: str,  # noqa: A002
    kind: str,
    quote: str,
    name: str | None = None,
    level: str = "required",
    detail: dict[str, Any] | None = None,
    origin: str = "lexicon",
    alternative_of: str | None = None,
    start: int = 0,
) -> Requirement:
    """A requirement that the posting mentions once, from `start`."""
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in (detail or {}).items()}
    return Requirement(
        id=id,
        name=name or quote,
        kind=Kind(kind),
        level=Level(level),
        mentions=(Mention(Span(start, start + len(quote)), quote),),
        detail=Detail(**values) if detail else None,
        origin=origin,
        alternative_of=alternative_of,
    )


def make_posting(
    text: str = "", *, title: str | None = None, employer: str | None = None, state: str | None = None
) -> Posting:
    """A posting with the facts that matter."""
    return Posting(text=text, title=title, employer=employer, place=Place(state, region=state) if state else None)


def ask_in(text: str, quotes: dict[str, tuple[str, str, str]]) -> tuple[Requirement, ...]:
    """Requirements for quotes that stand in a posting's text: quote → (id, kind, level)."""
    found = []
    for quote, (key, kind, level) in quotes.items():
        found.append(make_requirement(id=key, kind=kind, quote=quote, level=level, start=text.index(quote)))
    return tuple(found)
