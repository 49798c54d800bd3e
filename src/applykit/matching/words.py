"""Words and their stems: how a task phrase is recognised in another wording."""

import re
from functools import lru_cache

TURNING = frozenset(("non", "un", "anti", "pre", "post"))
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’+#.]*[A-Za-z0-9+#]|[A-Za-z0-9]")

# Words that carry no task of their own: function words, and what postings wrap around the task.
EMPTY_WORDS = """
    a an the and or of to for in on at by with from as into via per is are be been being was were will can must may
    this that these those their our your his her its it they we you i my any all each every both other others such
    not no etc e.g i.e eg ie ability able experience experienced knowledge understanding working strong excellent good
    great proven solid demonstrated basic advanced proficiency proficient skill skills competency competence including
    include includes perform performs performing provide provides providing ensure ensures ensuring assist assists
    assisting maintain maintains maintaining support supports supporting help helps helping work works worked duties
    duty responsible responsibilities responsibility various variety required require requires needed need needs
    necessary appropriate applicable related relevant assigned using use uses used utilize utilizing within
    accordance according well highly effectively efficiently timely proper properly daily manner
    familiar familiarity willing willingness prior previous minimum least preferred plus"""
EMPTY = frozenset(EMPTY_WORDS.split())

# Words that postings and people use for the same act or thing; each row is one class.
SAME = (
    ("phone", "telephone", "call"),
    ("enter", "input", "type", "key"),
    ("fill", "dispense"),
    ("medication", "drug", "medicine"),
    ("customer", "client", "guest", "patron"),
    ("restock", "stock", "replenish"),
    ("order", "purchase", "procure"),
    ("invoice", "bill"),
    ("coworker", "colleague", "teammate"),
    ("vendor", "supplier"),
    ("train", "teach", "instruct"),
    ("clean", "sanitize", "tidy"),
    ("greet", "welcome"),
    ("doctor", "physician"),
    ("technician", "technical"),
    ("check", "verify", "inspect"),
    ("arrange", "coordinate", "organize"),
    ("manage", "run"),
    ("make", "prepare"),
    ("answer", "respond"),
    ("mail", "post"),
)

IRREGULAR = {
    "ran": "run", "kept": "keep", "took": "take", "taken": "take", "wrote": "write", "written": "write", "led": "lead",
    "built": "build", "taught": "teach", "sold": "sell", "made": "make", "drove": "drive", "gave": "give",
    "held": "hold", "met": "meet", "sent": "send", "dealt": "deal", "rang": "ring", "swept": "sweep",
    "oversaw": "oversee",
    "analyses": "analysis", "people": "person", "children": "child", "women": "woman", "men": "man",
}  # fmt: skip

SUFFIXES = (
    "izations", "ization", "ications", "ication", "ations", "ation", "ements", "ement", "ments", "ment", "ities", "ity",
    "ings", "ing", "edly", "ances", "ance", "ences", "ence", "tions", "tion", "sions", "sion", "ers", "er", "ors", "or",
    "ies", "ied", "ed", "es", "als", "al", "ly", "s", "e", "y",
)  # fmt: skip


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, with `+`, `#` and inner points kept; "non-sterile" is one word."""
    return tuple(word for word, _, _ in placed_words(text))


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text in lower case, each with its range; a prefix that turns the meaning belongs to its word."""
    words: list[tuple[str, int, int]] = []
    for match in WORD.finditer(text):
        word, start = match.group().casefold(), match.start()
        if words and words[-1][0] in TURNING and start - words[-1][2] <= 1:
            before = words.pop()
            word, start = before[0] + word, before[1]
        words.append((word, start, match.end()))
    return words


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its common endings, and the same for words that name the same act.

    A light suffix stripper in the manner of Lovins (1968): one ending is taken off, at least three letters stay,
    a doubled consonant is undone.
    """
    word = IRREGULAR.get(word.replace("’", "'").removesuffix("'s"), word.replace("’", "'").removesuffix("'s"))
    if not word.isalpha():
        return word
    bare = _strip(word)
    return CLASS.get(bare, bare)


def _strip(word: str) -> str:
    for suffix in SUFFIXES:
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= 3 and not (suffix == "s" and rest.endswith(("s", "u", "i"))):
            if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lse":
                rest = rest[:-1]
            return rest[:-1] if len(rest) > 3 and rest[-1] in "ei" else rest
    return word


CLASS = {_strip(word): _strip(row[0]) for row in SAME for word in row}


@lru_cache(maxsize=4_096)
def content_stems(text: str) -> tuple[str, ...]:
    """The stems of a text's meaningful words, in order, each once."""
    return tuple(dict.fromkeys(stem(word) for word in words_of(text) if word not in EMPTY))


@lru_cache(maxsize=4_096)
def stem_set(text: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(content_stems(text))
