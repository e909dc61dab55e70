import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.facts.evidence import Origin
from docverify.reading.drawn import spots_of
from docverify.reading.drawn_text import rows_of_shapes
from docverify.reading.page import Page
from docverify.reading.text_layer import TextLayer
from tests.reading.papers import LINES, declaration, document, only_page, paper

NAME = "Huaxin Laboratory Services"


def letterhead(*, ink: str = "black", ground: str = "white") -> Image.Image:
    image = Image.new("RGB", (900, 90), ground)
    ImageDraw.Draw(image).text((20, 20), NAME, fill=ink, font=ImageFont.load_default(48))
    return image


def with_letterhead(canvas: Canvas, image: Image.Image) -> None:
    declaration(canvas)
    canvas.drawInlineImage(image, 72, A4[1] - 70, 300, 30)


def recognised(page: Page) -> str:
    return "".join(word.text for word in page.words if word.origin is Origin.OCR)


@pytest.mark.parametrize(("ink", "ground"), [("black", "white"), ("white", "navy")])
def test_a_name_in_a_picture_is_read_beside_the_pages_own_text(ink: str, ground: str) -> None:
    page = only_page(paper(lambda canvas: with_letterhead(canvas, letterhead(ink=ink, ground=ground))))
    assert recognised(page) == NAME.replace(" ", "")
    own = [word.text for word in page.words if word.origin is Origin.TEXT]
    assert own == " ".join(LINES).split()
    start = page.text.index("Huaxin")
    (box,) = page.boxes_of(start, start + 6)
    assert box[1] == pytest.approx(49, abs=8)
    assert box[0] == pytest.approx(80, abs=8)


def test_many_curves_inside_a_form_are_looked_at() -> None:
    def draw(canvas: Canvas) -> None:
        declaration(canvas)
        canvas.beginForm("letterhead")
        for at in range(6):
            canvas.ellipse(80 + 30 * at, 700, 100 + 30 * at, 720)
        canvas.endForm()
        canvas.doForm("letterhead")

    opened = TextLayer(pdfium.PdfDocument(paper(draw))).page(1)
    assert spots_of(opened) == [pytest.approx((80, 122, 250, 142), abs=3)]


def test_a_picture_without_letters_costs_no_recognition() -> None:
    photograph = Image.radial_gradient("L").resize((300, 200)).convert("RGB")

    def draw(canvas: Canvas) -> None:
        declaration(canvas)
        canvas.drawInlineImage(photograph, 72, 300, 300, 200)

    assert recognised(only_page(paper(draw))) == ""


def test_a_long_paper_is_not_searched() -> None:
    pages = [lambda canvas: with_letterhead(canvas, letterhead())] * 13
    assert all(not recognised(page) for page in document(paper(*pages)).pages)


def test_nothing_drawn_has_no_rows() -> None:
    assert rows_of_shapes(None, A4, [], []) == []
