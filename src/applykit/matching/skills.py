"""Skills, tools and soft skills: direct, by another name, by implication, by task, or partly by kin."""

from collections.abc import Iterator

from applykit.matching.claims import Claim
from applykit.matching.context import Context, conclude, quote_fact
from applykit.matching.facts import FactKind
from applykit.matching.model import Evidence, Match, Status
from applykit.matching.statements import Strength
from applykit.matching.tasks import task_evidence
from applykit.requirements.model import Kind, Requirement

SILENT = frozenset({FactKind.POSITION, FactKind.CREDENTIAL, FactKind.EDUCATION})


def match_skill(requirement: Requirement, context: Context) -> Match:
    """The strongest of the ways in which a profile can show a skill; the first that applies decides."""
    for find in (_claimed, _implied, _task, _kin, _weak, _planned):
        match = find(requirement, context)
        if match is not None:
            return match
    return conclude(requirement, Status.MISSING, [], "Nothing in the profile speaks of it.")


def _claimed(requirement: Requirement, context: Context) -> Match | None:
    claims = context.claims.at_least(requirement.id, Strength.CLAIMED)
    if not claims:
        return None
    asked = {mention.quote.casefold() for mention in requirement.mentions} | {requirement.name.casefold()}
    evidence = [quote_fact(claim.fact, "direct" if claim.words.casefold() in asked else "alias", dated(claim, context))
                for claim in rank(claims)]  # fmt: skip
    named = "in the posting's words" if evidence[0].how == "direct" else "under another name"
    return conclude(requirement, Status.MET, evidence, f"The profile says so {named}.")


def rank(claims: tuple[Claim, ...]) -> list[Claim]:
    """What was done before what is listed; statements about work tell more than a list of skills."""
    order = {FactKind.HIGHLIGHT: 0, FactKind.SUMMARY: 1, FactKind.SKILL: 2}
    return sorted(claims, key=lambda claim: order.get(claim.fact.kind, 3))


def dated(claim: Claim, context: Context) -> str:
    """When the skill was last used, for a statement that stands under a dated role that has ended."""
    role = next((role for role in context.timeline.roles if role.pointer == claim.fact.role), None)
    if role is None or role.current or not role.end:
        return ""
    return f"last used {role.end[:4]}"


def _implied(requirement: Requirement, context: Context) -> Match | None:
    evidence = list(_by_relation(requirement, context, "implied"))
    if not evidence:
        return None
    return conclude(requirement, Status.MET, evidence, "What the profile says cannot be done without it.")


def _by_relation(requirement: Requirement, context: Context, how: str) -> Iterator[Evidence]:
    """Claims of skills that stand in the given relation to the one asked for."""
    for own in relatives(requirement.id, how, context):
        for claim in rank(context.claims.at_least(own, Strength.CLAIMED)):
            if how == "implied" or claim.fact.kind not in SILENT:
                yield quote_fact(claim.fact, how, context.kin[own].name)


def relatives(wanted: str, how: str, context: Context) -> list[str]:
    """The ids of the profile's skills that stand in a relation to the one asked for, in order."""
    above = context.lexicon.broader(wanted) if how == "broader" else ()
    beside = context.lexicon.related(wanted) if how == "related" else ()
    found = {
        "implied": context.implied.get(wanted, ()),
        "narrower": context.special.get(wanted, ()),
        "broader": above,
        "related": (*beside, *context.helped.get(wanted, ())),
    }[how]
    return sorted({each for each in found if each != wanted and each in context.kin})


def _task(requirement: Requirement, context: Context) -> Match | None:
    found = task_evidence(requirement, context.claims)
    sure = [(share, fact) for share, strength, fact in found if strength is Strength.CLAIMED]
    whole = [quote_fact(fact, "task") for share, fact in sure if share == 1.0]
    if whole and requirement.kind is not Kind.CREDENTIAL:
        return conclude(requirement, Status.MET, whole, "The same task in the person's own words.")
    if sure and requirement.kind is not Kind.SOFT:
        part = [quote_fact(fact, "task") for _, fact in sure]
        return conclude(requirement, Status.PARTLY, part, "A part of the task in the person's own words.")
    return None


def _kin(requirement: Requirement, context: Context) -> Match | None:
    reasons = {
        "narrower": "The profile has a special case of it.",
        "broader": "The profile has it in general, not this kind.",
        "related": "The profile has something near it.",
    }
    for how, why in reasons.items():
        evidence = list(_by_relation(requirement, context, how))
        if evidence:
            return conclude(requirement, Status.PARTLY, evidence, why)
    return None


def _weak(requirement: Requirement, context: Context) -> Match | None:
    claims = [claim for claim in context.claims.by_id.get(requirement.id, ()) if claim.strength is Strength.WEAK]
    facts = [claim.fact for claim in claims]
    facts += [fact for share, strength, fact in task_evidence(requirement, context.claims)
              if strength is Strength.WEAK and share == 1.0]  # fmt: skip
    if not facts:
        return None
    evidence = [quote_fact(fact, "direct", "learned, not yet shown at work") for fact in facts]
    return conclude(requirement, Status.PARTLY, evidence, "The profile only says that the person has met it.")


def _planned(requirement: Requirement, context: Context) -> Match | None:
    claims = [claim for claim in context.claims.by_id.get(requirement.id, ()) if claim.strength is Strength.PLANNED]
    if not claims:
        return None
    evidence = [quote_fact(claim.fact, "direct", "planned") for claim in claims]
    return conclude(requirement, Status.MISSING, evidence, "The profile names it as a plan; a plan is not yet a skill.")
