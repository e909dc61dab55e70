"""What only a machine sees, what is struck out, and what the paper takes back in the same breath: never coverage."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

from docverify.classify import classify
from docverify.extraction.doubts import with_doubts
from docverify.extraction.extract import extract
from docverify.facts.document import Document
from docverify.facts.evidence import Origin
from docverify.facts.source import SourceFile
from docverify.reading.read import read

LINES = (
    "CERTIFICATE OF COMPLIANCE",
    "Certificate No.: X-1",
    "Model: EL11-T2S",
    "Standard: EN IEC 61851-1:2019",
    "Date of issue: 2026-01-02",
)
OTHER = "Model: EL22-T2S"


def in_white(sheet: Canvas) -> None:
    sheet.setFillColor(white)
    sheet.drawString(60, 100, OTHER)


def tiny(sheet: Canvas) -> None:
    sheet.setFont("Helvetica", 0.5)
    sheet.drawString(60, 100, OTHER)


def invisible(sheet: Canvas) -> None:
    text = sheet.beginText(60, 100)
    text.setTextRenderMode(3)
    text.textLine(OTHER)
    sheet.drawText(text)


def covered(sheet: Canvas) -> None:
    sheet.drawString(60, 100, OTHER)
    sheet.setFillColor(white)
    sheet.rect(50, 95, 200, 20, fill=1, stroke=0)


def struck(sheet: Canvas) -> None:
    sheet.drawString(60, 100, OTHER)
    sheet.line(60, 103.5, 150, 103.5)


def underlined(sheet: Canvas) -> None:
    sheet.drawString(60, 100, OTHER)
    sheet.line(60, 98.5, 150, 98.5)


def plain(sheet: Canvas) -> None:
    sheet.drawString(60, 100, OTHER)


def excluded(sheet: Canvas) -> None:
    plain(sheet)
    sheet.drawString(60, 60, "This document does not cover model EL22-T2S.")


def not_tested(sheet: Canvas) -> None:
    plain(sheet)
    sheet.drawString(60, 88, "(not tested)")


def not_applied(sheet: Canvas) -> None:
    sheet.drawString(60, 100, "Standard: EN IEC 61851-21-2:2021 (not applied)")


def withdrawn(sheet: Canvas) -> None:
    sheet.setFont("Helvetica", 40)
    sheet.drawString(100, 400, "WITHDRAWN")


def withdrawn_across(sheet: Canvas) -> None:
    sheet.setFont("Helvetica", 40)
    sheet.drawString(100, 725, "WITHDRAWN")


def withdrawn_slanted(sheet: Canvas) -> None:
    sheet.translate(200, 600)
    sheet.rotate(30)
    sheet.setFont("Helvetica", 40)
    sheet.drawString(0, 0, "WITHDRAWN")


def over_other_words(sheet: Canvas) -> None:
    sheet.drawString(60, 100, "Model: EL11-T2S")
    invisible(sheet)


def under_a_picture_of_other_words(sheet: Canvas) -> None:
    sheet.drawString(60, 100, OTHER)
    picture = Image.new("L", (400, 60), 255)
    ImageDraw.Draw(picture).text((10, 10), "Model: EL11-T2S", fill=0, font_size=40)
    sheet.drawInlineImage(picture, 55, 95, 110, 18)


def bold_by_printing_twice(sheet: Canvas) -> None:
    sheet.drawString(60, 100, OTHER)
    sheet.drawString(60.3, 100, OTHER)


def on_a_coloured_picture(sheet: Canvas) -> None:
    sheet.drawInlineImage(Image.new("RGB", (40, 10), (200, 220, 255)), 50, 95, 200, 20)
    sheet.drawString(60, 100, OTHER)


def compared(*rows: tuple[str, ...]) -> Callable[[Canvas], None]:
    """A table without rules that says of two models whether the paper holds for them."""

    def draw(sheet: Canvas) -> None:
        for number, row in enumerate(rows):
            for edge, text in zip((60, 140, 230, 320), row, strict=False):
                sheet.drawString(edge, 300 - 16 * number, text)

    return draw


def nothing(_sheet: Canvas) -> None:
    pass


def in_a_field(sheet: Canvas) -> None:
    sheet.drawString(60, 103, "Model:")
    sheet.acroForm.textfield(name="model", value="EL22-T2S", x=110, y=100, width=120, height=14, fontSize=9)


def note(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text=OTHER, rect=(60, 100, 200, 114)))


def paper(
    folder: Path, draw: Callable[[Canvas], None], laid_over: Callable[[PdfWriter], None] | None = None
) -> Document:
    path = folder / "paper.pdf"
    sheet = Canvas(str(path), invariant=1)
    sheet.setFont("Helvetica", 10)
    for number, line in enumerate(LINES):
        sheet.drawString(60, 780 - 20 * number, line)
    draw(sheet)
    sheet.save()
    if laid_over is not None:
        writer = PdfWriter(clone_from=path)
        laid_over(writer)
        writer.write(path)
    document = read(SourceFile.of("paper.pdf", path.read_bytes()))
    return with_doubts(extract(document, classify(document)[0]), document)


def models(document: Document) -> dict[str, bool]:
    """Each model, and whether a pass may rest on it."""
    return {entry.value.printed: entry.confidence >= 0.5 for entry in document.values("models")}


@pytest.mark.parametrize("draw", [in_white, tiny, invisible, covered, struck, under_a_picture_of_other_words])
def test_words_that_nobody_sees_or_that_are_struck_out_are_no_value(
    tmp_path: Path, draw: Callable[[Canvas], None]
) -> None:
    document = paper(tmp_path, draw)
    assert models(document) == {"EL11-T2S": True}
    assert [entry["quote"] for entry in document.marks["unseen"]] == ["EL22-T2S"]


@pytest.mark.parametrize("draw", [plain, underlined, bold_by_printing_twice, on_a_coloured_picture])
def test_words_that_are_seen_stay(tmp_path: Path, draw: Callable[[Canvas], None]) -> None:
    document = paper(tmp_path, draw)
    assert models(document) == {"EL11-T2S": True, "EL22-T2S": True}
    assert "unseen" not in document.marks


def test_invisible_words_over_other_words_are_no_value(tmp_path: Path) -> None:
    document = paper(tmp_path, over_other_words)
    assert models(document).get("EL22-T2S", False) is False
    assert document.marks["unseen"]


@pytest.mark.parametrize("draw", [excluded, not_tested])
def test_a_model_that_the_paper_takes_back_carries_no_pass(tmp_path: Path, draw: Callable[[Canvas], None]) -> None:
    assert models(paper(tmp_path, draw)) == {"EL11-T2S": True, "EL22-T2S": False}


def test_a_standard_that_was_not_applied_carries_no_pass(tmp_path: Path) -> None:
    standards = {e.value.designation: e.confidence >= 0.5 for e in paper(tmp_path, not_applied).values("standards")}
    assert standards == {"EN IEC 61851-1": True, "EN IEC 61851-21-2": False}


@pytest.mark.parametrize("draw", [withdrawn, withdrawn_across, withdrawn_slanted])
def test_a_stamp_over_the_paper_is_marked_with_its_place(tmp_path: Path, draw: Callable[[Canvas], None]) -> None:
    stamped = paper(tmp_path, draw).marks["stamped"]
    assert [(entry["word"], entry["page"]) for entry in stamped] == [("WITHDRAWN", 1)]


def test_a_model_in_a_note_laid_over_the_paper_carries_no_pass(tmp_path: Path) -> None:
    document = paper(tmp_path, nothing, note)
    assert models(document) == {"EL11-T2S": True, "EL22-T2S": False}
    assert [entry["quote"] for entry in document.marks["laid_over"]] == ["EL22-T2S"]
    assert {entry.origin for entry in document.values("models")} == {Origin.TEXT, Origin.FORM}


def test_a_model_in_a_form_field_of_a_certificate_carries_no_pass(tmp_path: Path) -> None:
    document = paper(tmp_path, in_a_field)
    assert models(document) == {"EL11-T2S": True, "EL22-T2S": False}
    assert [entry["quote"] for entry in document.marks["laid_over"]] == ["EL22-T2S"]


TWO = ("Model:", "EL11-T2S", "EL22-T2S")


@pytest.mark.parametrize(
    ("rows", "holds"),
    [
        ((TWO, ("Tested:", "Yes", "No")), False),
        ((TWO, ("Rated current", "16 A", "32 A"), ("Covered", "Yes", "-")), False),
        ((TWO, ("In scope", "Ja", "Nein")), False),
        ((("Model", "Covered"), ("EL11-T2S", "Yes"), ("EL22-T2S", "No")), False),
        ((("Model", "Tested", "Not tested"), ("EL11-T2S", "x", ""), ("EL22-T2S", "", "x")), False),
        ((TWO, ("Tested:", "Yes", "Yes")), True),
        ((("Model", "Covered"), ("EL11-T2S", "Yes"), ("EL22-T2S", "Yes")), True),
        ((TWO, ("Tested:", "2026-01-02", "2026-01-03")), True),
    ],
)
def test_a_model_of_which_a_comparison_says_no_carries_no_pass(
    tmp_path: Path,
    rows: tuple[tuple[str, ...], ...],
    holds: bool,
) -> None:
    document = paper(tmp_path, compared(*rows))
    assert models(document).get("EL22-T2S", False) is holds or (holds and "EL22-T2S" not in models(document))
    assert models(document)["EL11-T2S"] or "Not tested" in rows[0]  # the words stand near both
