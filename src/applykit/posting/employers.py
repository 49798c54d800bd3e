"""The employer's name: from labels, or by the sentences in which employers speak of themselves."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from applykit.posting.fact import Fact, Source
from applykit.posting.model import Role, Span
from applykit.posting.places import TOWN_REGION
from applykit.posting.title_words import names_work

LABELS = re.compile(
    r"(?:company|employer|organi[sz]ation|hiring (?:company|organi[sz]ation)|agency|client|business)(?: name)?"
)

WORD = r"[A-Z0-9][\w&'’+-]{0,40}(?:\.(?=[a-z]{2,3}\b)[a-z]{2,3})?"
NAME = (
    rf"(?:(?:The|the)[ ])?{WORD}(?:[ ](?:(?:of|the|and|&|for|at|de|du|la|in"
    rf"|on)[ ](?:the[ ])?)?{WORD}){{0,7}}"
)
LEGAL_FORM = r",?[ ](?:LLC|LLP|L\.L\.C\.|Inc\b\.?|Ltd\b\.?|Corp\b\.?|Co\.|PLC|GmbH)"


@dataclass(frozen=True, slots=True)
class Way:
    """A sentence in which the employer's name stands at `name`, and how sure it makes us."""

    weight: float
    pattern: re.Pattern[str]


def way(weight: float, pattern: str) -> Way:
    """NAME stands for a name with or without its legal form, COMPANY for one with it."""
    filled = pattern.replace("NAME", f"(?P<name>{NAME}(?:{LEGAL_FORM})?)")
    return Way(weight, re.compile(filled.replace("COMPANY", f"(?P<name>{NAME}{LEGAL_FORM})"), re.MULTILINE))


WAYS = (
    way(5, r"\bNAME (?:is|are) (?:proud to be )?(?:an? )?(?:\w+ and )?(?:[Ee]qual|EEO|[Aa]ffirmative|EOE)\b"),
    way(
        5,
        r"^(?:About|ABOUT|Why(?: work (?:at|for)| join| choose)?|Who is|Working at|Life at|Careers at|Welcome to"
        r"|Join|Meet) NAME\s*[:?!]?\s*$",
    ),
    way(4, r"\b(?:[Aa]bout|[Ww]hy) NAME ?:"),
    way(4, r"^COMPANY[ ]*(?:[-–—|•(][^\n]{0,80})?$"),  # alone in its line, perhaps with a place
    way(
        4,
        r"\b(?:[Ww]elcome to|[Yy]our interest in|[Cc]areer (?:at|with)|[Ww]orking (?:at|for|with)|[Ww]ork for"
        r"|[Jj]oin(?:ing)? the|[Ee]mployees? (?:of|at)|employment (?:at|with)|team at|[Ww]e at|[Ll]ife at"
        r"|[Jj]ob at|position (?:at|with)|role (?:at|with)|Tech at|Nurse at) NAME(?=[’'.,;!? )]|$)",
    ),
    way(4, r"\b(?:At|Here at|With) NAME,? (?:we|our|you|every|everyone|your|it)\b"),
    way(
        3,
        r"(?:^|[.!?:] )NAME(?: \([A-Z]{2,10}\))? (?:is|are|was|has been) (?:an? |the |one of |currently |now "
        r"|actively |proud|committed"
        r"|dedicated|seeking|looking|hiring|recruiting|searching|growing|headquartered|located|part of|changing"
        r"|transforming|redefining|on a mission|your|here|also|rated|ranked|recogni[sz]ed|founded|not|home|where"
        r"|built|expanding)",
    ),
    way(
        3,
        r"(?:^|[.!?:] )NAME(?:,[^.\n]{3,80},)? (?:has|have) (?:an? |the |been|over|more|legislative|exciting|immediate"
        r"|opportunit|opening|grown|partnered)",
    ),
    way(
        2.5,
        r"(?:^|[.!?:] )NAME(?: \([A-Z]{2,10}\))? (?:offers?|provides?|seeks|believes?|values|prohibits"
        r"|participates|complies|does not"
        r"|will not|grants|supports|serves|recogni[sz]es|delivers|helps|specializes|operates|designs|develops"
        r"|builds|makes|creates|connects|manufactures|works|strives|seeks|brings|encourages|embraces|celebrates|invests"
        r"|was)\b",
    ),
    way(3, r"\b(?:[Jj]oin|[Jj]oining) NAME(?=['’ .,!]|$)"),
    way(
        2.5,
        r"\bNAME['’]s? (?:mission|vision|goal|commitment|values|culture|employees|team|policy|policies|benefits"
        r"|clients|customers|purpose|success|growth)\b",
    ),
    way(
        3,
        r"\b(?:us|works?|everyone|careers?|colleagues|professionals|teammates|jobs|opportunities"
        r"|benefits) at NAME(?=[’'.,;!? )]|$)",
    ),
    way(3, r"\b(?:information|learn|learn more|read more|more) about (?:the )?NAME(?=[,.;!? )]|$)"),
    way(2, r"\bthe NAME (?:team|family|community|mission|culture|values|network|experience)\b"),
    way(
        2,
        r"(?:[Oo]ur client|[Oo]n behalf of(?: our client)?|[Pp]art of(?: the)?|division of|subsidiary of"
        r"|affiliate of),? NAME(?=[,. ])",
    ),
    way(2, r"(?:—|–|-|at|with|for) NAME (?:in|located in) [A-Z]"),
)
# "Fenwick Group - Minneapolis, MN": a name and a place share one of the first lines.
BESIDE_PLACE = re.compile(
    rf"(?P<name>{NAME}(?:{LEGAL_FORM})?)(?:[ ]*[|•·][ ]*|[ ]+[-–—][ ]*|[ ]*[–—][ ]*)(?P<place>[A-Z].*)"
)
HEAD_LINES = 3
# Words that begin a sentence, or are capital for another reason than naming someone.
GENERIC_WORDS = (
    "sales marketing android bachelor master bachelors masters agile scrum start-up startup ms "
    "we you the this that these those our it its he she they i a an all any each every some who what when where why "
    "how if as at in on to for from with by and or but there here us me my your his her their job position role "
    "candidate candidates applicant applicants employee employees employer company companies team teams work "
    "working department manager management location responsibilities requirements qualifications experience "
    "education skills knowledge ability benefits salary pay summary description overview duties about monday friday "
    "full part time shift schedule equal opportunity eeo eoe united states america usa us u.s uk canada not no yes "
    "please must may can will should do does is are was were have has federal state local government national "
    "additional other new great good join apply click see note successful ideal both while during after before "
    "interested qualified currently incumbent selectee individuals persons people women minorities veterans "
    "military contact hr human resources office recruiter opportunity opportunities title hours url email phone "
    "only also being such than under then because once since during within most many several one two three four "
    "five six seven day days nights weekends evening january february march april may june july august september "
    "october november december customers clients patients residents students members compensation hipaa osha fda "
    "usp dea cms medicare medicaid microsoft excel word powerpoint outlook sql java python english spanish life "
    "change technology today now qualities travel whether regardless everything everyone "
)
GENERIC = frozenset(GENERIC_WORDS.split())
SHORTEST = 2
NO_END = frozenset(("and", "or", "of", "the", "for", "at", "in", "on", "a", "an", "is", "with", "to"))
SURE = 4
ASKING = (Role.REQUIRED, Role.PREFERRED)
PLURALS = re.compile(r"\b(?:Children|Women|Men|People|Veterans)$")
POSSESSIVE = re.compile(r"['’]s?$")
COMMON_ENDS = re.compile(r"\s+(?:is|are|and|offers|provides|has)$")
AGENCIES = re.compile(
    r"\b(?:Department of (?:the )?[A-Z]\w{1,30}(?: [A-Z]\w{1,30}){0,3}"
    r"|[A-Z][\w.]{1,30}(?: [A-Z][\w.]{1,30}){0,3} (?:Health System"
    r"|Hospital|Medical Center|University|National Guard|Corps of Engineers|Bureau"
    r"|Foundation|Institute|School District|County|City Council))"
)


def find_employer(source: Source, *, title: str | None) -> Fact[str] | None:
    """The employer by label, else the name with the most weight in the text; ties go to the earlier one."""
    for label in source.labelled(LABELS):
        if acceptable(label.value, title) and is_titled(label.value):
            return Fact(
                label.value.rstrip("."), Span(label.span.start, label.span.start + len(label.value.rstrip(".")))
            )
    votes: dict[str, float] = defaultdict(float)
    first: dict[str, Span] = {}
    for name, span, weight in name_candidates(source, title):
        votes[name] += weight
        first.setdefault(name, span)
    if not votes:
        return agency(source)
    merged = {
        name: total + sum(votes[o] for o in votes if o != name and o.startswith(f"{name} ")) * 0.5
        for name, total in votes.items()
    }
    best = min(merged, key=lambda name: (-merged[name] - bonus(name, source.text), first[name]))
    full = [name for name in votes if name.startswith(f"{best} ") and votes[name] >= 2.5 and len(name.split()) <= 6]
    best = min(full, key=lambda name: (-votes[name], first[name]), default=best)
    return Fact(best, first[best])


def bonus(name: str, text: str) -> float:
    """A name that comes again and again is likelier; a mark of a company's legal form helps too."""
    legal = bool(
        re.search(
            r"\b(?:Inc|LLC|Ltd|Corp|Group|Health|Hospital|Company|University|College|Center|Services|Systems"
            r"|Solutions|Bank|School)\b",
            name,
        )
    )
    return min(text.count(name), 6) * 0.6 + 1.5 * legal


def name_candidates(source: Source, title: str | None) -> Iterator[tuple[str, Span, float]]:
    """Names with where they stand and how much the sentence says."""
    for found, weight in matches(source):
        name, start = trim_name(found["name"], found.start("name"))
        name = drop_possessive(name, source.text)
        asked = source.role_at(start) in ASKING and weight < SURE
        if acceptable(name, title) and not asked and is_proper(name, start, weight, source):
            yield name, Span(start, start + len(name)), weight


def matches(source: Source) -> Iterator[tuple[re.Match[str], float]]:
    """What may be a name, with its weight: in sentences, and beside a town in the first lines."""
    for entry in WAYS:
        yield from ((found, entry.weight) for found in entry.pattern.finditer(source.text))
    for line in source.lines[:HEAD_LINES]:
        found = BESIDE_PLACE.fullmatch(source.text, line.start, line.end)
        if found and TOWN_REGION.fullmatch(found["place"]):
            yield found, SURE


def drop_possessive(name: str, text: str) -> str:
    """The name without "'s" at its end, unless that belongs to it as in "Quinn's" or "Cook Children's"."""
    bare = POSSESSIVE.sub("", name)
    if bare == name:
        return name
    stands_alone = re.search(rf"{re.escape(bare)}(?!['’\w])", text)
    return bare if stands_alone or (" " in bare and not PLURALS.search(bare)) else name


def is_proper(name: str, start: int, weight: float, source: Source) -> bool:
    """Whether a name of one word is a name and no word that begins a sentence.

    It must never stand in small letters, and unless the sentence or the section makes it sure, or a capital inside, it
    must stand behind another word, too.
    """
    text = source.text
    if " " in name:
        return True
    if not name.isupper() and re.search(rf"(?<![\w@./-]){re.escape(name.casefold())}(?![\w@./-])", text):
        return False
    sure = weight >= SURE or source.role_at(start) is Role.EMPLOYER or bool(re.search("[a-z][A-Z]", name))
    return sure or bool(re.search(rf"[a-z,] {re.escape(name)}\b", text))


def trim_name(name: str, start: int) -> tuple[str, int]:
    """The name without an article, a possessive ending or words that belong to the sentence."""
    if name.startswith(("The ", "the ")) and len(name.split()) > 2:
        start, name = start + 4, name[4:]
    name = COMMON_ENDS.sub("", name).rstrip(" ,!’'")
    return name, start


def acceptable(name: str, title: str | None) -> bool:
    """Whether the words can be an employer's name."""
    words = name.split()
    if not words or len(name) < SHORTEST or len(words) > 8 or len(name) > 70:
        return False
    first, last = words[0].casefold().strip(".,:"), words[-1].casefold().strip(".,:")
    if first in GENERIC or last in NO_END or (len(words) == 1 and (last in GENERIC or first.isdigit())):
        return False
    if title and (name.casefold() in title.casefold() or title.casefold() in name.casefold()):
        return False
    return not (names_work(words[-1]) or (len(words) > 1 and last in GENERIC and last != "states")) and any(
        map(str.isalpha, name)
    )


def is_titled(words: str) -> bool:
    """Whether all longer words are capital, as in a name."""
    return all(word[0].isupper() or not word[0].isalpha() or len(word) < 4 for word in words.split())


def agency(source: Source) -> Fact[str] | None:
    """An organisation named by its kind ("… Medical Center"), where no sentence says more."""
    for found in AGENCIES.finditer(source.text):
        if source.role_at(found.start()) in (Role.EMPLOYER, Role.SUMMARY, Role.OTHER, Role.DUTIES, Role.CONDITIONS):
            name, start = trim_name(found[0], found.start())
            return Fact(name, Span(start, start + len(name)))
    return None
