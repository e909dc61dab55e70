"""Pages drawn by a child process: what vanished, changed, breaks or hangs costs its picture and says why."""

import io
from pathlib import Path

from PIL import Image
from pypdf import PdfWriter

from docverify.facts.source import SourceFile
from docverify.report.pictures import Pictures, Wanted
from docverify.worker.drawing import CHANGED, TOO_MUCH, VANISHED, draw_pages

PAPERS = Path(__file__).parents[2] / "corpus" / "packs" / "demo" / "papers"


def source(name: str) -> SourceFile:
    return SourceFile.of(f"papers/{name}", (PAPERS / name).read_bytes())


DECLARATION, MANUAL = source("01_declaration.pdf"), source("07_manual.pdf")


def wanted(of: SourceFile, page: int = 1, rank: int = 0) -> Wanted:
    return Wanted(of.sha256, of.path, page, rank)


def shows_the_declaration(drawn: Pictures) -> bool:
    """Whether its first page was drawn: an A4 page that is not blank."""
    picture = drawn.of(DECLARATION.sha256, 1)
    if picture is None:
        return False
    with Image.open(io.BytesIO(picture.content)) as image:
        colours = image.convert("L").getcolors()
    return (round(picture.width), round(picture.height)) == (595, 842) and colours is not None and len(colours) > 2


def test_a_page_is_drawn_with_its_size_in_points() -> None:
    drawn = draw_pages([wanted(DECLARATION), wanted(MANUAL, 5)], [DECLARATION, MANUAL])
    picture = drawn.of(DECLARATION.sha256, 1)
    assert picture is not None and picture.content.startswith(b"\x89PNG")
    assert 595 <= picture.width <= 596 and 841 <= picture.height <= 843
    assert drawn.missing == {}


def test_a_paper_that_vanished_or_changed_is_told() -> None:
    changed = SourceFile.of(MANUAL.path, DECLARATION.content)
    drawn = draw_pages([wanted(DECLARATION), wanted(MANUAL)], [changed])
    assert shows_the_declaration(drawn)
    assert drawn.why_not(MANUAL.sha256, 1) == CHANGED
    assert draw_pages([wanted(MANUAL)], []).why_not(MANUAL.sha256, 1) == VANISHED


def test_a_page_that_is_not_there_costs_only_itself() -> None:
    drawn = draw_pages([wanted(DECLARATION, 99), wanted(DECLARATION, 1, 1)], [DECLARATION])
    assert "no such page" in drawn.why_not(DECLARATION.sha256, 99)
    assert shows_the_declaration(drawn)


def test_a_file_that_cannot_be_opened_is_told() -> None:
    broken = SourceFile.of("papers/x.pdf", b"%PDF-1.7 nothing of a PDF")
    drawn = draw_pages([wanted(broken), wanted(DECLARATION, 1, 1)], [broken, DECLARATION])
    assert "cannot be opened" in drawn.why_not(broken.sha256, 1)
    assert shows_the_declaration(drawn)


def test_what_goes_beyond_the_bytes_allowed_is_left_out_by_rank() -> None:
    drawn = draw_pages([wanted(DECLARATION), wanted(MANUAL, 1, 5)], [DECLARATION, MANUAL], most_bytes=1)
    assert shows_the_declaration(drawn)
    assert drawn.why_not(MANUAL.sha256, 1) == TOO_MUCH


def test_a_paper_inside_a_pdf_is_found_by_its_hash() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(MANUAL.content))
    writer.add_attachment("inner.pdf", DECLARATION.content)
    stream = io.BytesIO()
    writer.write(stream)
    outer = SourceFile.of("papers/outer.pdf", stream.getvalue())
    inner = Wanted(DECLARATION.sha256, "papers/outer.pdf/inner.pdf", 1, 0)
    assert shows_the_declaration(draw_pages([inner], [outer]))
