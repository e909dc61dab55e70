"""Labels are found by their words, whatever their punctuation, and only as whole labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.labels import LabelMatcher, label_table, matcher, spelt_out, tokens_of


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Prüfbericht-Nr.:", "report_number"),
        ("Test report no.:", "report_number"),
        ("REPORT NUMBER", "report_number"),
        ("Ref. Certif. No.", "certificate_number"),
        ("制造商", "manufacturer"),
        ("Name and address of the factory(ies)", "factory"),
        ("Model(s)", "models"),
        ("Applicant’s name", "holder"),
        ("Date(s) de réception du(des) produit(s) essayé(s)", "received_on"),
        ("N.º de certificado", "certificate_number"),
        ("Ort und Datum der Ausstellung:", "place_date"),
        ("Numer jednostki notyfikowanej", "issuer_body_number"),
    ],
)
def test_a_printed_label_is_known_by_its_key(printed: str, key: str) -> None:
    tokens = tokens_of(printed)
    match = matcher().longest(tokens)
    assert match is not None
    assert (match.key, match.length) == (key, len(tokens))


def test_the_longest_label_wins() -> None:
    labels = LabelMatcher({"manufacturer": {"en": ["Manufacturer"]}, "address": {"en": ["Manufacturer address"]}})
    match = labels.longest(tokens_of("Manufacturer address: somewhere"))
    assert match is not None
    assert match.key == "address"


def test_a_near_label_is_no_label_in_text() -> None:
    assert matcher().longest(tokens_of("Priifergebniss")) is None


def test_a_damaged_label_is_found_in_text_that_ocr_read() -> None:
    match = matcher().fuzzy(tokens_of("Bemessungsspannunq"))
    assert match is not None
    assert match.key == "rated_voltage"
    assert match.score < 1


def test_a_word_of_two_languages_keeps_both_meanings() -> None:
    match = matcher().longest(tokens_of("Firma"))
    assert match is not None
    assert {match.key, *(key for key, _ in match.others)} == {"manufacturer", "signature"}


def test_a_label_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="without letters"):
        LabelMatcher({"number": {"en": ["…"]}})


def test_every_label_of_the_file_is_found_as_itself() -> None:
    for key, languages in label_table().items():
        for printed in (one for labels in languages.values() for label in labels for one in spelt_out(label)):
            tokens = tokens_of(printed)
            match = matcher().longest(tokens)
            assert match is not None, printed
            assert match.length == len(tokens), printed
            assert key in {match.key, *(other for other, _ in match.others)}, printed


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokens_of(text):
        assert 0 <= token.start < token.end <= len(text)


def test_a_label_with_choices_is_each_of_them() -> None:
    assert list(spelt_out("{Product|Device} {model|type}")) == [
        "Product model",
        "Product type",
        "Device model",
        "Device type",
    ]
    assert list(spelt_out("Model")) == ["Model"]
