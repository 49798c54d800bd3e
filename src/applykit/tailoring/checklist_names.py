"""Requirements as the checklist names them."""

import re
from collections.abc import Iterator, Sequence

from applykit.matching.model import Match
from applykit.matching.states import State
from applykit.requirements.model import Kind, Requirement
from applykit.tailoring.grammar.nouns import join_words, upper_first
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.phrases import Phrases
from applykit.tailoring.sentences import one_line, posting_source


def posting_spans(match: Match) -> tuple[Source, ...]:
    """Where the posting says it."""
    return tuple(posting_source(f"{m.span.start}:{m.span.end}") for m in match.requirement.mentions)


def name_sources(match: Match) -> tuple[Source, ...]:
    """Everything that a requirement's name may come from."""
    ids = dict.fromkeys((match.requirement.id, *(branch.requirement.id for branch in match.branches)))
    return (*posting_spans(match), *(Source(SourceKind.LEXICON, each) for each in ids))


def asked_sentence(match: Match, material: Material) -> Sentence:
    """The requirement's name with its state and its time to earn it, and the posting's spans that say it."""
    details = list(_details(match.requirement, material.phrases))
    name = upper_first(one_line(match.requirement.name))
    text = f"{name} ({', '.join(details)})" if details else name
    named = (Source(SourceKind.COMPUTED, "match"),) if details else ()
    return Sentence(text, (*name_sources(match), *named))


def _details(requirement: Requirement, phrases: Phrases) -> Iterator[str]:
    """What of a requirement its name does not say: the state it must be valid in, and by when."""
    detail = requirement.detail
    state = state_named(requirement)
    if state and state.casefold() not in requirement.name.casefold():
        yield state
    if detail and detail.pounds is not None and not re.search(r"\d", requirement.name):
        yield phrases.label("pounds", pounds=f"{detail.pounds:g}")
    if detail and detail.deadline_months is not None:
        months = detail.deadline_months
        key = "deadline_start" if not months else "deadline_month" if months == 1 else "deadline"
        yield phrases.label(key, months=months)


def state_named(requirement: Requirement) -> str | None:
    """The state that the posting's own words name for a credential, written out."""
    if requirement.kind is not Kind.CREDENTIAL:
        return None
    stated = requirement.detail.state if requirement.detail else None
    state = State.named_in(stated, *(mention.quote for mention in requirement.mentions))
    return state.name if state else None


def asked_together(matches: Sequence[Match]) -> Sentence:
    """Several requirements in one phrase."""
    names = dict.fromkeys(one_line(match.requirement.name) for match in matches)
    sources = dict.fromkeys(source for match in matches for source in name_sources(match))
    return Sentence(upper_first(join_words(list(names))), tuple(sources))
