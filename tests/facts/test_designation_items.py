"""The codes that a printed line names, with the words before and after them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation_items import is_descriptor, read_line


def codes(line: str) -> list[str]:
    return [item.code for item in read_line(line).items]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("EVC-22S-W", ["EVC-22S-W"]),
        ("EVC-22, EVC-11", ["EVC-22", "EVC-11"]),
        ("EVC-22 and EVC-11", ["EVC-22", "EVC-11"]),
        ("EVC-22; EVC-11; EVC-07", ["EVC-22", "EVC-11", "EVC-07"]),
        ("Wallbox", []),
        ("", []),
    ],
)
def test_each_entry_of_a_list_is_an_item(line: str, named: list[str]) -> None:
    assert codes(line) == named


def test_the_words_before_a_code_belong_to_every_item_of_the_list() -> None:
    assert [item.lead for item in read_line("Wallbox Voltora EVC-22S-W and EVC-11S-W").items] == [("Voltora",)] * 2


def test_a_range_is_one_item_with_two_ends() -> None:
    (item,) = read_line("EVC-11 to EVC-22").items
    assert (item.code, item.high) == ("EVC-11", "EVC-22")


def test_a_series_is_said_so_and_names_no_model() -> None:
    line = read_line("EVC series")
    assert line.series
    assert [item.named for item in line.items] == [False]


def test_a_list_that_goes_on_is_open() -> None:
    assert read_line("EVC-22, EVC-11, etc.").open
    assert not read_line("EVC-22, EVC-11").open


def test_words_that_tell_two_products_of_one_brand_apart_are_descriptors() -> None:
    assert is_descriptor("Pro")
    assert not is_descriptor("Charger")


@given(st.text(max_size=60))
def test_any_line_is_read(line: str) -> None:
    read = read_line(line)
    assert all(item.code for item in read.items)
