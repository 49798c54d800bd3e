"""Requirements as the checklist names them."""

from applykit.matching.model import Match
from applykit.tailoring.grammar.nouns import upper_first
from applykit.tailoring.model import Sentence, Source, SourceKind
from applykit.tailoring.sentences import one_line, posting_source


def asked_sentence(match: Match) -> Sentence:
    """The requirement's name, with the posting's spans that say it."""
    sources = tuple(posting_source(f"{m.span.start}:{m.span.end}") for m in match.requirement.mentions)
    name = one_line(match.requirement.name)
    ids = dict.fromkeys((match.requirement.id, *(branch.requirement.id for branch in match.branches)))
    return Sentence(upper_first(name), (*sources, *(Source(SourceKind.LEXICON, each) for each in ids)))
