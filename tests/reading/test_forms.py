"""Words typed into forms and notes."""

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from docverify.facts.evidence import Origin
from docverify.reading.forms import FormField, fields_of, marks_of, pieces_of
from docverify.reading.text_layer import TextLayer
from tests.reading.papers import paper, raw_pdf


def fields(content: bytes) -> list[tuple[str, str, str]]:
    pdf = pdfium.PdfDocument(content)
    try:
        pdf.init_forms()
        page = TextLayer(pdf).page(1)
        return [(field.name, field.type, field.value) for field in fields_of(page, pdf.formenv)]
    finally:
        pdf.close()


def form(canvas: Canvas) -> None:
    canvas.acroForm.textfield(name="model", value="EVC-22S-W", x=72, y=700, width=200, height=20)
    canvas.acroForm.textfield(name="empty", value="", x=72, y=670, width=200, height=20)
    canvas.acroForm.checkbox(name="yes", checked=True, x=72, y=640)
    canvas.acroForm.checkbox(name="no", checked=False, x=72, y=610)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_filled_fields_are_read_and_empty_and_unticked_ones_are_not() -> None:
    found = fields(paper(form))
    assert [entry[:2] for entry in found] == [("model", "text"), ("yes", "checkbox")]
    assert found[0][2] == "EVC-22S-W"


def note(flags: str = "") -> bytes:
    annotation = f"<</Type/Annot/Subtype/FreeText/Rect[72 700 272 730]/Contents(not for sale)/DA(/F1 12 Tf){flags}>>"
    return raw_pdf("", page="/MediaBox[0 0 595 842]/Annots[6 0 R]", objects=(annotation,))


def test_a_note_laid_over_the_page_is_read_and_a_hidden_one_is_not() -> None:
    assert fields(note()) == [("", "note", "not for sale")]
    assert fields(note("/F 2")) == []


def test_a_signed_field_is_a_mark_and_has_no_words() -> None:
    signed = FormField("sign", "signature", "signed", (72.0, 100.0, 172.0, 130.0))
    assert [mark.kind for mark in marks_of((signed, FormField("x", "text", "y", (0.0, 0.0, 1.0, 1.0))))] == [
        "signature"
    ]
    assert pieces_of(signed) == []


def test_the_lines_of_a_value_share_its_box() -> None:
    pieces = pieces_of(FormField("a", "text", "first line\r\nsecond", (0.0, 0.0, 200.0, 40.0)))
    assert [piece.word.text for piece in pieces] == ["first", "line", "second"]
    assert [piece.word.box[1] for piece in pieces] == [0.0, 0.0, 20.0]


def test_a_note_is_trusted_less_than_a_field() -> None:
    box = (0.0, 0.0, 100.0, 20.0)
    (noted,), (typed,) = pieces_of(FormField("", "note", "x", box)), pieces_of(FormField("", "text", "x", box))
    assert noted.word.confidence < typed.word.confidence == 1.0


@given(st.text(st.characters(categories=("L", "N", "P", "S"), include_characters=" \n"), max_size=60))
def test_every_word_of_a_value_has_a_box_inside_the_field(value: str) -> None:
    pieces = pieces_of(FormField("a", "text", value, (10.0, 20.0, 210.0, 60.0)))
    assert [piece.word.text for piece in pieces] == value.split()
    for piece in pieces:
        assert piece.word.origin is Origin.FORM
        assert 10.0 <= piece.word.box[0] < piece.word.box[2] <= 210.001
        assert len(piece.chars) == len(piece.word.text)
