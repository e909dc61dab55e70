import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.reading.page import Mark
from tests.reading.papers import declaration, only_page, paper, picture_of, scan

TOP = A4[1]


def signature(canvas: Canvas, x: float, y: float) -> None:
    """One connected stroke, 100 pt long, about the height y."""
    path = canvas.beginPath()
    path.moveTo(x, y)
    for step in range(4):
        left = x + 25 * step
        path.curveTo(left + 8, y + 22, left + 14, y - 14, left + 25, y + 4)
    canvas.setLineWidth(1.5)
    canvas.drawPath(path)


def block(canvas: Canvas) -> None:
    """A declaration with a ruled line to sign on, the name under it."""
    declaration(canvas)
    canvas.line(72, 440, 280, 440)
    canvas.drawString(72, 425, "Li Wei, Quality Manager")


def marks(draw: object, *, turn: float = 0) -> list[Mark]:
    return list(only_page(scan(picture_of(paper(draw), turn=turn))).marks)  # type: ignore[arg-type]


@pytest.mark.parametrize("turn", [0, 1.5])
def test_an_empty_signature_line_is_no_ink(turn: float) -> None:
    assert marks(block, turn=turn) == []


@pytest.mark.parametrize("height", [450, 436, 428])
def test_a_signature_over_the_line_or_through_the_name_is_ink(height: float) -> None:
    def draw(canvas: Canvas) -> None:
        block(canvas)
        signature(canvas, 90, height)

    (mark,) = marks(draw)
    assert mark.kind == "ink"
    assert mark.box[0] == pytest.approx(90, abs=25)
    assert mark.box[3] > TOP - height - 15 and mark.box[1] < TOP - height + 15


def test_a_bare_stamp_is_a_stamp_and_no_ink() -> None:
    def draw(canvas: Canvas) -> None:
        block(canvas)
        canvas.setLineWidth(2)
        canvas.circle(450, 600, 35)
        canvas.setFont("Helvetica-Bold", 8)
        for at, letter in enumerate("NANTAI"):
            canvas.drawString(425 + 8 * at, 598, letter)

    (mark,) = marks(draw)
    assert mark.kind == "stamp"
    assert mark.box == pytest.approx((415, TOP - 635, 485, TOP - 565), abs=4)
