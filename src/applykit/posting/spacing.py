"""White space, last of all: single spaces, at most one empty line, nothing at the ends."""

import re

SPACES = re.compile(" {2,}")
SPACE_BEFORE_COLON = re.compile(r"(?<=\w) :(?= |$)", re.MULTILINE)
EMPTY_LINES = re.compile("\n{3,}")
ONLY_PUNCTUATION = re.compile(r"^[ ]*[^\w\n]{1,3}[ ]*$", re.MULTILINE)


def squeeze_space(text: str) -> str:
    """Single spaces, lines without ends of space, lines of stray punctuation gone, one empty line at most."""
    text = SPACES.sub(" ", text)
    text = SPACE_BEFORE_COLON.sub(":", text)
    text = ONLY_PUNCTUATION.sub("", text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", text).strip()
