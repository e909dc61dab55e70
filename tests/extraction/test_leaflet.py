"""Manuals of one sheet: what they print without labels."""

from datetime import date

import pytest

from docverify.extraction.leaflet import models_by_name
from docverify.extraction.manual import extract
from tests.extraction.drawn_papers import paper, passage_of

SHEET = [
    (22, "Quick Guide"),
    (13, "for Alba Home and Alba Home Plus"),
    "Mount the bracket on the wall with four screws.",
    "Connect the supply cable. A qualified electrician must do this work.",
    "Input 230 V, 50 Hz, 32 A. Type 2 tethered cable, 5 m. IP54, IK10. -25 °C to +45 °C.",
    "Made by Alba Charge Oy, Satamakatu 4, 33200 Tampere, Finland. Imported by Alba UK Ltd, 5 Dock Road, Bristol",
    "BS1 6XN, United Kingdom.",
]


def _read(*lines: object) -> dict[str, list[object]]:
    fields = extract(passage_of(paper([*lines])))
    return {name: [getattr(e.value, "printed", e.value) for e in found] for name, found in fields.items()}


def test_a_leaflet_says_its_protection_connector_and_companies_in_running_text() -> None:
    read = _read(*SHEET, "QG-4471-EN  Rev. C  2026-02-18")
    assert (read["protection_ip"], read["protection_ik"], read["connectors"]) == (["IP54"], ["IK10"], ["type2_cable"])
    assert (read["manufacturer"], read["importer"]) == (["Alba Charge Oy"], ["Alba UK Ltd"])
    assert read["importer_address"] == ["5 Dock Road, Bristol BS1 6XN, United Kingdom"]
    assert read["importer_country"] == ["GB"]
    assert (read["document_number"], read["revision"], read["revised_on"]) == (
        ["QG-4471-EN"],
        ["C"],
        [date(2026, 2, 18)],
    )


def test_models_without_a_code_are_named_under_the_title_and_a_postcode_is_none() -> None:
    assert _read(*SHEET)["covered_models"] == ["Alba Home", "Alba Home Plus"]


@pytest.mark.parametrize("line", ["Installation and Operation", "for Home and Office", "Safety and Use of Chargers"])
def test_a_title_of_two_words_names_no_models(line: str) -> None:
    assert models_by_name(passage_of(paper([(20, "Quick Guide"), line]))) == ()


def test_a_postcode_with_the_sign_of_its_country_is_no_model() -> None:
    assert "covered_models" not in _read((20, "Kurzanleitung"), "Sonne Lade GmbH, Am Anger 7, DE-99084 Erfurt")


def test_a_foot_parted_by_strokes_gives_number_and_issue() -> None:
    read = _read((20, "Kurzanleitung"), "Wallbox Sonne S und Sonne M", "KA-0093 / 04 / 11.2025")
    assert (read["document_number"], read["revision"]) == (["KA-0093"], ["04"])
    assert read["covered_models"] == ["Sonne S", "Sonne M"]
