"""Marks on a born-digital page: a company's stamp is told from a drawn signature."""

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from tests.reading.papers import Draw, only_page, paper


def kinds(draw: Draw) -> list[str]:
    return [mark.kind for mark in only_page(paper(draw), ocr=False).marks]


def round_stamp(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "Signature:")
    canvas.setStrokeColorRGB(0.8, 0, 0)
    canvas.setLineWidth(1.5)
    canvas.circle(150, 250, 34)
    canvas.setFont("Helvetica", 7)
    canvas.drawCentredString(150, 248, "NANTAI POWER")


def picture_of_a_stamp(canvas: Canvas) -> None:
    picture = Image.new("RGB", (300, 300), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((8, 8, 292, 292), outline="red", width=8)
    pen.text((70, 130), "NANTAI POWER", fill="red", font_size=24)
    canvas.drawString(72, 300, "Signature:")
    canvas.drawInlineImage(picture, 120, 210, 72, 72)


def framed_stamp(canvas: Canvas) -> None:
    picture = Image.new("RGB", (400, 160), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((4, 4, 395, 155), outline="blue", width=6)
    pen.text((60, 60), "APPROVED 2026", fill="blue", font_size=36)
    canvas.drawString(72, 300, "Signature:")
    canvas.drawInlineImage(picture, 120, 220, 110, 44)


def picture_of_a_signature(canvas: Canvas) -> None:
    picture = Image.new("RGB", (400, 160), "white")
    points = [(20, 120), (60, 30), (90, 130), (130, 60), (170, 120), (230, 40), (260, 110), (330, 70), (385, 90)]
    ImageDraw.Draw(picture).line(points, fill="navy", width=5, joint="curve")
    canvas.drawString(72, 300, "Signature:")
    canvas.drawInlineImage(picture, 120, 220, 110, 44)


def test_a_stamp_is_told_from_a_signature() -> None:
    assert kinds(round_stamp) == ["stamp"]
    assert kinds(picture_of_a_stamp) == ["stamp"]
    assert kinds(framed_stamp) == ["stamp"]
    assert kinds(picture_of_a_signature) == ["picture"]
