"""The door of the stage: a posting in, its requirements out."""

from collections.abc import Iterable, Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Posting
from applykit.requirements.clauses import ClauseFinder, read_clauses
from applykit.requirements.conditions import find_conditions
from applykit.requirements.finder import Finder
from applykit.requirements.folding import Judged, fold
from applykit.requirements.found import Found
from applykit.requirements.keywords import find_keywords
from applykit.requirements.levels import judge
from applykit.requirements.model import Requirement
from applykit.requirements.overlap import settle_overlaps


def find_requirements(posting: Posting, lexicon: Lexicon, *, finder: Finder | None = None) -> tuple[Requirement, ...]:
    """What the posting asks for, in the order of its text.

    Lexicon terms and condition rules find, the clause and its section tell the level or drop it, and what is said twice
    is folded into one requirement. A `finder` adds phrases that no list holds.
    """
    clauses = ClauseFinder(read_clauses(posting))
    found = [*find_keywords(posting.text, lexicon), *find_conditions(clauses.clauses, lexicon)]
    return fold(judge_all(settle_overlaps(found), clauses), posting.text)


def judge_all(found: Iterable[Found], clauses: ClauseFinder) -> Iterator[Judged]:
    """What is asked for, with levels; what stands in headings or is not asked for is left out."""
    for one in found:
        clause = clauses.at(one.span)
        if clause is None:
            continue
        judgement = judge(clause, one.span, one.kind)
        if judgement.level is not None:
            yield Judged(one, judgement.level, judgement.why)
