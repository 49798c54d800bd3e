"""Names of products, credentials and languages: spelled as the lexicon spells them, capitals kept inside a sentence."""

import re
from collections.abc import Iterable
from functools import lru_cache

from applykit.lexicon import Lexicon
from applykit.lexicon.everyday import EVERYDAY
from applykit.lexicon.model import EntryKind, Skill, Term
from applykit.tailoring.grammar.verbs import form_of

NAMED = (EntryKind.TOOL, EntryKind.CREDENTIAL, EntryKind.LANGUAGE)
LONGEST_ACRONYM = 4
CAPITAL = re.compile(r"(?<!\w)[A-Z][\w.+#-]*\w")


def writable_terms(entry: Skill) -> tuple[Term, ...]:
    """The terms that may stand in a document: misspelled and outdated ones are only for finding."""
    return tuple(term for term in entry.terms if not term.match_only)


def written_as(quote: str, entry: Skill) -> str | None:
    """The entry's own way to write what a posting wrote: the same letters, else the same word without shouting."""
    alike = [term.text for term in writable_terms(entry) if term.text.casefold() == quote.casefold()]
    calm = [text for text in alike if not (text.isupper() and len(text) > LONGEST_ACRONYM)]
    return quote if quote in calm else next(iter(calm or alike), None)


def spell(text: str, ids: Iterable[str], lexicon: Lexicon) -> str:
    """A name in the lexicon's spelling where it differs in capitals alone: "kubernetes" → "Kubernetes"."""
    for key in sorted(ids):
        entry = lexicon.skills.get(key)
        if entry and entry.kind in NAMED and text.islower():
            terms = (term.text for term in writable_terms(entry) if term.text.casefold() == text.casefold())
            return next(terms, text)
    return text


def keep_names(text: str, original: str, lexicon: Lexicon) -> str:
    """`text` with the capitals of the names that it took over from `original` and lost at the start of a phrase."""
    for word in dict.fromkeys(CAPITAL.findall(original)):
        small = word[:1].lower() + word[1:]
        if re.search(rf"(?<!\w){re.escape(small)}(?!\w)", text) and is_name(word, lexicon):
            text = re.sub(rf"(?<!\w){re.escape(small)}(?!\w)", word, text)
    return text


@lru_cache(maxsize=2_048)
def is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a capitalized word is the name of a product, credential or language, and no everyday word or verb."""
    if word.casefold() in EVERYDAY or form_of(word) is not None:
        return False
    entries = [lexicon.skills[key] for key in lexicon.identify(word)]
    return any(entry.kind in NAMED and any(term.text == word for term in entry.terms) for entry in entries)
