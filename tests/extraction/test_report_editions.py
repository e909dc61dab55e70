"""The edition that a report's headers print, against that of its cover."""

import pytest

from docverify.extraction.report_editions import editions_apart
from tests.extraction.drawn_papers import paper, records_of

COVER = [(14, "TEST REPORT"), (12, "IEC 61851-1:2017"), "Report No.: XTL-2025-0417", "Page 1 of 2"]


def apart(*header: str) -> list[dict[str, object]]:
    return editions_apart(paper(COVER, [*header, "4 General requirements P", "Page 2 of 2"]).pages)


def test_a_header_with_another_edition_than_the_cover_is_told_with_its_page() -> None:
    assert apart("IEC 61851-1:2010") == [{"cover": "IEC 61851-1:2017", "header": "IEC 61851-1:2010", "page": 2}]


@pytest.mark.parametrize(
    "header",
    ["IEC 61851-1:2017", "IEC 61851-1", "IEC 61851-23:2014", "EN IEC 61851-1:2019", "Report No. XTL-2025-0417"],
)
def test_the_same_edition_none_or_another_standard_says_nothing_against_the_cover(header: str) -> None:
    assert apart(header) == []


def test_a_cover_of_two_editions_speaks_for_both() -> None:
    cover = [*COVER, "IEC 61851-1:2010"]
    assert editions_apart(paper(cover, ["IEC 61851-1:2010"]).pages) == []


def test_the_record_of_a_report_holds_the_mark() -> None:
    (record,) = records_of(
        paper(COVER, ["IEC 61851-1:2010", "Clause Requirement Verdict", "4 General P", "Page 2 of 2"])
    )
    assert record.marks["editions_apart"][0]["header"] == "IEC 61851-1:2010"
