"""What the profile has and should say in the posting's words."""

from collections.abc import Iterator

from applykit.matching.facts import FactKind
from applykit.matching.model import Match, Status
from applykit.matching.statements import Strength
from applykit.requirements.model import Kind
from applykit.tailoring.material import Material
from applykit.tailoring.model import Sentence, Source
from applykit.tailoring.sentences import from_phrase, one_line, posting_source, profile_sources

MOST_LINES = 6
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
    if asked.casefold() in everything or len(asked) > 60:
        return
    span = requirement.mentions[0].span
    source = posting_source(f"{span.start}:{span.end}")
    for claim in material.claims.at_least(requirement.id, Strength.CLAIMED):
        if claim.fact.kind is not FactKind.PRIVATE:
            text = phrases.label("louder_alias", own=claim.words, asked=asked)
            yield from_phrase(text, "labels.louder_alias", source, *profile_sources(claim.fact.pointer))
    for evidence in match.evidence:
        if evidence.how in ("implied", "task") and evidence.quote != "private":
            text = phrases.label("louder_implied", own=one_line(evidence.quote), asked=asked)
            sources: tuple[Source, ...] = (source, *profile_sources(evidence.pointer))
            yield from_phrase(text, "labels.louder_implied", *sources)
