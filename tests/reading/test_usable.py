"""Whether a page's own text can be trusted."""

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.reading.usable import Quality, judge
from tests.reading.papers import Draw, declaration, opened, paper

SENTENCE = "The declaration is issued under the sole responsibility of the manufacturer named above. "


def quality(draw: Draw) -> Quality:
    with opened(paper(draw)) as page:
        return judge(page).quality


def prose(canvas: Canvas, text: str = SENTENCE, *, lines: int = 12, mode: int = 0) -> None:
    body = canvas.beginText(40, 780)
    body.setFont("Helvetica", 10)
    body.setTextRenderMode(mode)
    for _ in range(lines):
        body.textLine(text)
    canvas.drawText(body)


def photograph(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("L", (40, 60), 180), 0, 0, A4[0], A4[1])


def over_photograph(*, lines: int, mode: int, text: str = SENTENCE) -> Draw:
    def draw(canvas: Canvas) -> None:
        photograph(canvas)
        prose(canvas, text, lines=lines, mode=mode)

    return draw


def test_printed_text_is_usable() -> None:
    assert quality(declaration) is Quality.USABLE
    assert quality(prose) is Quality.USABLE


def test_a_page_without_text_is_empty_or_a_picture() -> None:
    assert quality(lambda canvas: None) is Quality.EMPTY
    assert quality(photograph) is Quality.PICTURE


def test_a_scan_with_a_stamped_header_is_mixed_and_a_brochure_over_a_picture_is_usable() -> None:
    assert quality(over_photograph(lines=1, mode=0)) is Quality.MIXED
    assert quality(over_photograph(lines=12, mode=0)) is Quality.USABLE


def test_an_invisible_layer_over_a_scan_is_hidden_where_it_is_words_and_garbage_where_it_is_scraps() -> None:
    assert quality(over_photograph(lines=12, mode=3)) is Quality.HIDDEN
    assert quality(over_photograph(lines=12, mode=3, text="~ | a ;. i ' x _ % j ^ l . e > - w * o")) is Quality.GARBAGE


def test_letters_in_an_order_of_no_language_are_garbage() -> None:
    shifted = "".join(chr((ord(c) - 97 + 11) % 26 + 97) if c.islower() else c for c in SENTENCE)
    assert quality(lambda canvas: prose(canvas, shifted)) is Quality.GARBAGE


def test_a_reason_is_given_where_the_text_is_not_used() -> None:
    with opened(paper(photograph)) as page:
        assert judge(page).reason == "the page has no text of its own"
