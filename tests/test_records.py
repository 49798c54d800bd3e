"""Plain JSON: the quick writer gives what the standard library gives."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from applykit.records import json_text

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
PLAIN = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=20,
)


@given(PLAIN)
def test_json_is_written_as_the_standard_library_writes_it(value: Any) -> None:
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_tuples_are_lists() -> None:
    assert json_text({"a": (1, ("b",))}) == json.dumps({"a": [1, ["b"]]}, indent=1)
