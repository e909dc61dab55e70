"""Where a certificate is looked up comes from a table, never from the paper itself."""

from dataclasses import replace

from docverify.facts.document import DocumentKind
from docverify.report.registers import NO_NUMBER, LookUp, look_ups
from tests.samples import DOCUMENT, found, result


def looked_up(scheme: str, **fields: str) -> LookUp:
    """Where a certificate of that scheme with those fields is looked up."""
    read = {name: (found(text, text),) for name, text in fields.items()}
    certificate = replace(DOCUMENT, kind=DocumentKind.CERTIFICATE, scheme=scheme, fields=read)
    plain = result()
    (entry,) = look_ups(replace(plain, dossier=replace(plain.dossier, documents=(DOCUMENT, certificate))))
    return entry


def test_a_certificate_has_the_number_to_type_and_what_to_compare() -> None:
    entry = looked_up("cb_test_certificate", document_number="DE 1-12345", issuer="TÜV Rheinland")
    assert entry.number == "DE 1-12345"
    assert entry.register
    assert entry.compare
    assert entry.source


def test_a_number_that_was_not_read_is_said_to_be_taken_from_the_paper() -> None:
    entry = looked_up("cb_test_certificate")
    assert (entry.number, entry.issuer) == (NO_NUMBER, "not read")


def test_an_address_that_the_paper_prints_is_not_used() -> None:
    entry = looked_up("cb_test_certificate", contacts="www.forged-register.example", document_number="1")
    assert "forged" not in f"{entry}"


def test_a_scheme_without_a_register_of_its_own_has_an_entry_all_the_same() -> None:
    assert looked_up("nobody_knows_this_scheme", document_number="1").register
