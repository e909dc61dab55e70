"""Serial numbers: ranges, groups and forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.rules.serials import form, grouped, key, look_alike, some, span, spans


def test_a_range_holds_its_ends_and_nothing_of_another_beginning_or_length() -> None:
    found = span("EVC0001", "evc 0050")
    assert found is not None
    assert [found.holds(s) for s in ("EVC0001", "EVC0050", "EVC0051", "EVC050", "EVD0010")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_two_ends_that_go_down_or_differ_before_their_digits_are_no_range() -> None:
    assert span("A9", "A1") is None
    assert span("A1", "B9") is None
    assert span("A", "B") is None


def test_printed_ranges_single_numbers_and_sentences_are_told_apart() -> None:
    ranges, single, unclear = spans(["A01 – A09", "B7", "from A01 on"])
    assert [(r.first, r.last) for r in ranges] == [(1, 9)]
    assert "b7" in single
    assert unclear == ("from A01 on",)


def test_groups_name_the_largest_first_and_only_some_numbers() -> None:
    text = grouped({"1.0": ["A"], "1.1": [f"S{i}" for i in range(25)]})
    assert text == "1.1 (25 units: S0, S1, S2, S3, S4, S5, S6, S7, S8, S9 and 15 more); 1.0 (1 unit: A)"
    assert some(["A", "B"]) == "A, B"


def test_the_form_keeps_punctuation() -> None:
    assert form("PL-26a1") == "AA-99A9"


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_a_range_holds_what_lies_between_its_ends(first: int, last: int, number: int) -> None:
    found = span(f"X{first:04}", f"X{last:04}")
    assert (found is not None) == (first <= last)
    if found is not None:
        assert found.holds(f"X{number:04}") == (first <= number <= last)


@given(st.text(max_size=30))
def test_any_text_has_a_key_and_belongs_somewhere(text: str) -> None:
    ranges, single, _ = spans([text])
    assert bool(ranges) != bool(single)
    assert key(text) == key(f" {text} ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PL26060011", "РL26060011"),
        ("PL26060011", "ＰL26060011"),
        ("PL26060011", "PL26060011\u200b"),
        ("PL26060011", "PL-26060011"),
        ("PL26060010", "PL2606001O"),
        ("EVC1", "EVCl"),
    ],
)
def test_serial_numbers_that_a_reader_cannot_tell_apart_look_alike(one: str, other: str) -> None:
    assert look_alike(["X1", one, other, "X2"]) == [f"{one!a} and {other!a}"]


def test_serial_numbers_with_other_figures_do_not_look_alike() -> None:
    assert look_alike(["24-1-11", "24-11-1", "PL26060011", "PL26060012", "A1", "B1"]) == []
