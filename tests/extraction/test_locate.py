"""The value of a label is found behind, beside, under it and in the next cell; a blank stays a blank."""

from docverify.extraction.locate import Passage
from docverify.facts.evidence import Origin
from tests.extraction.printed_words import grid, line, page, passage, tabled


def values(found: Passage, key: str) -> list[str]:
    """The texts of the key's candidates."""
    return [candidate.value.text for candidate in found.candidates(key)]


def test_a_value_stands_behind_the_colon() -> None:
    assert values(passage(page(line(50, 100, "Model No.: EVC-22S"))), "models") == ["EVC-22S"]


def test_a_value_stands_beside_its_label() -> None:
    lines = (line(50, 100, "Manufacturer"), line(200, 100, "Voltora GmbH"))
    assert values(passage(page(*lines)), "manufacturer") == ["Voltora GmbH"]


def test_a_value_stands_under_its_label() -> None:
    lines = (line(50, 100, "Manufacturer"), line(50, 113, "Voltora GmbH"), line(50, 160, "something else"))
    assert values(passage(page(*lines)), "manufacturer") == ["Voltora GmbH"]


def test_two_columns_of_labels_over_values_do_not_mix() -> None:
    lines = (
        line(50, 100, "Manufacturer"),
        line(300, 100, "Trade mark"),
        line(50, 113, "Voltora GmbH"),
        line(300, 113, "Voltora"),
    )
    found = passage(page(*lines))
    assert values(found, "manufacturer") == ["Voltora GmbH"]
    assert values(found, "brand") == ["Voltora"]


def test_a_grid_of_four_columns_is_read_pair_by_pair() -> None:
    lines = (
        line(50, 100, "Certificate No."),
        line(150, 100, "C-123"),
        line(300, 100, "Date of issue"),
        line(420, 100, "2025-03-14"),
        line(50, 130, "Product"),
        line(150, 130, "AC wallbox"),
        line(300, 130, "Model"),
        line(420, 130, "EVC-22S"),
    )
    found = passage(page(*lines))
    assert values(found, "certificate_number") == ["C-123"]
    assert values(found, "issued_on") == ["2025-03-14"]
    assert values(found, "models") == ["EVC-22S"]


def test_an_address_goes_on_until_the_next_label() -> None:
    lines = (
        line(50, 100, "Address:"),
        line(200, 100, "Industriestr. 14"),
        line(200, 113, "74613 Öhringen"),
        line(50, 126, "Product:"),
        line(200, 126, "Wallbox"),
    )
    assert values(passage(page(*lines)), "address") == ["Industriestr. 14\n74613 Öhringen"]


def test_a_label_may_stand_at_the_middle_of_its_value() -> None:
    lines = (line(200, 100, "Unit 4 Bells Yew Green"), line(50, 106, "Address"), line(200, 112, "Kent, United Kingdom"))
    assert values(passage(page(*lines)), "address") == ["Unit 4 Bells Yew Green\nKent, United Kingdom"]


def test_a_label_in_two_languages_is_one_label() -> None:
    lines = (
        line(50, 100, "Prüfbericht-Nr.: Test report no.: ABC-1234"),
        line(50, 140, "制造商 Manufacturer: Voltora GmbH"),
    )
    found = passage(page(*lines))
    assert values(found, "report_number") == ["ABC-1234"]
    assert values(found, "manufacturer") == ["Voltora GmbH"]


def test_translations_one_under_the_other_are_one_label() -> None:
    lines = (
        line(50, 100, "Genehmigungsinhaber:"),
        line(200, 100, "Voltora GmbH"),
        line(50, 113, "Licence holder:"),
        line(200, 113, "Industriestr. 14"),
    )
    assert values(passage(page(*lines)), "holder") == ["Voltora GmbH\nIndustriestr. 14"]


def test_a_label_over_two_lines_is_one_label() -> None:
    lines = (
        line(50, 100, "Name and address of the"),
        line(50, 113, "manufacturer:"),
        line(250, 100, "Voltora GmbH"),
    )
    assert values(passage(page(*lines)), "manufacturer") == ["Voltora GmbH"]


def test_dots_lead_from_a_label_to_its_value() -> None:
    assert values(passage(page(line(50, 100, "Trade mark ............ Voltora"))), "brand") == ["Voltora"]


def test_prose_that_begins_with_a_label_is_no_label() -> None:
    assert values(passage(page(line(50, 100, "Manufacturer declares that the product is safe"))), "manufacturer") == []


def test_the_cell_beside_a_label_is_its_value() -> None:
    table = grid(("Manufacturer", "Voltora GmbH\nIndustriestr. 14"), ("Product", "Wallbox"))
    found = passage(tabled(table))
    assert values(found, "manufacturer") == ["Voltora GmbH\nIndustriestr. 14"]
    assert found.candidates("manufacturer")[0].value.origin is Origin.TABLE


def test_an_empty_cell_is_a_blank() -> None:
    table = grid(("Trade mark", ""), ("Product", "Wallbox"))
    assert values(passage(tabled(table)), "brand") == []


def test_a_column_stands_under_its_head() -> None:
    table = grid(("Model", "Rated current", "Rated power"), ("EVC-11", "16 A", "11 kW"), ("EVC-22", "32 A", "22 kW"))
    assert values(passage(tabled(table)), "models") == ["EVC-11", "EVC-22"]


def test_a_reading_quotes_the_words_and_boxes_every_line() -> None:
    lines = (line(50, 100, "Address:"), line(200, 100, "Industriestr. 14"), line(200, 113, "74613 Öhringen"))
    found = passage(page(*lines))
    value = found.candidates("address")[0].value
    reading = found.found(value, "the address")
    assert reading is not None
    assert reading.quote == "Industriestr. 14\n74613 Öhringen"
    assert [item.box for item in reading.evidence] == [(200, 100, 280, 110), (200, 113, 270, 123)]


def test_a_value_without_words_is_no_value() -> None:
    found = passage(page(line(50, 100, "Address: here")))
    assert found.found(found.candidates("address")[0].value, "x", span=(40, 50)) is None


def test_ocr_lowers_the_confidence() -> None:
    scanned = page(line(50, 100, "Model: EVC-22S", origin=Origin.OCR, confidence=0.8), origin=Origin.OCR)
    found = passage(scanned)
    reading = found.found(found.candidates("models")[0].value, "EVC-22S")
    assert reading is not None
    assert (reading.origin, reading.confidence) == (Origin.OCR, 0.8)


def test_a_value_stands_between_a_label_and_its_translation() -> None:
    read = passage(
        page(
            line(60, 100, "Dokument-Nr."),
            line(300, 100, "Document no."),
            line(150, 115, "VOL-DOC-2025-88"),
        )
    )
    assert [candidate.value.text for candidate in read.candidates("document_number")] == ["VOL-DOC-2025-88"]


def test_a_value_at_the_height_between_the_two_lines_of_its_label_is_beside_it() -> None:
    lines = (
        line(50, 100, "As shown in the"),
        line(200, 108, "E190602601"),
        line(50, 116, "Test report number(s):"),
        line(50, 160, "This verification was granted to the applicant"),
    )
    assert values(passage(page(*lines)), "report_number") == ["E190602601"]
