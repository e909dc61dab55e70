import io

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.errors import UnreadableInput
from docverify.facts.evidence import Origin
from docverify.reading.read import ReadLimits
from tests.reading.papers import declaration, document, only_page, paper, picture_of, raw_pdf, scan


def encrypted(content: bytes, *, user: str, owner: str = "owner") -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(content)))
    writer.encrypt(user, owner, algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_file_with_an_unknown_password_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableInput, match="password; ask the supplier for a copy without"):
        document(encrypted(paper(declaration), user="secret"))


def test_a_known_password_opens_the_file() -> None:
    found = document(encrypted(paper(declaration), user="secret"), password="secret")
    assert "EVC-22S-W" in found.pages[0].text
    assert found.structure["encrypted"] is True


def test_a_file_that_only_forbids_changes_is_read() -> None:
    assert "EVC-22S-W" in document(encrypted(paper(declaration), user="")).pages[0].text


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\ngarbage " * 50])
def test_a_file_damaged_beyond_opening_is_refused_with_advice(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="paper.pdf: damaged or truncated"):
        document(content)


def test_what_is_neither_pdf_nor_picture_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="cannot be decoded"):
        document(b"hello, this is no paper at all")


def test_a_truncated_file_gives_what_is_left_and_says_what_is_not() -> None:
    content = paper(*[declaration] * 20)
    found = document(content[: len(content) * 2 // 3])
    assert found.page_count == len(found.pages) + len(found.unread)
    assert any("EVC-22S-W" in page.text for page in found.pages)


def test_pages_beyond_the_limit_are_unread_with_the_reason() -> None:
    found = document(paper(*[declaration] * 5), limits=ReadLimits(pages=3))
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert [(entry.page, entry.reason) for entry in found.unread] == [
        (4, "pages 4 to 5: only the first 3 pages of a file are read"),
    ]


def test_a_page_known_to_break_the_reader_is_left_out_with_the_reason() -> None:
    found = document(paper(declaration, declaration), skip={1: "reading this page took longer than 90 s"})
    assert [page.number for page in found.pages] == [2]
    assert found.unread[0].reason == "reading this page took longer than 90 s"


def test_a_picture_without_recognition_is_unread_never_silence() -> None:
    found = document(scan(picture_of(paper(declaration))), ocr=False)
    assert found.pages == ()
    assert "text recognition is switched off" in found.unread[0].reason


def test_scrambled_fonts_are_not_taken_for_text() -> None:
    scrambled = "Wklv lv vrph whaw wkdw zdv vfudpeohg eb vkliwlqj hyhub ohwwhu dqg pdnhv qr vhqvh dw doo " * 6
    lines = " ".join(f"(({scrambled[n : n + 60]}) Tj 0 -20 Td" for n in range(0, 480, 60)).replace("((", "(")
    found = document(raw_pdf(f"BT /F1 12 Tf 50 700 Td {lines} ET"), ocr=False)
    assert found.pages == ()
    assert found.unread[0].reason.startswith("the fonts' letters are scrambled")


def test_private_characters_are_not_taken_for_text() -> None:
    cmap = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange " + (
        "1 beginbfrange <20> <7e> <e020> endbfrange endcmap end"
    )
    objects = (f"<</Length {len(cmap)}>>\nstream\n{cmap}\nendstream",)
    content = raw_pdf("BT /F1 12 Tf 50 700 Td (This paper has no letters at all) Tj ET", objects=objects)
    content = content.replace(b"/Encoding/WinAnsiEncoding", b"/ToUnicode 6 0 R         ")
    found = document(content, ocr=False)
    assert [entry.reason for entry in found.unread] == [
        "the text is encoded so that no one can read it, and text recognition is switched off"
    ]


def test_form_values_are_words_of_the_page_with_their_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 705, "Model:")
        canvas.acroForm.textfield(name="model", value="EVC-22S-W", x=150, y=700, width=200, height=16, forceBorder=True)
        canvas.acroForm.checkbox(name="red", checked=True, x=60, y=650, size=14)

    found = document(paper(draw))
    page = found.pages[0]
    value = next(word for word in page.words if word.text == "EVC-22S-W")
    assert value.origin is Origin.FORM
    assert value.box[0] == pytest.approx(150, abs=3)
    assert value.box[1] == pytest.approx(A4[1] - 716, abs=3)
    assert "Model:\tEVC-22S-W" in page.text
    assert {(field["name"], field["value"]) for field in found.structure["form"]} == {
        ("model", "EVC-22S-W"),
        ("red", "☒"),
    }


def test_metadata_attachments_and_updates_are_told() -> None:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(paper(declaration))))
    writer.add_metadata({"/Title": "Declaration", "/Author": "Nantai"})
    writer.add_attachment("report.txt", b"hello")
    buffer = io.BytesIO()
    writer.write(buffer)
    structure = document(buffer.getvalue()).structure
    assert structure["metadata"]["title"] == "Declaration"
    assert structure["attachments"] == ["report.txt"]
    assert structure["encrypted"] is False
    assert structure["updates"] == 0


def test_pictures_and_strokes_are_marks() -> None:
    image = picture_of(paper(declaration)).resize((60, 30))

    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Signed for and on behalf of Nantai")
        canvas.drawInlineImage(image, 300, 600, 120, 50)
        path = canvas.beginPath()
        path.moveTo(80, 500)
        for step in range(6):
            path.curveTo(90 + 20 * step, 530, 95 + 20 * step, 480, 100 + 20 * step, 505)
        canvas.drawPath(path)
        canvas.line(60, 450, 300, 450)

    marks = only_page(paper(draw)).marks
    assert [mark.kind for mark in marks] == ["picture", "ink"]
    assert marks[0].box == pytest.approx((300, A4[1] - 650, 420, A4[1] - 600), abs=1)
    assert marks[1].box[0] == pytest.approx(80, abs=5)
