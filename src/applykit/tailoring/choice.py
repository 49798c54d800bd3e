"""Choosing among phrases: the same for the same profile and posting, different for two letters of one person."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from string import Formatter

from applykit.tailoring.phrases import Phrases

OPENING = re.compile(r"^\W*(\w+)")


@dataclass(slots=True)
class Chooser:
    """Picks phrases for one letter. Remembers what it gave, so that no phrase comes twice and openings vary.

    The only thing in this stage that changes while it works; one is made for each letter and never shared.
    """

    seed: str
    setting: str
    phrases: Phrases
    used: set[str] = field(default_factory=set)
    last_opening: str = ""

    def choose(self, slot: str, /, **values: str) -> tuple[str, str]:
        """The name and the filled text of a phrase whose fields are all known; raises LookupError without one."""
        fitting = [item for item in self.phrases.bank(slot, self.setting) if fields_of(item[1]) <= values.keys()]
        if not fitting:
            raise LookupError(slot)
        start = int.from_bytes(hashlib.sha256(f"{self.seed} {slot}".encode()).digest()[:4], "big") % len(fitting)
        order = fitting[start:] + fitting[:start]
        fresh = [item for item in order if item[0] not in self.used] or order
        filled = [(name, text.format_map(values)) for name, text in fresh]
        name, text = next((item for item in filled if opening_of(item[1]) != self.last_opening), filled[0])
        self.used.add(name)
        self.last_opening = opening_of(text)
        return name, text


def opening_of(text: str) -> str:
    """The first word of a sentence, in small letters."""
    found = OPENING.match(text)
    return found.group(1).casefold() if found else ""


@cache
def fields_of(template: str) -> frozenset[str]:
    """The names of the fields in a template."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def seed_of(parts: Iterable[str]) -> str:
    """A short hash of the texts that a choice depends on."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
