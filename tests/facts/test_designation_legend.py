"""What a line says about the symbols in its designations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation_legend import occurrences, read_meaning, split_legend
from docverify.facts.designation_pattern import Characters, Text


def texts(symbol: str, clause: str) -> set[str]:
    return {option.text for option in read_meaning(symbol, clause).options if isinstance(option, Text)}


def test_the_legend_stands_apart_from_what_it_explains() -> None:
    legend = split_legend("EVC-xx-S (xx = 07, 11 or 22)")
    assert legend.head.strip() == "EVC-xx-S"
    assert texts("xx", legend.meanings["xx"].text) == {"07", "11", "22"}


def test_a_symbol_that_stands_in_no_designation_is_no_legend() -> None:
    assert split_legend("EVC-22 (z = colour)").meanings == {}


def test_two_symbols_have_a_meaning_each() -> None:
    legend = split_legend("EVC-xx-y (xx = 11 or 22; y = S or C)")
    assert set(legend.meanings) == {"xx", "y"}
    assert texts("y", legend.meanings["y"].text) == {"S", "C"}


@pytest.mark.parametrize(
    ("clause", "allowed"),
    [("07, 11 or 22", {"07", "11", "22"}), ("S", {"S"}), ("S or blank", {"S", ""}), ("11 oder 22", {"11", "22"})],
)
def test_a_list_allows_its_entries_only(clause: str, allowed: set[str]) -> None:
    assert texts("xx", clause) == allowed


def test_a_span_of_letters_and_digits_is_one_character_of_them() -> None:
    digits, letters, blank = read_meaning("x", "0-9, A-Z or blank").options
    assert isinstance(digits, Characters)
    assert digits.allowed == frozenset("0123456789")
    assert isinstance(letters, Characters)
    assert letters.allowed == frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert (digits.least, digits.most) == (1, 1)
    assert blank == Text("")


def test_a_list_that_goes_on_is_open() -> None:
    assert read_meaning("xx", "11, 22 etc.").open
    assert not read_meaning("xx", "11, 22").open


def test_a_clause_that_explains_nothing_has_no_options() -> None:
    meaning = read_meaning("x", "see the table below")
    assert meaning.options == () or meaning.open or not meaning.explains


def test_a_letter_between_letters_of_its_case_is_no_placeholder() -> None:
    assert occurrences("x", "EVC-x-Sx flexbox") == [4, 7]
    assert occurrences("x", "") == []


@given(st.text(max_size=60), st.text(max_size=40))
def test_any_text_is_split_and_any_clause_is_read(text: str, clause: str) -> None:
    legend = split_legend(text)
    assert all(occurrences(symbol, legend.head) for symbol in legend.meanings)
    assert read_meaning("x", clause).symbol == "x"
