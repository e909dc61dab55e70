"""The straight rules drawn on a page."""

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.reading.rules import MOST_RULES, Ruling, rulings_of
from tests.reading.papers import Draw, opened, paper


def rules(draw: Draw) -> tuple[Ruling, ...]:
    with opened(paper(draw)) as page:
        return rulings_of(page)


def test_a_line_is_a_rule_where_it_is_displayed() -> None:
    (rule,) = rules(lambda canvas: canvas.line(72, 700, 272, 700))
    assert (rule.x0, rule.x1) == (72, 272)
    assert rule.y0 == rule.y1 == pytest.approx(A4[1] - 700, abs=0.1)
    assert not rule.is_upright


def test_a_frame_is_four_rules() -> None:
    found = rules(lambda canvas: canvas.rect(72, 600, 200, 100))
    assert sorted(rule.is_upright for rule in found) == [False, False, True, True]


def test_a_filled_bar_is_a_rule_while_it_is_thin() -> None:
    thin = rules(lambda canvas: canvas.rect(72, 600, 200, 1, stroke=0, fill=1))
    assert [(rule.x0, rule.x1) for rule in thin] == [(72, 272)]
    thick = rules(lambda canvas: canvas.rect(72, 600, 200, 20, stroke=0, fill=1))
    assert len(thick) == 4


def test_ticks_slanted_lines_and_curves_are_no_rules() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(72, 700, 74, 700)
        canvas.line(72, 600, 172, 650)
        canvas.circle(300, 300, 40)

    assert rules(draw) == ()


def test_a_rule_inside_a_form_stands_where_the_form_is_placed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("ruled")
        canvas.line(0, 0, 100, 0)
        canvas.endForm()
        canvas.translate(50, 500)
        canvas.doForm("ruled")

    (rule,) = rules(draw)
    assert (rule.x0, rule.x1) == pytest.approx((50, 150), abs=0.1)
    assert rule.y0 == pytest.approx(A4[1] - 500, abs=0.1)


def test_a_page_with_more_rules_than_a_table_can_have_has_none() -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(MOST_RULES + 1):
            canvas.line(10, 10 + at * 0.2, 100, 10 + at * 0.2)

    assert rules(draw) == ()
