"""The key of a word: what its plural, -ing, -ed, British and American forms share.

Two keys a word. `plain_key` folds plurals, possessives, accents and spelling: "licences" → "license". `stem_key`
folds -ing, -ed and a final -e besides: "managing", "managed", "manage" → "manag". Keys are for comparing only and are
no English words. The rules are named functions in the order in which they are applied; the tables below are ours.
"""

import unicodedata
from functools import lru_cache

from applykit.lexicon.lemmas import AMERICAN, IRREGULAR, KEPT_ING, KEPT_S, SINGULAR_ICS

VOWELS = frozenset("aeiouy")
DOUBLES = frozenset(("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt"))


@lru_cache(maxsize=100_000)
def plain_key(word: str) -> str:
    """The word in lower case without accents, possessive and plural, in American spelling."""
    bare = without_possessive(without_accents(word.casefold()))
    if bare in IRREGULAR:
        return IRREGULAR[bare]
    return american_spelling(singular(bare))


@lru_cache(maxsize=100_000)
def stem_key(word: str) -> str:
    """The plain key without -ing, -ed and a final -e."""
    plain = plain_key(word)
    if plain in KEPT_ING:
        return plain
    return without_final_e(without_double_l(without_ed(without_ing(plain))))


def without_accents(word: str) -> str:
    """é as e, so that "resume" and "résumé" agree."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("’", "'").casefold()


def without_possessive(word: str) -> str:
    """ "driver's" as "driver", "o'clock" as "oclock"."""
    return word.removesuffix("'s").replace("'", "")


def singular(word: str) -> str:
    """The word without a plural ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in KEPT_S:
        return word
    if word.endswith("ics") and word not in SINGULAR_ICS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def american_spelling(word: str) -> str:
    """ "organise", "colour", "analyse", "licence", "centre" as Americans write them."""
    if word in AMERICAN:
        return AMERICAN[word]
    for british, american in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("yse", "yze")):
        if word.endswith(british) and len(word) > len(british) + 3:
            return word.removesuffix(british) + american
    if word.endswith("ise") and word[:-3].endswith(IZE_STEMS):
        return word[:-3] + "ize"
    return word


IZE_STEMS = (
    "organ", "priorit", "special", "util", "recogn", "minim", "maxim", "optim", "custom", "final", "standard",
    "author", "summar", "categor", "character", "computer", "digit", "emphas", "general", "item", "local", "moderni",
    "monet", "normal", "personal", "steril", "visual", "synchron", "synthes", "familiar", "central", "initial",
    "hospital", "immun", "pressur", "real", "apolog", "critic", "mechan", "modern", "memor", "mobil", "stabil",
)  # fmt: skip


def without_ing(word: str) -> str:
    """ "planning" as "plan", "filling" as "fill"; words too short or without another vowel stay."""
    stem = word[:-3]
    if not word.endswith("ing") or len(word) < 6 or not VOWELS & set(stem):
        return word
    return without_doubling(stem)


def without_ed(word: str) -> str:
    """ "stocked" as "stock", "certified" as "certify"."""
    if not word.endswith("ed") or word.endswith("eed") or len(word) < 5:
        return word
    if word.endswith("ied"):
        return word[:-3] + "y"
    stem = word[:-2]
    return without_doubling(stem) if VOWELS & set(stem) else word


def without_doubling(stem: str) -> str:
    """ "plann" as "plan"."""
    return stem[:-1] if stem[-2:] in DOUBLES and len(stem) > 3 else stem


def without_double_l(word: str) -> str:
    """ "labell", "fulfill" and "install" with one l, since the two Englishes differ."""
    return word[:-1] if word.endswith("ll") and len(word) > 5 else word


def without_final_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
