import re

from docverify.reading.structure import updates_in
from tests.reading.papers import declaration, document, paper, raw_pdf

WIDTH = 60


def signed() -> bytes:
    """A PDF with a signature dictionary whose byte range covers the whole file but the signature itself."""
    content = raw_pdf(
        "BT /F1 12 Tf 100 700 Td (Model EVC-22S-W) Tj ET",
        page="/MediaBox[0 0 595 842]/Annots[6 0 R]",
        catalog="/AcroForm<</SigFlags 3/Fields[6 0 R]>>",
        objects=(
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V 7 0 R/P 3 0 R/Rect[100 500 250 540]/F 4>>",
            "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name(Li Wei)/Reason(Approval)"
            "/M(D:20260314090000+08'00')/ByteRange[0 0000000000 0000000000 0000000000]/Contents<" + "0" * WIDTH + ">>>",
        ),
    )
    start = content.index(b"/Contents<") + len(b"/Contents")
    end = start + WIDTH + 2
    numbers = b"/ByteRange[0 %010d %010d %010d]" % (start, end, len(content) - end)
    return re.sub(rb"/ByteRange\[0 \d{10} \d{10} \d{10}\]", numbers, content)


def updated(content: bytes, text: str) -> bytes:
    """The file with a later revision in which the page shows that text."""
    stream = f"BT /F1 12 Tf 100 700 Td ({text}) Tj ET".encode()
    body = b"4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    previous = content.rindex(b"startxref")
    table = content[previous:].split()[1]
    offset = len(content)
    xref = offset + len(body)
    return (
        content
        + body
        + (
            b"xref\n4 1\n%010d 00000 n \ntrailer<</Size 8/Root 1 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
            % (offset, table, xref)
        )
    )


def test_a_signature_over_the_whole_file_leaves_nothing_changed() -> None:
    found = document(signed())
    (signature,) = found.structure["signatures"]
    assert signature["changed_after"] is False
    assert signature["reason"] == "Approval"
    assert signature["format"] == "ETSI.CAdES.detached"
    assert signature["signer"] == "Li Wei"
    assert signature["time"] == "D:20260314090000+08'00'"
    assert found.structure["updates"] == 0


def test_a_page_changed_after_signing_is_told() -> None:
    found = document(updated(signed(), "Model EVC-44S-W"))
    (signature,) = found.structure["signatures"]
    assert "EVC-44S-W" in found.pages[0].text
    assert signature["changed_after"] is True
    assert signature["changed_pages"] == [1]
    assert found.structure["updates"] == 1


def test_an_addition_that_changes_no_page_is_told_from_one_that_does() -> None:
    (signature,) = document(updated(signed(), "Model EVC-22S-W")).structure["signatures"]
    assert signature["changed_after"] is True
    assert signature["changed_pages"] == []


def test_an_unsigned_file_has_no_signatures() -> None:
    assert document(paper(declaration)).structure["signatures"] == []


def test_the_empty_section_at_the_end_of_a_word_file_is_no_update() -> None:
    assert updates_in(b"%PDF-1.7 x %%EOF\r\nxref\r\n0 0\r\ntrailer\r\n<<>>\r\nstartxref\r\n1\r\n%%EOF") == 0


def test_a_signed_field_is_a_mark() -> None:
    kinds = [mark.kind for mark in document(signed()).pages[0].marks]
    assert kinds == ["signature"]
