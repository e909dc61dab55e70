"""What the page numbers of a paper say of its length, and what lacks; every kind of paper."""

from typing import Any

import pytest

from docverify.extraction.page_counts import page_marks
from tests.extraction.drawn_papers import paper, records_of

MANUAL = ("Installation and operating manual", "Read this manual before installation.", "Model: EL22-T2S")


def numbered(*footers: str, body: tuple[str, ...] = ("Some text of the paper.",)) -> dict[str, Any]:
    document = paper(*[[*body, footer] if footer else [*body] for footer in footers])
    return page_marks(document.pages, document.pages)


@pytest.mark.parametrize(
    "style", ["{} / {}", "{}/{}", "Page {} of {}", "Seite {} von {}", "Wallbox EL22, rev. 3   {}/{}", "- {} / {} -"]
)
def test_a_missing_page_is_named_whatever_the_style_of_the_numbers(style: str) -> None:
    marks = numbered(*(style.format(at, 8) for at in (1, 2, 3, 4, 5, 7, 8)))
    assert marks["page_count_stated"] == 8
    assert marks["pages_missing"] == [6]


@pytest.mark.parametrize("style", ["{} / {}", "Page {} of {}"])
def test_a_complete_paper_with_an_unnumbered_cover_lacks_nothing(style: str) -> None:
    assert numbered("", *(style.format(at, 5) for at in range(2, 6)))["pages_missing"] == []


def test_a_manual_whose_last_page_is_gone_says_so() -> None:
    document = paper(*[[*MANUAL, f"{at} / 4"] for at in (1, 2, 3)])
    (record,) = records_of(document)
    assert record.kind.value == "manual"
    assert record.marks["pages_missing"] == [4]


def test_two_papers_in_one_file_are_counted_by_themselves() -> None:
    assert numbered("1 / 3", "2 / 3", "3 / 3", "1 / 3", "2 / 3", "3 / 3")["pages_missing"] == []
    assert numbered("1 / 3", "2 / 3", "3 / 3", "1 / 3", "3 / 3", "")["pages_missing"] == [2]


def test_an_attachment_that_counts_for_itself_is_left_out() -> None:
    marks = numbered("Page 1 of 4", "Page 2 of 4", "Page 3 of 4", "Page 4 of 4", "Page 1 of 2", "Page 2 of 2")
    assert (marks["page_count_stated"], marks["pages_missing"]) == (4, [])


def test_a_count_that_goes_on_behind_the_section_is_not_cut_short() -> None:
    document = paper(*[["Some text", f"Page {at} of 3"] for at in (1, 2, 3)])
    assert page_marks(document.pages[:1], document.pages)["pages_elsewhere"] == 2


def test_a_page_that_could_not_be_read_is_not_missing() -> None:
    document = paper(*[["Some text", f"Page {at} of 4"] for at in (1, 2, 3, 4)])
    read = tuple(page for page in document.pages if page.number != 3)
    assert page_marks(read, read, [3])["pages_missing"] == []


def test_a_fraction_and_a_mentioned_page_are_no_page_numbers() -> None:
    assert numbered("Torque 1/2", "Ratio 3/4", "Some words") == {}
    assert numbered("For the limits see page 3 of 12") == {}
