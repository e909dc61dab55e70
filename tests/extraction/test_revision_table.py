"""A table of revisions is read row by row below its heading, and only there."""

from datetime import date

from docverify.extraction.revision_table import revision_rows
from tests.extraction.printed_words import passage, plain

TABLE = "Version Date Change\n1.0 2025-03-01 First issue\nV1.1 2025-06-30 Wi-Fi added\nnothing here\n"


def rows(text: str) -> list[tuple[str, date, str]]:
    """Revision, day and change of every row."""
    page = plain(text)
    return [
        (row.revision.value, row.day.value, page.text[slice(*row.rest)].strip())
        for row in revision_rows(passage(page), page)
    ]


def test_every_row_has_its_revision_its_day_and_what_changed() -> None:
    assert rows(TABLE) == [
        ("1.0", date(2025, 3, 1), "First issue"),
        ("1.1", date(2025, 6, 30), "Wi-Fi added"),
    ]


def test_a_heading_in_another_language_is_one_too() -> None:
    assert rows("版本 日期 说明\n2 2025-03-01 第一次\n")[0][:2] == ("2", date(2025, 3, 1))


def test_the_day_may_stand_before_the_revision() -> None:
    assert rows("Date Revision Remark\n2025-03-01 B Approved\n")[0][:2] == ("B", date(2025, 3, 1))


def test_without_a_heading_there_is_no_table() -> None:
    assert rows("1.0 2025-03-01 First issue\n") == []
