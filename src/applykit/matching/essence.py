"""What of a requirement decides its answer: equal essences are answered alike by every profile.

For ranking many with many: postings ask for the same thing in many wordings and at many places, and each distinct
essence needs to be judged only once. An essence is itself a requirement, made so that `judge` gives it the same
status and the same gate as the original (a law, tested); evidence and reasons may differ.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace

from applykit.lexicon import Lexicon
from applykit.matching.conditions import asks_right_to_work
from applykit.matching.context import Context
from applykit.matching.credentials import wanted_state
from applykit.matching.education import level_named
from applykit.matching.experience import ANY_FIELD, asked_texts, needed_months, own_texts
from applykit.matching.grades import wanted_grades
from applykit.matching.match import ASKED_WHEN_LEARNED, is_gate
from applykit.matching.occupations import field_codes, telling
from applykit.matching.recency import say_window, window_asked
from applykit.matching.sponsorship import EXCLUDED, excludes_sponsorship
from applykit.matching.studies import GENERIC, accreditors_asked, fields_asked
from applykit.matching.words import content_stems
from applykit.posting.model import Posting, Span
from applykit.profile.model import Basics, Profile
from applykit.requirements.model import Detail, Kind, Level, Mention, Requirement

ANY_DAY = datetime.date(2000, 1, 1)
NOWHERE = Span(0, 0)
PHRASE = "phrase:"


def empty_context(lexicon: Lexicon, *, date: datetime.date = ANY_DAY) -> Context:
    """The context of a profile that says nothing."""
    return Context.gather(Profile(basics=Basics(name="")), lexicon, posting=None, date=date)


class Wordings:
    """One text for each sequence of stems, the first that was met: for texts that count by their stems alone."""

    def __init__(self) -> None:
        self.texts: dict[tuple[str, ...], str] = {}

    def choose(self, texts: Iterable[str], *, least: int = 1) -> tuple[str, ...]:
        """A representative of every text with at least `least` stems, each once, in a fixed order."""
        named = {content_stems(text): text for text in texts}
        return tuple(self.texts.setdefault(each, named[each]) for each in sorted(named) if len(each) >= least)


def find_essence(requirement: Requirement, posting: Posting, *, nobody: Context, wordings: Wordings) -> Requirement:
    """The essence of a posting's requirement; `nobody` is an empty context, `wordings` is shared by all postings."""
    context = replace(nobody, posting=posting)
    essence = ESSENCES.get(requirement.kind, skill_essence)(requirement, context, wordings)
    asked = requirement.origin == "finder" and requirement.kind in ASKED_WHEN_LEARNED
    required = is_gate(requirement) or (asked and requirement.level is Level.REQUIRED)
    return replace(
        essence,
        level=Level.REQUIRED if required else Level.DUTY,
        origin="finder" if asked and required else "rule",
        alternative_of=None,
        score=None,
        why=(),
    )


def texts_of(requirement: Requirement) -> tuple[str, ...]:
    return (requirement.name, *(mention.quote for mention in requirement.mentions))


def bare_id(requirement: Requirement) -> str:
    """The lexicon's id; of a phrase only that it is one, since its words stand in the name."""
    return PHRASE if requirement.id.startswith(PHRASE) else requirement.id


def with_texts(requirement: Requirement, texts: tuple[str, ...], detail: Detail | None = None) -> Requirement:
    """The requirement with these texts alone; the first is the name."""
    mentions = tuple(Mention(NOWHERE, text) for text in texts[1:]) or (Mention(NOWHERE, ""),)
    return replace(
        requirement, id=bare_id(requirement), name=texts[0] if texts else "", mentions=mentions, detail=detail
    )


def skill_essence(requirement: Requirement, _: Context, wordings: Wordings) -> Requirement:
    """The id, and the phrases that name a task; a tool is answered as a skill is."""
    kind = Kind.SKILL if requirement.kind is Kind.TOOL else requirement.kind
    return replace(with_texts(requirement, wordings.choose(texts_of(requirement), least=2)), kind=kind)


def experience_essence(requirement: Requirement, context: Context, wordings: Wordings) -> Requirement:
    """Months and fields, with the phrases where a field is named; the posting's title only where it is the field."""
    detail, window = requirement.detail or Detail(), window_asked(requirement)
    untold = not own_texts(requirement, detail) or ANY_FIELD in detail.words
    words = ((say_window(window),) if window else ()) + ((ANY_FIELD,) if untold else ())
    if not asked_texts(requirement, detail, context):
        return with_texts(requirement, (), Detail(months=needed_months(requirement), words=words))
    # Two texts of the same stems are one field where they name the same occupation too.
    keys = [
        (("field", *telling(text), *field_codes(text, context.lexicon)), text)
        for text in asked_texts(requirement, detail, context)
    ]
    kept = sorted({wordings.texts.setdefault(key, text) for key, text in keys})
    texts = wordings.choose(texts_of(requirement), least=2)
    return with_texts(requirement, texts, Detail(months=needed_months(requirement), fields=tuple(kept), words=words))


def education_essence(requirement: Requirement, _: Context, wordings: Wordings) -> Requirement:
    """The degree, its fields and whether work may stand for it; of a programme, its words."""
    detail = requirement.detail or Detail()
    degree = detail.degree or level_named(requirement.name)
    if degree is None or degree == "none":
        return with_texts(requirement, ("", *wordings.choose(texts_of(requirement))))
    asked = fields_asked(requirement)
    told = all(set(content_stems(field)) - GENERIC for field in asked)
    # In small letters and with all words, since "social work" is more than its one telling word.
    fields = tuple(sorted({" ".join(field.casefold().split()) for field in asked})) if told else ()
    issuer = " ".join(accreditors_asked(requirement)) or None
    bare = Detail(degree=degree, fields=fields, or_equivalent=detail.or_equivalent, issuer=issuer)
    return replace(with_texts(requirement, (), bare), id=PHRASE)


def credential_essence(requirement: Requirement, context: Context, wordings: Wordings) -> Requirement:
    """The id and name, the state and grades it must be of, and if it may be earned later; words for no entry."""
    detail = requirement.detail or Detail()
    later = None if detail.deadline_months is None else 0
    grades = tuple(sorted(" ".join(each) for each in wanted_grades(requirement, context)))
    bare = Detail(state=wanted_state(requirement, context), deadline_months=later, words=grades)
    known = requirement.id in context.lexicon.skills
    # In small letters, since capitals may name a state, which has been read already.
    quotes = () if known else wordings.choose(mention.quote.lower() for mention in requirement.mentions)
    return with_texts(requirement, (requirement.name, *quotes), bare)


def condition_essence(requirement: Requirement, *_: object) -> Requirement:
    """The words as they stand, whatever their case and order, and all values."""
    quotes = sorted({" ".join(mention.quote.casefold().split()) for mention in requirement.mentions})
    return replace(requirement, mentions=tuple(Mention(NOWHERE, quote) for quote in quotes))


def eligibility_essence(requirement: Requirement, context: Context, _: Wordings) -> Requirement:
    """The same, and for the right to work whether the posting will not sponsor a visa."""
    essence = condition_essence(requirement)
    if not asks_right_to_work(requirement) or not excludes_sponsorship(requirement, context):
        return essence
    detail = essence.detail or Detail()
    return replace(essence, detail=replace(detail, words=tuple(dict.fromkeys((*detail.words, EXCLUDED)))))


ESSENCES: dict[Kind, Callable[[Requirement, Context, Wordings], Requirement]] = {
    Kind.EXPERIENCE: experience_essence,
    Kind.EDUCATION: education_essence,
    Kind.CREDENTIAL: credential_essence,
    Kind.SCHEDULE: condition_essence,
    Kind.PHYSICAL: condition_essence,
    Kind.ELIGIBILITY: eligibility_essence,
    Kind.LANGUAGE: condition_essence,
}


def id_alone(essence: Requirement) -> Requirement | None:
    """A skill without its phrases: the answer where no statement words such a task. None for other kinds."""
    return with_texts(essence, ()) if essence.kind in (Kind.SKILL, Kind.SOFT) else None
