"""US states, Canadian provinces and their codes, to compare jurisdictions."""

import re
from dataclasses import dataclass

from applykit.posting.regions import PROVINCES, STATES

WRITTEN = STATES | PROVINCES
NAMES = {name.casefold(): code for code, name in WRITTEN.items()}
CODES = frozenset(WRITTEN)
LONGEST_FIRST = sorted(NAMES, key=lambda name: (-len(name), name))
NAME = re.compile(r"\b(" + "|".join(LONGEST_FIRST) + r")\b", re.IGNORECASE)
CODE = re.compile(r"(?:^|\bUS-|\bCA-|[\s,(])([A-Z]{2})(?=$|[\s,.)])")


def state_code(text: str | None) -> str | None:
    """The two-letter code of the state that a text names ("US-WA", "Washington State Department of Health"), or None.

    "Washington, DC" and "District of Columbia" are DC.
    """
    if not text:
        return None
    codes = [code for code in CODE.findall(text) if code in CODES]
    if codes:
        return str(codes[-1])
    named = NAME.search(text)
    return NAMES[named.group(1).casefold()] if named else None


@dataclass(frozen=True, slots=True)
class State:
    """A state or province by its two-letter code."""

    code: str

    @classmethod
    def named_in(cls, *texts: str | None) -> "State | None":
        """The first that one of the texts names."""
        code = next(filter(None, map(state_code, texts)), None)
        return cls(code) if code else None

    @property
    def name(self) -> str:
        """Written out: "WI" is Wisconsin."""
        return WRITTEN[self.code]
