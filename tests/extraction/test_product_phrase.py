"""Lines about a product: name, brand and designations, each by itself."""

import pytest

from docverify.extraction.printed import Printed, printed_lines
from docverify.extraction.product_phrase import product_phrase
from tests.extraction.printed_words import line


def printed(*texts: str) -> Printed:
    """The texts as printed lines, one under the other."""
    return printed_lines([(1, line(50, 100 + 12 * number, text)) for number, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("text", "name", "brand", "codes"),
    [
        ("Wall mounted EV charger, trade mark SkyBeam", "Wall mounted EV charger", "SkyBeam", None),
        ("Borne de recharge de marque Volta, référence VT-M-22", "Borne de recharge", "Volta", "VT-M-22"),
        (
            "Wandladestation „Volta Fjord“, Bestellbezeichnung VF-11 und VF-22",
            "Wandladestation",
            None,
            "VF-11 und VF-22",
        ),
        (
            "EV supply equipment, Models CC-48H, CC-48W, rated 240 V, 48 A",
            "EV supply equipment",
            None,
            "CC-48H, CC-48W",
        ),
        ("Stacja ładowania / Charging station", "Charging station", None, None),
        ("Ladestander til elbiler / Laddstolpe för elbilar", "Ladestander til elbiler", None, None),
        ("交流充电桩 AC EV Charger", "AC EV Charger", None, None),
        ("Charging cable type 2", "Charging cable type 2", None, None),
    ],
)
def test_a_line_about_a_product_is_name_brand_and_designations(
    text: str, name: str, brand: str | None, codes: str | None
) -> None:
    phrase = product_phrase(printed(text))
    assert phrase.name is not None
    assert phrase.name.text == name
    assert (phrase.brand.text if phrase.brand else None) == brand
    assert (phrase.codes.text if phrase.codes else None) == codes


def test_ratings_are_no_name() -> None:
    assert product_phrase(printed("Alimentation 400 V triphasé, 32 A, 50 Hz")).name is None


def test_a_designation_that_opens_the_second_line_is_the_model() -> None:
    phrase = product_phrase(printed("EV supply equipment", "QT-AC7: AC 220V, 32A, 50Hz"))
    assert phrase.codes is not None
    assert phrase.codes.text == "QT-AC7"
