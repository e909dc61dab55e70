"""What a person sees in the boxes of the words that a text layer holds."""

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.reading.sight import NOT_DRAWN, OVERPRINTED
from tests.reading.papers import Draw, only_page, paper

WORDS = "Model: EVC-22S-W"


def state_of(draw: Draw, words: str = WORDS) -> str:
    """What is seen of the words on a page drawn like that."""
    page = only_page(paper(draw), ocr=False)
    start = page.text.index(words)
    return page.sight(page.boxes_of(start, start + len(words)), words)


def printed(canvas: Canvas, words: str = WORDS, *, size: float = 12) -> None:
    canvas.setFont("Helvetica", size)
    canvas.drawString(72, 600, words)


def test_plain_print_is_seen() -> None:
    assert state_of(printed) == ""


@pytest.mark.parametrize("grey", [1.0, 0.95, 0.85])
def test_words_in_the_colour_of_the_paper_are_hidden(grey: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(grey)
        printed(canvas)

    assert state_of(draw) == "hidden"


def test_grey_print_that_can_be_read_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.55)
        printed(canvas)

    assert state_of(draw) == ""


def test_invisible_words_are_hidden() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 600)
        text.setFont("Helvetica", 12)
        text.setTextRenderMode(3)
        text.textOut(WORDS)
        canvas.drawText(text)

    assert state_of(draw) == "hidden"


def test_words_under_a_filled_box_are_hidden() -> None:
    def draw(canvas: Canvas) -> None:
        printed(canvas)
        canvas.setFillGray(1)
        canvas.rect(60, 590, 300, 30, stroke=0, fill=1)

    assert state_of(draw) == "hidden"


def test_print_too_small_for_any_eye_is_hidden() -> None:
    assert state_of(lambda canvas: printed(canvas, size=1)) == "hidden"


def test_words_with_a_line_through_them_are_struck_out() -> None:
    def draw(canvas: Canvas) -> None:
        printed(canvas)
        width = canvas.stringWidth(WORDS, "Helvetica", 12)
        canvas.line(70, 604, 74 + width, 604)

    assert state_of(draw) == "struck out"


def test_an_underlined_word_and_a_word_on_a_coloured_cell_are_seen() -> None:
    def underlined(canvas: Canvas) -> None:
        printed(canvas)
        canvas.line(70, 597, 240, 597)

    def in_a_cell(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0.9, 1)
        canvas.rect(60, 590, 300, 30, stroke=1, fill=1)
        canvas.setFillGray(0)
        printed(canvas)

    assert state_of(underlined) == ""
    assert state_of(in_a_cell) == ""


def test_other_words_printed_over_them_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        printed(canvas)
        canvas.drawString(72.5, 600, "Model: XYZ-99Q-K")

    page = only_page(paper(draw), ocr=False)
    boxes = tuple((box[0], box[1], box[2], box[3]) for box in page.boxes_of(0, len(page.text)))
    assert page.sight(boxes, WORDS) == OVERPRINTED


def test_print_made_bold_by_printing_twice_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        printed(canvas)
        canvas.drawString(72.3, 600, WORDS)

    assert state_of(draw) == ""


def test_invisible_words_over_curves_that_show_something_else_are_not_drawn() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 600)
        text.setFont("Helvetica", 12)
        text.setTextRenderMode(3)
        text.textOut(WORDS)
        canvas.drawText(text)
        for at in range(5):
            canvas.circle(80 + 18 * at, 604, 7, fill=1)

    assert state_of(draw) == NOT_DRAWN


def test_a_box_off_the_page_shows_nothing() -> None:
    page = only_page(paper(printed), ocr=False)
    assert page.sight(((-50.0, -50.0, -10.0, -10.0),), "x") == "hidden"
    assert page.sight(((0.0, A4[1] + 5, 50.0, A4[1] + 20),), "x") == "hidden"
