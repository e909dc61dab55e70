"""Tables without rules that have a column for each model."""

from docverify.extraction.model_columns import cells_without_rules, headings_without_rules
from docverify.reading.page import Page
from tests.extraction.printed_words import line, page

TABLE = page(
    line(50, 100, "Model"),
    line(200, 100, "EVC-11S"),
    line(300, 100, "EVC-22S"),
    line(50, 120, "Rated current"),
    line(200, 120, "16 A"),
    line(300, 120, "32 A"),
)


def cells(made: Page) -> list[tuple[str, str, str]]:
    return [(cell.label, cell.model, cell.printed.text) for cell in cells_without_rules(made)]


def test_each_cell_has_the_label_of_its_row_and_the_model_of_its_column() -> None:
    assert [entry.text for entry in headings_without_rules(TABLE)] == ["EVC-11S", "EVC-22S"]
    assert cells(TABLE) == [("Rated current", "EVC-11S", "16 A"), ("Rated current", "EVC-22S", "32 A")]


def test_one_model_makes_no_columns() -> None:
    assert (
        cells(page(line(50, 100, "Model"), line(200, 100, "EVC-11S"), line(50, 120, "Current"), line(200, 120, "16 A")))
        == []
    )
    assert cells(page()) == []
