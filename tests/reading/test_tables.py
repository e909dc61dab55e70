from time import perf_counter

from reportlab.pdfgen.canvas import Canvas

from docverify.reading.grid import tables_in
from docverify.reading.rules import Ruling
from tests.reading.papers import declaration, only_page, paper

ROWS = (("Standard", "Edition"), ("EN IEC 61851-1", "2019"), ("EN 301 489-1", "V2.2.3"))


def grid(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.grid([60, 200, 400], [700, 680, 660, 640])
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            canvas.drawString(65 + 140 * column, 686 - 20 * row, text)


def test_a_ruled_table_has_its_words_in_its_cells() -> None:
    (table,) = only_page(paper(grid)).tables
    assert [[cell.text if cell else None for cell in row] for row in table.rows] == [list(row) for row in ROWS]
    assert table.rows[0][0] is not None
    assert table.rows[0][0].box == (60, 141.89, 200, 161.89)


def test_a_spanning_cell_stands_once() -> None:
    def draw(canvas: Canvas) -> None:
        for x0, y0, width, height, text in (
            (60, 680, 200, 20, "Ratings"),
            (60, 660, 100, 20, "400 V"),
            (160, 660, 100, 20, "32 A"),
        ):
            canvas.rect(x0, y0, width, height)
            canvas.drawString(x0 + 5, y0 + 5, text)

    (table,) = only_page(paper(draw)).tables
    assert [[cell.text if cell else None for cell in row] for row in table.rows] == [
        ["Ratings", None],
        ["400 V", "32 A"],
    ]


def test_a_page_without_rules_has_no_tables() -> None:
    assert only_page(paper(declaration)).tables == ()


def test_a_page_full_of_rectangles_does_not_stall() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 820, "A drawing")
        for x in range(100):
            for y in range(100):
                canvas.rect(50 + 5 * x, 50 + 7 * y, 4, 6)

    page = only_page(paper(draw))
    began = perf_counter()
    assert page.tables == ()
    assert perf_counter() - began < 20


def test_rules_that_do_not_cross_make_no_table() -> None:
    assert tables_in([Ruling(0, y, 100, y) for y in range(0, 50, 10)]) == []
