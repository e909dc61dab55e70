import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.facts.evidence import Origin
from tests.reading.papers import LINES, declaration, document, only_page, paper, raw_pdf, read_back


def test_lines_come_as_printed_with_their_boxes() -> None:
    page = only_page(paper(declaration))
    assert [line.text for line in page.lines] == list(LINES)
    x0, y0, x1, y1 = page.lines[0].box
    assert (round(x0), round(y1)) == (73, 103)
    assert 85 < y0 < 95
    assert 200 < x1 < 300
    assert page.origin is Origin.TEXT


@pytest.mark.parametrize("quote", LINES)
def test_boxes_read_back_to_their_quote(quote: str) -> None:
    content = paper(declaration)
    assert "".join(quote.split()) in read_back(content, only_page(content), quote)


def test_a_span_over_two_lines_has_two_boxes() -> None:
    page = only_page(paper(declaration))
    start, end = page.text.index("Technology"), page.text.index("EVC-22S-W") + 9
    assert len(page.boxes_of(start, end)) == 2


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_boxes_are_those_of_the_page_as_displayed(turns: int) -> None:
    content = raw_pdf("BT /F1 12 Tf 100 700 Td (Model EVC-22S-W) Tj ET", page=f"/MediaBox[0 0 600 800]/Rotate {turns}")
    page = only_page(content)
    assert (page.width, page.height) == ((600, 800) if turns % 180 == 0 else (800, 600))
    x0, y0, _, _ = page.lines[0].box
    near = {0: (101, 91), 90: (698, 101), 180: (399, 699), 270: (91, 399)}[turns]
    assert (x0, y0) == pytest.approx(near, abs=4)
    assert page.lines[0].text == "Model EVC-22S-W"
    assert page.boxes_of(0, 5)[0] == pytest.approx(page.words[0].box, abs=0.05)


def test_an_offset_crop_box_moves_the_origin() -> None:
    content = raw_pdf(
        "BT /F1 12 Tf 150 650 Td (EVC-22S-W) Tj ET", page="/MediaBox[0 0 600 800]/CropBox[100 100 500 700]"
    )
    page = only_page(content)
    assert (page.width, page.height) == (400, 600)
    assert page.lines[0].box[:2] == pytest.approx((51, 41), abs=3)


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for at in range(10):
            canvas.drawString(60, 700 - 14 * at, f"left line {at} that fills the column well enough")
            canvas.drawString(320, 700 - 14 * at, f"right line {at} that fills the column well enough")

    texts = [line.text.split(" that")[0] for line in only_page(paper(draw)).lines]
    assert texts == [f"left line {n}" for n in range(10)] + [f"right line {n}" for n in range(10)]


def test_a_grid_of_labels_is_read_row_by_row_with_a_line_per_cell() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for at, (label, value) in enumerate(
            [("Applicant", "Nantai Ltd."), ("Model", "EVC-22"), ("Date", "2026-01-02")]
        ):
            canvas.drawString(60, 700 - 20 * at, label)
            canvas.drawString(200, 700 - 20 * at, value)

    texts = [line.text for line in only_page(paper(draw)).lines]
    assert texts == ["Applicant", "Nantai Ltd.", "Model", "EVC-22", "Date", "2026-01-02"]


def test_a_colon_in_a_column_of_its_own_stays_with_its_label() -> None:
    def draw(canvas: Canvas) -> None:
        for x, text in ((60, "Product"), (160, ":"), (200, "Wallbox")):
            canvas.drawString(x, 700, text)

    assert [line.text for line in only_page(paper(draw)).lines] == ["Product :", "Wallbox"]


def test_a_letter_spaced_title_is_one_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 24)
        for at, letter in enumerate("CERTIFICATE"):
            canvas.drawCentredString(80 + 34 * at, 700, letter)

    page = only_page(paper(draw))
    assert "CERTIFICATE" in page.text
    assert [line.text for line in page.lines] == ["CERTIFICATE"]


def test_text_drawn_twice_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 14)
        canvas.drawString(80, 700, "Statement of compliance")
        canvas.drawString(80.4, 700, "Statement of compliance")

    page = only_page(paper(draw))
    assert page.text.count("Statement") == 1
    assert [line.text for line in page.lines] == ["Statement of compliance"]


def test_a_block_drawn_twice_has_each_line_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        for _ in range(2):
            canvas.drawString(80, 700, "DWG NO 4711")
            canvas.drawString(80, 680, "REV 1")

    assert [line.text for line in only_page(paper(draw)).lines] == ["DWG NO 4711", "REV 1"]


def test_letters_drawn_twice_one_by_one_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 14)
        for at, letter in enumerate("Statement"):
            canvas.drawString(80 + 8.4 * at, 700, letter)
            canvas.drawString(80.5 + 8.4 * at, 700, letter)

    page = only_page(paper(draw))
    assert page.text.strip() == "Statement"
    assert [line.text for line in page.lines] == ["Statement"]


def test_text_that_runs_upwards_has_a_line_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "Upright text")
        canvas.rotate(90)
        canvas.drawString(300, -40, "Form number 42")

    page = only_page(paper(draw))
    assert [line.text for line in page.lines] == ["Upright text", "Form number 42"]
    x0, y0, x1, y1 = page.lines[1].box
    assert y1 - y0 > 3 * (x1 - x0)
    assert y0 == pytest.approx(A4[1] - 300 - 85, abs=6)


def test_an_empty_page_is_read_and_empty() -> None:
    found = document(paper(declaration, _nothing))
    assert [page.text.strip() != "" for page in found.pages] == [True, False]
    assert found.unread == ()


def _nothing(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 10)
