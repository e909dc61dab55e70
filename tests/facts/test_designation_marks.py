"""Brackets and placeholders of one printed code as the parts of a pattern."""

from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation_legend import read_meaning
from docverify.facts.designation_marks import bare_marks, code_parts, explained
from docverify.facts.designation_pattern import Characters, Text


def options(code: str, **meanings: str) -> list[list[object]]:
    read = {symbol: read_meaning(symbol, clause) for symbol, clause in meanings.items()}
    return [list(part.options) for part in code_parts(code, read, 1)]


def test_a_code_without_marks_is_one_stretch() -> None:
    assert options("EVC-22") == [[Text("EVC-22")]]


def test_a_bracket_with_bars_allows_each_of_its_texts_and_its_own_print() -> None:
    assert options("EVC-[07|11]-S")[1] == [Text("[07|11]"), Text("07"), Text("11")]


def test_an_unexplained_placeholder_may_be_anything_in_doubt() -> None:
    (anything,) = options("EVC-xx")[1]
    assert isinstance(anything, Characters)
    assert anything.allowed is None
    assert "does not explain" in anything.doubt


def test_an_explained_placeholder_is_what_its_legend_allows() -> None:
    assert options("EVC-xx", xx="11 or 22")[1] == [Text("11"), Text("22")]


def test_every_part_says_where_it_stands() -> None:
    parts = list(code_parts("EVC-[07|11]-S", {}, 3))
    assert [(part.printed, part.position) for part in parts] == [("EVC-", 3), ("[07|11]", 7), ("-S", 14)]


def test_a_run_of_one_symbol_is_one_part_for_each_character_where_the_legend_is_for_one() -> None:
    parts = list(explained("xx", read_meaning("x", "0-9"), 5))
    assert [part.position for part in parts] == [5, 6]


def test_stars_are_marks_and_a_lone_letter_is_none() -> None:
    assert [mark[0] for mark in bare_marks("EVC-**-S")] == ["**"]
    assert bare_marks("P30 x") == []
    assert bare_marks("Flexbox") == []


@given(st.text("EVCx12*#[]()|/-{}<> ", max_size=24))
def test_the_parts_of_any_code_are_its_print_in_order(code: str) -> None:
    parts = list(code_parts(code, {}, 1))
    assert "".join(part.printed for part in parts) == code
    assert [part.position for part in parts] == sorted(part.position for part in parts)
