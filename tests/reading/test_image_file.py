"""A picture file as a paper: every frame is read or told as unread."""

import io

import pytest
from PIL import Image

from docverify.errors import UnreadableInput
from docverify.reading import picture
from docverify.reading.image_file import read_pictures
from docverify.reading.wishes import ReadLimits, Wishes
from tests.reading.papers import declaration, paper, picture_of, source


def tiff(*frames: Image.Image) -> bytes:
    buffer = io.BytesIO()
    frames[0].save(buffer, format="TIFF", save_all=True, append_images=list(frames[1:]))
    return buffer.getvalue()


SMALL = Image.new("L", (30, 40), "white")


def test_every_frame_is_a_page() -> None:
    read = read_pictures(source(tiff(picture_of(paper(declaration)), SMALL), "scan.tif"), Wishes())
    assert read.page_count == 2
    assert [page.number for page in read.pages] == [1, 2]
    assert "EVC-22S-W" in read.pages[0].text
    assert read.structure == {"page_count": 2, "picture": True}


def test_frames_beyond_what_is_looked_at_are_unread_and_never_silence() -> None:
    count = picture.MOST_FRAMES + 5
    read = read_pictures(source(tiff(*[SMALL] * count), "scan.tif"), Wishes(ocr=False))
    assert read.page_count == count
    assert read.unread[-1].page == picture.MOST_FRAMES + 1
    assert "pages 201 to 205" in read.unread[-1].reason


def test_a_picture_is_unread_where_recognition_is_off_and_beyond_the_limit() -> None:
    wishes = Wishes(ocr=False, limits=ReadLimits(pages=1))
    read = read_pictures(source(tiff(SMALL, SMALL), "scan.tif"), wishes)
    assert read.pages == ()
    assert ["switched off" in entry.reason for entry in read.unread] == [True, False]


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0junk"])
def test_what_cannot_be_decoded_is_refused_with_advice(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="ask for it as a PDF"):
        read_pictures(source(content, "scan.png"), Wishes())
