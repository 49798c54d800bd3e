"""Which lines are headings, and the role that a heading's words give."""

import re
from dataclasses import dataclass

from applykit.posting.model import Role
from applykit.posting.wording import _BARE, _COLON, HEADING_RULES

LONGEST_HEADING = 90
LONGEST_VALUE = 160  # what stands behind a label and is longer is no value but text
MOST_WORDS = 10
MOST_PLAIN_WORDS = 6
PARENTHESIS = re.compile(r"\([^()]*\)")
NOISE = re.compile(r"[^\w/,'?&+ .-]+|[ :.*_–—-]+$|^[ :.*_–—-]+")
STRICT = re.compile(rf"(?:{_COLON})|(?:{_BARE})", re.VERBOSE | re.IGNORECASE)
SMALL_WORDS = "a an and or of in for to the with on at by from is are as we you your our us it if & / - –"
SMALL = frozenset(SMALL_WORDS.split())
# The last word of a line in title case that may be a heading without any mark.
HEADING_ENDS = re.compile(
    r"^(?:assets|desirable|desired|essentials?|preferred|required|optional|mandatory|pluses|nice[ -]to[ -]haves?"
    r"|must[ -]haves?)$"
    r"|\b(?:qualifications?|requirements?|responsibilit(?:y|ies)|duties|functions|accountabilities|benefits|perks"
    r"|criteria|overview|summary|"
    r"description|competencies|specifications?|demands|conditions|employment|environment|rewards|attributes"
    r"|essentials|commitment|"
    r"(?:minimum|required|preferred|desired|technical|key|essential|job|additional|special|core|soft"
    r"|other) (?:skills|experience|education|knowledge|abilities)|"
    r"skills|education|experience|certifications?|licensure|about us|to apply|opportunity employer|you'll do"
    r"|you will do|you'll bring|you bring|you need|we offer|"
    r"looking for|you are|we are|for you|you'll need|job|role|position|company|team|candidate|the opportunity"
    r"|profile|package|process|schedule|compensation|accommodations?|employer|statement)\??$"
)
LABEL_VALUE = re.compile(
    r"^(?:• )?(?P<label>[A-Z][^:.\n•]{1,60}?)[ ]*:[ ]+(?=\S)|^(?:• )?(?P<dash>[A-Z][\w /&]{2,40}?)[ ]+[–—][ ]+(?=\S)"
)
# Labels whose value is a fact and that say nothing of the lines after them.
FACT_LABELS = re.compile(
    r"(?:job|position|posting|vacancy|working|role)?\ ?(?:title|id|code|number|no|ref(?:erence)?(?:\ (?:no|number"
    r"|id|code))?|req(?:uisition)?(?:\ (?:id|number|no|\#))?|posting\ title|date|location|type|category"
    r"|family(?:\ group)?|function|level|grade|status|class(?:ification)?|series|field|industry|department"
    r"|sector)s?\ ?\#?"
    r"|requisition\ ?(?:id|number|no)?\ ?\#? | req\ ?(?:id|\#|number)? | company(?:\ name)? | employer "
    r"| organi[sz]ation(?:\ name)? | client | agency | department(?:/unit|\ name)? | division | business\ unit "
    r"| unit | cost\ center | facility | brand | location(?:s|\ name|\ of\ job)? | city | state | country "
    r"| work\ (?:city|state|location|place|type) | (?:primary|work|job|office)\ (?:location|site)(?:\ address)?"
    r"|employment\ (?:type|status) | contract(?:\ type)? | duration | term | time\ type | worker\ (?:sub\ )?type "
    r"| employee\ (?:type|status) | flsa(?:\ status)? | exempt(?:ion)?(?:\ status)? | full[ -]?/?part[ -]?time "
    r"| fte | reports?\ to | reporting\ to | supervisor | manager | posted(?:\ (?:on|date))? | date\ posted "
    r"| start\ date | end\ date | clos(?:es|ing)(?:\ date)? | deadline | open(?:ing)?\ date | expir(?:es|y) "
    r"| remote(?:\ type)? | union(?:\ code)? | vacanc(?:y|ies) | openings?"
    r"|position(?:s)? | pay\ (?:grade|frequency|plan|scale\ and\ grade) | grade | series(?:\ and\ grade)? "
    r"| onsite\ flexibility | work\ arrangement | expected\ salary | salary | pay | rate | wage | pay\ range "
    r"| salary\ range | website | web | phone | tel(?:ephone)? | fax | e-?mail | recruiter | contact(?:\ (?:name"
    r"|person))? | keywords | tags | who\ may\ apply | promotion\ potential | supervisory\ status "
    r"| appointment\ type",
    re.VERBOSE,
)
SCHEDULE_LABELS = re.compile(
    r"(?:work\ |working\ )?(?:shift|schedule|hours|days)(?:\ (?:type|details|worked|of\ work|per\ week))?"
    r"|(?:standard|scheduled|weekly)\ (?:weekly\ )?hours.*|weekend.*|on[ -]call.*|with\ rotation|tour\ of\ duty"
    r"|travel(?:\ required|\ percentage)?|hours\ of\ work",
    re.VERBOSE,
)


PART = (
    r"(?:(?:work|related|professional|technical|education(?:al)?) )?(?:education|experience|skills?|knowledge"
    r"|abilities|certifications?|licen[sc](?:es?|ure)|training|competenc(?:y|ies)|languages?)"
)
PARTS = re.compile(rf"{PART}(?: ?(?:/|,|and|or) ?{PART})*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as understood: the role its words give (None when they give none) and the rule's name."""

    role: Role | None
    rule: str
    length: int  # characters of the line that are the heading
    part: bool = False  # whether it names one part of what is asked, such as "Education", and not how strongly


def normal_heading(words: str) -> str:
    """The words of a heading as the rules compare them."""
    words = PARENTHESIS.sub(" ", words.casefold().replace("’", "'").replace("&", " and "))
    return " ".join(NOISE.sub(" ", words).split()).strip(" .-")


def role_of_heading(words: str) -> tuple[Role | None, str] | None:
    """The role of a heading's words and the name of the rule that gave it."""
    normal = normal_heading(words)
    for rule in HEADING_RULES:
        if rule.pattern.search(normal):
            return rule.role, rule.name
    return None


def read_heading(line: str, *, marked: bool, before_gap: bool, before_list: bool = False) -> Heading | None:
    """The heading that the line is, or begins with; None for an ordinary line.

    `marked`: the mark-up said so. `before_gap`: the line stands first or after an empty line. `before_list`: a list
    begins in the next line.
    """
    text = line.strip()
    if not text or not any(map(str.isalpha, text)):
        return None
    heads_list = before_gap and before_list
    return read_label(text) or read_whole_line(text, marked=marked, before_gap=before_gap, heads_list=heads_list)


def read_whole_line(text: str, *, marked: bool, before_gap: bool, heads_list: bool) -> Heading | None:
    """The heading that the whole line is; `heads_list`: it stands alone between an empty line and a list."""
    words = text.split()
    if len(text) > LONGEST_HEADING or text.startswith("• ") or len(words) > MOST_WORDS + 2 * marked:
        return None
    if text.endswith((".", ",", ";", "!")) and not (text.isupper() and text.endswith(".")):
        return None
    if fact := read_fact_label(text, len(text)):
        return (
            fact
            if text.endswith(":") or (fact.role is Role.OTHER and (len(words) > 1 or text == "locations"))
            else None
        )
    found = role_of_heading(text)
    if marked or text.endswith(":"):
        return Heading(*(found or (None, "unknown heading")), len(text), is_part(text))
    if found and (
        (text[0].isupper() and STRICT.fullmatch(text))
        or plain_heading(text, words, before_gap=before_gap, heads_list=heads_list)
    ):
        return Heading(*found, len(text), is_part(text))
    return None


def plain_heading(text: str, words: list[str], *, before_gap: bool, heads_list: bool) -> bool:
    """Whether a line without marks looks like a heading: capitals, few words, a heading's last word or a list below."""
    if heads_list and text[0].isupper() and len(words) <= MOST_WORDS:
        return True
    if len(words) > MOST_PLAIN_WORDS or not text[0].isupper():
        return False
    ends_like_one = bool(HEADING_ENDS.search(normal_heading(text)))
    if text.isupper():
        return ends_like_one or before_gap
    titled = all(word[0].isupper() or word.casefold() in SMALL or not word[0].isalpha() for word in words)
    return ends_like_one and (titled or before_gap) and not any(word.isdigit() for word in words)


def read_label(text: str) -> Heading | None:
    """The heading before a colon at the head of a line that goes on: "Education: a degree in …"."""
    found = LABEL_VALUE.match(text)
    if not found:
        return None
    label = found["label"] or found["dash"]
    if len(label.split()) > MOST_PLAIN_WORDS:
        return None
    if fact := read_fact_label(label, found.end()):
        is_value = len(text) - found.end() <= LONGEST_VALUE
        return fact if is_value else Heading(None, "mixed", found.end())
    role = role_of_heading(label) if found["label"] and not text.startswith("• ") else None
    return Heading(role[0], role[1], found.end(), is_part(label)) if role else None


def is_part(words: str) -> bool:
    """Whether a heading only names a part of what is asked."""
    return bool(PARTS.fullmatch(normal_heading(words)))


def read_fact_label(words: str, length: int) -> Heading | None:
    """The heading for a label that gives one fact or a schedule, such as "Location" or "Shift"."""
    normal = normal_heading(words)
    if SCHEDULE_LABELS.fullmatch(normal):
        return Heading(Role.CONDITIONS, "schedule label", length)
    if FACT_LABELS.fullmatch(normal):
        return Heading(Role.OTHER, "fact label", length)
    return None
