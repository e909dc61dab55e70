"""What a PDF's catalogue says: every question has an answer."""

import io

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from docverify.reading.catalogue import MOST_FILES, Catalogue
from tests.reading.papers import declaration, paper, raw_pdf


def with_files(*names: str, content: bytes = b"%PDF-1.7 x") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper(declaration))))
    for name in names:
        writer.add_attachment(name, content)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_plain_file_has_nothing_to_tell() -> None:
    catalogue = Catalogue(paper(declaration), None)
    assert catalogue.signatures() == ()
    assert catalogue.files() == ()
    assert catalogue.permissions() is None
    assert not catalogue.has_xfa()
    assert catalogue.problem == ""


def test_an_embedded_file_is_a_pdf_by_its_bytes_and_not_by_its_name() -> None:
    files = Catalogue(with_files("report.txt"), None).files()
    assert [(file.name, file.is_pdf) for file in files] == [("report.txt", True)]
    files = Catalogue(with_files("report.pdf", content=b"words"), None).files()
    assert [(file.name, file.is_pdf) for file in files] == [("report.pdf", False)]


def test_more_files_than_any_paper_embeds_are_not_taken_out() -> None:
    names = [f"{number}.txt" for number in range(MOST_FILES + 3)]
    assert len(Catalogue(with_files(*names, content=b""), None).files()) == MOST_FILES


def test_a_form_with_xfa_says_so() -> None:
    assert Catalogue(raw_pdf("", catalog="/AcroForm<</Fields[]/XFA()>>"), None).has_xfa()


def test_an_encrypted_file_tells_what_it_allows() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper(declaration))))
    writer.encrypt("", "owner", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    permissions = Catalogue(buffer.getvalue(), "").permissions()
    assert permissions is not None
    assert "print" in permissions


def test_a_form_that_is_no_dictionary_is_a_problem_or_nothing() -> None:
    catalogue = Catalogue(raw_pdf("", catalog="/AcroForm[1 2 3]"), None)
    assert catalogue.signatures() == ()
    assert not catalogue.has_xfa()


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(content: bytes) -> None:
    catalogue = Catalogue(b"%PDF-1.7\n" + content, None)
    assert catalogue.signatures() == ()
    assert catalogue.files() == ()
    assert catalogue.permissions() is None
    assert catalogue.has_xfa() is False
