"""The door of the stage: a posting in, its requirements out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Posting
from applykit.requirements.alternatives import drop_lone_branches, mark_alternatives
from applykit.requirements.clauses import ClauseFinder, read_clauses
from applykit.requirements.conditions import find_conditions
from applykit.requirements.cutting import cut_phrases
from applykit.requirements.details import add_details
from applykit.requirements.finder import Finder
from applykit.requirements.folding import Judged, fold
from applykit.requirements.found import Found
from applykit.requirements.joining import join_neighbours
from applykit.requirements.keywords import find_keywords
from applykit.requirements.levels import judge
from applykit.requirements.merging import is_sure, is_trusted, merge_phrases
from applykit.requirements.model import Requirement
from applykit.requirements.overlap import settle_overlaps
from applykit.requirements.weighing import count_opinions, place_of, weigh


def find_requirements(posting: Posting, lexicon: Lexicon, *, finder: Finder | None = None) -> tuple[Requirement, ...]:
    """What the posting asks for, in the order of its text.

    Lexicon terms and condition rules find, the clause and its section tell the level or drop it, and what is said twice
    is folded into one requirement. A `finder` adds phrases that no list holds.
    """
    clauses = ClauseFinder(read_clauses(posting))
    found = settle_overlaps([*find_keywords(posting.text, lexicon), *find_conditions(clauses.clauses, lexicon)])
    if finder is not None:
        known = [(one.span.start, one.span.end) for one in found]
        phrases = cut_phrases(finder.find_spans(posting.text, sections_of(posting), known), found, posting.text)
        found = merge_phrases(found, phrases, posting.text, lexicon)
        found = join_neighbours(found, posting.text)
    marked = mark_alternatives(found, posting.text, clauses)
    judged = judge_all(marked, clauses, lexicon)
    if finder is not None:
        judged = (replace(one, counts=is_confirmed(one)) for one in judged)
    return drop_lone_branches(fold(judged, posting.text))


def sections_of(posting: Posting) -> list[tuple[int, int, str]]:
    """The sections in the finder's form."""
    return [(section.span.start, section.span.end, section.role.value) for section in posting.sections]


def judge_all(found: Iterable[Found], clauses: ClauseFinder, lexicon: Lexicon) -> Iterator[Judged]:
    """What is asked for, with levels; what stands in headings or is not asked for is left out."""
    found = tuple(found)
    opinions = count_opinions(found, clauses)
    for one in found:
        clause = clauses.at(one.span)
        if clause is None:
            continue
        judgement = weigh(judge(clause, one.span, one.kind), one, clause, opinions[place_of(clause)])
        if judgement.level is not None:
            yield Judged(add_details(one, clause, lexicon), judgement.level, judgement.why)


def is_confirmed(one: Judged) -> bool:
    """Whether it may stand with what saw it: the finder and another, or one of them alone."""
    if one.found.score is None:
        return is_trusted(one.found)
    return one.found.origin != "finder" or is_sure(one.found)
