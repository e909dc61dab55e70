"""An amount in a sentence is the product's where the words beside it say so, and no fuse's, setting's or vehicle's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.anatomy.said import said_in
from docverify.facts.source import SourceFile
from docverify.reading.written.read import read_written


def said(text: str) -> list[tuple[object, ...]]:
    pages = read_written(SourceFile("manual.md", text.encode(), "")).pages
    return [(entry["what"], entry["value"], entry.get("to")) for entry in said_in(pages)]


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("The charging station delivers up to 11 kW.", "power", 11.0),
        ("An 11 kW charging station for homes", "power", 11.0),
        ("Das Gerät lädt Elektrofahrzeuge mit bis zu 11 kW.", "power", 11.0),
        ("La borne délivre une puissance de charge jusqu'à 7,4 kW.", "power", 7.4),
        ("La potenza di ricarica è di 11 kW.", "power", 11.0),
        ("El cargador tiene una potencia de carga de 11 kW", "power", 11.0),
        ("Het laadvermogen bedraagt 11 kW.", "power", 11.0),
        ("Moc ładowania wynosi 11 kW.", "power", 11.0),
        ("额定功率 11 kW", "power", 11.0),
        ("Le courant de charge est de 16 A.", "current", 16.0),
        ("Rated supply voltage 230 V, 50 Hz", "voltage", 230.0),
        ("Schutzart: IP44", "ip", "IP44"),
        ("The charger has a tethered Type 2 cable.", "connector", "type2_cable"),
        ("The CCS2 connector of the charging station is locked.", "connector", "ccs2"),
    ],
)
def test_a_sentence_about_the_product_states_its_value(text: str, what: str, value: object) -> None:
    assert said(text) == [(what, value, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Protect the supply by a 40 A circuit breaker.",
        "The charging current can be set to 6, 10 or 16 A.",
        "With a single-phase connection the charging power is 7.4 kW.",
        "Mit einphasigem Anschluss beträgt die Ladeleistung 7,4 kW.",
        "Storage temperature: -40 °C to +70 °C",
        "Do not use a CCS2 adapter.",
        "Die Sicherung muss für 40 A ausgelegt sein.",
        "The residual current device trips at 30 mA.",
        "Charging 22 kWh takes an hour.",
    ],
)
def test_a_sentence_about_something_else_states_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Operating temperature: -25 °C to +50 °C", -25.0, 50.0),
        ("Betriebstemperatur \u221230 bis +50 °C", -30.0, 50.0),
        ("Température ambiante: –25 à 45 °C", -25.0, 45.0),
    ],
)
def test_a_range_of_temperatures_is_read_with_its_signs(text: str, low: float, high: float) -> None:
    assert said(text) == [("temperature", low, high)]


@given(st.integers(1, 999), st.sampled_from(["The rated power is {} kW.", "Die Ladeleistung beträgt {} kW."]))
def test_any_amount_is_read_as_it_is_printed(amount: int, sentence: str) -> None:
    assert said(sentence.format(amount)) == [("power", float(amount), None)]
