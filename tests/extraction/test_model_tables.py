"""Ruled tables with a column for each model."""

from docverify.extraction.model_tables import cells_by_model, headed_models, model_headings
from tests.extraction.drawn_papers import paper, passage_of
from tests.extraction.printed_words import grid

ROWS = [["", "EVC-11S", "EVC-22S"], ["Rated current", "16 A", "32 A"], ["Qwerty", "white", "black"]]


def test_the_heading_row_names_the_models() -> None:
    assert model_headings(grid(*ROWS)) == {1: "EVC-11S", 2: "EVC-22S"}
    assert model_headings(grid(["Part", "Maker", "Type"], ["Relay", "Hongyu", "HY-F32"])) == {}


def test_labelled_rows_give_a_cell_for_each_model_and_other_rows_none() -> None:
    passage = passage_of(paper([ROWS]))
    found = [(key, label, model, cell.text) for key, label, model, cell in cells_by_model(passage, passage.pages[0])]
    assert found == [
        ("rated_current", "Rated current", "EVC-11S", "16 A"),
        ("rated_current", "Rated current", "EVC-22S", "32 A"),
    ]
    assert [str(entry.value) for entry in headed_models(passage)] == ["EVC-11S", "EVC-22S"]
