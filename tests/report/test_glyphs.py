"""What the fonts of a report cannot draw is shown as its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.report.glyphs import drawable, font_files, font_folders, has_glyph, needs_second


@pytest.mark.parametrize("character", ["A", "ß", "Ω", "я", "€", "测", "。"])
def test_letters_of_papers_can_be_drawn(character: str) -> None:
    assert has_glyph(ord(character))
    assert drawable(character) == character


def test_what_no_font_has_is_its_number() -> None:
    assert drawable("ok \U0001f600") == "ok [U+1F600]"
    assert drawable("\ue000") == "[U+E000]"


def test_chinese_needs_the_second_font_and_latin_does_not() -> None:
    assert needs_second("测")
    assert not needs_second("ß")
    assert not needs_second("A")


def test_the_fonts_are_files_in_the_folders_that_are_named() -> None:
    assert all(path.is_file() for path in font_files())
    assert {path.parent for path in font_files()} == set(font_folders())


@given(st.text(max_size=40))
def test_every_character_of_a_drawable_text_is_in_a_font(text: str) -> None:
    assert all(c.isascii() or has_glyph(ord(c)) for c in drawable(text))
