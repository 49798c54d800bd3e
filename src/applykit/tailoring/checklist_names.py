"""Requirements as the checklist names them."""

from collections.abc import Sequence

from applykit.matching.model import Match
from applykit.tailoring.grammar.nouns import join_words, upper_first
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.sentences import one_line, posting_source


def posting_spans(match: Match) -> tuple[Source, ...]:
    """Where the posting says it."""
    return tuple(posting_source(f"{m.span.start}:{m.span.end}") for m in match.requirement.mentions)


def name_sources(match: Match) -> tuple[Source, ...]:
    """Everything that a requirement's name may come from."""
    ids = dict.fromkeys((match.requirement.id, *(branch.requirement.id for branch in match.branches)))
    return (*posting_spans(match), *(Source(SourceKind.LEXICON, each) for each in ids))


def asked_sentence(match: Match) -> Sentence:
    """The requirement's name, with the posting's spans that say it."""
    return Sentence(upper_first(one_line(match.requirement.name)), name_sources(match))


def asked_together(matches: Sequence[Match]) -> Sentence:
    """Several requirements in one phrase."""
    names = dict.fromkeys(one_line(match.requirement.name) for match in matches)
    sources = dict.fromkeys(source for match in matches for source in name_sources(match))
    return Sentence(upper_first(join_words(list(names))), tuple(sources))
