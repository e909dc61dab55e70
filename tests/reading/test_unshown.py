"""What a manual's file says beside its pages is found as it lies in the bytes."""

import io
import zipfile
import zlib

from docx import Document as word_document
from hypothesis import given
from hypothesis import strategies as st

from docverify.reading.unshown import unshown


def texts(content: bytes, path: str) -> list[str]:
    return [entry.text for entry in unshown(content, path)]


def test_the_file_name_is_said() -> None:
    assert texts(b"text", "manuals/nantai-evc22.txt")[0] == "nantai-evc22"


def test_a_comment_of_a_source_is_told_with_its_line() -> None:
    found = [entry for entry in unshown(b"# Title\n\n<!-- from Nantai -->\n", "x.md") if "Nantai" in entry.text]
    assert [(entry.line, entry.where) for entry in found] == [(3, "the source")]


def test_signs_written_as_numbers_are_read() -> None:
    assert "Nantai and nantai.com" in texts(b"N&#97;ntai and n%61ntai.com", "x.html")


def pdf(*objects: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\ntrailer\n<< >>\n"


def test_strings_of_a_pdf_are_read_in_every_way_of_writing_them() -> None:
    plain = pdf(
        rb"1 0 obj << /Contents (by Nantai) >> endobj",
        rb"2 0 obj << /Contents (\116antai two) >> endobj",
        b"3 0 obj << /Title <" + "Nantai three".encode("utf-16").hex().encode() + b"> >> endobj",
        rb"4 0 obj << /FontName /ABCDEF+Nant#61iSans >> endobj",
    )
    found = "\n".join(texts(plain, "x.pdf")).split("\n")
    assert {"by Nantai", "Nantai two", "Nantai three", "ABCDEF+NantaiSans"} <= set(found)


def test_objects_packed_into_a_stream_and_metadata_are_read() -> None:
    packed = zlib.compress(b"<< /Contents (packed Nantai) >>")
    told = b"<x:xmpmeta>Nantai (tool)</x:xmpmeta>"
    content = pdf(
        b"1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n" + packed + b"\nendstream endobj",
        b"2 0 obj << /Type /Metadata >> stream\n" + told + b"\nendstream endobj",
    )
    found = texts(content, "x.pdf")
    assert any("packed Nantai" in text for text in found)
    assert any("Nantai tool" in text for text in found)


def test_comments_headers_and_deleted_text_of_a_word_file_are_read() -> None:
    word = word_document()
    word.add_paragraph("Manual")
    word.sections[0].header.paragraphs[0].text = "Header of Nantai"
    word.core_properties.author = "Author of Nantai"
    held = io.BytesIO()
    word.save(held)
    found = texts(held.getvalue(), "x.docx")
    assert any("Header of Nantai" in text for text in found)
    assert any("Author of Nantai" in text for text in found)
    assert not any(text.strip() == "Manual" for text in found[1:])


@given(st.binary(max_size=300), st.sampled_from(["x.pdf", "x.docx", "x.md", "x.html"]))
def test_bytes_of_any_kind_are_looked_through_without_an_error(content: bytes, path: str) -> None:
    assert texts(b"stream\n" + content + b"endstream(\\", path)


def test_a_damaged_archive_says_nothing() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<w:t>x</w:t>")
    assert texts(held.getvalue()[:-10], "x.docx") == ["x"]
