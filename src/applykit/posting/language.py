"""Whether a text is in English: told by its small words, which every sentence of a language needs."""

import re

WORD = re.compile(r"[^\W\d_]+")
FEWEST = 40  # words; shorter texts tell too little
ENGLISH = "the and of to a in for with is are be or as on will our you your this that we from at by an have must not"
# The commonest small words of languages in which postings reach people who read English ones.
OTHERS = {
    "Spanish": "de la que el en y los del las un por con una para se su como es al o",
    "French": "de la le les et des en un du une que est pour dans sur au avec vous nous votre",
    "German": "der die und das in den von zu mit ist des sich für auf dem eine ein sie wir werden",
    "Portuguese": "de a o que e do da em um para com não uma os no se na por mais as",
    "Italian": "di e il la che in un per è con del le una si da dei al i gli non",
    "Dutch": "de het een van en in is op te dat die voor met zijn aan je wij om ook",
}
SMALL_WORDS = {name: frozenset(words.split()) for name, words in OTHERS.items()}
ENGLISH_WORDS = frozenset(ENGLISH.split())


def foreign_language(text: str) -> str | None:
    """The language a text is in, where that is plainly not English; None for English and for what cannot be told.

    A language counts when its small words are a tenth of all words and twice as many as the English ones.
    """
    words = [word.casefold() for word in WORD.findall(text)]
    if len(words) < FEWEST:
        return None
    english = sum(word in ENGLISH_WORDS for word in words)
    counts = {name: sum(word in small for word in words) for name, small in SMALL_WORDS.items()}
    best = max(counts, key=lambda name: (counts[name], name))
    return best if counts[best] > 2 * english and counts[best] * 10 > len(words) else None
