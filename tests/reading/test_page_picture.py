"""A page as a small picture for people."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from docverify.errors import UnreadableInput
from docverify.facts.source import SourceFile
from docverify.reading.page_picture import Drawer, paper_within
from tests.reading.papers import declaration, paper, picture_of, raw_pdf, source


def test_a_page_is_drawn_with_its_size_in_points() -> None:
    width, height, kind, content = Drawer(source(paper(declaration))).draw(1)
    assert (round(width), round(height)) == (595, 842)
    assert kind == "png"
    with Image.open(io.BytesIO(content)) as image:
        assert image.width == pytest.approx(595 * 96 / 72, abs=2)
        assert len(set(image.convert("L").tobytes())) > 1


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_the_file_has_not_is_refused(number: int) -> None:
    with pytest.raises(UnreadableInput, match="no such page"):
        Drawer(source(paper(declaration))).draw(number)


def test_a_frame_of_a_picture_file_is_a_page() -> None:
    buffer = io.BytesIO()
    picture_of(paper(declaration)).save(buffer, format="PNG")
    drawer = Drawer(source(buffer.getvalue(), "scan.png"))
    width, height, _, _ = drawer.draw(1)
    assert height == pytest.approx(842, abs=1)
    assert width < height
    with pytest.raises(UnreadableInput, match="no such page"):
        drawer.draw(2)


def test_a_cut_file_is_drawn_as_far_as_it_is_left() -> None:
    whole = raw_pdf("BT /F1 12 Tf 72 700 Td (Model) Tj ET")
    assert Drawer(source(whole[: whole.index(b"xref")])).draw(1)[0] == 595


def test_a_paper_inside_another_is_found_by_its_hash() -> None:
    inner = paper(declaration, declaration)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper(declaration))))
    writer.add_attachment("report.pdf", inner)
    buffer = io.BytesIO()
    writer.write(buffer)
    content = buffer.getvalue()
    wanted = SourceFile.of("x.pdf", inner).sha256
    assert paper_within(content, "x.pdf", wanted).content == inner
    assert paper_within(content, "x.pdf", SourceFile.of("x.pdf", content).sha256).content == content
    with pytest.raises(UnreadableInput, match="another content now"):
        paper_within(content, "x.pdf", "0" * 64)
