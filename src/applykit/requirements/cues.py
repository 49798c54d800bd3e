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


def cue(name: str, level: Level, pattern: str) -> Cue:
    return Cue(name, level, re.compile(pattern, re.IGNORECASE))


PREFERRED, REQUIRED, DUTY = Level.PREFERRED, Level.REQUIRED, Level.DUTY

CUES = (
    cue("not required, but preferred", PREFERRED, r"\b(?:not|n't) (?:required|necessary|mandatory|essential),? but\b"),
    cue("preferred but not required", PREFERRED, r"\b(?:preferred|desired|desirable|helpful|a plus),? (?:but |though )?"
        r"(?:is |are )?not (?:strictly )?(?:required|necessary|mandatory|essential)\b"),
    cue("preferred", PREFERRED, r"\bprefer(?:red|ably|ence|able|s)?\b"),
    cue("a plus", PREFERRED, r"\b(?:an?|is|are|as) (?:\w+ ){0,2}plus(?:es)?\b|\bpluses\b|[-–—,(] ?plus\)?[!.]?$"),
    cue("nice to have", PREFERRED, r"\bnice[- ]to[- ]haves?\b|\bgood to have\b|\bgreat to have\b"),
    cue("desired", PREFERRED, r"\bdesir(?:ed|able)\b|\bdesires?\b(?! to)"),
    cue("ideally", PREFERRED, r"\bideal(?:ly)?\b"),
    cue("bonus", PREFERRED, r"\bbonus (?:if|points?|for|skills?|qualifications?)\b|\b(?:an?|is|are) (?:\w+ )?bonus\b"
        r"|\bbonus\)?[!.:]?$"),
    cue("an advantage", PREFERRED, r"\badvantag(?:e|eous)\b(?! of| plan)"),
    cue("an asset", PREFERRED, r"\b(?:an?|considered|strong|definite) (?:\w+ )?asset\b"),
    cue("helpful", PREFERRED, r"\b(?:helpful|beneficial|highly regarded|favou?rable|welcome|appreciated)\b"),
    cue("would be good", PREFERRED, r"\bwould be (?:an? )?(?:\w+ )?(?:great|nice|good|ideal|useful|plus|beneficial)\b|"
        r"\b(?:great|good|nice|cool|awesome) if you\b"),
    cue("must", REQUIRED, r"\bmust(?:[- ]haves?)?\b"),
    cue("required", REQUIRED, r"(?<!as )(?<!when )(?<!if )(?<!where )(?<!not )(?<!all )\brequire(?:d|s)?\b"
        r"(?! (?:by|documents?|documentation|information|data|forms?|paperwork|reports?|training|meetings)\b)"
        r"|\b(?:is|are|be) an? (?:\w+ )?requirement\b|\brequirements?(?= (?:is|are|include)\b|:| ?$)"),
    cue("mandatory", REQUIRED, r"\bmandatory\b|\bimperative\b"),
    cue("minimum", REQUIRED, r"\bminimum\b|\bat least\b|\bmin\.? of\b"),
    cue("need", REQUIRED, r"\b(?:you|we|candidates?|applicants?|who|also|will|would)(?:['’]ll)? needs?\b|\bneeds? to (?:be|have)\b"
        r"|\bneeded\b(?! to)(?<!as needed)"),
    cue("essential", REQUIRED, r"\b(?:is|are|be) (?:\w+ )?(?:essential|necessary|critical|vital|crucial)\b"),
    cue("should", REQUIRED, r"\b(?:candidates?|applicants?|you|individual|person|who) should\b|\bshould (?:have|be|possess)\b"),
)  # fmt: skip

# Sentences about the person, in text about the job: "we seek someone who …".
PERSON = re.compile(
    r"\b(?:we(?:['’]re| are)? (?:seek|look|search|want)\w*|(?:seeking|looking for|in search of) (?:an?|the|someone|people|"
    r"candidates?|individuals?|\w+)|you (?:are|have|possess|bring|enjoy|thrive|love|know|understand|can)\b"
    r"|you['’](?:re|ve)\b|if you (?:are|have)|(?:successful|right|perfect|qualified|strong|best) "
    r"(?:candidates?|applicants?|person|individual)|(?:candidates?|applicants?) (?:will|who|with|has|have|is|are)\b"
    r"|(?:someone|individuals?|people|person|professional) (?:who|with|that)\b|the incumbent)",
    re.IGNORECASE,
)

NEGATION = (
    (
        "no … needed",
        re.compile(
            r"\bno (?:[\w,'’/-]+ ){0,6}?(?:is |are |skills? )?(?:required|needed|necessary|expected)\b"
            r"|\bno (?:prior |previous |pharmacy |work |\w+ ){0,2}experience\b(?! ?[+]|\?)",
            re.IGNORECASE,
        ),
    ),
    (
        "not required",
        re.compile(
            r"\b(?:is|are|am|be)?(?:n['’]t| not) (?:strictly |absolutely )?(?:required|needed|necessary|mandatory|expected|"
            r"a requirement)\b(?!,? but)|\bnot a must\b|\boptional\b",
            re.IGNORECASE,
        ),
    ),
    ("without", re.compile(r"\b(?:even )?without (?:any |prior |previous )\w+", re.IGNORECASE)),
)

OFFER = re.compile(
    r"\b(?:we(?:['’]ll| will| also)? (?:offer|provide|train|pay for|cover|reimburse)\b|(?:training|uniforms?|certification|"
    r"meals?|parking|housing) (?:is |are |will be |classes )?(?:provided|paid|included|available)\b|paid (?:training|time off|vacation|"
    r"holidays?|certification|parental|leave)|on[- ]the[- ]job training|tuition|scholarship|reimburse(?:d|ment|s)?\b|"
    r"401 ?\(?k\)?|\bPTO\b|(?:health|dental|vision|medical|life|disability) (?:insurance|coverage|benefits|plans?)|"
    r"(?:medical|health),? (?:dental|vision)|employee discounts?|paid by (?:the )?(?:company|employer)|sign[- ]?on bonus|"
    r"retirement plans?|flexible spending|wellness program|career (?:advancement|growth|development) opportunit\w+|"
    r"opportunit(?:y|ies) (?:for|to) (?:advance\w*|grow\w*|learn\w*|develop\w*)|you(?:['’]ll| will) (?:receive|get|enjoy|gain|learn)\b|"
    r"competitive (?:pay|salary|wages?|compensation|benefits)|eligible for (?:\w+ )?benefits|benefits (?:include|package))",
    re.IGNORECASE,
)  # fmt: skip

EQUAL = re.compile(
    r"\b(?:equal (?:employment )?opportunit\w+|regardless of|without regard to|protected (?:veterans?|status|class|by)|"
    r"gender identity|sexual orientation|national origin|affirmative action|discriminat\w+|reasonable accommodations?|"
    r"marital status|genetic information)\b",
    re.IGNORECASE,
)

PRAISE = re.compile(
    r"\b(?:we(?:['’]re| are) (?:an? |the |one of )|our (?:mission|vision|values|culture|company|organization|team is|core values)|"
    r"(?:is|as) (?:an? |the |one of the )?(?:\w+ ){0,2}(?:leading|leader|largest|premier|award|fastest)|founded in|since (?:19|20)\d\d|"
    r"headquartered|award[- ]winning|we (?:believe|value|pride|strive|celebrate|serve)|join our|fortune \d+|about us)\b",
    re.IGNORECASE,
)  # fmt: skip

APPLICATION = re.compile(
    r"\b(?:(?:send|submit|email|attach|upload|forward|include) (?:\w+ ){0,4}(?:resume|résumé|cv|cover letter|application)|"
    r"apply (?:now|online|today|at|via|here)|to apply\b|click (?:here|apply|the)|for more information|please (?:visit|contact|"
    r"call|send|email|apply|submit|include))\b",
    re.IGNORECASE,
)
