"""Which work a title or a field of experience names, beyond its words: O*NET occupations, and chains of pharmacies.

O*NET-SOC codes are nested ("15-1252": occupation, "15-125": broad, "15-1": minor group). Equal occupations are the same
work; one group is near it. The groups of health practitioners and the "other" groups hold work that is far apart
(pharmacists beside physicians), so there only the broad occupation is near.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from applykit.lexicon import Lexicon
from applykit.matching.timeline import DatedRole
from applykit.matching.words import EMPTY, content_stems, placed_words, stem

# What experience is asked for in, and who does it; the last word of a field of work.
AGENTS = {
    "development": "developer", "engineering": "engineer", "programming": "programmer", "nursing": "nurse",
    "accounting": "accountant", "bookkeeping": "bookkeeper", "teaching": "teacher", "welding": "welder",
    "cooking": "cook", "plumbing": "plumber", "cashiering": "cashier", "housekeeping": "housekeeper",
    "carpentry": "carpenter", "phlebotomy": "phlebotomist", "paralegal": "paralegal", "administration": "administrator",
    "analysis": "analyst", "design": "designer", "caregiving": "caregiver", "bartending": "bartender",
}  # fmt: skip
GENERIC_WORDS = """
experience year month similar equal professional field setting environment position role job industry area hand
on-the-job practical recent full time part relevant equivalent transferable progressive successful proven combination
education week day hour one two three four five six seven eight nine ten more over less minimum
operation facility center capacity type department
"""
GENERIC = frozenset(content_stems(GENERIC_WORDS))
LEAST_SHARE = 0.6  # of a title's telling words, so that half a title names no occupation
CODE, BROAD, MINOR = 7, 6, 4  # characters of a code: "15-1252", "15-125", "15-1"
APART = re.compile(r"29-|\d\d-9")

CHAINS = re.compile(
    r"\b(?:walgreens?|duane reade|cvs|rite aid|wal-?mart|kroger|costco|safeway|albertsons|publix|h-?e-?b|meijer|"
    r"target|giant eagle|hy-?vee|shoppers drug mart|good neighbor pharmacy|health mart|medicine shoppe)\b",
    re.IGNORECASE,
)
NOT_THE_SHOP = re.compile(
    r"\b(?:special(?:i?ty)|mail|central|call center|infusion|home delivery|warehouse|distribution|caremark|corporate|"
    r"remote|long[- ]term|hospital|clinic|health system)\b",
    re.IGNORECASE,
)


def telling(text: str) -> tuple[str, ...]:
    """The stems of a text that say which work is meant."""
    return tuple(each for each in content_stems(text) if each not in GENERIC)


def role_codes(role: DatedRole, lexicon: Lexicon) -> frozenset[str]:
    """The O*NET occupation that a role's title names; empty where it may be several."""
    return codes_of(role.title, LEAST_SHARE, lexicon)


def field_codes(field: str, lexicon: Lexicon) -> frozenset[str]:
    """The occupation whose work a field of experience is; empty where a word of the field says more than a title."""
    return codes_of(doer_of(field), 1.0, lexicon)


@lru_cache(maxsize=2_048)
def codes_of(title: str, least: float, lexicon: Lexicon) -> frozenset[str]:
    """The one occupation of which a title names at least that share, as a code of seven characters."""
    found = {one.code[:CODE] for one in lexicon.imported.likeliest(title) if one.share >= least}
    return frozenset(found) if len(found) == 1 else frozenset()


def doer_of(field: str) -> str:
    """ "professional software development" → "software developer"; a field that is a title already stays."""
    words = [word for word, _, _ in placed_words(field) if word not in EMPTY and stem(word) not in GENERIC]
    return " ".join([*words[:-1], AGENTS.get(words[-1], words[-1])]) if words else ""


def group_of(code: str) -> str:
    """The group in which other occupations are near this one."""
    return code[:BROAD] if APART.match(code) else code[:MINOR]


def is_retail_chain(role: DatedRole) -> bool:
    """Whether a pharmacy role without a setting is at a chain of shops, and nothing names another of its branches."""
    if role.setting or not CHAINS.search(role.employer) or NOT_THE_SHOP.search(role.head):
        return False
    return "pharm" in role.head.casefold()


@dataclass(frozen=True, slots=True)
class Occupations:
    """What titles and roles are called in O*NET, for the stages that ask it again."""

    lexicon: Lexicon

    def of_role(self, role: DatedRole) -> frozenset[str]:
        """The occupation of a role, as a set of one code, or none."""
        return role_codes(role, self.lexicon)

    def of_title(self, title: str) -> frozenset[str]:
        """The occupation of a posting's title."""
        return codes_of(title, LEAST_SHARE, self.lexicon)

    @staticmethod
    def doer_of(field: str) -> str:
        """Who does the work of a field: "accounting" → "accountant"."""
        return doer_of(field)
