"""Lines of an address as the one line that it is written in."""

import pytest

from docverify.extraction.address_line import one_line, right_margin
from docverify.extraction.printed import printed_lines
from docverify.facts.evidence import Origin
from tests.extraction.printed_words import line, page


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (("Am Anger 7", "99084 Erfurt", "Germany"), "Am Anger 7, 99084 Erfurt, Germany"),
        (("Am Anger 7,", "99084 Erfurt"), "Am Anger 7, 99084 Erfurt"),
        (("Am Anger 7 · 99084 Erfurt",), "Am Anger 7, 99084 Erfurt"),
    ],
)
def test_a_line_break_is_the_comma_that_stands_there_on_one_line(lines: tuple[str, ...], written: str) -> None:
    printed = printed_lines([(1, line(0, 14.0 * n, text)) for n, text in enumerate(lines)])
    assert one_line(printed) == written


def test_a_line_that_ran_into_the_margin_was_only_wrapped() -> None:
    lines = [line(0, 0, "No. 18 Xinghu Road Suzhou Industrial"), line(0, 14, "Park, Suzhou")]
    assert one_line(printed_lines([(1, entry) for entry in lines]), right=190.0).startswith(
        "No. 18 Xinghu Road Suzhou Industrial Park"
    )


def test_words_that_recognition_ran_together_are_parted() -> None:
    printed = printed_lines([(1, line(0, 0, "188Mingzhu Road, OX144NB,UK", origin=Origin.OCR))], origin=Origin.OCR)
    assert one_line(printed) == "188 Mingzhu Road, OX14 4NB, UK"


def test_a_page_has_a_margin_only_where_lines_come_near_its_edge() -> None:
    assert right_margin(page(line(0, 0, "short"))) == 0.0
    assert right_margin(page(line(400, 0, "a line that runs on to the edge"))) > 500
