"""Headings of a list of units: known words in any dress, and a nearly known one is asked about."""

import pytest

from docverify.errors import UsageError
from docverify.units.headings import COLUMNS, checked, columns_of, folded, is_heading


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_may_be_named_as_it_is_called_here(name: str) -> None:
    assert columns_of([name]) == {0: name}


@pytest.mark.parametrize(
    "text", ["Serial No.", "serial_no", "SERIAL  NO", "Ｓｅｒｉａｌ no", "Serial no (on the label)"]
)
def test_case_width_punctuation_and_brackets_do_not_matter(text: str) -> None:
    assert folded(text) == "serialno"


def test_a_row_without_serial_numbers_is_no_heading() -> None:
    assert is_heading(["Serial", "Firmware"])
    assert not is_heading(["Firmware", "Date"])


def test_a_word_nobody_knows_is_left_aside() -> None:
    assert checked(["Serial", "Remarks"], "units.csv:1") == {0: "serial"}


def test_a_column_that_stands_twice_is_refused_with_both_places() -> None:
    with pytest.raises(UsageError, match=r"units.csv:1:3: the column firmware stands twice, see column 2"):
        checked(["Serial", "Firmware", "firmware"], "units.csv:1")


def test_a_mistyped_heading_is_asked_about() -> None:
    with pytest.raises(UsageError, match="unknown column 'Firmwere'; did you mean 'firmware'"):
        checked(["Serial", "Firmwere"], "units.csv:1")
