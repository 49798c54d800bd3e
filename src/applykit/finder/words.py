"""What is known of an English word beforehand: its usual part of speech and a vector of its meaning and company."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WORDS_FILE = Path(__file__).with_name("words.npz")
_ENDINGS = (
    ("ing", "~VBG"), ("ed", "~VBD"), ("ly", "~RB"), ("tion", "~NN"), ("ment", "~NN"), ("ness", "~NN"), ("ity", "~NN"),
    ("ies", "~NNS"), ("s", "~NNS"), ("ive", "~JJ"), ("al", "~JJ"), ("ous", "~JJ"), ("able", "~JJ"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordTable:
    """`rows` gives each known word its row in `vectors` (row 0: unknown); `names` are written with inner capitals;
    `products` are names of software (1) and equipment (2), tokens joined by a blank, as O*NET lists them."""

    rows: dict[str, int]
    tags: dict[str, str]
    vectors: NDArray[np.float32]
    names: frozenset[str]
    products: dict[str, int] = field(default_factory=dict)
    product_starts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the first words of the product names, most tokens being none."""
        object.__setattr__(self, "product_starts", frozenset(name.split(" ", 1)[0] for name in self.products))

    def tag_of(self, word: str) -> str:
        """The usual part of speech of a lower-case word, guessed from its ending when it is not known."""
        return self.tags.get(word) or guess_tag(word)


@lru_cache(maxsize=20_000)
def guess_tag(word: str) -> str:
    """A part of speech from a word's ending, marked with a tilde."""
    if not word[0].isalpha():
        return "~X"
    return next((tag for ending, tag in _ENDINGS if word.endswith(ending)), "~NN")


@lru_cache(maxsize=2)
def load_words(path: Path = WORDS_FILE) -> WordTable:
    """The shipped table; made once by `applykit.finder.make_words`, whose docstring names the sources."""
    with np.load(path, allow_pickle=False) as data:
        words = bytes(data["words"]).decode("utf-8").split("\n")
        kinds = bytes(data["kinds"]).decode("utf-8").split("\n")
        names = bytes(data["names"]).decode("utf-8").split("\n")
        products = {
            phrase: code
            for code, key in ((2, "equipment"), (1, "software"))
            for phrase in bytes(data[key]).decode("utf-8").split("\n")
        }
        vectors = data["vectors"].astype(np.float32) * data["scale"]
        tags = dict(zip(words, (kinds[i] for i in data["tags"]), strict=True))
    blank = np.zeros((1, vectors.shape[1]), dtype=np.float32)
    rows = {word: i + 1 for i, word in enumerate(words)}
    return WordTable(rows, tags, np.concatenate([blank, vectors]), frozenset(names), products)
