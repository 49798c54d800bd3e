"""What only the person can say about themselves, asked as one asks a person: by the kind of what is demanded."""

import re

TRUE = "Is that true for you?"
ABLE = "Can you do that, with help where the law grants it?"
RESIDENCE = re.compile(
    r"\b(?:live|lives|living|reside|resides|residing)\s+((?:within|in|near|inside)\b[^.;:,()]{2,60})", re.IGNORECASE
)
AT_HOME = re.compile(r"\bresiden(?:ce|cy|t)\b|\b(?:live|living|reside|residing)\b", re.IGNORECASE)
# The first that a demand's words fit asks; a screen before a paper, since one passes a check also for a licence.
BY_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), question)
    for pattern, question in (
        (r"\bdrug|substance (?:test|screen|abuse)|urinalysis", "Can you pass a drug screen?"),
        (r"background|criminal|\bdbs\b|police check", "Can you pass a background check?"),
        (r"vaccin|immuni[sz]|\btb\b|tubercul|flu shot", "Have you had it, or would you have it done?"),
        (r"\breferences?\b", "Do you have them?"),
        (r"credit check|fingerprint|vetting|\bscreen(?:ing)?\b|\bphysical\b|assessment", "Can you pass it?"),
        (r"\bcards?\b|licen[cs]e|\bpassport\b|\bpermit\b|\bbadge\b|clearance|insurance|certificat", "Do you have it?"),
        (r"\b(?:vehicle|car|transport\w*|identification|id)\b", "Do you have it?"),
    )
)
EXAMINED = re.compile(
    r"\b(?:physical|examination|exam|screen(?:ing)?|(?:fitness|vision|hearing|agility) test)\Z", re.IGNORECASE
)
PAPER = re.compile(r"\b(?:medical|health) cards?\b|certificate\b|licen[cs]e\b", re.IGNORECASE)


def ask_true(named: str, quote: str) -> str:
    """The question for a check, a paper, a place to live or a fact; `named` is the requirement's name."""
    home = ask_home(quote)
    if home:
        return home
    for text in (named, quote):
        if AT_HOME.search(text):
            return "Do you live there?"
        for pattern, question in BY_WORDS:
            if pattern.search(text):
                return question
    return TRUE


def ask_home(quote: str) -> str | None:
    """ "Live within 30 miles" → "Do you live within 30 miles?"; None where no place to live is named."""
    place = RESIDENCE.search(quote)
    return f"Do you live {place[1].strip()}?" if place else None


def ask_able(named: str, quote: str) -> str:
    """The question for what the body must do; a medical card is a paper that one has, an examination is passed."""
    if PAPER.search(f"{named} {quote}"):
        return "Do you have it?"
    if EXAMINED.search(named):
        return "Can you pass it?"
    return ask_home(quote) or ABLE
