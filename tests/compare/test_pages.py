"""Real pages have prints: the same words in another layout are the same page, one other word is another page."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from docverify.compare.compare import compare
from docverify.compare.pages import page_pairs, prints
from docverify.facts.document import Document
from docverify.facts.source import SourceFile
from docverify.worker.pool import read_all

PAGES = (
    ("EMC TEST REPORT", "Report No. R-100", "Date of issue: 2026-03-02", "Model: EVC-22S-W"),
    ("Test results", "Conducted emission: pass", "Radiated emission: pass"),
    ("Photographs of the sample", "Figure 1: front view"),
)


def document(
    folder: Path, name: str, *, order: tuple[int, ...] = (0, 1, 2), left: int = 60, word: str = "front"
) -> Document:
    path = folder / f"{name}.pdf"
    sheet = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    for number in order:
        for line, text in enumerate(PAGES[number]):
            sheet.drawString(left, 780 - 22 * line, text.replace("front", word))
        sheet.showPage()
    sheet.save()
    (found, *_), _ = read_all([SourceFile.of("report.pdf", path.read_bytes())])
    return found


def test_a_page_has_one_print_wherever_its_words_stand(tmp_path: Path) -> None:
    first, second = document(tmp_path, "a"), document(tmp_path, "b", left=75)
    assert first.sha256 != second.sha256
    assert len(prints(first)) == 3
    assert prints(first) == prints(second)
    assert compare([first], [second]).changes == ()


def test_pages_that_were_swapped_are_told_with_their_places(tmp_path: Path) -> None:
    (change,) = compare([document(tmp_path, "a")], [document(tmp_path, "b", order=(0, 2, 1))]).changes
    assert change.new == "p. 2 is now p. 3, p. 3 is now p. 2"
    assert change.severity.value == "blocker"
    assert "kept its number and date but has its pages in another order" in change.message
    pairs = page_pairs(document(tmp_path, "a"), document(tmp_path, "b", order=(0, 2, 1)))
    assert [(pair.old, pair.new, pair.same) for pair in pairs] == [(1, 1, True), (3, 2, True), (2, 3, True)]


def test_one_word_on_one_page_is_told_with_the_page(tmp_path: Path) -> None:
    first, second = document(tmp_path, "a"), document(tmp_path, "b", word="rear")
    assert [pair.same for pair in page_pairs(first, second)] == [True, True, False]
    (change,) = compare([first], [second]).changes
    assert change.new == "p. 3 says something else"
