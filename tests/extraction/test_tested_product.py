"""What a report says was tested."""

from docverify.extraction.tested_product import product_fields, standards_fulfilled, version_fields
from tests.extraction.drawn_papers import paper, passage_of


def test_model_version_and_ratings_of_the_front_are_the_products() -> None:
    fields = product_fields(passage_of(paper(["Model: EVC-22S-W", "Firmware version: 1.8.4", "Rated voltage: 400 V"])))
    assert [str(entry.value) for entry in fields["models"]] == ["EVC-22S-W"]
    assert [entry.value.text for entry in fields["firmware_version"]] == ["1.8.4"]
    assert [entry.value for entry in fields["rated_voltage_v"]] == [400.0]


def test_standards_are_fulfilled_where_a_sentence_says_so() -> None:
    found = standards_fulfilled(passage_of(paper(["The product fulfils the requirements of EN IEC 61851-1:2019."])))
    assert [str(entry.value) for entry in found] == ["EN IEC 61851-1:2019"]
    assert standards_fulfilled(passage_of(paper(["See EN IEC 61851-1:2019 for more."]))) == []


def test_versions_stand_beside_their_labels() -> None:
    fields = version_fields(passage_of(paper(["Hardware version: C", "Software version: V2.1.0"])))
    assert [entry.value.text for entry in fields["hardware_version"]] == ["C"]
    assert [entry.value.text for entry in fields["software_version"]] == ["2.1.0"]
