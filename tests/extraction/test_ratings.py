"""Ratings of tables: each belongs to the model of its row, wherever the column of models stands."""

import pytest

from tests.extraction.drawn_papers import paper, records_of


@pytest.mark.parametrize(
    "head",
    [
        ["Model", "Rated current", "Rated power"],
        ["No.", "Model", "Rated current", "Rated power"],
        ["", "Type", "Current", "Power"],
    ],
)
def test_a_row_gives_its_ratings_to_its_model_also_behind_a_running_number(head: list[str]) -> None:
    rows = [["EVK-11-S", "16 A", "11 kW"], ["EVK-22-S", "32 A", "22 kW"]]
    if len(head) == 4:
        rows = [[str(number), *row] for number, row in enumerate(rows, 1)]
    (record,) = records_of(paper([(14, "Datasheet"), [head, *rows]]))
    currents = {entry.details["model"]: entry.value for entry in record.values("rated_current_a")}
    powers = {entry.details["model"]: entry.value for entry in record.values("rated_power_kw")}
    assert currents == {"EVK-11-S": 16.0, "EVK-22-S": 32.0}
    assert powers == {"EVK-11-S": 11.0, "EVK-22-S": 22.0}


def test_a_table_that_goes_on_without_its_head_keeps_the_ratings_with_their_models() -> None:
    first = [["Model", "Rated current"], ["EVK-10", "16 A"], ["EVK-11", "16 A"]]
    (record,) = records_of(paper([(14, "Datasheet"), first], [[["EVK-12", "32 A"], ["EVK-13", "32 A"]]]))
    currents = {entry.details["model"]: entry.value for entry in record.values("rated_current_a")}
    assert currents == {"EVK-10": 16.0, "EVK-11": 16.0, "EVK-12": 32.0, "EVK-13": 32.0}
