"""How wide a text is, near enough to decide whether it fits on a line."""

# Advance widths of Calibri in ems, by class; the classes' means over its table, rounded up.
NARROW, SPACE, NORMAL, CAPITAL, WIDE = 0.29, 0.23, 0.5, 0.59, 0.86
CLASSES = (
    dict.fromkeys("fijltrI.,:;'’|!()[]-/", NARROW) | {" ": SPACE, "\u00a0": SPACE} | dict.fromkeys("mwMW@%–—", WIDE)
)


def character_ems(character: str) -> float:
    """One character's width in ems; what is neither Latin nor punctuation counts as a full em."""
    known = CLASSES.get(character)
    if known is not None:
        return known
    if character > "\u2fff":
        return 1.0
    return CAPITAL if character.isupper() else NORMAL


def text_ems(text: str) -> float:
    """A text's width in ems, within some 4% for ordinary words in Calibri."""
    return sum(map(character_ems, text))
