"""What is drawn on a page besides text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.reading.drawn import clusters, marks_of, may_be_stamp, picture_share, spots_of
from docverify.reading.page import Mark
from tests.reading.papers import declaration, opened, paper

GREY = Image.new("L", (20, 20), 128)


def test_a_pictures_share_is_of_the_visible_page() -> None:
    half = paper(lambda canvas: canvas.drawInlineImage(GREY, 0, 0, A4[0], A4[1] / 2))
    with opened(half) as page:
        assert picture_share(page) == pytest.approx(0.5, abs=0.01)
    beyond = paper(lambda canvas: canvas.drawInlineImage(GREY, -A4[0], -A4[1], 3 * A4[0], 3 * A4[1]))
    with opened(beyond) as page:
        assert picture_share(page) == pytest.approx(1.0, abs=0.01)
    with opened(paper(declaration)) as page:
        assert picture_share(page) == 0.0


def test_a_picture_inside_a_form_is_a_picture() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("logo")
        canvas.drawInlineImage(GREY, 0, 0, 50, 50)
        canvas.endForm()
        canvas.translate(100, 100)
        canvas.doForm("logo")

    with opened(paper(draw)) as page:
        assert [mark.kind for mark in marks_of(page)] == ["picture"]


def test_curves_near_one_another_are_one_piece_of_ink_and_straight_rules_are_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.circle(100, 100, 10)
        canvas.circle(118, 100, 10)
        canvas.circle(400, 100, 10)
        canvas.rect(50, 300, 200, 50)

    with opened(paper(draw)) as page:
        boxes = [mark.box for mark in marks_of(page) if mark.kind == "ink"]
    assert [round(box[0]) for box in boxes] == [pytest.approx(90, abs=1), pytest.approx(390, abs=1)]


def test_a_page_of_outlines_is_looked_at_whole() -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(150):
            canvas.circle(20 + at % 20 * 25, 20 + at // 20 * 25, 5)

    with opened(paper(draw)) as page:
        (whole,) = spots_of(page)
    assert whole == pytest.approx((0, 0, *A4), abs=0.1)


@pytest.mark.parametrize(
    ("kind", "size", "may"),
    [("picture", 60, True), ("ink", 60, True), ("signature", 60, False), ("picture", 10, False), ("ink", 400, False)],
)
def test_only_a_mark_of_the_size_of_a_stamp_may_be_one(kind: str, size: float, may: bool) -> None:
    assert may_be_stamp(Mark(kind, (0.0, 0.0, size, size))) is may


BOXES = st.builds(
    lambda x, y, w, h: (x, y, x + w, y + h), *[st.integers(0, 300).map(float)] * 2, *[st.integers(1, 40).map(float)] * 2
)


@given(st.lists(BOXES, max_size=20))
def test_every_box_lies_in_a_cluster(boxes: list[tuple[float, float, float, float]]) -> None:
    joined = clusters(boxes, reach=6.0)
    assert len(joined) <= len(boxes)
    for x0, y0, x1, y1 in boxes:
        assert any(a <= x0 and b <= y0 and x1 <= c and y1 <= d for a, b, c, d in joined)
