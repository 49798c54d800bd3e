"""A profile beside a posting's requirements: every requirement answered, alternatives folded, gates marked."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from applykit.lexicon import Lexicon
from applykit.matching.conditions import CONDITIONS
from applykit.matching.context import Context
from applykit.matching.credentials import match_credential
from applykit.matching.education import match_education
from applykit.matching.experience import match_experience
from applykit.matching.model import Match, MatchReport, Status
from applykit.matching.resolving import resolve_requirements
from applykit.matching.score import score_matches
from applykit.matching.skills import match_skill
from applykit.matching.words import stem_set
from applykit.posting.model import Posting
from applykit.profile.model import Profile
from applykit.requirements.model import Kind, Level, Requirement

MATCHERS = {
    "credential": match_credential,
    "education": match_education,
    "experience": match_experience,
    **CONDITIONS,
}
BEST_FIRST = (Status.MET, Status.PARTLY, Status.UNKNOWN, Status.MISSING)
STRONGEST_FIRST = (Level.REQUIRED, Level.PREFERRED, Level.DUTY)
INSIDE = re.compile(r"^(?:Experience|Knowledge|Familiarity|Proficiency|Completion|Ability|Degree|Current)\b")
ALWAYS_GATES = (Kind.CREDENTIAL, Kind.EDUCATION, Kind.ELIGIBILITY, Kind.SCHEDULE, Kind.PHYSICAL)
ASKED_WHEN_LEARNED = (Kind.CREDENTIAL, Kind.ELIGIBILITY)


def match_profile(
    profile: Profile,
    requirements: Sequence[Requirement],
    lexicon: Lexicon,
    *,
    date: datetime.date,
    posting: Posting | None = None,
    gathered: Context | None = None,
) -> MatchReport:
    """Compare a profile with requirements on a date; matches come in the posting's order.

    `gathered` is what `Context.gather` found of this profile on this date, where many postings are compared with it;
    that of another profile or day is not used.
    """
    same = gathered is not None and gathered.profile is profile and gathered.date == date
    known = gathered if gathered and same else Context.gather(profile, lexicon, posting=None, date=date)
    context = replace(known, posting=posting)
    resolved = resolve_requirements(requirements, lexicon)
    matches = tuple(fold_alternatives(judge(requirement, context) for requirement in resolved))
    return MatchReport(matches, score_matches(matches, title=judge_title(context)), date.isoformat(), context.claims)


def judge(requirement: Requirement, context: Context) -> Match:
    """One requirement's match by its kind, marked as a gate where it decides on the application."""
    match = MATCHERS.get(requirement.kind.value, match_skill)(requirement, context)
    if requirement.origin == "finder" and _asked_when_learned(requirement):
        return _as_question(match)
    return replace(match, gate=is_gate(requirement))


def is_gate(requirement: Requirement) -> bool:
    """Required credentials, degrees, years, eligibility, schedule and physical demands; none that was only learned."""
    if requirement.level is not Level.REQUIRED or requirement.origin == "finder":
        return False
    years = requirement.kind is Kind.EXPERIENCE and bool(requirement.detail and requirement.detail.months)
    return years or requirement.kind in ALWAYS_GATES


def _asked_when_learned(requirement: Requirement) -> bool:
    return requirement.level is Level.REQUIRED and requirement.kind in ASKED_WHEN_LEARNED


def _as_question(match: Match) -> Match:
    """What only a learned part saw may be misread: unless it is met, the person is asked."""
    if match.status is Status.MET:
        return replace(match, gate=True)
    quote = " ".join(match.requirement.mentions[0].quote.split())
    question = match.question or f"The posting may require “{quote}”. Do you have it?"
    return replace(match, gate=True, status=Status.UNKNOWN, question=question)


def fold_alternatives(matches: Iterable[Match]) -> Iterable[Match]:
    """One match for each group of alternatives, where its first branch stood; its best branch decides."""
    listed = list(matches)
    groups: dict[str, list[Match]] = {}
    for match in listed:
        if match.requirement.alternative_of:
            groups.setdefault(match.requirement.alternative_of, []).append(match)
    for match in listed:
        group = groups.get(match.requirement.alternative_of or "", [match])
        if group[0] is match:
            yield match if len(group) == 1 else _fold(group)


def _fold(group: list[Match]) -> Match:
    best = min(group, key=lambda match: BEST_FIRST.index(match.status))
    names = dict.fromkeys(match.requirement.name for match in group)
    first, *others = names
    name = " or ".join([first, *(INSIDE.sub(lambda word: word.group().lower(), each) for each in others)])
    level = min((match.requirement.level for match in group), key=STRONGEST_FIRST.index)
    mentions = tuple(mention for match in group for mention in match.requirement.mentions)
    requirement = replace(best.requirement, name=name, level=level, mentions=tuple(dict.fromkeys(mentions)))
    why = f"{best.requirement.name}: {best.why}"
    return replace(
        best, requirement=requirement, gate=any(match.gate for match in group), why=why, branches=tuple(group)
    )


def judge_title(context: Context) -> Status | None:
    """Met when a held position has all words of the posting's title, partly when it shares one."""
    wanted = stem_set(context.posting.title or "") if context.posting else frozenset()
    held = [stem_set(role.title) for role in context.timeline.roles]
    return compare_titles(wanted, held) if wanted else None


def compare_titles(wanted: frozenset[str], held: Iterable[frozenset[str]]) -> Status:
    """The stems of a title beside those of held positions."""
    shares = [len(wanted & own) for own in held]
    if len(wanted) in shares:
        return Status.MET
    return Status.PARTLY if any(shares) else Status.MISSING
