import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from docverify.facts.evidence import Origin
from docverify.reading.page import Page
from tests.reading.papers import LINES, declaration, document, only_page, paper, picture_of, scan
from tests.reading.test_tables import ROWS, grid

ORIGINAL = paper(declaration)


def squashed(text: str) -> str:
    return "".join(text.split())


def assert_reads_the_declaration(page: Page) -> None:
    assert page.origin is Origin.OCR
    for line in LINES:
        assert squashed(line) in squashed(page.text), page.text
    assert all(word.origin is Origin.OCR and 0.5 <= word.confidence <= 1 for word in page.words)


def test_a_scan_is_recognised_with_boxes_where_the_words_stand() -> None:
    page = only_page(scan(picture_of(ORIGINAL)))
    assert_reads_the_declaration(page)
    printed = only_page(ORIGINAL)
    for word in ("Declaration", "Manufacturer:", "EVC-22S-W"):
        expected = next(w.box for w in printed.words if w.text == word)
        start = page.text.index(word)
        (box,) = page.boxes_of(start, start + len(word))
        assert box == pytest.approx(expected, abs=6)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_lying_on_its_side_or_head_is_read_in_order(turn: int) -> None:
    page = only_page(scan(picture_of(ORIGINAL, turn=turn)))
    assert_reads_the_declaration(page)
    assert page.lines[0].text == LINES[0]
    x0, y0, x1, y1 = page.lines[0].box
    assert (x1 - x0 > y1 - y0) == (turn == 180)


def test_a_skewed_scan_is_read_line_by_line() -> None:
    page = only_page(scan(picture_of(ORIGINAL, turn=3)))
    assert_reads_the_declaration(page)
    assert [squashed(line.text) for line in page.lines] == [squashed(line) for line in LINES]


def test_a_blank_scan_is_read_and_empty() -> None:
    page = only_page(scan(Image.new("RGB", (800, 1100), "white")))
    assert page.text == ""


def test_a_picture_without_words_is_unread_never_silence() -> None:
    image = Image.radial_gradient("L").resize((800, 1100)).convert("RGB")
    found = document(scan(image))
    assert found.pages == ()
    assert "none was found in its picture" in found.unread[0].reason


def test_a_scan_with_a_stamped_header_keeps_both() -> None:
    image = picture_of(ORIGINAL)

    def draw(canvas: Canvas) -> None:
        canvas.drawInlineImage(image, 0, 0, 595, 842)
        canvas.drawString(400, 800, "Page 1 of 3")

    page = only_page(paper(draw))
    assert {word.origin for word in page.words} == {Origin.TEXT, Origin.OCR}
    assert "Page 1 of 3" in page.text
    assert "EVC-22S-W" in page.text


def test_an_image_file_is_a_scanned_page() -> None:
    buffer = io.BytesIO()
    picture_of(ORIGINAL).save(buffer, "PNG")
    page = only_page(buffer.getvalue())
    assert_reads_the_declaration(page)
    assert (page.width, page.height) == pytest.approx((595, 842), abs=2)


def test_a_signature_on_a_scan_is_a_mark() -> None:
    def draw(canvas: Canvas) -> None:
        declaration(canvas)
        path = canvas.beginPath()
        path.moveTo(100, 400)
        for step in range(5):
            path.curveTo(110 + 25 * step, 450, 115 + 25 * step, 370, 125 + 25 * step, 410)
        canvas.setLineWidth(2)
        canvas.drawPath(path)

    marks = only_page(scan(picture_of(paper(draw)))).marks
    assert any(mark.kind == "ink" and mark.box[0] == pytest.approx(100, abs=15) for mark in marks)


@pytest.mark.parametrize("turn", [0, 90, 2])
def test_a_scanned_table_has_its_words_in_its_cells(turn: int) -> None:
    (table,) = only_page(scan(picture_of(paper(grid), turn=turn))).tables
    cells = [[squashed(cell.text) if cell else None for cell in row] for row in table.rows]
    assert cells == [[squashed(text) for text in row] for row in ROWS]
