import io
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.constants import UserAccessPermissions
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from docverify.errors import UnreadableInput
from docverify.reading.catalogue import Catalogue
from tests.reading.papers import declaration, document, paper, raw_pdf
from tests.reading.test_signatures import signed


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def writer_of(content: bytes) -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(io.BytesIO(content)))


def test_embedded_files_are_named_and_a_pdf_among_them_is_told() -> None:
    writer = writer_of(paper(declaration))
    writer.add_attachment("notes.txt", b"hello")
    writer.add_attachment("report.pdf", paper(declaration, declaration))
    structure = document(written(writer)).structure
    assert structure["attachments"] == ["notes.txt", "report.pdf"]
    assert [entry["name"] for entry in structure["embedded_papers"]] == ["report.pdf"]


def test_a_file_pinned_to_a_page_is_an_attachment() -> None:
    writer = writer_of(paper(declaration))
    stream = DecodedStreamObject()
    stream.set_data(paper(declaration))
    note = FreeText(text="see file", rect=(50, 50, 100, 100))
    note[NameObject("/Subtype")] = NameObject("/FileAttachment")
    described = DictionaryObject({NameObject("/F"): TextStringObject("annex.pdf")})
    described[NameObject("/EF")] = DictionaryObject({NameObject("/F"): writer._add_object(stream)})
    note[NameObject("/FS")] = described
    writer.add_annotation(0, note)
    assert document(written(writer)).structure["attachments"] == ["annex.pdf"]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_what_an_encrypted_file_allows_is_told(algorithm: str) -> None:
    writer = writer_of(paper(declaration))
    writer.encrypt("", "owner", algorithm=algorithm, permissions_flag=UserAccessPermissions.PRINT)
    structure = document(written(writer)).structure
    assert structure["encrypted"] is True
    assert structure["permissions"]["print"] is True
    assert structure["permissions"]["modify"] is False


def test_a_signature_is_found_in_the_parent_field() -> None:
    content = raw_pdf(
        "BT /F1 12 Tf 100 700 Td (Model EVC-22S-W) Tj ET",
        page="/MediaBox[0 0 595 842]/Annots[7 0 R]",
        catalog="/AcroForm<</SigFlags 3/Fields[6 0 R]>>",
        objects=(
            "<</FT/Sig/T(Approver)/V 8 0 R/Kids[7 0 R]>>",
            "<</Type/Annot/Subtype/Widget/Parent 6 0 R/P 3 0 R/Rect[100 500 250 540]/F 4>>",
            "<</Type/Sig/SubFilter/adbe.pkcs7.detached/Name(Li Wei)/ByteRange[0 10 20 30]/Contents<00>>>",
        ),
    )
    found = document(content)
    (signature,) = found.structure["signatures"]
    assert (signature["field"], signature["signer"]) == ("Approver", "Li Wei")
    assert signature["changed_after"] is True
    assert [mark.kind for mark in found.pages[0].marks] == ["signature"]


def test_an_unsigned_signature_field_is_no_signature() -> None:
    content = raw_pdf(
        "BT /F1 12 Tf 100 700 Td (Model EVC-22S-W) Tj ET",
        page="/MediaBox[0 0 595 842]/Annots[6 0 R]",
        catalog="/AcroForm<</SigFlags 1/Fields[6 0 R]>>",
        objects=("<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/P 3 0 R/Rect[100 500 250 540]/F 4>>",),
    )
    found = document(content)
    assert found.structure["signatures"] == []
    assert found.pages[0].marks == ()


def test_a_signature_that_no_field_leads_to_leaves_it_undetermined_whether_the_file_was_changed() -> None:
    content = signed().replace(b"/AcroForm", b"/AcroGone")
    structure = document(content).structure
    assert structure["signatures"] == []
    assert structure["changed_after_signing"] == "undetermined"


def test_a_time_stamp_is_no_signature() -> None:
    content = signed().replace(b"/ETSI.CAdES.detached", b"/ETSI.RFC3161       ")
    structure = document(content).structure
    assert structure["signatures"] == []
    assert len(structure["timestamps"]) == 1


def dynamic_form(*, needs_rendering: bool, text: str) -> bytes:
    writer = writer_of(raw_pdf(f"BT /F1 12 Tf 100 700 Td ({text}) Tj ET"))
    stream = DecodedStreamObject()
    stream.set_data(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    parts = ArrayObject([TextStringObject("template"), writer._add_object(stream)])
    form = DictionaryObject({NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): parts})
    writer.root_object[NameObject("/AcroForm")] = form
    content = written(writer)
    return content.replace(b"/AcroForm", b"/NeedsRendering true /AcroForm") if needs_rendering else content


@pytest.mark.parametrize("needs_rendering", [True, False])
def test_a_dynamic_form_is_unread_with_advice(needs_rendering: bool) -> None:
    found = document(dynamic_form(needs_rendering=needs_rendering, text="Please wait... If this message is not"))
    assert found.pages == ()
    assert "dynamic form" in found.unread[0].reason
    assert found.structure["xfa"] is True


def test_a_static_form_with_xfa_beside_it_is_read() -> None:
    found = document(dynamic_form(needs_rendering=False, text="Declaration of conformity"))
    assert found.unread == ()
    assert found.pages[0].text.startswith("Declaration")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=12))
def test_a_malformed_structure_never_raises(at: int, damage: bytes) -> None:
    content = signed()
    at %= len(content)
    damaged = content[:at] + damage + content[at + len(damage) :]
    catalogue = Catalogue(damaged, None)
    catalogue.signatures(), catalogue.has_xfa(), catalogue.permissions(), catalogue.files()
    with suppress(UnreadableInput):
        document(damaged, ocr=False)


def test_two_embedded_papers_of_one_name_are_told_apart() -> None:
    writer = writer_of(paper(declaration))
    writer.add_attachment("report.pdf", paper(declaration, declaration))
    writer.add_attachment("report.pdf", paper(declaration, declaration, declaration))
    structure = document(written(writer)).structure
    assert [entry["name"] for entry in structure["embedded_papers"]] == ["report.pdf", "report (2).pdf"]
