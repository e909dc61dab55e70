"""A foot that is nothing but number, revision and date identifies the paper; a sentence does not."""

from datetime import date

import pytest

from docverify.extraction.foot_line import foot_line
from tests.extraction.printed_words import passage, plain


def read(text: str) -> dict[str, object]:
    """The values of the foot of a page with that text."""
    page = plain(text)
    return {name: entries[0].value for name, entries in foot_line(passage(page), [page]).items()}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "HA-UM-520 Rev. 2.1 2025-05-11",
            {"document_number": "HA-UM-520", "revision": "2.1", "revised_on": date(2025, 5, 11)},
        ),
        (
            "DS-6845 Stand 12.8.2025 Index C",
            {"document_number": "DS-6845", "revision": "C", "revised_on": date(2025, 8, 12)},
        ),
        (
            "LBL-20771 02 2026-01-13",
            {"document_number": "LBL-20771", "revision": "02", "revised_on": date(2026, 1, 13)},
        ),
        ("UM-77 v1.4", {"document_number": "UM-77", "revision": "1.4"}),
    ],
)
def test_a_foot_says_what_the_paper_is(line: str, fields: dict[str, object]) -> None:
    assert read(f"Installation manual\n{line}\n") == fields


@pytest.mark.parametrize(
    "line",
    [
        "HA-UM-520",
        "Rev. 2.1 2025-05-11",
        "The charger was tested in the laboratory under TR-2026 on 2026-01-13",
        "HA-UM-520 Rev. 2.1 " + "x" * 120,
    ],
)
def test_what_is_no_foot_gives_nothing(line: str) -> None:
    assert read(line) == {}
