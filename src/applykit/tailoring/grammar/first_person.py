"""A highlight as a first-person clause, by named rules tried in order; None where no rule is safe.

Each rule is a pure function from a statement and whether its role is current to a clause that begins with "I" or
"my" and ends without a point. What a rule cannot put right it leaves to the next; the letter then uses another fact.
"""

import re

from applykit.tailoring.grammar.nouns import ADJECTIVES, article_for, lower_first
from applykit.tailoring.grammar.verbs import EITHER, Form, form_of, participle_of, past_of

PERSONAL = re.compile(r"^(?:I|I['’](?:ve|m|d)|My|We|Our)\b")
LABEL = re.compile(r"^(?:[A-Z][\w&/ -]{2,40}): (?=[A-Z])")
DUTIES = re.compile(r"^(?:(?:key|main|daily|primary) )?(?:duties|responsibilities|tasks|work) (?:include[ds]?|including|were|are):? ", re.IGNORECASE)
RESPONSIBLE = re.compile(r"^(?:was |were |am )?(?:(?:solely|primarily|mainly|fully|also) )?responsible for:? ", re.IGNORECASE)
IN_CHARGE = re.compile(r"^(?:was |am )?in charge of ", re.IGNORECASE)
ABLE = re.compile(r"^(?:able to|ability to|capable of) ", re.IGNORECASE)
STATE = re.compile(r"^(?:proficient|skilled|experienced|fluent|trained|certified|licensed|knowledgeable|comfortable|adept) (?:in|with|at|on|about|as) ", re.IGNORECASE)
HAVING = re.compile(r"^(?:(?:\w+ )?(?:experience|knowledge|understanding|command)) (?:in|with|of) ", re.IGNORECASE)
PASSIVE = re.compile(
    r"^(?:promoted|selected|chosen|hired|appointed|elected|recognized|recognised|nominated|commended|asked|entrusted|trusted|"
    r"assigned|invited|tasked|cited|praised|picked|named|awarded|honored|honoured|voted) (?:to|as|for|by|with|in|after|from|twice|three times|"
    r"employee|associate|technician|team member|volunteer|student|“|\"|the )", re.IGNORECASE)  # fmt: skip
ADVERB = re.compile(r"^(?:\w+ly|also|often|always|regularly|currently|personally) (?=\w)", re.IGNORECASE)
BARE_PERSON = re.compile(
    r"\b(assist(?:ed|ing|s)?|help(?:ed|ing|s)?|support(?:ed|ing|s)?|aid(?:ed)?|shadow(?:ed)?|report(?:ed|ing|s)? to|to|with|for|by|under|of) "
    r"((?:lead |head |senior |store |office |shift |general |staff |charge )?"
    r"(?:pharmacist|manager|supervisor|director|doctor|physician|owner|dentist|attorney|principal|teacher|chef|foreman))(?=\s(?:in|with|to|by|on|at|for|and|during|when|as)\b|[,.;]|$)",
    re.IGNORECASE,
)  # fmt: skip
BARE_PLACE = re.compile(
    r"\b(in|at|within|for) ((?:(?:very )?(?:busy|fast-paced|high-volume|low-volume|small|large|24-hour|local|national|family-owned|\d[\d,]*-\w+) )"
    r"(?:[a-z-]+ ){0,3}?(?:pharmacy|hospital|store|warehouse|office|clinic|environment|setting|team|restaurant|shop|company|practice|department|kitchen|call center))\b",
    re.IGNORECASE,
)  # fmt: skip


def first_person(text: str, *, current: bool) -> str | None:
    """A statement as a clause: "Resolved claims" → "I resolved claims"; see the table in tests/cases/grammar.yaml."""
    cleaned = tidy(text)
    if not cleaned:
        return None
    for rule in RULES:
        clause = rule(cleaned, current)
        if clause is not None:
            return smooth(clause)
    return None


def tidy(text: str) -> str:
    """A statement without bullet, final point, leading label and shorthand."""
    text = re.sub(r"\s+", " ", text).strip(" \t•·*–—-").rstrip(" .;,")
    text = LABEL.sub("", text)
    for pattern, words in SHORTHAND:
        text = pattern.sub(words, text)
    return text


SHORTHAND = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"(?<=\w) & (?=\w)", " and "),
        (r"\bw/o\s?", "without "),
        (r"\bw/\s?", "with "),
        (r"~\s?(?=[\d$])", "about "),
        (r"\bapprox(?:\.|imately)?(?=\s[\d$])", "about"),
        (r"\bhrs?\.?(?=\s|$)", "hours"),
        (r"\bavg\.?(?=\s)", "average"),
        (r"\b(?:incl\.|including:)(?=\s)", "including"),
        (r"(?<![\w,.])(\$?\d[\d,.]*)\+(?=\s)", r"more than \1"),
        (r"\bper day\b", "a day"),
        (r"\bper week\b", "a week"),
        (r"\bper month\b", "a month"),
        (r"\bper shift\b", "a shift"),
        (r"\bper hour\b", "an hour"),
        (r"\bmore than more than\b", "more than"),
        (r"\bover more than\b", "more than"),
        (r"\babout more than\b", "more than"),
        (r"\btechs\b", "technicians"),
    )
)


def smooth(clause: str) -> str:
    """Add the articles that bullets leave out: "assisted pharmacist with" and "in busy pharmacy"."""
    clause = BARE_PERSON.sub(lambda match: f"{match[1]} the {match[2].lower()}", clause)
    clause = BARE_PLACE.sub(lambda match: f"{match[1]} {article_for(match[2])} {match[2]}", clause)
    parts = [part.strip() for part in clause.split("; ")]
    return parts[0] if len(parts) > 1 and form_of(parts[1].split(" ")[0]) is None else _join_parts(parts)


def _join_parts(parts: list[str]) -> str:
    """Statements divided by semicolons become one sentence when all are verbs, with "and" before the last."""
    rest = [lower_first(part.removeprefix("and ")) for part in parts[1:]]
    if not rest:
        return parts[0]
    middle = "".join(f", {part}" for part in rest[:-1])
    return f"{parts[0]}{middle}{',' if rest[:-1] else ''} and {rest[-1]}"


def already_personal(text: str, current: bool) -> str | None:
    """ "I keep the books", "My team won": the person wrote the sentence."""
    if not PERSONAL.match(text):
        return None
    return text if text.startswith("I") else lower_first(text)


def duties(text: str, current: bool) -> str | None:
    """ "Duties included opening the store" → "my duties included opening the store"."""
    found = DUTIES.match(text)
    return f"my duties {'include' if current else 'included'} {lower_first(text[found.end():])}" if found else None


def responsible(text: str, current: bool) -> str | None:
    """ "Responsible for ordering" → "I was responsible for ordering"."""
    for pattern, words in ((RESPONSIBLE, "responsible for"), (IN_CHARGE, "in charge of")):
        found = pattern.match(text)
        if found:
            return f"I {'am' if current else 'was'} {words} {lower_first(text[found.end():])}"
    return None


def able(text: str, current: bool) -> str | None:
    """ "Able to lift 50 pounds" → "I am able to lift 50 pounds"."""
    found = ABLE.match(text)
    if found is None:
        return None
    kind = "capable of" if found.group().casefold().startswith("capable") else "able to"
    return f"I {'am' if current else 'was'} {kind} {text[found.end():]}"


def state(text: str, current: bool) -> str | None:
    """ "Proficient in Excel" → "I am proficient in Excel"; "Trained in first aid" → "I am trained in first aid"."""
    if not STATE.match(text):
        return None
    return f"I {'am' if current else 'was'} {text[0].lower()}{text[1:]}"


def having(text: str, current: bool) -> str | None:
    """ "Knowledge of sig codes" → "I have knowledge of sig codes"."""
    return f"I {'have' if current else 'gained'} {lower_first(text)}" if HAVING.match(text) else None


def passive(text: str, current: bool) -> str | None:
    """ "Promoted to lead technician" → "I was promoted to lead technician"."""
    return f"I was {lower_first(text)}" if PASSIVE.match(text) else None


def verb_first(text: str, current: bool) -> str | None:
    """A statement that begins with a verb, perhaps after an adverb, in the tense of its role."""
    adverb = ADVERB.match(text)
    lead, rest = (lower_first(adverb.group()), text[adverb.end():]) if adverb else ("", text)
    first, _, tail = rest.partition(" ")
    joint = first.endswith(",")
    found = form_of(first.rstrip(","))
    if found is None or not (tail or found[1] is Form.PAST):
        return None
    base, form = found
    comma = "," if joint else ""
    if form is Form.PAST:
        return f"I {lead}{lower_first(first)}{' ' if tail else ''}{tail}"
    if form is Form.BASE:
        return _from_base(lead, base, comma, tail, current)
    if form is Form.THIRD:
        return _from_third(lead, base, comma, tail, current)
    return None


def _from_base(lead: str, base: str, comma: str, tail: str, current: bool) -> str | None:
    if _reads_as_noun(base, tail):
        return None
    if current or base == past_of(base):
        return f"I {lead}{base}{comma} {tail}"
    if _more_verbs(tail) or comma:
        return f"my job was to {lead}{base}{comma} {tail}"
    return f"I {lead}{past_of(base)} {tail}"


def _from_third(lead: str, base: str, comma: str, tail: str, current: bool) -> str | None:
    if _reads_as_noun(base, tail):
        return None
    words = f"x{comma} {tail}".split(" ")
    done: list[str] = []
    for index, word in enumerate(words[1:], 1):
        before = words[index - 1]
        found = form_of(word.rstrip(","))
        if (before in ("and", "or") or before.endswith(",")) and found and found[1] is Form.THIRD:
            if found[0] in EITHER and not _takes_object(words[index + 1 :]):
                return None
            word = (found[0] if current else past_of(found[0])) + ("," if word.endswith(",") else "")
        done.append(word)
    return f"I {lead}{base if current else past_of(base)}{comma} {' '.join(done)}"


DETERMINER = re.compile(r"^(?:the|a|an|all|any|each|every|new|our|their|its|his|her|up|out|in|over|more|\d|\$)")


def _takes_object(following: list[str]) -> bool:
    """Whether the words after a verb-or-noun begin with an object, so that it must be a verb."""
    return bool(following) and bool(DETERMINER.match(following[0].casefold()))


def _reads_as_noun(base: str, tail: str) -> bool:
    """ "Order entry and filing", "Stock control": a word that is a noun too, before another noun and nothing that a verb needs."""
    first = tail.split(" ")[0].rstrip(",") if tail else ""
    if base not in EITHER:
        return False
    return not first or first in ("and", "or", "of", "&") or first.casefold() in NOUN_TAILS


NOUN_TAILS = frozenset(
    ["entry", "control", "management", "service", "services", "processing", "handling", "preparation", "training", "support", "skills", "work", "planning", "system", "systems", "procedures", "maintenance", "operations", "experience", "safety", "coordination", "rotation", "verification", "keeping", "taking", "line"]
)  # fmt: skip


def _more_verbs(tail: str) -> bool:
    """Whether a later word, after "and", "or" or a comma, is or may be a verb in the base form."""
    words = tail.split(" ")
    for before, word in zip(words, words[1:], strict=False):
        found = form_of(word.rstrip(",."))
        if (before in ("and", "or", "then") or before.endswith(",")) and found and found[1] is Form.BASE:
            return True
    return False


def gerund_first(text: str, current: bool) -> str | None:
    """ "Managing inventory" → "my work included managing inventory"."""
    first = text.split(" ")[0].rstrip(",")
    found = form_of(first)
    if found is None or found[1] is not Form.GERUND:
        return None
    return f"my work {'includes' if current else 'included'} {lower_first(text)}"


def noun_phrase(text: str, current: bool) -> str | None:
    """ "Cash handling and customer service" → "my work included cash handling and customer service".

    Only short phrases without a finite verb of their own; a statement that is a sentence about something else is left.
    """
    words = text.split(" ")
    if len(words) > 14 or re.search(r"\b(?:is|are|was|were|has|have|had|will)\b", text) or text.endswith(("?", "!")):
        return None
    return f"my work {'includes' if current else 'included'} {lower_first(text)}"


RULES = (already_personal, duties, responsible, able, state, having, passive, verb_first, gerund_first, noun_phrase)


def perfect(text: str) -> str | None:
    """What was done in a role that goes on, in the perfect: "Trained five technicians" → "I have trained five technicians".

    None unless the statement begins with the past of a verb and no other verb follows.
    """
    cleaned = tidy(text)
    first, _, tail = cleaned.partition(" ")
    found = form_of(first)
    if found is None or found[1] is not Form.PAST or not tail or found[0].endswith("ed") or _later_past(tail):
        return None
    return smooth(f"I have {participle_of(found[0])} {tail}")


def _later_past(tail: str) -> bool:
    words = tail.split(" ")
    pairs = zip(words, words[1:], strict=False)
    return any(
        (before in ("and", "which", "that", "then") or before.endswith(",")) and (found := form_of(word)) and found[1] is Form.PAST
        for before, word in pairs
    ) or bool(re.search(r"\b(?:in|since|during) (?:19|20)\d\d\b|\blast\b", tail))


__all__ = ["ADJECTIVES", "first_person", "perfect", "tidy"]
