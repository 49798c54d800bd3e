"""Whom to write to, how to apply, and the sentence in which the employer says what it is for."""

import re

from applykit.posting.fact import Fact, Source
from applykit.posting.model import Contact, Role, Span

EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12}\b")
PHONE = re.compile(
    r"(?<![\w.-])(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)\s?|\d{3,5}[\s.-])\d{3}[\s.-]?\d{3,4}(?:\s?(?:x"
    r"|ext\.?)\s?\d{1,5})?(?![\w-])"
)
PERSON = (
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.?\s)?[A-Z][a-z'’-]+(?:\s[A-Z]\.)?(?:\s(?:de|van|von|la|Mc"
    r"|O['’])?\s?[A-Z][a-z'’A-Z-]+){1,2})"
)
BY_NAME = re.compile(
    rf"(?:\b(?:[Cc]ontact(?: person)?|[Aa]ttn|[Aa]ttention|[Rr]ecruiter|[Hh]iring [Mm]anager|(?:[Ss]end|[Ss]ubmit"
    rf"|[Ee]-?mail|[Ff]orward|[Aa]ddress(?:ed)?)\b[^.\n@]{{0,80}}?\b(?:to|for)|please (?:call|e-?mail|write to"
    rf"|reach(?: out to)?)|speak (?:to|with)|discussion (?:with|contact)|ask for|[Yy]ours? (?:sincerely"
    rf"|truly))\b:?\s*(?:[A-Z][\w ]{{0,25}}:\s*)?)"
    rf"{PERSON}(?:\s?[,(–-]\s?(?P<title>(?:the |our )?[A-Z][\w&/ -]{{2,50}}?)(?=[,).;\n]| at | on | via | by "
    rf"| for |$))?"
)
NAME_LABELS = re.compile(
    r"(?:contact(?: name| person)?|recruiter|hiring manager|agency contact(?: name)?|point of contact|attn"
    r"|attention|talent partner|recruiting contact)"
)
EMAIL_LABELS = re.compile(r"(?:contact )?e-?mail(?: address)?")
PHONE_LABELS = re.compile(r"(?:contact )?(?:phone|tel(?:ephone)?|call)(?: number| no)?")
NO_PERSON = re.compile(
    r"\b(?:Human|Resources|Department|Team|Office|Center|Centre|Recruit\w*|Talent|Careers?|Hiring|Manager|Service"
    r"|Services|Support|Hospital|Health|University|The|Our|This|Page|Website|Job|Equal|Monday|Friday|United|States"
    r"|Street|Avenue|Road|Suite|Box|Us|Now|Today|Here|Search|Committee|Director|Application|Microsoft|Pharmacy"
    r"|Medical|Group|Company|Please|For|Questions?)\b"
)

APPLY = re.compile(
    r"(?:^|[.;:] |how |wish(?:ing)? |like |interested in |ready )to apply\b|(?:^|[.;:!?] |please |and |can |may "
    r"|must |should )apply (?:online|at|by|via|through|on|directly|here|now|today|with|using|to|in)\b"
    r"|(?:^|[.;:!?] |please |and |then |to apply,? |can |should |must |by )(?:submit|send|e-?mail|forward|fax"
    r"|upload|mail)(?:ing)?\b.{0,60}\b(?:resume|résumé|CV|cover letter|application|curriculum vitae|letter)s?\b"
    r"|applications? (?:should|must|can|may|will) be (?:sent|submitted|made|received|emailed)|click (?:here|on"
    r"|the)[^.]{0,40}apply|interested (?:candidates|applicants|parties)[^.]{0,40}(?:should|please|may|can|are)",
    re.IGNORECASE,
)
CURRENT_STAFF = re.compile(
    r"current (?:\w+ ){0,4}(?:employees?|team members|caregivers?)|internal (?:caregiver|candidates|applicants"
    r"|workers|employees)|CURRENT [A-Z ]{3,40}(?:MEMBERS|EMPLOYEES)|already (?:an? )?employe|workday account"
    r"|encourages?\b|eligible to apply|invite you to apply|recruitment agenc|third[- ]part",
    re.IGNORECASE,
)
LONGEST_HOW = 400

MISSION = (
    (
        4,
        re.compile(
            r"\b(?:our|its|the company['’]s|[A-Z][\w&'’]+(?:['’]s)?) (?:mission|purpose)(?: statement)? (?:is|to"
            r"|has been|remains)\b|\bmission is to\b",
            re.IGNORECASE,
        ),
    ),
    (
        3.5,
        re.compile(
            r"\bon a mission (?:to|of)\b|\bmission (?:to|of)\b|\bpurpose:|\bexists? to\b|\bwe exist\b"
            r"|\bshared? (?:purpose|mission)\b",
            re.IGNORECASE,
        ),
    ),
    (
        2.5,
        re.compile(
            r"\b(?:we are|we['’]re|is|are) (?:passionate|dedicated|devoted|committed) (?:about"
            r"|to)\b(?! (?:creating|providing|building|fostering|maintaining|a )?(?:an? )?(?:equal|divers|inclusi"
            r"|safe|drug|the principles))",
            re.IGNORECASE,
        ),
    ),
    (
        2,
        re.compile(
            r"\bour (?:goal|vision|aim|promise|commitment) (?:is|has)\b|\bwe (?:believe|strive|aim|work) (?:to|in"
            r"|that)\b|\bhelp(?:s|ing)? (?:people|patients|families|clients|businesses|companies|communities"
            r"|customers)\b|\bimprov(?:e|es|ing) (?:the )?(?:lives|health)\b",
            re.IGNORECASE,
        ),
    ),
)
NOT_MISSION = re.compile(
    r"\b(?:equal|discriminat|diversity|regardless|applicants?|candidate|benefits?|salary|resume|you will"
    r"|this (?:role|position)|responsible|must|required|mission[- ]critical|qualified|accommodat"
    r"|opportunity employer|policy|you can|you(?:'|’)?ll|join)\b",
    re.IGNORECASE,
)
LEAST_MISSION, MOST_MISSION = 30, 350


def find_contact(source: Source) -> Fact[Contact] | None:
    """The person, address and number to write to, outside equal-opportunity text; the name decides the span."""
    name = person_by_label(source) or person_in_text(source)
    email = by_label(source, EMAIL_LABELS, EMAIL) or first_outside(source, EMAIL)
    phone = by_label(source, PHONE_LABELS, PHONE) or first_outside(source, PHONE)
    if name is None and email is None and phone is None:
        return None
    person, title = name.value if name else (None, None)
    lead = name or email or phone
    return Fact(
        Contact(person, title, email.value if email else None, phone.value if phone else None),
        lead.span if lead else None,
    )


def person_by_label(source: Source) -> Fact[tuple[str, str | None]] | None:
    """The person that a label such as "Contact" names."""
    for label in source.labelled(NAME_LABELS):
        found = re.match(rf"{PERSON}(?:\s?[,(–-]\s?(?P<title>[A-Z][\w&/ -]{{2,50}}))?", label.value)
        if found and not NO_PERSON.search(found["name"]):
            return Fact((found["name"], found["title"]), Span(label.span.start, label.span.start + found.end("name")))
    return None


def person_in_text(source: Source) -> Fact[tuple[str, str | None]] | None:
    """The person that a sentence such as "send your CV to Jane Doe" names."""
    for found in BY_NAME.finditer(source.text):
        if not NO_PERSON.search(found["name"]) and usable(source, found.start()):
            title = found["title"]
            return Fact(
                (found["name"], re.sub(r"^(?:the|our) ", "", title) if title else None), Span(*found.span("name"))
            )
    return None


def by_label(source: Source, labels: re.Pattern[str], pattern: re.Pattern[str]) -> Fact[str] | None:
    """What stands in the value of such a label."""
    for label in source.labelled(labels):
        found = pattern.search(label.value)
        if found:
            return Fact(found[0], Span(label.span.start + found.start(), label.span.start + found.end()))
    return None


def first_outside(source: Source, pattern: re.Pattern[str]) -> Fact[str] | None:
    """The first match that is no contact for accommodation requests."""
    for found in pattern.finditer(source.text):
        if usable(source, found.start()):
            return Fact(found[0], Span(*found.span()))
    return None


def usable(source: Source, position: int) -> bool:
    """Whether a contact at this place is one for applications."""
    line_start = source.text.rfind("\n", 0, position) + 1
    before = source.text[max(line_start, position - 200) : position]
    return source.role_at(position) is not Role.EQUAL_OPPORTUNITY and not re.search(
        r"accommodat|disabilit|\bfax\b", before, re.IGNORECASE
    )


def find_how_to_apply(source: Source) -> Fact[str] | None:
    """The sentence that says how to apply, else the beginning of the section that does."""
    for span in source.sentences:
        words = span.of(source.text)
        if APPLY.search(words) and not CURRENT_STAFF.search(words) and is_body(source, span):
            return Fact(words.lstrip("• "), span)
    for section in source.sections:
        words = section.span.of(source.text).split("\n")[0]
        asks = section.heading is None or "question" in section.heading.of(source.text).casefold()
        if section.role is Role.HOW_TO_APPLY and words and not asks and len(words) <= LONGEST_HOW:
            return Fact(words, Span(section.span.start, section.span.start + len(words)))
    return None


def is_body(source: Source, span: Span) -> bool:
    """Whether a sentence of fair length stands in a body and not in a heading or equal-opportunity text."""
    heads = any(section.heading and section.heading.covers(span) for section in source.sections)
    return not heads and span.end - span.start <= LONGEST_HOW and usable(source, span.start)


def find_mission(source: Source) -> Span | None:
    """The sentence that says most plainly what the employer is for; the earlier one on a tie."""
    best: tuple[float, Span] | None = None
    for span in source.sentences:
        words = span.of(source.text)
        if (
            not LEAST_MISSION <= len(words) <= MOST_MISSION
            or not words.endswith((".", "!"))
            or NOT_MISSION.search(words)
        ):
            continue
        weight = max((weight for weight, pattern in MISSION if pattern.search(words)), default=0.0)
        at = source.role_at(span.start)
        weight += (at is Role.EMPLOYER) - 2 * (
            at in (Role.EQUAL_OPPORTUNITY, Role.OFFER, Role.DUTIES, Role.REQUIRED, Role.PREFERRED, Role.HOW_TO_APPLY)
        )
        if weight >= 2 and (best is None or weight > best[0]):
            best = (weight, span)
    return best[1] if best else None
