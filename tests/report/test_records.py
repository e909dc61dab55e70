"""Plain JSON back to the records it was made from: nothing of it is trusted."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.report.records import record, typed


class Colour(Enum):
    """Two words."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Inner:
    """A record inside."""

    day: date
    sort: Literal["a", "b"] = "a"


@dataclass(frozen=True)
class Outer:
    """A record."""

    name: str
    colour: Colour
    inner: tuple[Inner, ...] = ()
    size: float | tuple[float, float] | None = None
    more: dict[str, Any] = field(default_factory=dict)


def test_records_come_back_with_dates_words_and_rows() -> None:
    data = {"name": "x", "colour": "red", "inner": [{"day": "2026-03-14"}], "size": [1, 2.5], "more": {"a": 1}}
    assert record(Outer, data) == Outer("x", Colour.RED, (Inner(date(2026, 3, 14)),), (1, 2.5), {"a": 1})
    assert record(Outer, {"name": "x", "colour": "blue", "size": None}).size is None


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": None}, "name"),
        ({"name": 3}, "name: 3 is not of type str"),
        ({"colour": "green"}, "colour: 'green' is no colour"),
        ({"extra": 1}, "extra: not a name that this version knows"),
        ({"inner": [{"day": "14.3.2026"}]}, r"inner\[0\].day: '14.3.2026' is not a date"),
        ({"inner": [{"day": "2026-03-14", "sort": "c"}]}, "none of a, b"),
        ({"inner": [{}]}, r"inner\[0\].day: missing"),
        ({"inner": {}}, "not of type list"),
        ({"size": [1]}, "size"),
        ({"size": True}, "size"),
        ({"more": []}, "not of type dict"),
    ],
)
def test_whatever_does_not_belong_is_named_with_its_place(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        record(Outer, {"name": "x", "colour": "red", **change})


def test_what_is_no_group_of_names_is_refused() -> None:
    with pytest.raises(ValueError, match="not a group of names and values"):
        record(Outer, ["x"])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_a_record_or_refused_with_a_value_error(data: Any) -> None:
    for hint in (Outer, tuple[Inner, ...], float | None, Colour, date):
        try:
            typed(hint, data)
        except ValueError as error:
            assert str(error)
