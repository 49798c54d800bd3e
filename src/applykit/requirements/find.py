"""The door of the stage: a posting in, its requirements out."""

from collections.abc import Iterable, Iterator

from applykit.lexicon.lexicon import Lexicon
from applykit.posting.model import Posting
from applykit.requirements.alternatives import drop_lone_branches, mark_alternatives
from applykit.requirements.clauses import ClauseFinder, read_clauses
from applykit.requirements.conditions import find_conditions
from applykit.requirements.details import add_details
from applykit.requirements.finder import Finder
from applykit.requirements.folding import Judged, fold
from applykit.requirements.found import Found
from applykit.requirements.keywords import find_keywords
from applykit.requirements.levels import Judgement, judge
from applykit.requirements.merging import is_trusted, merge_phrases
from applykit.requirements.model import Level, Requirement
from applykit.requirements.overlap import settle_overlaps

SURE = 0.5  # the finder's score from which it is believed against a doubt


def find_requirements(posting: Posting, lexicon: Lexicon, *, finder: Finder | None = None) -> tuple[Requirement, ...]:
    """What the posting asks for, in the order of its text.

    Lexicon terms and condition rules find, the clause and its section tell the level or drop it, and what is said twice
    is folded into one requirement. A `finder` adds phrases that no list holds.
    """
    clauses = ClauseFinder(read_clauses(posting))
    found = settle_overlaps([*find_keywords(posting.text, lexicon), *find_conditions(clauses.clauses, lexicon)])
    if finder is not None:
        known = [(one.span.start, one.span.end) for one in found]
        phrases = finder.find_spans(posting.text, sections_of(posting), known)
        found = merge_phrases(found, phrases, posting.text, lexicon)
    marked = mark_alternatives(found, posting.text, clauses)
    judged = judge_all(marked, clauses, lexicon)
    wanted = judged if finder is None else (one for one in judged if is_confirmed(one))
    return drop_lone_branches(fold(wanted, posting.text))


def sections_of(posting: Posting) -> list[tuple[int, int, str]]:
    """The sections in the finder's form."""
    return [(section.span.start, section.span.end, section.role.value) for section in posting.sections]


def judge_all(found: Iterable[Found], clauses: ClauseFinder, lexicon: Lexicon) -> Iterator[Judged]:
    """What is asked for, with levels; what stands in headings or is not asked for is left out."""
    for one in found:
        clause = clauses.at(one.span)
        if clause is None:
            continue
        judgement = weigh(judge(clause, one.span, one.kind), one)
        if judgement.level is not None:
            yield Judged(add_details(one, clause, lexicon), judgement.level, judgement.why)


# The finder's level beside the section's: what stands among requirements is no duty, among wishes no must.
KEPT_BY_SECTION = ((Level.DUTY, Level.REQUIRED), (Level.REQUIRED, Level.PREFERRED))


def weigh(judgement: Judgement, one: Found) -> Judgement:
    """The rules' judgement beside the finder's opinion, where it has one.

    Words that speak of the thing itself (cues, labels, negation) beat the finder; the finder beats what only follows
    from the section, except that it makes no duty of a requirement and no must of a wish, and a sure finder beats
    doubts about offers and self-praise.
    """
    if one.level is None or judgement.firm or (one.level, judgement.level) in KEPT_BY_SECTION:
        return judgement
    if judgement.level is None and (one.score or 0.0) < SURE:
        return judgement
    return Judgement(
        one.level, f"level by the finder, against: {judgement.why}" if one.level != judgement.level else judgement.why
    )


def is_confirmed(one: Judged) -> bool:
    """Whether the finder saw it too, or it may stand without."""
    return one.found.score is not None or is_trusted(one.found)
