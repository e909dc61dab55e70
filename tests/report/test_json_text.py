"""JSON text written fast, and as the standard library would write it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.report.json_text import json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=30,
)


@given(VALUES)
def test_it_is_what_the_standard_library_writes(data: Any) -> None:
    assert json_text(data) == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)


@pytest.mark.parametrize("data", [{1: 2, 3: "x"}, {True: []}, {1.5: {}}, {"a": (1, 2)}])
def test_keys_that_are_no_text_become_text(data: Any) -> None:
    assert json_text(data) == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
