"""Technical data beside their labels."""

from docverify.extraction.technical_data import supply_said, technical_fields
from tests.extraction.drawn_papers import paper, passage_of


def read(*rows: object) -> dict[str, list[object]]:
    fields = technical_fields(passage_of(paper(list(rows))))
    return {name: [entry.value for entry in entries] for name, entries in fields.items()}


def test_the_label_says_which_quantity_a_number_is() -> None:
    assert read(
        ["Rated voltage", "400 V"],
        ["Rated current", "32 A"],
        ["Protection", "IP54 / IK10"],
        ["Operating temperature", "-30 °C to +50 °C"],
    ) == {
        "rated_voltage_v": [400.0],
        "rated_current_a": [32.0],
        "protection_ip": ["IP54"],
        "protection_ik": ["IK10"],
        "ambient_temperature_c": [(-30.0, 50.0)],
    }


def test_a_page_without_data_gives_none() -> None:
    assert read("Declaration of Conformity") == {}


def test_the_supply_that_a_sentence_states_is_read() -> None:
    passage = passage_of(paper(["The charger operates at a mains voltage from 110-240 VAC, 50 Hz."]))
    assert [(name, entry.value) for name, entry in supply_said(passage)] == [
        ("rated_voltage_v", (110.0, 240.0)),
        ("rated_frequency_hz", 50.0),
    ]
