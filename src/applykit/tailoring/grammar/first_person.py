"""A highlight as a first-person clause, by named rules tried in order; None where no rule is safe.

Each rule is a pure function from a statement and whether its role is current to a clause that begins with "I" or
"my" and ends without a point. What a rule cannot put right it leaves to the next; the letter then uses another fact.
"""

import re
from functools import lru_cache
from itertools import pairwise

from applykit.tailoring.grammar.nouns import lower_first
from applykit.tailoring.grammar.tidy import smooth, tidy
from applykit.tailoring.grammar.verb_first import verb_first
from applykit.tailoring.grammar.verbs import EITHER, Form, form_of

PERSONAL = re.compile(r"^(?:I|I['’](?:ve|m|d)|My|We|Our)\b")
DUTIES = re.compile(
    r"^(?:(?:key|main|daily|primary) )?(?:duties|responsibilities|tasks|work) (?:include[ds]?|including|were|are):? ",
    re.IGNORECASE,
)
RESPONSIBLE = re.compile(
    r"^(?:was |were |am )?(?:(?:solely|primarily|mainly|fully|also) )?responsible for:? ", re.IGNORECASE
)
IN_CHARGE = re.compile(r"^(?:was |am )?in charge of ", re.IGNORECASE)
ABLE = re.compile(r"^(?:able to|ability to|capable of) ", re.IGNORECASE)
STATE = re.compile(
    r"^(?:proficient|skilled|experienced|fluent|trained|certified|licensed|knowledgeable|comfortable|adept) "
    r"(?:in|with|at|on|about|as) (?!\d|the |a |an |new )",
    re.IGNORECASE,
)
HAVING = re.compile(r"^(?:(?:\w+ )?(?:experience|knowledge|understanding|command)) (?:in|with|of) ", re.IGNORECASE)
PASSIVE_VERBS = (
    r"promoted|selected|chosen|hired|appointed|elected|recognized|recognised|nominated|commended|asked|entrusted|trusted|"
    r"assigned|invited|tasked|cited|praised|picked|named|awarded|honored|honoured|voted"
)
PASSIVE = re.compile(
    rf"^(?:{PASSIVE_VERBS}) (?:to|as|for|by|with|in|after|from|twice|three times|employee|associate|technician|"
    r"team member|volunteer|student|teacher|[“‘\"']|the )",
    re.IGNORECASE,
)
# What is wished for, planned or denied shows no work: "Want to learn phlebotomy", "No HIPAA violations", "Never late".
UNDONE = re.compile(
    r"^(?:I(?:['’](?:m|d|ve))? |(?:am|was|have|had|currently|now|still|also|always|really|just|very|eager|happy) )*"
    r"(?:want(?:s|ed|ing)?|would|hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?|willing|interested|learning|aspir\w+|"
    r"plan(?:s|ned|ning)? (?:to|on)|looking (?:for|forward|to)|look(?:ed)? forward|seeking|"
    r"no|not|never|none|without|cannot|can['’]?t|unable|lack(?:s|ed|ing)?|(?:do|does|did|have|had|has|was|were|is)n['’]?t|"
    r"(?:do|does|did|has|were|is|can|could) not)\b",
    re.IGNORECASE,
)
# Traits and spans of time are no act either: "my work included good attendance".
TRAIT = re.compile(
    r"^(?:(?:very|always) )?(?:good|great|excellent|perfect|punctual|reliable|dependable|honest|friendly|hard-?working|"
    r"quick|fast learner|team player|detail-oriented|self-motivated|eager|excited|ready|available|some|any|a few|"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\+? (?:years?|months?)|years?|months?)\b",
    re.IGNORECASE,
)
EMPTY = re.compile(r"etc|n/?a|tbd|\w+ \d+", re.IGNORECASE)  # what stands in a form not yet filled in
LONGEST_NOUN = 14  # words
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will)\b")


@lru_cache(maxsize=2_048)
def first_person(text: str, *, current: bool) -> str | None:
    """A statement as a clause: "Resolved claims" → "I resolved claims"; see the table in tests/cases/grammar.yaml."""
    cleaned = tidy(text)
    if not cleaned or UNDONE.match(cleaned):
        return None
    for rule in RULES:
        clause = rule(cleaned, current)
        if clause is not None:
            return smooth(clause)
    return None


def already_personal(text: str, _current: bool) -> str | None:
    """ "I keep the books", "My team won": the person wrote the sentence."""
    if not PERSONAL.match(text):
        return None
    return text if text.startswith("I") else lower_first(text)


def duties(text: str, current: bool) -> str | None:
    """ "Duties included opening the store" → "my duties included opening the store"."""
    found = DUTIES.match(text)
    return f"my duties {'include' if current else 'included'} {lower_first(text[found.end() :])}" if found else None


def responsible(text: str, current: bool) -> str | None:
    """ "Responsible for ordering" → "I was responsible for ordering"."""
    for pattern, words in ((RESPONSIBLE, "responsible for"), (IN_CHARGE, "in charge of")):
        found = pattern.match(text)
        if found:
            return f"I {'am' if current else 'was'} {words} {lower_first(text[found.end() :])}"
    return None


def able(text: str, current: bool) -> str | None:
    """ "Able to lift 50 pounds" → "I am able to lift 50 pounds"."""
    found = ABLE.match(text)
    if found is None:
        return None
    kind = "capable of" if found.group().casefold().startswith("capable") else "able to"
    return f"I {'am' if current else 'was'} {kind} {text[found.end() :]}"


def state(text: str, current: bool) -> str | None:
    """ "Proficient in Excel" → "I am proficient in Excel"."""
    if not STATE.match(text):
        return None
    return f"I {'am' if current else 'was'} {text[0].lower()}{text[1:]}"


def having(text: str, current: bool) -> str | None:
    """ "Knowledge of sig codes" → "I have knowledge of sig codes"."""
    return f"I {'have' if current else 'gained'} {lower_first(text)}" if HAVING.match(text) else None


def passive(text: str, _current: bool) -> str | None:
    """ "Promoted to lead technician" → "I was promoted to lead technician"."""
    return f"I was {lower_first(text)}" if PASSIVE.match(text) else None


def gerund_first(text: str, current: bool) -> str | None:
    """ "Managing inventory" → "my work included managing inventory"."""
    found = form_of(text.split(" ")[0].rstrip(","))
    if found is None or found[1] is not Form.GERUND:
        return None
    return f"my work {'includes' if current else 'included'} {lower_first(text)}"


def noun_phrase(text: str, current: bool) -> str | None:
    """ "Cash handling and customer service" → "my work included cash handling and customer service".

    Only short phrases without a finite verb; what begins with a verb that no rule could place is left alone.
    """
    words = text.split(" ")
    if EMPTY.fullmatch(text) or TRAIT.match(text):
        return None
    found = form_of(words[0].rstrip(","))
    last = form_of(words[-1])
    if last is not None and last[1] is Form.PAST:  # "customers satisfied": a result without its act
        return None
    verbal = found is not None and found[1] is Form.THIRD and not words[0].endswith(",")
    if len(words) > LONGEST_NOUN or verbal or FINITE.search(text) or text.endswith(("?", "!")) or _has_verb(words):
        return None
    return f"my work {'includes' if current else 'included'} {lower_first(text)}"


def _has_verb(words: list[str]) -> bool:
    """Whether a later item of a list begins with what can only be a verb: "X 28 patients a day, take vital signs"."""
    for before, word in pairwise(words):
        found = form_of(word.rstrip(","))
        listed = before in ("and", "or") or before.endswith(",")
        if listed and found and found[1] is Form.BASE and found[0] not in EITHER:
            return True
    return False


RULES = (already_personal, duties, responsible, able, state, having, passive, verb_first, gerund_first, noun_phrase)
