"""Folder names from people's and employers' names: safe on every system, readable, and distinct."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

LONGEST = 80  # characters; leaves room for the path before it and the file name after it
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')
# Names that Windows keeps for devices, whatever their ending.
DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def make_folder_name(text: str, *, fallback: str) -> str:
    """`text` as one folder name: no separators, no leading or trailing dots, at most 80 characters."""
    name = FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    name = " ".join(name.split())[:LONGEST].strip(" .")
    if not name:
        return fallback
    return f"_{name}" if DEVICES.match(name) else name


def give_folders(wanted: Iterable[tuple[str, str]], *, taken: Mapping[str, str]) -> dict[str, str]:
    """A distinct folder for each (id, wished name); ids in `taken` keep theirs.

    Names that differ only in letter case or Unicode form count as equal, since some drives cannot tell them
    apart; the later one gets a number. Order decides, so the caller passes ids in a fixed order.
    """
    given = dict(taken)
    used = {fold(name) for name in given.values()}
    for identity, wish in wanted:
        if identity in given:
            continue
        name, number = wish, 1
        while fold(name) in used:
            number += 1
            name = f"{wish} ({number})"
        given[identity] = name
        used.add(fold(name))
    return given


def fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
