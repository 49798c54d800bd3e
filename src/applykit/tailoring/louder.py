"""What the profile has and should say in the posting's words."""

from collections.abc import Iterator

from applykit.matching.facts import FactKind
from applykit.matching.model import Match, Status
from applykit.matching.statements import Strength
from applykit.requirements.model import Kind
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source
from applykit.tailoring.sentences import from_phrase, one_line, posting_source, profile_sources

MOST_LINES = 4
LONGEST = 60  # letters of what the posting says
LONGER_NAMES = (Kind.TOOL, Kind.CREDENTIAL)
NAMED = (Kind.SKILL, Kind.TOOL, Kind.SOFT, Kind.CREDENTIAL)


def louder_lines(material: Material) -> tuple[Sentence, ...]:
    """Skills that the profile has under another name, or shows without naming; the weightiest first."""
    lines = []
    for match in material.report.matches:
        if match.status is Status.MET and match.requirement.kind in NAMED:
            lines += list(_line(match, material))[:1]
    return tuple(lines[:MOST_LINES])


def _line(match: Match, material: Material) -> Iterator[Sentence]:
    requirement, phrases = match.requirement, material.phrases
    asked = one_line(requirement.mentions[0].quote)
    everything = " ".join(fact.text for fact in material.claims.facts).casefold()
    if asked.casefold() in everything or len(asked) > LONGEST:
        return
    span = requirement.mentions[0].span
    source = posting_source(f"{span.start}:{span.end}")
    for claim in material.claims.at_least(requirement.id, Strength.CLAIMED):
        if claim.fact.kind is not FactKind.PRIVATE and name_the_same(claim.words, asked, match, material):
            text = phrases.label("louder_alias", own=one_line(claim.words), asked=asked)
            yield from_phrase(text, "labels.louder_alias", source, *profile_sources(claim.fact.pointer))
    for evidence in match.evidence:
        if evidence.how in ("implied", "task") and evidence.quote != "private":
            own = one_line(evidence.quote)
            if material.lexicon.stems(asked) <= material.lexicon.stems(own):
                continue  # said already, in another form of the same words
            text = phrases.label("louder_implied", own=own, asked=asked)
            sources: tuple[Source, ...] = (source, *profile_sources(evidence.pointer))
            yield from_phrase(text, "labels.louder_implied", *sources)


def name_the_same(own: str, asked: str, match: Match, material: Material) -> bool:
    """Whether two phrases are terms of the requirement's entry and of no other, and neither is the wider one.

    Terms without a common word ("front desk", "greet visitors") are names of one entry and still not the same. Of two
    terms the one that has all words of the other and more is a special case of it; names of tools and credentials are
    only longer ("Microsoft Excel").
    """
    only = (match.requirement.id,)
    if material.lexicon.identify(own) != only or material.lexicon.identify(asked) != only:
        return False
    words, theirs = material.lexicon.stems(own), material.lexicon.stems(asked)
    if match.requirement.kind in LONGER_NAMES:
        return not asked.casefold().startswith(f"{own.casefold()} ")  # "QuickBooks Online" is more than QuickBooks
    return bool(words & theirs) and not (words < theirs or theirs < words)
