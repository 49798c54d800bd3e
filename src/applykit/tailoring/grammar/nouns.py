"""Articles, capitals and names of tasks."""

import re

from applykit.tailoring.grammar.verbs import EITHER, Form, form_of, gerund_of

VOWEL_SOUND = re.compile(
    r"^(?!eu|ewe|one\b|once\b)(?:[aeio]|u(?!ni[cfotv]|s[aeiu]|ti|ro|kr)|h(?:our|onest|onor|eir)|8|11(?!\d)|18(?!\d))",
    re.IGNORECASE,
)
LETTER_VOWELS = frozenset("AEFHILMNORSX")
OFFICIAL = re.compile(
    r"\b(?:Secretary of|Board|Department|Association|Institute|Society|State of|Council|Academy|Commission|Bureau|"
    r"Agency|"
    r"Administration|Foundation|Federation|University of|College of|Ministry|Office)\b"
)


def article_for(phrase: str) -> str:
    """ "a" or "an" by the sound of the first word: "an hour", "a unit", "an RN", "a CPhT"."""
    first = re.split(r"[\s/-]", phrase.strip(), maxsplit=1)[0].strip("\"'“(")
    if re.fullmatch(r"[A-Z]{2,5}s?|[A-Z]", first):
        return "an" if first[0] in LETTER_VOWELS else "a"
    return "an" if VOWEL_SOUND.match(first) else "a"


def with_article(phrase: str) -> str:
    """The phrase with its indefinite article."""
    return f"{article_for(phrase)} {phrase}"


def lower_first(phrase: str) -> str:
    """The phrase with a small first letter, unless its first word is a name, an acronym or "I"."""
    first = re.split(r"[\s,;:]", phrase, maxsplit=1)[0]
    if not first[:1].isupper() or first == "I" or any(letter.isupper() or letter.isdigit() for letter in first[1:]):
        return phrase
    return phrase if len(first) == 1 and first != "A" else phrase[:1].lower() + phrase[1:]


def upper_first(phrase: str) -> str:
    """The phrase with a capital first letter, unless its first word mixes cases on purpose ("iPad")."""
    first = re.split(r"\s", phrase, maxsplit=1)[0]
    return phrase if any(letter.isupper() for letter in first[1:]) else phrase[:1].upper() + phrase[1:]


def body_name(name: str) -> str:
    """The name of an office or association with its article: "the State of Maine", "PTCB"."""
    bare = name.strip()
    return f"the {bare}" if OFFICIAL.search(bare) and not bare.casefold().startswith("the ") else bare


def join_words(items: list[str] | tuple[str, ...], *, word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def name_task(phrase: str) -> str:
    """A requirement's words as a noun phrase that fits after "the work includes": verbs become gerunds.

    "answer phones" → "answering phones"; "Enters orders and answers phones" → "entering orders and answering phones".
    """
    words = re.sub(r"\s+", " ", phrase).strip(" .;:,•-").split(" ")
    head = form_of(words[0])
    if head is None or head[1] in (Form.GERUND, Form.PAST) or (len(words) == 1 and head[0] in EITHER):
        return lower_first(" ".join(words))
    if _is_noun_here(words, head[0]):
        return lower_first(" ".join(words))
    return " ".join([gerund_of(head[0]), *_coordinated(words[1:], head[1])])


def _is_noun_here(words: list[str], base: str) -> bool:
    """ "order entry", "support tickets experience": a word that is a noun too, before a noun that ends the phrase."""
    return base in EITHER and len(words) == 2 and not words[1].endswith("s")


def _coordinated(words: list[str], form: Form) -> list[str]:
    """The rest of a phrase with the verbs after "and", "or" and commas put into the gerund too."""
    done: list[str] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        found = form_of(word.strip(","))
        follows = index + 1 < len(words)
        joined = before in ("and", "or", "&") or before.endswith(",")
        if joined and found and found[1] is form and follows and (form is Form.THIRD or found[0] not in EITHER):
            done.append(gerund_of(found[0]) + ("," if word.endswith(",") else ""))
        else:
            done.append(word)
    return done
