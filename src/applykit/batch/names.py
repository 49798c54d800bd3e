"""People's names in lists: told apart where several have one, and in an order in which one finds them."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

PLAIN = str.maketrans("łŁøØđĐıæÆœŒ", "lLoOdDiaAoO")  # letters whose stroke or tie is no accent to Unicode


def tell_apart(names: Sequence[str], ids: Sequence[str]) -> list[str]:
    """Names, with the id after those that several have."""
    times = Counter(names)
    return [
        f"{name} ({own})" if times[name] > 1 and own != name else name for name, own in zip(names, ids, strict=True)
    ]


def name_order(name: str) -> tuple[str, str]:
    """A key to sort by: accents aside, so that Łukasz stands beside Lucy and Zoë beside Zoe."""
    letters = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold(), name
