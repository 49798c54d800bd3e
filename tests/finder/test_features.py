"""What the network reads of a posting."""

import numpy as np

from applykit.finder.features import FLAG_COUNT, encode_text, match_products, shape_of
from applykit.finder.text import split_lines
from applykit.finder.words import WordTable, guess_tag, load_words

TABLE = WordTable(
    {"lift": 1},
    {"lift": "VB"},
    np.array([[0, 0], [1, 2]], dtype=np.float32),
    frozenset(),
    {"microsoft excel": 1, "excel": 1, "hand truck": 2},
)


def test_rows_are_tokens_and_a_blank_after_each_line() -> None:
    encoded = encode_text("Lift boxes.\n\nRest", TABLE)
    assert encoded.words == ["lift", "boxes", ".", "\n", "rest", "\n"]
    assert encoded.tags == ["VB", "~NNS", "~X", "\n", "~NN", "\n"]
    assert encoded.starts == [0, 4]
    assert encoded.pieces.tolist() == [0, 4]
    assert encoded.flags.shape == (6, FLAG_COUNT)
    assert not encoded.flags[[3, 5]].any()


def test_nothing_is_encoded_as_nothing() -> None:
    encoded = encode_text(" \n ", TABLE)
    assert (encoded.words, encoded.starts, encoded.flags.shape) == ([], [], (0, FLAG_COUNT))


def test_headings_are_given_as_the_mean_of_their_words() -> None:
    encoded = encode_text("Lift:\nboxes daily", TABLE)
    assert encoded.titles[encoded.titled[3]].tolist() == [1.0, 2.0]
    assert encoded.titles[0].tolist() == [0.0, 0.0]


def test_product_names_are_matched_longest_first() -> None:
    (tokens,) = split_lines("Microsoft Excel, excel or a hand truck")
    codes = match_products(tokens, TABLE)
    assert [code for code, _ in codes] == [1, 1, 0, 1, 0, 0, 2, 2]
    assert [begins for _, begins in codes] == [True, False, False, True, False, False, True, False]


def test_shapes_and_guessed_tags() -> None:
    assert [shape_of(word) for word in ("Excel", "B2B", "2,000", "--")] == ["Xxx", "XdX", "d,dd", "--"]
    assert [guess_tag(word) for word in ("zooming", "9", "blorp")] == ["~VBG", "~X", "~NN"]


def test_the_shipped_table_knows_common_words() -> None:
    table = load_words()
    assert table.rows.keys() >= {"pharmacy", "experience"}
    assert table.tag_of("the") == "DT"
    assert table.products["microsoft excel"] == 1
    assert len(table.vectors) == len(table.rows) + 1
