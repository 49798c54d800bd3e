"""File names that every system takes, from any name a person may have."""

import re
import unicodedata

STEM_LENGTH = 60  # characters of the name; a name and " (2).docx" stay far below every system's limit
STEM_BYTES = 150
KEPT = ("L", "M", "N")  # letters, marks and numbers of any script
JOINERS = "-'’"
KINDS = {"resume": "Resume", "cover-letter": "Cover-Letter", "thank-you": "Thank-You", "interview": "Interview-Sheet"}
NAMELESS = {"gap-checklist": "Gap-Checklist", "check-report": "Check-Report"}


def name_stem(name: str) -> str:
    """A person's name as a file name's beginning: `Ana María O'Neil, CPhT` → `Ana-María-O'Neil`.

    Path signs, dots, control and direction characters, and emoji are dropped; a name without a letter is "Applicant".
    """
    words = [safe_word(word) for word in re.split(r"[\s_./\\]+", unicodedata.normalize("NFC", name.split(",")[0]))]
    stem = ""
    for word in filter(None, words):
        longer = f"{stem}-{word}" if stem else word[:STEM_LENGTH]
        if len(longer) > STEM_LENGTH or len(longer.encode("utf-8")) > STEM_BYTES:
            break
        stem = longer
    return stem or "Applicant"


def safe_word(word: str) -> str:
    """The letters, marks and digits of a word, with hyphens and apostrophes inside it."""
    kept = "".join(
        character for character in word if character in JOINERS or unicodedata.category(character)[0] in KEPT
    )
    while kept and unicodedata.category(kept[0])[0] == "M":  # a mark without its letter
        kept = kept[1:]
    word = kept.strip(JOINERS)
    while len(word.encode("utf-8")) > STEM_BYTES:
        word = word[:-1]
    return word


def file_name(name: str, kind: str, extension: str = "docx") -> str:
    """`Marisol Okafor-Reyes`, "resume" → `Marisol-Okafor-Reyes-Resume.docx`."""
    stem = NAMELESS.get(kind) or f"{name_stem(name)}-{KINDS.get(kind, kind.title())}"
    return f"{stem}.{extension}"
