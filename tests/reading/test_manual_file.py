"""A manual's file: its fonts, page sizes, bookmarks and logos."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4, A5
from reportlab.pdfgen.canvas import Canvas

from docverify.errors import UnreadableInput
from docverify.reading.manual_file import SAME_PICTURE, file_facts, fonts_of, hash_of_file, picture_hash
from tests.reading.papers import declaration, paper, raw_pdf


def logo(text: str = "N", size: int = 200) -> Image.Image:
    image = Image.new("RGB", (size, size), "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((size * 0.1, size * 0.1, size * 0.6, size * 0.9), fill="navy")
    pen.text((size * 0.5, size * 0.3), text, fill="red", font_size=size * 0.5)
    return image


def test_sizes_are_upright_millimetres_with_how_many_pages_have_them() -> None:
    def small(canvas: Canvas) -> None:
        canvas.setPageSize((A5[1], A5[0]))

    facts = file_facts(paper(declaration, declaration, small), "manual.pdf")
    assert facts["page_sizes"] == [
        {"mm": [210, 297], "pages": 2, "first": 1},
        {"mm": [148, 210], "pages": 1, "first": 3},
    ]
    assert facts["logos"] == []


def test_bookmarks_are_told_with_level_and_page() -> None:
    def titled(canvas: Canvas) -> None:
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry("Safety", "a", level=0)

    assert file_facts(paper(titled), "m.pdf")["bookmarks"] == [{"title": "Safety", "level": 0, "page": 1}]


def test_the_fourteen_fonts_of_every_viewer_need_not_be_embedded() -> None:
    assert fonts_of(paper(declaration)) == {"fonts": "read", "fonts_not_embedded": []}


def test_another_font_that_the_file_does_not_hold_is_told_with_its_first_page() -> None:
    content = raw_pdf("BT /F1 9 Tf (x) Tj ET").replace(b"/BaseFont/Helvetica", b"/BaseFont/Frutiger1")
    assert fonts_of(content)["fonts_not_embedded"] == [{"font": "Frutiger1", "page": 1}]


def test_fonts_of_what_cannot_be_looked_into_are_undetermined() -> None:
    assert fonts_of(b"%PDF-1.7 nonsense")["fonts"] == "undetermined"


def test_a_logo_is_found_in_another_size_and_another_picture_is_not() -> None:
    def with_logo(canvas: Canvas) -> None:
        canvas.drawInlineImage(logo(size=400), 72, 700, 60, 60)

    wanted = picture_hash(logo())
    (found,) = file_facts(paper(with_logo), "m.pdf", logos=[wanted])["logos"]
    assert found["page"] == 1
    assert found["boxes"][0] == pytest.approx([72, A4[1] - 760, 132, A4[1] - 700], abs=0.5)
    other = picture_hash(Image.effect_noise((64, 64), 90))
    assert file_facts(paper(with_logo), "m.pdf", logos=[other])["logos"] == []


def test_one_picture_in_two_sizes_has_nearly_one_hash(tmp_path: Path) -> None:
    assert (picture_hash(logo(size=100)) ^ picture_hash(logo(size=500))).bit_count() <= SAME_PICTURE
    buffer = io.BytesIO()
    logo().save(buffer, format="PNG")
    assert hash_of_file(buffer.getvalue(), "logo.png") == picture_hash(logo())


def test_a_logo_that_is_no_picture_is_refused_with_what_to_give() -> None:
    with pytest.raises(UnreadableInput, match="PNG or JPEG"):
        hash_of_file(b"<svg/>", "logo.svg")
