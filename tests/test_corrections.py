"""Corrections: kept beside what was read, told by the findings that rest on them."""

from datetime import date

import pytest

from docverify.corrections import Correction, corrected, kinds_of, parsed, text_of
from docverify.errors import UsageError
from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.standard import StandardReference
from docverify.facts.version import Version

SHA = "a" * 64
BOX = (10.0, 20.0, 30.0, 40.0)


def paper(**fields: object) -> Document:
    found = {
        name: (Found(value, "as printed", (Evidence(SHA, 2, BOX),), Origin.OCR, 0.6),) for name, value in fields.items()
    }
    return Document(SHA[:16], "a.pdf", SHA, (1, 3), DocumentKind.UNKNOWN, None, "nothing said so", fields=found)


def correction(field: str, was: str, value: str) -> Correction:
    return Correction(SHA[:16], field, was, value, "A. Buyer", "the scan is poor")


def test_a_corrected_value_keeps_the_place_it_was_read_from_and_what_was_read() -> None:
    document = paper(firmware_version=Version.parse("1.8.A"))
    entry = corrected([document], [correction("firmware_version", "1.8.A", "1.8.4")])[0].values("firmware_version")[0]
    assert str(entry.value) == "1.8.4"
    assert entry.evidence[0].box == BOX
    assert entry.quote == "as printed"
    assert entry.details["corrected"] == {"was": "1.8.A", "who": "A. Buyer", "why": "the scan is poor"}


def test_a_second_correction_still_knows_what_was_read_first() -> None:
    document = paper(firmware_version=Version.parse("1.8.A"))
    twice = [correction("firmware_version", "1.8.A", "1.8.4"), correction("firmware_version", "1.8.A", "1.8.5")]
    entry = corrected([document], twice)[0].values("firmware_version")[0]
    assert str(entry.value) == "1.8.5"
    assert entry.details["corrected"]["was"] == "1.8.A"


def test_a_value_that_is_not_there_is_struck_out_and_others_stay() -> None:
    document = paper(brand="Voltora", product_name="Charger")
    after = corrected([document], [correction("brand", "Voltora", "")])[0]
    assert after.values("brand") == ()
    assert len(after.values("product_name")) == 1


def test_the_kind_of_a_paper_may_be_corrected_and_says_why() -> None:
    after = corrected([paper()], [correction("kind", "unknown", "declaration/eu_doc")])[0]
    assert (after.kind, after.scheme) == (DocumentKind.DECLARATION, "eu_doc")
    assert "A. Buyer" in after.why


@pytest.mark.parametrize(
    "value",
    [
        date(2026, 1, 31),
        StandardReference.parse("EN IEC 61851-1:2019+AC:2023-09"),
        Version.parse("1.8.4"),
        ModelFamily.parse("EVC-22S-W"),
        (-25.0, 50.0),
        32.0,
        "Voltora GmbH",
    ],
)
def test_what_a_correction_names_is_read_back_as_the_same_value(value: object) -> None:
    field = {
        date: "issued_on",
        StandardReference: "standards",
        Version: "firmware_version",
        ModelFamily: "models",
        tuple: "ambient_temperature_c",
        float: "rated_current_a",
        str: "manufacturer",
    }[type(value)]
    assert text_of(parsed(field, text_of(value))) == text_of(value)


@pytest.mark.parametrize(
    ("field", "text"),
    [("issued_on", "31.2.2026"), ("kind", "poem"), ("kind", "manual/eu_doc"), ("nonsense", "x"), ("brand", " ")],
)
def test_a_value_that_the_field_cannot_have_is_refused(field: str, text: str) -> None:
    with pytest.raises(UsageError):
        parsed(field, text)


def test_a_paper_of_another_kind_brings_the_values_that_are_read_of_that_kind() -> None:
    as_read, again = paper(brand="Voltora"), paper(product_name="Charger")
    kind = correction("kind", "unknown", "declaration/eu_doc")
    assert kinds_of([kind, correction("brand", "Voltora", "")]) == {SHA[:16]: "declaration/eu_doc"}
    after = corrected([as_read], [kind], {SHA[:16]: again})[0]
    assert set(after.fields) == {"product_name"}
    assert after.kind is DocumentKind.DECLARATION and "nothing said so" in after.why
