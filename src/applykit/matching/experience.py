"""Amounts and kinds of experience, computed from dated roles."""

import re

from applykit.matching.context import Context, conclude, quote_fact
from applykit.matching.model import Evidence, Match, Status
from applykit.matching.occupations import field_codes, group_of, is_retail_chain, role_codes, telling
from applykit.matching.recency import months_within, window_asked, without_window
from applykit.matching.skills import SILENT, match_skill
from applykit.matching.statements import Strength
from applykit.matching.timeline import DatedRole
from applykit.matching.words import content_stems
from applykit.requirements.model import Detail, Requirement

AMOUNT = re.compile(
    r"\d+\+?(?:\s*(?:-|–|to)\s*\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE
)
ANY_FIELD = "any field"  # the word of an essence whose field is only the posting's title
VAGUE = frozenset(content_stems("clinical hands-on customer-facing"))
YEARS = re.compile(r"\b(\d{1,2})\s*\+?\s*(?:(?:-|–|to)\s*\d{1,2}\s*\+?\s*)?(?:years?|yrs?)\b", re.IGNORECASE)


def match_experience(requirement: Requirement, context: Context) -> Match:
    """Months in roles of the asked field, overlaps once; without an amount, whether there is such a role."""
    detail = requirement.detail or Detail()
    fields = asked_fields(requirement, detail, context)
    codes = asked_codes(requirement, detail, context)
    same = roles_of(fields, codes, context)
    near = [role for role in _near(fields, codes, context) if role not in same]
    needed = needed_months(requirement)
    if not same and not near:
        return _without_role(requirement, fields, needed, context)
    window = window_asked(requirement)
    months = months_within(window, same, context.timeline)
    wider = months_within(window, [*same, *near], context.timeline)
    evidence = [quote_role(role) for role in [*same, *near]]
    if any(role.period is None for role in same) and months < needed:
        question = f"How long have you done this: {requirement.name}? Your profile gives no dates for some of it."
        return conclude(requirement, Status.UNKNOWN, evidence, "Some roles of this kind have no dates.", question)
    if same and months >= needed:
        why = f"{say_amount(months, same, context)}{_counted_by(same, fields, context)}"
        return conclude(requirement, Status.MET, evidence[: len(same)], why)
    why = say_amount(months, same, context) if same else f"{say_months(wider)} of work near it."
    asked = f" Asked: {say_months(needed)}." if needed else ""
    return conclude(requirement, Status.PARTLY, evidence, f"{why}{asked}{_setting_hint(requirement, near)}")


def _without_role(
    requirement: Requirement, fields: tuple[tuple[str, ...], ...], needed: int, context: Context
) -> Match:
    """No role is of the field or near it: what the profile says elsewhere, else a question where one is due."""
    found = match_skill(requirement, context)
    if fields and found.status is not Status.MISSING:
        return found
    listed = _listed_skills(fields, context)
    if listed:
        question = f"How long have you done this at work: {requirement.name}? Your profile lists it without dates."
        return conclude(requirement, Status.UNKNOWN, listed, "The profile lists it, but under no dated role.", question)
    return _any_work(requirement, needed, context) if is_vague(requirement) else found


def _listed_skills(fields: tuple[tuple[str, ...], ...], context: Context) -> list[Evidence]:
    """The statements that claim a skill which the field's words name, or one that implies it."""
    skills = context.lexicon.skills
    own = [
        each.id
        for each in context.kin.values()
        if any(telling(skills[one].name) in fields for one in (each.id, *each.implied) if one in skills)
    ]
    claims = [claim for each in own for claim in context.claims.at_least(each, Strength.CLAIMED)]
    return [quote_fact(claim.fact, "direct", "no dates") for claim in claims if claim.fact.kind not in SILENT]


def is_vague(requirement: Requirement) -> bool:
    """Whether no field is named that the profile's words could tell: none but the title's, or only "clinical"."""
    detail = requirement.detail or Detail()
    named = own_texts(requirement, detail)
    return ANY_FIELD in detail.words or all(set(telling(text)) <= VAGUE for text in named)


def needed_months(requirement: Requirement) -> int:
    """The months asked for; where nothing parsed them, the years that the requirement's name says."""
    if requirement.detail and requirement.detail.months:
        return requirement.detail.months
    found = YEARS.search(without_window(requirement.name))
    return 12 * int(found[1]) if found else 0


def _setting_hint(requirement: Requirement, near: list[DatedRole]) -> str:
    """What to write where a role near the asked field may be of it, but names no setting."""
    role = next((role for role in near if not role.setting), None)
    if role is None:
        return ""
    return f" If your work at {role.employer} was {_bare(requirement.name)}, name its setting in your profile."


def _bare(name: str) -> str:
    """The kind of work in a requirement's name: "5 years of retail pharmacy experience" → "retail pharmacy"."""
    text = re.sub(r"\b(?:years?|months?|experience|professional|of|in|as an?)\b|\+", " ", AMOUNT.sub(" ", name))
    return " ".join(text.split()) or "of this kind"


def _counted_by(same: list[DatedRole], fields: tuple[tuple[str, ...], ...], context: Context) -> str:
    """Why a role counts whose words do not say the field: its occupation, or its employer."""
    for role in same:
        words = set(content_stems(role.head))
        if any(set(field) <= words or _did(role, field, context) for field in fields):
            continue
        if any(set(field) <= words_of_role(role) for field in fields):
            setting = "a chain of retail pharmacies" if is_retail_chain(role) else role.setting
            return f" Counted by setting: {role.employer} is {setting}."
        (code,) = role_codes(role, context.lexicon)
        occupation = context.lexicon.imported.occupation_name(f"{code}.00") or code
        return f" Counted by occupation: {role.title} (O*NET: {occupation})."
    return ""


def _any_work(requirement: Requirement, needed: int, context: Context) -> Match:
    """No field is named anywhere: whether the person's work is relevant is for them to say."""
    months = context.timeline.months(context.timeline.paid)
    if not months:
        return conclude(requirement, Status.MISSING, [], "The profile shows no dated work.")
    evidence = [quote_role(role) for role in context.timeline.paid]
    if months < needed:
        return conclude(requirement, Status.PARTLY, evidence, f"{say_months(months)} of work in all.")
    question = f"The posting asks for {requirement.name}. Is your work of that kind?"
    return conclude(requirement, Status.UNKNOWN, evidence, f"{say_months(months)} of work in all.", question)


def asked_fields(requirement: Requirement, detail: Detail, context: Context) -> tuple[tuple[str, ...], ...]:
    """The asked fields as stems; where the posting names none, its title tells what experience is relevant."""
    return tuple(telling(text) for text in asked_texts(requirement, detail, context))


def asked_texts(requirement: Requirement, detail: Detail, context: Context) -> tuple[str, ...]:
    """The asked fields in the posting's words, those that tell anything."""
    found = list(own_texts(requirement, detail))
    if not found and context.posting and context.posting.title:
        found = [context.posting.title] if telling(context.posting.title) else []
    return tuple(found)


def own_texts(requirement: Requirement, detail: Detail) -> tuple[str, ...]:
    """The fields that the requirement itself names, without how much and how recent it must be."""
    texts = [without_window(text) for text in detail.fields or (requirement.name,)]
    bare = texts if detail.fields else [AMOUNT.sub(" ", text) for text in texts]
    return tuple(text for text in bare if telling(text))


def asked_codes(requirement: Requirement, detail: Detail, context: Context) -> frozenset[str]:
    """The O*NET occupations that the asked fields are the work of."""
    texts = asked_texts(requirement, detail, context)
    return frozenset(code for text in texts for code in field_codes(text, context.lexicon))


def roles_of(fields: tuple[tuple[str, ...], ...], codes: frozenset[str], context: Context) -> list[DatedRole]:
    """The roles that are work of a field: by title, setting and employer, by occupation, or by what was done there."""
    return [
        role for role in context.timeline.roles
        if any(_is_of(role, field, context) for field in fields) or codes & role_codes(role, context.lexicon)
    ]  # fmt: skip


def _is_of(role: DatedRole, field: tuple[str, ...], context: Context) -> bool:
    return set(field) <= words_of_role(role) or _did(role, field, context)


def words_of_role(role: DatedRole) -> set[str]:
    """The stems of a role's head, with the settings that two words name: a community pharmacy is a retail pharmacy."""
    found = set(content_stems(role.head))
    retail, community = content_stems("retail community")
    named = {retail, community} & found and content_stems("pharmacy")[0] in found
    if named or is_retail_chain(role):
        found |= {retail, community}
    return found


def _did(role: DatedRole, field: tuple[str, ...], context: Context) -> bool:
    """Whether a statement under the role claims a skill that the field's words name."""
    return role.pointer in context.done.get(field, ())


def _near(fields: tuple[tuple[str, ...], ...], codes: frozenset[str], context: Context) -> list[DatedRole]:
    """Roles that share at least half of a field's words, or the group of its occupation."""
    groups = {group_of(code) for code in codes}
    return [
        role for role in context.timeline.roles
        if any(_shares_half(role, field) for field in fields)
        or groups & {group_of(code) for code in role_codes(role, context.lexicon)}
    ]  # fmt: skip


def _shares_half(role: DatedRole, field: tuple[str, ...]) -> bool:
    shared = set(field) & set(content_stems(role.head))
    return len(field) > 1 and 2 * len(shared) >= len(field)


def quote_role(role: DatedRole) -> Evidence:
    """A role as evidence, with its dates."""
    title = f"{role.title}, {role.employer}" if role.title else role.employer
    dates = f"{role.start or '?'} to {role.end or 'present'}" if role.start else "no dates"
    return Evidence(title, f"{role.pointer}/{'position' if role.title else 'name'}", "dated", dates)


def say_amount(months: int, roles: list[DatedRole], context: Context) -> str:
    """ "3 years 2 months, last used 2023", or up to now."""
    last = context.timeline.last_used(roles)
    if last is None:
        return "The profile names such work without dates."
    return f"{say_months(months)}, {'up to now' if last == 'present' else f'last used {last[:4]}'}."


def say_months(months: int) -> str:
    """Months in words: "3 years 2 months"."""
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' if years != 1 else ''}"] if years else []
    parts += [f"{rest} month{'s' if rest != 1 else ''}"] if rest or not years else []
    return " ".join(parts)
