"""Words by which titles, employers, schools, degrees, places and languages are told apart."""

import re
from importlib.resources import files

from applykit.posting.regions import PROVINCES as CANADIAN
from applykit.posting.regions import STATES


def line_list(name: str) -> list[str]:
    """The lines of a file in `wordlists/`."""
    return (files("applykit.profile.importing") / "wordlists" / f"{name}.txt").read_text("utf-8").splitlines()


def word_list(name: str) -> frozenset[str]:
    """The words of a file in `wordlists/`, in folded form."""
    return frozenset(word for line in line_list(name) for word in line.split())


TITLES = word_list("titles")
SENIORITY = word_list("seniority")
ORGS = word_list("organizations")
SCHOOLS = re.compile(
    r"\b(?:university|college|school|institute|academy|polytechnic|universit\w+|universidad|universidade|"
    r"instituto|escuela|colegio|ecole|lycee|seminary|conservatory|campus|hochschule|gymnasium|iti|caltech|mit|ucla|eth|bootcamp|"
    r"vocational|job corps|technical center|career center|community education)\b"
)
DEGREES = re.compile(
    r"\b(?:ph\.?\s?d\.?|d\.?phil\.?|doctor(?:ate|al)?(?: degree)?|pharm\.?\s?d\.?|m\.?d\.?(?=\W|$)|j\.?d\.?(?=\W|$)|"
    r"dds|dvm|ed\.?d\.?|post\s?doc\w*|master(?:[’']?s)?(?: of [a-z]+(?: [a-z]+)?)?(?: degree)?|"
    r"m\.?b\.?a\.?|m\.?sc?\.?(?=\W|$)|m\.?a\.?(?=\W|$)|m\.?eng\.?|"
    r"m\.?ed\.?|m\.?p\.?h\.?|m\.?phil\.?|bachelor(?:[’']?s)?(?: of [a-z]+(?: [a-z]+)?)?(?: degree)?|"
    r"b\.?sc?\.?(?=\W|$)|b\.?a\.?(?=\W|$)|"
    r"b\.?eng\.?|b\.?tech\.?|m\.?tech\.?|b\.?f\.?a\.?|b\.?b\.?a\.?|b\.?com\.?|bsn|msn|llb|llm|adn|"
    r"associate(?:[’']?s)?(?: (?:of|in) (?:applied |general )?[a-z]+)?(?: degree)?|a\.?a\.?s?\.?(?=\W|$)|"
    r"a\.?s\.?(?=\W|$)|diploma|high school(?: diploma| equivalency)?|secondary school|hs diploma|"
    r"g\.?e\.?d\.?(?=\W|$)|hiset|abitur|baccalaureat|bachillerato|licenciatura|licence|maitrise|grado|maestria|doctorado|"
    r"certificate(?: program| of [a-z]+)?|certification|certificado|minor|major|graduate|"
    r"undergraduate|degree|a-levels?|gcses?|coursework|apprenticeship)"
)
PROVINCES = (*CANADIAN, *CANADIAN.values(), "Québec", "NSW", "VIC", "QLD", "England", "Scotland", "Wales")
COUNTRIES = tuple(line_list("countries"))
REGION = "|".join(
    sorted(
        (re.escape(name) for name in (*STATES, *STATES.values(), *PROVINCES, *COUNTRIES)),
        key=lambda n: (-len(n), n),
    )
)
_BIG = "A-ZÀ-ÖØ-ÞĀ-ŽİŞÇĞ"
_CITY = rf"[{_BIG}][\w'’.\-]*(?:[ \-](?:[{_BIG}][\w'’.\-]*|of|de|del|la|las|los|le|du|am|an|der|upon|on|sur)){{0,3}}"
PLACE = re.compile(
    rf"{_CITY},\s*(?:{REGION})(?:,?\s*\d{{5}}(?:-\d{{4}})?)?(?:,\s*(?:{REGION}))?"
    r"|(?:100%\s*)?(?:[Ff]ully\s+)?(?:Remote|Hybrid|On-?site|Onsite|Work from home|Télétravail|Remoto)\b"
    r"(?:\s*[(\-–,]\s*[\w ,]+\)?)?"
)
TRAILING_PLACE = re.compile(
    rf"(?:,|\s[-–—|•·]|\(|\s)\s*(?P<place>{_CITY},\s*(?:{REGION})(?:\s+\d{{5}})?(?:,\s*(?:{REGION}))?)\)?$"
)
SOFT_PLACE = re.compile(rf"{_CITY}(?:,\s*{_CITY}){{0,2}}(?:\s*\((?:[Rr]emote|[Hh]ybrid)\))?")
LANGUAGES = word_list("languages")
# Parts before a hyphen that is written, not only put at the end of a line.
HYPHENED = word_list("hyphened")
