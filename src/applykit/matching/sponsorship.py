"""The right to work: who needs a sponsor, and who will not be one."""

import re

from applykit.matching.context import Context, conclude
from applykit.matching.model import Evidence, Match, Status
from applykit.requirements.model import Requirement

# What a person says who may need an employer's signature, now or later; the names are those of US visas.
NEEDS = re.compile(
    r"\bsponsor|\bvisas?\b|\bh-?1-?b|\bh-?4\b|\bl-?[12]\b|\bf-?1\b|\bj-?1\b|\bo-?1\b|\be-?3\b|\bopt\b|\bcpt\b|"
    r"\bnot (?:yet )?authori[sz]ed|\bno (?:work )?(?:authori[sz]ation|permit)|\bpending\b|\bexpire",
    re.IGNORECASE,
)
NEEDS_NONE = re.compile(
    r"\b(?:no|not|never|without|don['’]?t)(?:\s+(?:now|or|in|the|future|ever|need\w*|requir\w*|have|be|a|an|any|for|of|kind|"
    r"employer|work|visa))*\s+(?:sponsor\w*|visas?)\b",
    re.IGNORECASE,
)
NO_SPONSOR = re.compile(
    r"\b(?:no|not|unable|cannot|can['’]?t|won['’]?t|don['’]?t|doesn['’]?t|never|without|neither)\b[^.;\n]{0,70}?\bsponsor|"
    r"\bsponsor\w*\b[^.;\n]{0,40}?\b(?:not|unavailable|cannot|isn['’]?t)\b",
    re.IGNORECASE,
)
EXCLUDED = "no-sponsorship"  # the word of an essence that stands for the posting's sentence


def excludes_sponsorship(requirement: Requirement, context: Context) -> bool:
    """Whether the posting says, here or anywhere, that it will not sponsor a visa."""
    if requirement.detail and EXCLUDED in requirement.detail.words:
        return True
    texts = [requirement.name, *(mention.quote for mention in requirement.mentions)]
    text = context.posting.text if context.posting else ""
    return any(NO_SPONSOR.search(each) for each in (*texts, text))


def needs_sponsor(text: str) -> bool:
    """Whether a person's own words on their right to work speak of a visa or a sponsor they need."""
    return bool(NEEDS.search(NEEDS_NONE.sub(" ", text)))


def judge_sponsorship(requirement: Requirement, context: Context, evidence: Evidence) -> Match:
    """The answer of a person who needs a visa or a sponsor, which is never met."""
    if excludes_sponsorship(requirement, context):
        why = "The posting will not sponsor a visa; the profile speaks of needing one."
        return conclude(requirement, Status.MISSING, [evidence], why)
    quote = " ".join(requirement.mentions[0].quote.split())
    question = f"The posting says “{quote}”. May you work there now and later without a sponsor?"
    return conclude(requirement, Status.UNKNOWN, [evidence], "The profile speaks of a visa or a sponsor.", question)
