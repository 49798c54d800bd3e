"""Certificates and licences: by name, issuer, jurisdiction, status and expiry on the given date."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from applykit.lexicon import Lexicon
from applykit.matching.context import Context, conclude
from applykit.matching.facts import FactKind
from applykit.matching.grades import other_grade, wanted_grades
from applykit.matching.model import Evidence, Match, Status
from applykit.matching.statements import Strength
from applykit.matching.states import state_code
from applykit.matching.timeline import last_day
from applykit.matching.words import content_stems
from applykit.profile.model import Certificate
from applykit.requirements.model import Requirement

SOON = datetime.timedelta(days=90)  # a renewal that falls into the time of hiring
LICENCE = re.compile(r"\b(?:licen[cs]|regist)", re.IGNORECASE)
PARENTHESES = re.compile(r"\([^)]*\)")
# What is said of every credential: "a current, unrestricted license to practice nursing" is a nursing license.
FILLER = frozenset(content_stems("practice hold current valid active unrestricted unencumbered standing possess"))
PLANS = ("planned", "in-progress")


@dataclass(frozen=True, slots=True)
class Holding:
    """One certificate of the profile beside a requirement: how far it answers, and why."""

    status: Status
    evidence: Evidence
    why: str
    question: str | None = None


def match_credential(requirement: Requirement, context: Context) -> Match:
    """The certificate that answers best; a mention elsewhere in the profile is only a reason to ask."""
    holdings = list(_holdings(requirement, context))
    if holdings:
        order = (Status.MET, Status.UNKNOWN, Status.PARTLY, Status.MISSING)
        best = min(holdings, key=lambda holding: order.index(holding.status))
        match = conclude(requirement, best.status, [best.evidence], best.why, best.question)
        return match if match.status in (Status.MET, Status.UNKNOWN) else _ask_to_obtain(match)
    mention = _mention(requirement, context)
    if mention:
        return mention
    return _ask_to_obtain(conclude(requirement, Status.MISSING, [], "No certificate in the profile answers it."))


def _holdings(requirement: Requirement, context: Context) -> Iterator[Holding]:
    for number, certificate in enumerate(context.profile.certificates):
        fit = _fit(requirement, certificate, context.lexicon)
        if fit is None:
            continue
        quote = describe(certificate)
        evidence = Evidence(quote, f"/certificates/{number}/name", "credential", _standing(certificate, context.date))
        yield _judge(requirement, certificate, evidence, fit, context)


def describe(certificate: Certificate) -> str:
    """A certificate as a person would quote it: name and issuer."""
    issuer = certificate.issuer
    return certificate.name if not issuer or issuer in certificate.name else f"{certificate.name}, {issuer}"


def _judge(
    requirement: Requirement, certificate: Certificate, evidence: Evidence, fit: str, context: Context
) -> Holding:
    if certificate.status in PLANS:
        return Holding(Status.MISSING, evidence, "It is planned or under way; a plan is not a credential.")
    if certificate.status in ("expired", "inactive") or has_expired(certificate, context.date):
        return Holding(Status.MISSING, evidence, f"It is {evidence.note or certificate.status}; it must be renewed.")
    if fit == "issuer unknown":
        question = f"Who issued your {certificate.name}? The posting asks for {requirement.name}."
        return Holding(Status.UNKNOWN, evidence, "The profile does not say who issued it.", question)
    if fit == "other":
        return Holding(Status.MISSING, evidence, "The profile has a credential near it, but not this one.")
    if fit == "exam":
        question = f"Do you hold {requirement.name}? Your profile lists the exam."
        return Holding(Status.UNKNOWN, evidence, "The profile lists the exam, not what it leads to.", question)
    holding = _judge_state(requirement, certificate, evidence, context)
    grade = other_grade(wanted_grades(requirement, context), certificate.name)
    if holding.status is not Status.MET or not grade:
        return holding
    question = f"The posting names a grade, “{grade}”. Is your {certificate.name} of that grade?"
    return Holding(Status.UNKNOWN, evidence, "The profile names another grade of it.", question)


def _judge_state(requirement: Requirement, certificate: Certificate, evidence: Evidence, context: Context) -> Holding:
    wanted = wanted_state(requirement, context)
    if wanted is None or not _is_licence(certificate, requirement):
        return Holding(Status.MET, evidence, "The profile has this credential.")
    own = state_code(certificate.jurisdiction) or state_code(certificate.issuer) or state_code(certificate.name)
    if own is None:
        question = f"For which state is your {certificate.name} valid? This position is in {wanted}."
        return Holding(Status.UNKNOWN, evidence, "The profile does not say for which state it is valid.", question)
    if own == wanted:
        return Holding(Status.MET, evidence, f"The profile has this credential for {own}.")
    return Holding(Status.PARTLY, evidence, f"It is valid in {own}; this position is in {wanted}.")


def wanted_state(requirement: Requirement, context: Context) -> str | None:
    """The state that a licence must be for: the one named, else the one where the work is."""
    if requirement.detail and requirement.detail.state:
        return requirement.detail.state
    entry = context.lexicon.skills.get(requirement.id)
    named = [_own_state(entry.jurisdiction) if entry else None, *(state_code(m.quote) for m in requirement.mentions)]
    place = context.posting.place if context.posting else None
    named += [state_code(place.region), state_code(place.text)] if place else []
    return next((state for state in named if state), None)


def _own_state(jurisdiction: str | None) -> str | None:
    """The state of a jurisdiction such as "US-WA"; a whole country is none."""
    return state_code(jurisdiction) if jurisdiction and "-" in jurisdiction else None


def _is_licence(certificate: Certificate, requirement: Requirement) -> bool:
    named = LICENCE.search(certificate.name) or LICENCE.search(requirement.name)
    return certificate.kind in ("license", "registration") or (certificate.kind is None and bool(named))


def _fit(requirement: Requirement, certificate: Certificate, lexicon: Lexicon) -> str | None:
    """How a certificate relates to a requirement: "same", "issuer unknown", "exam", "other", or None: not at all."""
    wanted = requirement.id
    if wanted not in lexicon.skills:
        return "same" if _same_words(requirement, certificate) else None
    issuer = lexicon.skills[wanted].issuer
    alike = issuer if certificate.issuer and issuer and same_body(issuer, certificate.issuer) else None
    own = credential_ids(certificate, lexicon, issuer=alike)
    if any(wanted in _family(each, lexicon) or _replaced(wanted, each, lexicon) for each in own):
        return _issuer_fit(wanted, certificate, lexicon)
    above = lexicon.broader(wanted)
    if any(each in above for each in own):
        return _general_fit(wanted, certificate, lexicon)
    if _own_state(lexicon.skills[wanted].jurisdiction) and any(set(above) & set(lexicon.broader(e)) for e in own):
        return "same"  # the same licence of another state; the states are compared next
    if any(each in lexicon.implied(wanted) for each in own):
        return "exam" if any(_is_exam(each, lexicon) for each in own) else "other"
    beside = (*lexicon.related(wanted), *(e for e in own if wanted in lexicon.related(e)))
    siblings = set(above) & {up for each in own for up in lexicon.broader(each)}
    return "other" if siblings or any(each in beside for each in own) else None


def _family(identifier: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A credential with all that holding it surely shows."""
    return (identifier, *lexicon.implied(identifier), *lexicon.broader(identifier))


def _general_fit(wanted: str, certificate: Certificate, lexicon: Lexicon) -> str:
    """The certificate bears the general name of what is wanted: its state or its issuer must tell the rest."""
    if _own_state(lexicon.skills[wanted].jurisdiction):
        return "same"
    return "other" if certificate.issuer else "issuer unknown"


def _is_exam(identifier: str, lexicon: Lexicon) -> bool:
    return any("exam" in term.text.casefold() for term in lexicon.skills[identifier].terms)


def _replaced(wanted: str, own: str, lexicon: Lexicon) -> bool:
    """Whether one is the old name of the other."""
    entries = lexicon.skills
    return (wanted in entries and own in entries[wanted].replaces) or (
        own in entries and wanted in entries[own].replaces
    )


def _issuer_fit(wanted: str, certificate: Certificate, lexicon: Lexicon) -> str:
    """A certificate that names what is wanted is it, unless another body issued it."""
    return "same" if _by_same_body(lexicon.skills[wanted].issuer, certificate.issuer) else "other"


def credential_ids(certificate: Certificate, lexicon: Lexicon, *, issuer: str | None = None) -> tuple[str, ...]:
    """The lexicon's credentials that a certificate's name stands for.

    The issuer helps only to tell kin apart: "CPhT" issued by PTCB is PTCB's certification, but an unrelated
    certificate of the same body is not. `issuer` is another way to write the issuer's name.
    """
    named = dict.fromkeys(ids_in(certificate.name, lexicon))
    if certificate.issuer:
        for each in ids_in(f"{certificate.name}, {issuer or certificate.issuer}", lexicon):
            if each not in named and _kin(each, named, lexicon):
                named[each] = None
    return tuple(each for each in named if _by_same_body(lexicon.skills[each].issuer, certificate.issuer))


@lru_cache(maxsize=512)
def ids_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The ids of the entries that a short text names; every requirement asks the same of every certificate."""
    return tuple(dict.fromkeys(hit.id for hit in lexicon.find(text) if hit.id in lexicon.skills))


def _by_same_body(one: str | None, other: str | None) -> bool:
    """Whether two issuers may be the same; one that is not named, or only described in small letters, may be any."""
    return not one or not other or one.islower() or same_body(one, other)


def _kin(identifier: str, others: dict[str, None], lexicon: Lexicon) -> bool:
    own = _family(identifier, lexicon)
    return any(identifier in _family(other, lexicon) or other in own for other in others)


def same_body(one: str, other: str) -> bool:
    """Whether two names mean one body: equal, one within the other, or one the initials of the other."""
    first, second = one.casefold().strip(), other.casefold().strip()
    if first in second or second in first:
        return True
    return _initials(one) in re.findall(r"\w+", other) or _initials(other) in re.findall(r"\w+", one)


def _initials(name: str) -> str:
    letters = "".join(word[0] for word in re.findall(r"[A-Za-z]+", PARENTHESES.sub("", name)) if word[0].isupper())
    return letters if len(letters) >= 3 else "\0"


def _same_words(requirement: Requirement, certificate: Certificate) -> bool:
    own = set(content_stems(f"{certificate.name} {certificate.issuer or ''}"))
    texts = [requirement.name, *(mention.quote for mention in requirement.mentions)]
    return any(stems and stems <= own for stems in (set(content_stems(text)) - FILLER for text in texts))


def has_expired(certificate: Certificate, date: datetime.date) -> bool:
    """Whether the certificate's last day lies before the date."""
    return certificate.expires not in (None, "present") and last_day(certificate.expires or "") < date


def _standing(certificate: Certificate, date: datetime.date) -> str:
    """What to say of its dates: planned, expired, expires soon, or valid until."""
    if certificate.status in PLANS:
        when = certificate.expires or certificate.issued
        return f"{certificate.status}{f', {when}' if when else ''}"
    if not certificate.expires or certificate.expires == "present":
        return certificate.status if certificate.status in ("expired", "inactive") else ""
    last = last_day(certificate.expires)
    if last < date:
        return f"expired {certificate.expires}"
    if certificate.status in ("expired", "inactive"):
        return str(certificate.status)
    return f"{'expires soon' if last - date <= SOON else 'valid until'} {certificate.expires}"


def _mention(requirement: Requirement, context: Context) -> Match | None:
    """A credential named outside the list of certificates: the person is asked, nothing is concluded."""
    claims = context.claims.at_least(requirement.id, Strength.CLAIMED)
    kinds = (FactKind.SUMMARY, FactKind.POSITION, FactKind.SKILL)
    facts = [claim.fact for claim in claims if claim.fact.kind in kinds]
    if not facts:
        return None
    question = f"Do you hold {requirement.name}? Your profile mentions it, but lists no such certificate."
    evidence = [Evidence(fact.text, fact.pointer, "direct", "mentioned, not listed") for fact in facts]
    why = "It is mentioned, but not listed as a certificate."
    return conclude(requirement, Status.UNKNOWN, evidence, why, question)


def _ask_to_obtain(match: Match) -> Match:
    """Where the posting gives time to earn a credential, its lack is a question, not a verdict."""
    detail = match.requirement.detail
    if detail is None or detail.deadline_months is None:
        return match
    months = detail.deadline_months
    span = f"within {months} month{'' if months == 1 else 's'} of being hired" if months else "before the first day"
    question = f"Can you earn {match.requirement.name} {span}?"
    why = f"{match.why} The posting gives time to earn it {span}."
    return Match(match.requirement, Status.UNKNOWN, match.evidence, why, question=question)
