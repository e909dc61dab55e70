"""Scanned pages that lie on their side or head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.upright import displayed, turn_of, upright
from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Line, Page, Word
from tests.extraction.printed_words import line, page


def turned(turn: str) -> Page:
    """A scanned page of two lines, as a scanner shows it that was fed in that way."""

    def place(box: Box) -> Box:
        x0, y0, x1, y1 = box
        return {
            "up": (y0, 600 - x1, y1, 600 - x0),
            "down": (800 - y1, x0, 800 - y0, x1),
            "over": (600 - x1, 800 - y1, 600 - x0, 800 - y0),
        }[turn]

    lines = [line(50, 100, "Model: EVC-22S-W"), line(50, 120, "Declaration of Conformity")]
    return page(
        *(Line(tuple(Word(w.text, place(w.box), Origin.OCR) for w in entry.words)) for entry in lines),
        origin=Origin.OCR,
    )


@pytest.mark.parametrize("turn", ["up", "down", "over"])
def test_a_turned_scan_reads_from_left_to_right_again(turn: str) -> None:
    made = turned(turn)
    assert turn_of(made) == turn
    straight = upright(made, turn)
    first = straight.lines[0]
    assert first.text == "Model: EVC-22S-W"
    assert first.words[0].box[0] < first.words[1].box[0]
    assert first.box[1] < straight.lines[1].box[1]
    assert turn_of(straight) == ""


def test_an_upright_scan_and_a_page_with_text_of_its_own_are_left_as_they_are() -> None:
    lines = [line(50, 100, "Model: EVC-22S-W", origin=Origin.OCR)]
    assert turn_of(page(*lines, origin=Origin.OCR)) == ""
    assert turn_of(page(*(Line(entry.words) for entry in turned("up").lines))) == ""
    assert turn_of(page(origin=Origin.OCR)) == ""


BOXES = st.builds(
    lambda x, y, w, h: (x, y, x + w, y + h), *[st.integers(0, 400).map(float)] * 2, *[st.integers(1, 90).map(float)] * 2
)


@given(BOXES, st.sampled_from(["up", "down", "over"]))
def test_a_box_of_the_upright_page_leads_back_to_the_page_as_displayed(box: Box, turn: str) -> None:
    made = page(Line((Word("longer text", box, Origin.OCR),)), origin=Origin.OCR)
    straight = upright(made, turn)
    assert displayed(straight.lines[0].words[0].box, made, turn) == pytest.approx(box)
