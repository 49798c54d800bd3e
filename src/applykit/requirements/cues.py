"""The words that tell how strongly something is asked for, or that it is not asked for at all.

Every pattern has a name, which `why` repeats. Patterns run over one clause without regard to letter case.
"""

import re
from typing import NamedTuple

from applykit.requirements.model import Level


class Cue(NamedTuple):
    """A named pattern and the level it speaks for."""

    name: str
    level: Level
    pattern: re.Pattern[str]


def words(*patterns: str) -> re.Pattern[str]:
    """One pattern of several, without regard to letter case."""
    return re.compile("|".join(patterns), re.IGNORECASE)


PREFERRED, REQUIRED = Level.PREFERRED, Level.REQUIRED
NEEDLESS = r"(?:required|needed|necessary|mandatory|expected|essential|a requirement)\b"

# Earlier rows cover later ones where they overlap.
CUES = (
    Cue("not required, but", PREFERRED, words(r"(?:\bnot|n['’]t) (?:strictly )?" + NEEDLESS + r",? but\b")),
    Cue("preferred but not required", PREFERRED, words(
        r"\b(?:preferred|desired|desirable|helpful|a plus),? (?:but |though )?(?:is |are )?not (?:strictly )?"
        + NEEDLESS,
    )),
    Cue("preferred", PREFERRED, words(r"\bprefer(?:red|ably|ence|able|s)?\b")),
    Cue("a plus", PREFERRED, words(
        r"\b(?:an?|is|are|as) (?:\w+ ){0,2}plus(?:es)?\b", r"\bpluses\b", r"[-–—,(] ?plus\)?[!.]?$",
    )),
    Cue("nice to have", PREFERRED, words(r"\bnice[- ]to[- ]haves?\b", r"\b(?:good|great) to have\b")),
    Cue("desired", PREFERRED, words(r"\bdesir(?:ed|able)\b", r"\bdesires?\b(?! to)")),
    Cue("ideally", PREFERRED, words(r"\bideal(?:ly)?\b")),
    Cue("bonus", PREFERRED, words(
        r"\bbonus (?:if|points?|for|skills?|qualifications?)\b", r"\b(?:an?|is|are) (?:\w+ )?bonus\b",
        r"\bbonus\)?[!.:]?$",
    )),
    Cue("an advantage", PREFERRED, words(r"\badvantag(?:e|eous)\b(?! of| plan)")),
    Cue("an asset", PREFERRED, words(r"\b(?:an?|considered|strong|definite) (?:\w+ )?asset\b")),
    Cue("helpful", PREFERRED, words(
        r"\b(?:is|are|be|also|very|considered) (?:helpful|beneficial|highly regarded|favou?rable|welcome|"
        r"appreciated)\b",
    )),
    Cue("would be good", PREFERRED, words(
        r"\bwould be (?:an? )?(?:\w+ )?(?:great|nice|good|ideal|useful|plus|beneficial)\b",
        r"\b(?:great|good|nice|cool|awesome) if you\b",
    )),
    Cue("must", REQUIRED, words(r"\bmust(?:[- ]haves?)?\b")),
    Cue("required", REQUIRED, words(
        r"(?<!as )(?<!when )(?<!if )(?<!where )(?<!not )(?<!all )\brequire(?:d|s)?\b"
        r"(?! (?:by|documents?|documentation|information|data|forms?|paperwork|reports?|training|meetings)\b)",
        r"\b(?:is|are|be) an? (?:\w+ )?requirement\b", r"\brequirements?(?= (?:is|are|include)\b|:| ?$)",
    )),
    Cue("mandatory", REQUIRED, words(r"\b(?:mandatory|imperative)\b")),
    Cue("minimum", REQUIRED, words(r"\bminimum\b", r"\bat least\b", r"\bmin\.? of\b")),
    Cue("need", REQUIRED, words(
        r"\b(?:you|we|candidates?|applicants?|who|also|will|would)(?:['’]ll)? needs?\b", r"\bneeds? to (?:be|have)\b",
        r"(?<!as )\bneeded\b(?! to)",
    )),
    Cue("essential", REQUIRED, words(r"\b(?:is|are|be) (?:\w+ )?(?:essential|necessary|critical|vital|crucial)\b")),
    Cue("should", REQUIRED, words(
        r"\b(?:candidates?|applicants?|you|individual|person|who) should\b", r"\bshould (?:have|be|possess)\b",
    )),
)  # fmt: skip

# Cues that speak only of what follows them.
FORWARD = words(r"preferably\b", r"ideally\b")

# Sentences about the person, in text about the job: "we seek someone who …".
PERSON = words(
    r"\bwe(?:['’]re| are)? (?:seek|look|search|want)\w*",
    r"\b(?:seeking|looking for|in search of) \w+",
    r"\byou (?:are|have|possess|bring|enjoy|thrive|love|know|understand|can)\b",
    r"\byou['’](?:re|ve)\b",
    r"\b(?:successful|right|perfect|qualified|strong|best) (?:candidates?|applicants?|person|individual)\b",
    r"\b(?:candidates?|applicants?) (?:will|who|with|has|have|is|are)\b",
    r"\b(?:someone|individuals?|people|person|professional) (?:who|with|that)\b",
    r"\bthe incumbent\b",
)

# What an employer may say that a job is free of.
FREE = (
    r"(?:(?:late |overnight |early )?(?:nights?|weekends?|evenings?|holidays?|overtime|on[- ]call|travel(?:ing)?"
    r"|shifts?|heavy lifting|cold[- ]calling|graveyard)(?: shifts?| work| hours)?)"
)
NEGATION = (
    ("no … needed", words(
        r"\bno (?:[\w,'’/-]+ ){0,6}?(?:is |are |skills? )?" + NEEDLESS,
        r"\bno (?:(?:prior|previous|work|pharmacy|related|\w+) ){0,2}experience\b(?! ?\?)",
    )),
    ("not required", words(
        r"\b(?:is|are|am|be)?(?:n['’]t| not) (?:strictly |absolutely )?" + NEEDLESS + r"(?!,? but)", r"\bnot a must\b",
        r"\b(?:is|are) optional\b", r"\(optional\)",
    )),
    ("not asked for", words(
        r"\b(?:do|does|did|will|would)(?:n['’]t| not) (?:\w+ly )?"
        r"(?:need|require|ask for|expect|want|insist on|look for)\b(?:(?! but\b)[^.;:!?])*",
        r"\b(?:need not|needn['’]t|don['’]t have to|do not have to) (?:have|be|hold|know|speak)\b"
        r"(?:(?! but\b)[^.;:!?])*",
    )),
    ("no shifts", words(
        rf"\bno {FREE}(?:(?: ?[,/&] ?| and | or |, (?:and|or) )(?:no )?{FREE})*\b(?! (?:exceptions?|limit))",
    )),
    ("a rule of counting", words(
        r"\bevery\b[^.;:]{0,60}\bis (?:equivalent|equal|considered)\b[^.;:]*",
        r"\bno more than\b[^.;:]{0,60}\b(?:is|are|may be|can be) (?:creditable|credited|counted)\b",
    )),
    ("without", words(r"\b(?:even )?without (?:any |prior |previous )\w+")),
)  # fmt: skip

OFFER = words(
    r"\bwe(?:['’]ll| will| also)? (?:offer|provide|train|pay for|cover|reimburse)\b",
    r"\b(?:training|uniforms?|certification|meals?|parking|housing) (?:is |are |will be |classes )?"
    r"(?:provided|paid|included|available)\b",
    r"\bpaid (?:training|time off|vacation|holidays?|certification|parental|leave)",
    r"\bon[- ]the[- ]job training\b|\b(?:will|we) train\b",
    r"\b(?:tuition|scholarship)|\breimburse(?:d|ment|s)?\b|\b401 ?\(?k\)?|\bPTO\b",
    r"\b(?:health|dental|vision|medical|life|disability) (?:insurance|coverage|benefits|plans?)\b",
    r"\b(?:medical|health),? (?:dental|vision)\b|\bemployee discounts?\b|\bpaid by (?:the )?(?:company|employer)\b",
    r"\bsign[- ]?on bonus|\bretirement plans?|\bflexible spending|\bwellness program",
    r"\bcareer (?:advancement|growth|development) opportunit\w+",
    r"\bopportunit(?:y|ies) (?:for|to) (?:advance\w*|grow\w*|learn\w*|develop\w*)",
    r"\byou(?:['’]ll| will) (?:receive|get|enjoy|gain|learn)\b",
    r"\bcompetitive (?:pay|salary|wages?|compensation|benefits)\b",
    r"\beligible for (?:\w+ )?benefits\b|\bbenefits (?:include|package)\b",
)

EQUAL = words(
    r"\bequal (?:employment )?opportunit\w+",
    r"\bregardless of\b|\bwithout regard to\b|\bprotected (?:veterans?|status|class|by)\b|\bgender identity\b",
    r"\bsexual orientation\b|\bnational origin\b|\baffirmative action\b|\bdiscriminat\w+",
    r"\breasonable accommodations?\b|\bmarital status\b|\bgenetic information\b",
)

PRAISE = words(
    r"\bwe(?:['’]re| are) (?:an? |the |one of )|\bour (?:mission|vision|values|culture|company|organization|team is)\b",
    r"\b(?:is|as) (?:an? |the |one of the )?(?:\w+ ){0,2}(?:leading|leader|largest|premier|award|fastest)\b",
    r"\bfounded in\b|\bsince (?:19|20)\d\d\b|\bheadquartered\b|\baward[- ]winning\b|\bfortune \d+|\babout us\b",
    r"\bwe (?:believe|value|pride|strive|celebrate|serve)\b|\bjoin our\b",
)

APPLICATION = words(
    r"\b(?:send|submit|email|attach|upload|forward|include) (?:\w+ ){0,4}"
    r"(?:resume|résumé|cv|cover letter|application)\b",
    r"\bapply (?:now|online|today|at|via|here)\b|\bto apply\b|\bclick (?:here|apply|the)\b|\bfor more information\b",
    r"\bplease (?:visit|contact|call|send|email|apply|submit|include)\b",
)
