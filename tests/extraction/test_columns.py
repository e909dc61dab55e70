"""Tables with a heading row as rows of named cells."""

from docverify.extraction.columns import Columns, rows_on
from docverify.reading.page import Page
from tests.extraction.printed_words import grid, line, page

COLUMNS = Columns.of(("part",), 2, part="part|component", maker="manufacturer|maker", type="type")


def rows(made: Page, before: list[str] | None = None) -> list[dict[str, str]]:
    return [{name: cell.text for name, cell in row.cells.items()} for row in rows_on(made, COLUMNS, before)[0]]


def test_a_heading_names_the_first_column_that_it_fits() -> None:
    assert [COLUMNS.name(text) for text in ("Part no.", "Maker", "Colour", "", "part " * 60)] == [
        "part",
        "maker",
        "",
        "",
        "",
    ]


def test_a_table_has_to_have_what_is_needed_and_enough_of_the_rest() -> None:
    assert COLUMNS.fits(["part", "maker"])
    assert not COLUMNS.fits(["part", ""])
    assert not COLUMNS.fits(["maker", "type"])


def test_a_ruled_table_gives_its_cells_by_column() -> None:
    made = page(tables=[grid(["Part", "Manufacturer", "Type"], ["Relay", "Hongyu", "HY-F32"], ["", "", ""])])
    assert rows(made) == [{"part": "Relay", "maker": "Hongyu", "type": "HY-F32"}]


def test_a_table_without_rules_does_too_and_a_column_without_name_keeps_its_cells() -> None:
    made = page(
        *(line(x, 100, text) for x, text in ((50, "Part"), (200, "Manufacturer"), (350, "Remarks"))),
        *(line(x, 120, text) for x, text in ((50, "Relay"), (200, "Hongyu"), (350, "none"))),
    )
    assert rows(made) == [{"part": "Relay", "maker": "Hongyu"}]


def test_a_table_goes_on_with_the_columns_of_the_page_before() -> None:
    first = page(tables=[grid(["Part", "Manufacturer", "Type"], ["Relay", "Hongyu", "HY-F32"])])
    names = rows_on(first, COLUMNS)[1]
    following = page(tables=[grid(["Meter", "Elmetra", "EM-340"])], number=2)
    assert rows(following, names) == [{"part": "Meter", "maker": "Elmetra", "type": "EM-340"}]
    assert rows(following) == []


def test_another_table_is_none_of_them() -> None:
    assert rows(page(tables=[grid(["Clause", "Requirement", "Verdict"], ["4.1", "General", "P"])])) == []
