"""File names for people: readable, safe on every system, each once."""

import re
import unicodedata

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def profile_names(names: list[str]) -> list[str]:
    """`First-Last.yaml` for each name, in order, with a number where two people share one."""
    taken: dict[str, int] = {}
    result = []
    for name in names:
        stem = safe_stem(name)
        key = stem.casefold()
        taken[key] = taken.get(key, 0) + 1
        result.append(f"{stem}.yaml" if taken[key] == 1 else f"{stem}-{taken[key]}.yaml")
    return result


def safe_stem(name: str) -> str:
    """Letters and digits of a name with hyphens between, at most 80; never a path, a device or a hidden file."""
    letters = unicodedata.normalize("NFC", name)
    stem = "-".join(re.findall(r"[^\W_]+", letters))[:80].strip("-")
    return f"{stem}-profile" if RESERVED.fullmatch(stem) else stem or "Client"
