"""Dates behind words where no label gives them."""

from docverify.extraction.dates_near import dates_near
from tests.extraction.drawn_papers import paper, passage_of


def days(*lines: str) -> dict[str, str]:
    passage = passage_of(paper(list(lines)))
    return {name: entry.value.isoformat() for name, entry in dates_near(passage, passage.pages).items()}


def test_each_date_is_of_the_words_before_it() -> None:
    assert days(
        "Date of receipt: 2026-01-05", "Date of test: 2026-01-06 to 2026-01-20", "Date of issue: 2026-02-01"
    ) == {
        "received_on": "2026-01-05",
        "tested_from": "2026-01-06",
        "tested_to": "2026-01-20",
        "issued_on": "2026-02-01",
    }


def test_a_date_behind_other_words_is_none_of_them() -> None:
    assert days("EN 62368-1 of 2018-05-01 was applied") == {}
