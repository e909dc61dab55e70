"""Sides of rows in ruled tables: a heading over them says output."""

from docverify.extraction.table_sides import is_output_row, key_in_row
from docverify.reading.page import Table
from tests.extraction.drawn_papers import paper

ROWS = [
    ["Model", "TT060", "TT120"],
    ["INPUT", "", ""],
    ["Voltage", "400 V", "400 V"],
    ["OUTPUT", "", ""],
    ["Voltage", "150 V", "1000 V"],
    ["Max. current", "150 A", "300 A"],
    ["GENERAL", "", ""],
    ["Weight", "90 kg", "98 kg"],
]


def _table() -> Table:
    return paper([ROWS]).pages[0].tables[0]


def test_rows_under_output_are_of_the_output_side_up_to_the_next_heading() -> None:
    assert [row for row in (2, 4, 5, 7) if is_output_row(_table(), row)] == [4, 5]


def test_only_electric_labels_change_their_side() -> None:
    assert key_in_row("rated_voltage", _table(), 4) == "output_voltage"
    assert key_in_row("rated_voltage", _table(), 2) == "rated_voltage"
    assert key_in_row("rated_frequency", _table(), 4) == "rated_frequency"
