"""How a scanned page lies, and where its print stands once it is upright."""

import pytest

from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Line, Page, Word
from docverify.reading.turning import height_and_depth, turn_of


def page(*lines: tuple[Box, Box], origin: Origin = Origin.OCR) -> Page:
    """A page whose lines are made of two words at those boxes."""
    printed = tuple(
        Line((Word("Certificate", first, origin, 1.0), Word("number", last, origin, 1.0))) for first, last in lines
    )
    return Page(1, 600.0, 800.0, "", origin, lambda: printed, lambda _start, _end: (), tuple)


@pytest.mark.parametrize(
    ("first", "last", "turn"),
    [
        ((50, 60, 120, 70), (130, 60, 180, 70), ""),
        ((480, 730, 550, 740), (420, 730, 470, 740), "over"),
        ((60, 680, 70, 750), (60, 620, 70, 670), "up"),
        ((530, 50, 540, 120), (530, 130, 540, 180), "down"),
    ],
)
def test_the_order_of_the_words_says_how_the_page_lies(first: Box, last: Box, turn: str) -> None:
    assert turn_of(page((first, last))) == turn
    assert turn_of(page((first, last), origin=Origin.TEXT)) == ""


@pytest.mark.parametrize(
    ("box", "turn"),
    [
        ((50, 80, 180, 100), ""),
        ((420, 700, 550, 720), "over"),
        ((60, 620, 80, 750), "up"),
        ((520, 50, 540, 180), "down"),
    ],
)
def test_a_title_at_the_top_is_at_the_top_however_the_page_lies(box: Box, turn: str) -> None:
    height, depth = height_and_depth(box, page(), turn)
    assert height == 20
    assert depth == pytest.approx(0.1)
