"""Comparisons on a page that say No of a name."""

import pytest

from docverify.extraction.compared import denial_of
from tests.extraction.printed_words import line, page


def denied(name: str, *cells: tuple[float, float, str]) -> tuple[str, bool] | None:
    made = page(*(line(x, y, text) for x, y, text in cells))
    said = denial_of(made, name, ())
    return (said.words, said.sure) if said else None


TABLE = [
    (50, 100, "Model:"),
    (200, 100, "EVC-22S"),
    (300, 100, "EVC-11S"),
    (50, 120, "Tested:"),
    (200, 120, "Yes"),
    (300, 120, "No"),
]


def test_an_answer_under_the_name_denies_it() -> None:
    assert denied("EVC-11S", *TABLE) == ("Tested: No", True)
    assert denied("EVC-22S", *TABLE) is None


def test_an_answer_beside_the_name_under_a_heading_denies_it() -> None:
    rows = [
        (50, 100, "Model"),
        (200, 100, "Covered"),
        (50, 120, "EVC-22S"),
        (200, 120, "Yes"),
        (50, 140, "EVC-11S"),
        (200, 140, "No"),
    ]
    assert denied("EVC-11S", *rows) == ("Covered: No", True)
    assert denied("EVC-22S", *rows) is None


@pytest.mark.parametrize("mark", ["x", "-"])
def test_a_cross_or_a_dash_beside_other_answers_leaves_it_open(mark: str) -> None:
    rows = [
        (50, 100, "Model"),
        (200, 100, "Covered"),
        (50, 120, "EVC-22S"),
        (200, 120, "Yes"),
        (50, 140, "EVC-11S"),
        (200, 140, mark),
    ]
    said = denied("EVC-11S", *rows)
    assert said is not None
    assert said[0].startswith("Covered")


def test_a_page_without_such_words_denies_nothing() -> None:
    assert denied("EVC-22S", (50, 100, "Model:"), (200, 100, "EVC-22S"), (50, 120, "Radio:"), (200, 120, "No")) is None


def test_one_answer_for_the_whole_paper_denies_no_name() -> None:
    assert denied("EVC-22S", (50, 100, "Model:"), (200, 100, "EVC-22S"), (50, 120, "Tested:"), (200, 120, "No")) is None


def test_a_row_far_below_the_name_is_another_tables() -> None:
    far = [(x, y if y == 100 else 500, text) for x, y, text in TABLE]
    assert denied("EVC-11S", *far) is None
