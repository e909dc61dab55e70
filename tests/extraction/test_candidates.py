"""What stands behind, beside, under or in the cell next to a label."""

import pytest

from tests.extraction.drawn_papers import paper, passage_of


def beside(*lines: object, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    passage = passage_of(paper(list(lines)))
    return [(candidate.key, candidate.value.text) for candidate in passage.candidates(*keys)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Model: EVC-22"],
        [["Model", "EVC-22"]],
        ["Model / Type: EVC-22 Date: 2026-01-01"],
        ["Model:", "EVC-22"],
    ],
)
def test_the_value_is_found_behind_beside_and_under_its_label(lines: list[object]) -> None:
    assert beside(*lines, keys=("models",)) == [("models", "EVC-22")]


def test_two_labels_of_one_line_have_a_value_each() -> None:
    assert beside("Model: EVC-22 Date: 2026-01-01", keys=("models", "date")) == [
        ("models", "EVC-22"),
        ("date", "2026-01-01"),
    ]


def test_an_empty_label_takes_nothing_of_the_next() -> None:
    found = beside("Model:", "", "Date of issue: 2026-01-01", keys=("models", "issued_on"))
    assert found == [("issued_on", "2026-01-01")]


def test_a_label_that_nobody_asks_for_gives_nothing() -> None:
    assert beside("Model: EVC-22", keys=("manufacturer",)) == []
