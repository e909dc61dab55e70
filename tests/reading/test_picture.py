"""Pages and image files as pixels, and the rules in them."""

import io
import math

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw

from docverify.errors import UnreadableInput
from docverify.reading.picture import MOST_PIXELS, Picture, frame_count, frames_of, rendered, rules_in
from tests.reading.papers import declaration, paper, source


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format="PNG")
    return buffer.getvalue()


def picture_with(draw: object) -> Picture:
    image = Image.new("RGB", (1240, 1754), "white")
    draw(ImageDraw.Draw(image))  # type: ignore[operator]
    (frame,) = frames_of(source(png(image), "page.png"))
    return frame


def test_an_image_of_the_shape_of_a_page_has_its_size_in_points() -> None:
    frame = picture_with(lambda pen: None)
    assert frame.size[1] == pytest.approx(841.89, abs=0.5)
    assert frame.size[0] == pytest.approx(595.2, abs=1)


def test_a_page_is_rendered_within_the_pixels_that_are_looked_at() -> None:
    pdf = pdfium.PdfDocument(paper(declaration, size=(4000, 4000)))
    drawn = rendered(pdf[0], 4000, 4000)
    assert drawn.pixels.shape[0] * drawn.pixels.shape[1] <= MOST_PIXELS * 1.01
    assert drawn.pixels.shape[2] == 3
    pdf.close()


def test_paper_is_blank_and_a_line_of_print_is_not() -> None:
    assert picture_with(lambda pen: None).is_blank
    assert not picture_with(lambda pen: pen.text((100, 100), "Model: EVC-22S-W", fill="black", font_size=40)).is_blank


def test_a_dark_paper_is_blank_too() -> None:
    assert picture_with(lambda pen: pen.rectangle((0, 0, 1240, 1754), fill="#333")).is_blank


def test_a_frame_is_found_as_four_rules_where_it_stands() -> None:
    frame = picture_with(lambda pen: pen.rectangle((200, 300, 1000, 900), outline="black", width=3))
    rules = rules_in(frame, skew=0.0)
    unit = 72 / frame.dpi
    flat = sorted(round(rule.y0 / unit) for rule in rules if not rule.is_upright)
    upright = sorted(round(rule.x0 / unit) for rule in rules if rule.is_upright)
    assert flat == pytest.approx([301, 899], abs=3)
    assert upright == pytest.approx([201, 999], abs=3)


def test_a_skewed_rule_is_level_once_it_is_turned_back() -> None:
    rise = 800 * math.tan(0.02)
    frame = picture_with(lambda pen: pen.line((200, 300, 1000, 300 + rise), fill="black", width=3))
    (rule,) = [rule for rule in rules_in(frame, skew=0.02) if not rule.is_upright]
    assert (rule.x1 - rule.x0) * frame.dpi / 72 == pytest.approx(800, abs=20)


def test_letters_are_no_rules() -> None:
    frame = picture_with(lambda pen: pen.text((100, 100), "HILT EFH", fill="black", font_size=30))
    assert rules_in(frame, skew=0.0) == ()


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(UnreadableInput, match="ask for a smaller one"):
        frames_of(source(png(Image.new("1", (9000, 9000))), "huge.png"))


def test_the_frames_of_what_is_no_picture_cannot_be_counted() -> None:
    with pytest.raises(UnreadableInput, match="cannot be decoded"):
        frame_count(source(b"not a picture", "x.png"))


def test_colours_are_blue_green_red() -> None:
    (frame,) = frames_of(source(png(Image.new("RGB", (10, 10), (255, 0, 0))), "red.png"))
    assert np.array_equal(frame.pixels[0, 0], [0, 0, 255])
