"""States and provinces of the United States and Canada, as licences name them."""

import re

from applykit.posting.regions import PROVINCES, STATES

BY_NAME = {name: code for code, name in (STATES | PROVINCES).items()} | {"Québec": "QC"}
CODES = "|".join(sorted(set(BY_NAME.values())))
NAMES = re.compile(r"\b(?:" + "|".join(sorted(BY_NAME, key=lambda name: (-len(name), name))) + r")\b")
# A code alone may be a word ("IN", "OR"), so it needs "state of" before it or the licence behind it.
CODE = re.compile(
    rf"\b(?:[Ss]tate of|[Ss]tate:|[Ii]n) (?P<first>{CODES})\b(?! [a-z])|\b(?P<second>{CODES})\b(?= (?:[Ss]tate )"
    rf"?(?:[A-Z]\w+ )"
    r"{0,3}(?:[Ll]icen[sc]|[Rr]egistr|[Cc]ertif|[Rr]egister|RN\b|LPN\b))"
)


def find_state(text: str) -> str | None:
    """The code of the first state or province named; None where none is."""
    found = NAMES.search(text)
    if found:
        return BY_NAME[found[0]]
    code = CODE.search(text)
    return (code["first"] or code["second"]) if code else None
