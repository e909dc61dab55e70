"""Values in the cells of ruled tables."""

from tests.extraction.drawn_papers import paper, passage_of


def cells(*rows: list[str], keys: tuple[str, ...]) -> list[tuple[str, str]]:
    passage = passage_of(paper([list(rows)]))
    return [(candidate.key, candidate.value.text) for candidate in passage.candidates(*keys)]


def test_the_cell_to_the_right_holds_the_value() -> None:
    rows = (["Model", "EVC-22"], ["Manufacturer", "Haiche Electric Co., Ltd."])
    assert cells(*rows, keys=("models", "manufacturer")) == [
        ("models", "EVC-22"),
        ("manufacturer", "Haiche Electric Co., Ltd."),
    ]


def test_under_a_row_of_labels_each_column_holds_its_values() -> None:
    rows = (["Model", "Serial number"], ["EVC-22", "VT-00001"], ["EVC-11", "VT-00002"])
    assert sorted(cells(*rows, keys=("models", "serial_numbers"))) == [
        ("models", "EVC-11"),
        ("models", "EVC-22"),
        ("serial_numbers", "VT-00001"),
        ("serial_numbers", "VT-00002"),
    ]


def test_a_label_is_no_value_of_the_label_beside_it() -> None:
    assert cells(["Model", "Manufacturer"], ["EVC-22", "Haiche Ltd."], keys=("models",)) == [("models", "EVC-22")]
