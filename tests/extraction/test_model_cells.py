"""Every model of a row or column behind a model label."""

import pytest

from docverify.extraction.model_cells import labelled_models
from tests.extraction.drawn_papers import paper, passage_of


@pytest.mark.parametrize(
    ("rows", "models"),
    [
        ([["Model", "EVC-22", "EVC-11"]], ["EVC-22", "EVC-11"]),
        ([["Model", "Colour"], ["EVC-22", "white"], ["EVC-11", "black"]], ["EVC-22", "EVC-11"]),
        ([["Colour", "white"]], []),
    ],
)
def test_the_models_go_on_along_the_row_or_down_the_column(rows: list[list[str]], models: list[str]) -> None:
    passage = passage_of(paper([rows]))
    assert [str(entry.value) for entry in labelled_models(passage, passage.candidates("models"))] == models
